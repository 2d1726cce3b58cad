#include "web/handlers/progress.hpp"

#include "adapters/map/procedure_map.hpp"
#include "workflows/major_decision/needed_chapters.hpp"
#include "workflows/normative_document/needed_chapters.hpp"

namespace web::handlers {

namespace {

/// Where a chapter stands in which nobody did anything and for which nobody waits.
char const* standing_before(workflows::major_decision::chapter_need need)
{
    using workflows::major_decision::chapter_need;
    switch (need) {
    case chapter_need::not_needed:
    case chapter_need::cut_off:
        return "not_needed";
    case chapter_need::by_occasion:
        return "by_occasion";
    case chapter_need::needed:
    case chapter_need::open:
        break;
    }
    return "to_come";
}

/// Why a chapter is not needed, where that can be said.
std::string why_not_needed(visit const& v, progress const& walked, std::string const& chapter)
{
    if (walked.cut_off.contains(chapter))
        return v.words(engine::say("本案程序已经终结"));
    return v.words.look_up("not_needed." + chapter).value_or("");
}

boost::json::object stage_view(visit const& v, progress const& walked,
                               engine::chapter_stage const& at, std::string const& is)
{
    return {{"chapter", at.chapter},
            {"chapter_words", chapter_words(v.words, at.chapter)},
            {"stage", at.stage},
            {"stage_words", is == "not_needed" ? why_not_needed(v, walked, at.chapter)
                                               : stage_words(v.words, at.chapter, at.stage)},
            {"standing", is},
            {"done", is == "done"},
            {"current", is == "current"},
            {"to_come", is == "to_come"},
            {"not_needed", is == "not_needed"}};
}

} // namespace

std::string progress::standing_of(std::string_view chapter) const
{
    auto const found = standing.find(chapter);
    return found == standing.end() ? "to_come" : found->second;
}

progress progress_of(opened_case const& file, engine::law_in_force const& law)
{
    progress walked;
    std::set<std::string, std::less<>> touched, begun;
    std::map<std::string, std::string, std::less<>> opening;
    auto const shape = law.shapes.find(file.line().shape);
    auto const step = shape == law.shapes.end() ? nullptr : shape->second.make(file.line().place);
    if (step) {
        for (auto const& [chapter, stage] : step->stages())
            walked.at[chapter] = stage;
        opening = walked.at;
        for (auto const& one : file.record.acts) {
            if (file.rebuilt.broken && one.seq >= file.rebuilt.broken->seq)
                break;
            step->replay(one);
            auto const own = one.kind.substr(0, one.kind.find('.'));
            touched.insert(own);
            begun.insert(own);
            for (auto const& [chapter, stage] : step->stages()) {
                auto& now = walked.at[chapter];
                if (now == stage)
                    continue;
                walked.visited[chapter].insert(now);
                now = stage;
                touched.insert(chapter);
            }
        }
    }
    engine::circumstances const now{law.book, law.days, file.on};
    std::set<std::string, std::less<>> waiting;
    for (auto const& one : file.file().tasks(now))
        waiting.insert(one.chapter);
    for (auto const& one : file.file().offers({}, now))
        if (one.duty && touched.contains(one.chapter))
            waiting.insert(one.chapter);
    auto const closed = file.file().summary().closed;
    std::set<std::string, std::less<>> owed_later;
    for (auto const& one : file.file().table()) {
        if (closed || walked.at[one.chapter] != one.stage)
            continue;
        if (one.goes_on && touched.contains(one.chapter))
            waiting.insert(one.chapter);
        if (one.sort == "duty")
            owed_later.insert(one.chapter);
    }
    auto needs = workflows::major_decision::needs_of_chapters(file.file(), now);
    needs.merge(workflows::normative_document::needs_of_chapters(file.file()));
    for (auto const& [chapter, stage] : walked.at) {
        auto const need = needs.find(chapter);
        if (need != needs.end() && need->second == workflows::major_decision::chapter_need::cut_off)
            walked.cut_off.insert(chapter);
        std::string const before = need == needs.end() ? "to_come" : standing_before(need->second);
        // What another chapter opened and what is owed only later is still to come; so is what the
        // law needs and what came back to where it began.
        bool const is_back = need != needs.end() && before == "to_come" &&
                             stage == opening[chapter] && walked.visited[chapter].contains(stage);
        bool const has_begun =
            !is_back &&
            (begun.contains(chapter) ||
             (before == "to_come" && touched.contains(chapter) && !owed_later.contains(chapter)));
        walked.standing[chapter] = waiting.contains(chapter) ? "current"
                                   : has_begun               ? "done"
                                                             : before;
    }
    return walked;
}

boost::json::array stages_view(visit const& v, opened_case const& file, progress const& walked)
{
    boost::json::array made, not_needed;
    for (auto const& at : file.file().stages()) {
        auto const is = walked.standing_of(at.chapter);
        if (is != "by_occasion")
            (is == "not_needed" ? not_needed : made).push_back(stage_view(v, walked, at, is));
    }
    for (auto& one : not_needed)
        made.push_back(std::move(one));
    return made;
}

std::string overview_map(visit const& v, opened_case const& file, progress const& walked)
{
    using namespace adapters::map;
    map_words const say = {v.words.code(),
                           [&](std::string const& key) { return v.words(std::string_view(key)); }};
    std::map<std::string, standing, std::less<>> colours;
    for (auto const& [chapter, is] : walked.standing)
        colours[chapter] = is == "done"      ? standing::done
                           : is == "current" ? standing::current
                           : is == "to_come" ? standing::to_come
                                             : standing::aside;
    return draw_overview(file.line().shape, file.file(), say, colours);
}

} // namespace web::handlers
