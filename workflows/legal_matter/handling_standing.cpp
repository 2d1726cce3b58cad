#include "engine/case_procedure.hpp"
#include "workflows/legal_matter/dossier.hpp"

#include <algorithm>

namespace workflows::legal_matter {

long long current_round(dossier const& file)
{
    return static_cast<long long>(file.handling.rounds.size()) + 1;
}

bool has_withdrawn(dossier const& file, std::string_view counsel)
{
    return std::any_of(file.handling.withdrawals.begin(), file.handling.withdrawals.end(),
                       [&](auto const& one) { return one.body.counsel == counsel; });
}

std::vector<handling::counsel_named> counsels_of(dossier const& file)
{
    std::vector<handling::counsel_named> all;
    for (auto const& one : file.handling.counsels)
        if (!has_withdrawn(file, one.body.counsel))
            all.push_back(one.body);
    return all;
}

std::vector<handling::counsel_named> counsels_of(engine::procedure const& of)
{
    auto const* known = dynamic_cast<engine::case_procedure<dossier> const*>(&of);
    return known ? counsels_of(known->file()) : std::vector<handling::counsel_named>();
}

std::vector<engine::person_id> handler_by_number(dossier const& file, std::string_view,
                                                 engine::seat const& from)
{
    auto const& all = file.handling.assignments;
    if (from.role != "reviewer" || all.empty() || all.back().body.handler.id.value == 0)
        return {};
    return {all.back().body.handler.id};
}

std::vector<engine::news> told_of_handling(dossier const&, engine::act const& what)
{
    if (what.kind != handling::counsel_withdrew::kind || what.by.role != "legal_adviser")
        return {};
    return {{"handling", "news.counsel_withdrew", {"reviewer", ""}, {}}};
}

namespace {

/// When the advice on the current round was complete: with its letter, or, where none came, when
/// the unit took the opinion as it was.
std::optional<day> advised_on(dossier const& file)
{
    auto const round = current_round(file);
    for (auto const& letter : file.advice.letters)
        if (letter.round == round)
            return letter.on;
    if (is_answered(file) && !file.advice.opinions.empty())
        return file.advice.opinions.back().on;
    if (file.outcome.closing) // a dispute may end before anybody advised
        return file.outcome.closing->on;
    return {};
}

engine::limit_terms time_to_advise(dossier const& file)
{
    auto const& all = file.handling;
    engine::limit_terms terms{.name = "legal_advice",
                              .rule = "JC-45",
                              .begins = all.assignments.front().on,
                              .days = all.assignments.back().body.working_days,
                              .unit = engine::day_unit::working,
                              .met_on = advised_on(file),
                              .binds = {advice::opined::kind, advice::contract_reviewed::kind,
                                        advice::letter_issued::kind}};
    // Each round has the whole time.
    if (!all.rounds.empty())
        terms.begins = all.rounds.back().on;
    for (auto const& stop : all.stops)
        if (!stop.until || *stop.until >= terms.begins)
            terms.pauses.push_back({std::max(stop.from, terms.begins), stop.until, stop.reason});
    return terms;
}

} // namespace

std::vector<engine::limit_terms> handling_limits(dossier const& file)
{
    std::vector<engine::limit_terms> all;
    if (file.handling.assignments.empty() || is_over_without_advice(file))
        return all;
    all.push_back(time_to_advise(file));
    if (file.handling.stops.empty())
        return all;
    auto const& last = file.handling.stops.back();
    if (last.answer_by)
        all.push_back({.name = "legal_supplement",
                       .rule = "JC-45",
                       .begins = last.from,
                       .days = (*last.answer_by - last.from).count(),
                       .met_on = last.until,
                       .binds = {handling::supplement_given::kind},
                       .ends_as_written = true});
    return all;
}

} // namespace workflows::legal_matter
