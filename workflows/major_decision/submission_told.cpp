#include "workflows/body_on_file.hpp"
#include "workflows/major_decision/deliberation.hpp"
#include "workflows/major_decision/parties.hpp"
#include "workflows/major_decision/submission.hpp"

namespace workflows::major_decision {
namespace {

/// What the sponsor learns of its matter; empty: nothing.
std::string news_of(engine::act const& what)
{
    using namespace submission;
    auto const& kind = what.kind;
    if (kind == deliberation::held::kind)
        return "news.meeting_" +
               std::string(engine::name_of(body_on_file<deliberation::held>(what).outcome));
    return kind == returned_by_office::kind    ? "news.returned_by_office"
           : kind == deputy_returned::kind     ? "news.returned_by_deputy"
           : kind == head_returned::kind       ? "news.returned_by_head"
           : kind == placed_on_agenda::kind    ? "news.placed_on_agenda"
           : kind == removed_from_agenda::kind ? "news.removed_from_agenda"
                                               : "";
}

} // namespace

std::vector<engine::news> told_of_submission(dossier const& file, engine::act const& what)
{
    std::vector<engine::news> all;
    if (auto const kind = news_of(what); !kind.empty())
        for (auto& one : sponsor::seats(file))
            all.push_back({"submission", kind, std::move(one)});
    return all;
}

} // namespace workflows::major_decision
