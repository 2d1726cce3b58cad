#include "workflows/major_decision/procedure.hpp"

#include "engine/tabled_chapter.hpp"
#include "workflows/major_decision/awaited_people.hpp"
#include "workflows/major_decision/circulation_parties.hpp"
#include "workflows/major_decision/grounds.hpp"

template class engine::tabled_chapter<workflows::major_decision::dossier>;

namespace workflows::major_decision {

engine::procedure_parts<dossier> const& parts()
{
    static engine::procedure_parts<dossier> const all{
        .chapters =
            {make_intake,         make_drafting,        make_consultation, make_participation,
             make_hearing,        make_experts,         make_risk,         make_fair_competition,
             make_sponsor_review, make_legality_review, make_submission,   make_deliberation,
             make_party_report,   make_congress,        make_publication,  make_execution,
             make_evaluation,     make_adjustment,      make_archive,      make_closing,
             make_circulation},
        .bars = bars,
        .remember = remember,
        .settle = settle_handed_work,
        .named_for = awaited_people,
        .is_owed_by = papers_are_owed_by,
        .each_seat_owes = circulation::each_seat_owes,
        .summary = summary,
        .figures = figures,
        .tell = told,
        .rests_on = ground_of_act,
        .time_limits = time_limits,
        .outlook = outlook,
        .facts = facts};
    return all;
}

} // namespace workflows::major_decision
