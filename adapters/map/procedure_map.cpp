#include "adapters/map/procedure_map.hpp"

#include "workflows/course.hpp"

#include <algorithm>
#include <graphviz/gvc.h>
#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>
#include <vector>

namespace adapters::map {
namespace {

/// A box and an arrow of a map before it has a place.
struct box {
    std::string key; ///< chapter or stage
    std::string label;
};
struct arrow {
    std::string from;
    std::string to;
    std::string label;
    std::string title; ///< rules and acts, shown by a browser on pointing
    bool option = false;
    bool hidden = false; ///< only keeps the boxes in rows
};
struct plan {
    std::vector<box> boxes;
    std::vector<arrow> arrows;
};

/// In the drawing a box has the class "stage_<n>_", which colouring replaces.
std::string class_of(std::size_t index)
{
    return "at_" + std::to_string(index) + "_";
}

/// A drawing that only wants its colours, with the keys of its boxes in order.
struct layout {
    std::string svg;
    std::vector<std::string> keys;
};

struct graph_closer {
    void operator()(Agraph_t* g) const { agclose(g); }
};

char* writable(char const* text)
{
    return const_cast<char*>(text); // Graphviz takes char* and does not write
}

void set(void* part, char const* name, std::string const& value)
{
    agsafeset(part, writable(name), writable(value.c_str()), writable(""));
}

// The palette is the stylesheet's; the picture carries it so that it can be saved and printed.
constexpr char const* style =
    "<style>text{font-family:\"Noto Sans CJK SC\",\"Microsoft YaHei\",\"PingFang SC\",sans-serif}"
    ".node path,.node polygon{fill:#fff;stroke:#5c6b7a;stroke-width:1}"
    ".node.done path,.node.done polygon{fill:#dcefe3;stroke:#1d6b3c;stroke-width:1.5}"
    ".node.current path,.node.current polygon{fill:#fff3cd;stroke:#8a5a00;stroke-width:3}"
    ".node.to_come path,.node.to_come polygon{stroke-dasharray:4 3}"
    ".node.aside path,.node.aside polygon{stroke:#b5bec6;stroke-dasharray:2 4}"
    ".node text{fill:#14202b}.node.aside text{fill:#5c6b7a}.edge path{stroke:#5c6b7a;fill:none}"
    ".edge polygon{fill:#5c6b7a;stroke:#5c6b7a}.edge text{fill:#3c4a57}"
    ".edge.option path{stroke-dasharray:5 4}</style>";

/// Graphviz keeps global state: one layout at a time in the whole process.
std::mutex& graphviz_door()
{
    static std::mutex door;
    return door;
}

std::string laid_out(plan const& what, bool wide_apart)
{
    static std::unique_ptr<GVC_t, int (*)(GVC_t*)> const context(gvContext(), gvFreeContext);
    std::unique_ptr<Agraph_t, graph_closer> const graph(
        agopen(writable("procedure"), Agdirected, nullptr));
    set(graph.get(), "rankdir", "TB");
    set(graph.get(), "bgcolor", "transparent");
    set(graph.get(), "nodesep", wide_apart ? "0.5" : "0.25");
    set(graph.get(), "ranksep", wide_apart ? "0.6" : "0.35");
    std::map<std::string, Agnode_t*, std::less<>> nodes;
    for (std::size_t i = 0; i < what.boxes.size(); ++i) {
        auto const& one = what.boxes[i];
        auto* node = agnode(graph.get(), writable(one.key.c_str()), 1);
        set(node, "label", one.label);
        set(node, "shape", "box");
        set(node, "style", "rounded");
        set(node, "fontname", "Noto Sans CJK SC");
        set(node, "fontsize", "13");
        set(node, "margin", "0.16,0.09");
        set(node, "class", class_of(i));
        nodes[one.key] = node;
    }
    for (auto const& one : what.arrows) {
        auto* edge = agedge(graph.get(), nodes.at(one.from), nodes.at(one.to), nullptr, 1);
        set(edge, "label", one.label);
        set(edge, "fontname", "Noto Sans CJK SC");
        set(edge, "fontsize", "11");
        set(edge, "arrowsize", "0.7");
        set(edge, "edgetooltip", one.title);
        set(edge, "labeltooltip", one.title);
        set(edge, "class", one.option ? "option" : "duty");
        if (one.hidden)
            set(edge, "style", "invis");
    }
    if (gvLayout(context.get(), graph.get(), "dot") != 0)
        throw std::runtime_error("Graphviz cannot lay out the map");
    char* drawn = nullptr;
    unsigned length = 0;
    auto const fault = gvRenderData(context.get(), graph.get(), "svg", &drawn, &length);
    std::string svg(drawn ? drawn : "", drawn ? length : 0);
    if (drawn)
        gvFreeRenderData(drawn);
    gvFreeLayout(context.get(), graph.get());
    if (fault != 0 || svg.empty())
        throw std::runtime_error("Graphviz cannot draw the map");
    // Only the element itself, so that it can stand in a page.
    svg.erase(0, std::min(svg.find("<svg"), svg.size()));
    return svg;
}

std::string coloured(layout const& made, standings const& how)
{
    auto svg = made.svg;
    for (std::size_t i = 0; i < made.keys.size(); ++i) {
        auto const found = how.find(made.keys[i]);
        auto const is = found == how.end() ? standing::to_come : found->second;
        auto const* word = is == standing::done      ? "done"
                           : is == standing::current ? "current"
                           : is == standing::aside   ? "aside"
                                                     : "to_come";
        auto const mark = class_of(i);
        for (auto at = svg.find(mark); at != std::string::npos; at = svg.find(mark, at))
            svg.replace(at, mark.size(), word);
    }
    return svg;
}

layout const& kept(std::string const& name,
                   plan (*draft)(engine::procedure const&, std::string const&, map_words const&),
                   engine::procedure const& of, std::string const& part, map_words const& words,
                   bool wide_apart)
{
    static std::map<std::string, layout> all;
    std::lock_guard const lock(graphviz_door());
    auto found = all.find(name);
    if (found == all.end()) {
        auto const what = draft(of, part, words);
        layout made;
        for (auto const& one : what.boxes)
            made.keys.push_back(one.key);
        if (!what.boxes.empty())
            made.svg = laid_out(what, wide_apart);
        found = all.emplace(name, std::move(made)).first;
    }
    return found->second;
}

/// The chapters as the law orders them: from each to all that may follow it. What may come at any
/// time stands below, apart.
plan overview(engine::procedure const& of, std::string const& family, map_words const& words)
{
    plan made;
    auto const way = workflows::course_of(family, of.stages());
    // What runs side by side stands in rows that a telephone can show.
    constexpr std::size_t in_a_row = 3;
    auto const add = [&](std::vector<std::string> const& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            made.boxes.push_back({row[i], words.of("chapter." + row[i])});
            if (i >= in_a_row)
                made.arrows.push_back({.from = row[i - in_a_row], .to = row[i], .hidden = true});
        }
    };
    for (std::size_t i = 0; i < way.rows.size(); ++i) {
        add(way.rows[i]);
        if (i == 0)
            continue;
        for (auto const& from : way.rows[i - 1])
            for (auto const& to : way.rows[i])
                made.arrows.push_back({.from = from, .to = to});
    }
    add(way.at_any_time);
    if (!way.rows.empty())
        for (auto const& one : way.at_any_time)
            made.arrows.push_back({.from = way.rows.back().back(), .to = one, .hidden = true});
    return made;
}

plan of_chapter(engine::procedure const& of, std::string const& chapter, map_words const& words)
{
    plan made;
    std::set<std::string> known;
    auto const add = [&](std::string const& stage) {
        if (known.insert(stage).second)
            made.boxes.push_back({stage, words.of("stage." + chapter + "." + stage)});
    };
    for (auto const& [name, stage] : of.stages())
        if (name == chapter)
            add(stage);
    // Rows between the same stages share an arrow, or the map would be all labels.
    std::map<std::pair<std::string, std::string>, arrow> arrows;
    std::vector<std::pair<std::string, std::string>> order;
    for (auto const& row : of.table()) {
        if (row.chapter != chapter)
            continue;
        add(row.stage);
        add(row.next);
        auto const key = std::pair(row.stage, row.next);
        auto [found, fresh] = arrows.try_emplace(key, arrow{row.stage, row.next, "", "", true});
        if (fresh)
            order.push_back(key);
        auto& one = found->second;
        auto const act = words.of("act." + row.kind);
        one.option = one.option && row.sort != "duty";
        one.title += (one.title.empty() ? "" : "; ") + act + " " + row.rule;
        // The reader of the label knows each act once.
        if (("\n" + one.label + "\n").find("\n" + act + "\n") == std::string::npos)
            one.label += (one.label.empty() ? "" : "\n") + act;
    }
    for (auto const& key : order)
        made.arrows.push_back(arrows.at(key));
    return made;
}

} // namespace

std::string draw_overview(std::string const& shape, engine::procedure const& of,
                          map_words const& words, standings const& how)
{
    auto const name = shape + " " + words.language;
    return coloured(kept(name, overview, of, std::string(engine::family_of(shape)), words, false),
                    how);
}

std::string standalone(std::string svg)
{
    svg.insert(std::min(svg.find('>'), svg.size() - 1) + 1, style);
    return svg;
}

std::string draw_chapter(std::string const& shape, engine::procedure const& of,
                         std::string const& chapter, map_words const& words, standings const& how)
{
    auto const stages = of.stages();
    if (std::none_of(stages.begin(), stages.end(),
                     [&](engine::chapter_stage const& one) { return one.chapter == chapter; }))
        return {};
    auto const name = shape + " " + words.language + " " + chapter;
    return coloured(kept(name, of_chapter, of, chapter, words, true), how);
}

} // namespace adapters::map
