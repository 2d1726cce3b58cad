#include "engine/case_procedure.hpp"
#include "workflows/major_decision/dossier.hpp"

#include <algorithm>

namespace workflows::major_decision {

using legality_review::statutory_step;

namespace experts {

bool is_excluded(dossier const& file, std::string const& name)
{
    return std::any_of(file.experts.excluded.begin(), file.experts.excluded.end(),
                       [&](auto const& one) {
                           return one.body.name == name && one.seq > file.experts.selection->seq;
                       });
}

bool is_institution(dossier const& file, std::string const& name)
{
    auto const& chosen = file.experts.selection->body.institution;
    return chosen && *chosen == name;
}

bool is_selected(dossier const& file, std::string const& name)
{
    auto const& chosen = file.experts.selection->body.experts;
    return is_institution(file, name) ||
           std::any_of(chosen.begin(), chosen.end(),
                       [&](auto const& one) { return one.name == name; });
}

std::vector<expert_opinion const*> opinions_that_count(dossier const& file)
{
    std::vector<expert_opinion const*> all;
    if (!file.experts.selection)
        return all;
    for (auto const& session : file.experts.opinions)
        if (still_covers(file, session.draft, drafting::repeatable_step::experts) &&
            session.seq > asked_to_complete(file, statutory_step::experts))
            for (auto const& one : session.body.opinions)
                if (is_selected(file, one.name) && !is_excluded(file, one.name))
                    all.push_back(&one);
    return all;
}

} // namespace experts

bool experts_required(dossier const& file)
{
    auto const& touches = file.drafting.touches;
    if (touches && touches->body.technical)
        return true;
    if (asked_to_complete(file, statutory_step::experts) > 0)
        return true;
    auto const& started = file.intake.started;
    return started && std::any_of(started->body.catalogue.begin(), started->body.catalogue.end(),
                                  [](auto const& item) { return item.experts; });
}

bool experts_done(dossier const& file)
{
    auto const& report = file.experts.report;
    if (!report || !still_covers(file, report->draft, drafting::repeatable_step::experts))
        return false;
    // An expert who was excluded afterwards, or a reviewer who found the argument wanting, takes
    // the report's ground away.
    bool const undone = std::any_of(file.experts.excluded.begin(), file.experts.excluded.end(),
                                    [&](auto const& one) { return one.seq > report->seq; });
    return !undone && report->seq > asked_to_complete(file, statutory_step::experts);
}

std::vector<experts::advised_point> advice_to_answer(dossier const& file)
{
    std::vector<experts::advised_point> all;
    for (auto const* opinion : experts::opinions_that_count(file))
        for (auto const& point : opinion->points) {
            auto const same = std::find_if(all.begin(), all.end(),
                                           [&](auto const& one) { return one.point == point; });
            if (same == all.end())
                all.push_back({point, {opinion->name}});
            else if (std::find(same->experts.begin(), same->experts.end(), opinion->name) ==
                     same->experts.end())
                same->experts.push_back(opinion->name);
        }
    return all;
}

std::vector<experts::advised_point> advice_to_answer(engine::procedure const& of)
{
    auto const* known = dynamic_cast<engine::case_procedure<dossier> const*>(&of);
    return known ? advice_to_answer(known->file()) : std::vector<experts::advised_point>();
}

} // namespace workflows::major_decision
