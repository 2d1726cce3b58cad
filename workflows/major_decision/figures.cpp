#include "workflows/counting.hpp"
#include "workflows/major_decision/opinions_on_file.hpp"
#include "workflows/major_decision/procedure.hpp"
#include "workflows/major_decision/review_clock.hpp"

// What each act counts for. The codes are those of config/indicators.csv; an indicator whose
// aggregation is a mean gets one value per act here, and the mean is taken when it is shown.

namespace workflows::major_decision {
namespace {

using counting = workflows::counting<dossier>;

void of_start(counting& c)
{
    auto const& started = c.file.intake.started;
    c.count("DEC.started", started->body.decided_on);
}

void of_publication(counting& c)
{
    c.count("PART.consultations");
}

void of_opinions(counting& c)
{
    auto const& last = c.file.participation.recorded.back().body.opinions;
    c.count("PART.opinions_received", static_cast<long long>(last.size()));
}

void of_decided_opinions(counting& c)
{
    long long adopted = 0;
    for (auto const& one : c.file.participation.decided.back().body.decisions)
        adopted += one.outcome != participation::adoption::not_adopted;
    c.count("PART.opinions_adopted", adopted);
}

/// An opinion that repeats another is taken out of the years in which it was counted.
void of_repeats(counting& c)
{
    auto earlier = c.file.participation;
    earlier.repeats.pop_back();
    auto const before = opinions_of(earlier);
    auto const after = opinions_of(c.file.participation);
    for (auto const& one : c.file.participation.repeats.back().body.opinions) {
        auto const* now = after.find(one.number);
        auto const change = static_cast<long long>(now->counts()) -
                            static_cast<long long>(before.find(one.number)->counts());
        c.count("PART.opinions_received", now->on, change);
        if (now->own_decision && now->own_decision->outcome != participation::adoption::not_adopted)
            c.count("PART.opinions_adopted", now->decided_on, change);
    }
}

void of_hearing(counting& c)
{
    c.count("PART.hearings", c.file.hearing.session->body.held_on);
}

void of_expert_opinions(counting& c)
{
    auto const& last = c.file.experts.opinions.back().body;
    if (c.file.experts.opinions.size() == 1)
        c.count("EXPERT.panels", last.held_on);
    c.count("EXPERT.persons", last.held_on, static_cast<long long>(last.opinions.size()));
}

void of_risk(counting& c)
{
    c.count("RISK.assessments");
}

void of_return(counting& c)
{
    c.count("DEC.returned");
}

void of_review(counting& c)
{
    auto const& review = c.file.legality_review;
    c.count("DEC.reviewed");
    c.count("DEC.review_opinions", static_cast<long long>(review.conclusion->body.points.size()));
    c.count("DEC.review_days_avg", review_days_used(c.file, c.days, c.what.counts_on()));
}

void of_meeting(counting& c)
{
    using deliberation::meeting_outcome;
    auto const& held = c.file.deliberation.meetings.back().body;
    c.count("MEETING.items_reviewed", held.met_on);
    switch (held.outcome) {
    case meeting_outcome::adopted:
        return c.count("DEC.adopted", held.met_on);
    case meeting_outcome::postponed:
    case meeting_outcome::discuss_again:
        return c.count("DEC.postponed", held.met_on);
    case meeting_outcome::rejected:
        return c.count("DEC.rejected", held.met_on);
    case meeting_outcome::adopted_in_principle:
        return; // counts when the ordered changes are accepted
    }
}

void of_accepted_changes(counting& c)
{
    c.count("DEC.adopted");
}
void of_termination(counting& c)
{
    c.count("DEC.terminated");
}
void of_suspension(counting& c)
{
    c.count("EXEC.suspended");
}
void of_evaluation(counting& c)
{
    c.count("EVAL.count");
}
void of_major_adjustment(counting& c)
{
    c.count("EXEC.adjusted", c.file.adjustment.reopening->body.met_on);
}

workflows::counters<dossier> const& counters()
{
    static workflows::counters<dossier> const all{
        {intake::start_decided::kind, of_start},
        {participation::published::kind, of_publication},
        {participation::opinions_recorded::kind, of_opinions},
        {participation::repeats_noted::kind, of_repeats},
        {participation::opinions_decided::kind, of_decided_opinions},
        {hearing::held::kind, of_hearing},
        {experts::opined::kind, of_expert_opinions},
        {risk::reported::kind, of_risk},
        {legality_review::supplement_requested::kind, of_return},
        {legality_review::returned::kind, of_return},
        {legality_review::concluded::kind, of_review},
        {submission::returned_by_office::kind, of_return},
        {submission::deputy_returned::kind, of_return},
        {submission::head_returned::kind, of_return},
        {deliberation::held::kind, of_meeting},
        {deliberation::changes_accepted::kind, of_accepted_changes},
        {closing::terminated::kind, of_termination},
        {closing::expired::kind, of_termination},
        {closing::withdrawn::kind, of_termination},
        {execution::suspended::kind, of_suspension},
        {evaluation::reported::kind, of_evaluation},
        {adjustment::reopened::kind, of_major_adjustment},
    };
    return all;
}

} // namespace

std::vector<engine::figure> figures(dossier const& file, engine::act const& what,
                                    engine::working_days const& days)
{
    return workflows::counted_by(counters(), file, what, days);
}

} // namespace workflows::major_decision
