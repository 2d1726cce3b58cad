#include "web/handlers/progress.hpp"

#include "adapters/map/procedure_map.hpp"

namespace web::handlers {

std::string progress::standing_of(std::string_view chapter) const
{
    auto const found = standing.find(chapter);
    return found == standing.end() ? "to_come" : found->second;
}

progress progress_of(opened_case const& file, engine::law_in_force const& law)
{
    progress walked;
    std::set<std::string, std::less<>> touched;
    auto const shape = law.shapes.find(file.line().shape);
    auto const step = shape == law.shapes.end() ? nullptr : shape->second.make(file.line().place);
    if (step) {
        for (auto const& [chapter, stage] : step->stages())
            walked.at[chapter] = stage;
        for (auto const& one : file.record.acts) {
            if (file.rebuilt.broken && one.seq >= file.rebuilt.broken->seq)
                break;
            step->replay(one);
            touched.insert(one.kind.substr(0, one.kind.find('.')));
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
    for (auto const& one : file.file().table())
        if (!closed && one.goes_on && walked.at[one.chapter] == one.stage &&
            touched.contains(one.chapter))
            waiting.insert(one.chapter);
    for (auto const& [chapter, stage] : walked.at)
        walked.standing[chapter] = waiting.contains(chapter)   ? "current"
                                   : touched.contains(chapter) ? "done"
                                                               : "to_come";
    return walked;
}

boost::json::array stages_view(visit const& v, opened_case const& file, progress const& walked)
{
    boost::json::array made;
    for (auto const& [chapter, stage] : file.file().stages()) {
        auto const is = walked.standing_of(chapter);
        made.push_back({{"chapter", chapter},
                        {"chapter_words", chapter_words(v.words, chapter)},
                        {"stage", stage},
                        {"stage_words", stage_words(v.words, chapter, stage)},
                        {"standing", is},
                        {"done", is == "done"},
                        {"current", is == "current"},
                        {"to_come", is == "to_come"}});
    }
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
                                             : standing::to_come;
    return draw_overview(file.line().shape, file.file(), say, colours);
}

} // namespace web::handlers
