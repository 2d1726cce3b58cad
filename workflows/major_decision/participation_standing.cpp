#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/opinions_on_file.hpp"
#include "workflows/major_decision/parameters.hpp"

namespace workflows::major_decision {

std::optional<engine::limit_terms> window_terms(dossier const& file, engine::rules const& law)
{
    auto const& facts = file.participation;
    if (facts.notices.empty())
        return {};
    auto const& notice = facts.notices.back().body;
    engine::limit_terms terms{.name = "comment_window",
                              .rule = law.rule_of(comment_window_days, "R713-15.2"),
                              .begins = notice.opens_on,
                              .days = (notice.closes_on - notice.opens_on).count(),
                              .is_least = true,
                              .takes_whole_last_day = true};
    if (facts.closing)
        terms.met_on = facts.closing->on;
    return terms;
}

std::optional<day> window_end(dossier const& file, engine::rules const& law,
                              engine::working_days const& days)
{
    auto const terms = window_terms(file, law);
    if (!terms)
        return {};
    return engine::reckon(*terms, days, terms->begins).due;
}

engine::limit shortest_window(day opens_on, engine::rules const& law,
                              engine::working_days const& days)
{
    return engine::reckon({.name = "comment_window",
                           .rule = law.rule_of(comment_window_days, "R713-15.2"),
                           .begins = opens_on,
                           .days = law.number(comment_window_days).value_or(1)},
                          days, opens_on);
}

std::vector<std::string> undecided_opinions(dossier const& file)
{
    return opinions_of(file.participation).undecided();
}

bool participation_done(dossier const& file)
{
    auto const& facts = file.participation;
    auto const asked_at = asked_to_complete(file, legality_review::statutory_step::participation);
    if (is_secret(file) && facts.exemption)
        return facts.exemption->seq > asked_at;
    return facts.conclusion && facts.conclusion->seq > asked_at &&
           still_covers(file, facts.conclusion->draft, drafting::repeatable_step::participation);
}

bool participation_is_stale(dossier const& file)
{
    auto const& conclusion = file.participation.conclusion;
    return conclusion &&
           !still_covers(file, conclusion->draft, drafting::repeatable_step::participation);
}

} // namespace workflows::major_decision
