#include "workflows/counting.hpp"
#include "workflows/normative_document/procedure.hpp"

#include <algorithm>

// What each act counts for. The codes are those of config/indicators.csv. Counting rules: a
// document counts once for each of its steps, however often the step is done; a review counts with
// the first opinion, or with the decision's that was taken over; a filing counts for the year in
// which the document was published, so that the rates are shares of the documents of one year; what
// was issued before it was registered here was not made here and counts for its clean-up and its
// requests alone. Consultations, opinions and hearings on documents count nowhere: the indicators
// of participation stand in the report among those of decisions, and their names say so.

namespace workflows::normative_document {
namespace {

using validity::cleanup_result;

using counting = workflows::counting<dossier>;

void count_review(counting& c, day happened)
{
    c.count("NORM.reviewed", happened);
    c.count(is_of_government(c.file) ? "NORM.gov.reviewed" : "NORM.dept.reviewed", happened);
}

bool is_review(entered<project::step_taken_over> const& one)
{
    return one.body.step == project::shared_step::legality_review;
}

/// How often the document was reviewed, here and in the decision's case.
long long reviews(dossier const& file)
{
    auto const& all = file.project.taken_over;
    return static_cast<long long>(file.review.conclusions.size()) +
           std::count_if(all.begin(), all.end(), is_review);
}

void of_opinion(counting& c)
{
    if (reviews(c.file) == 1)
        count_review(c, c.what.counts_on());
}

void of_step(counting& c)
{
    auto const& last = c.file.project.taken_over.back();
    if (is_review(last) && reviews(c.file) == 1)
        count_review(c, last.body.done_on);
}

void of_publication(counting& c)
{
    auto const& body = c.file.issue.publication->body;
    c.count("NORM.issued", body.published_on);
    if (is_reviewed(c.file))
        c.count("NORM.issued_reviewed", body.published_on);
}

/// The first filing counts, and whether it came in time by the days of the law: the days are the
/// thirty of every place that was read, so that the figure follows from the acts alone.
void of_filing(counting& c)
{
    if (c.file.filing.lines.size() != 1)
        return;
    constexpr std::chrono::days in_time{30};
    auto const published = c.file.issue.publication->body.published_on;
    c.count("NORM.filed", published);
    if (c.file.filing.lines.front().sent.body.filed_on <= published + in_time)
        c.count("NORM.filed_timely", published);
}

/// What the own government examined of its departments' documents.
void of_answer(counting& c)
{
    auto const* line = filing_to(c.file, filing::filing_recipient::own_government);
    if (line && line->answer && line->answer->seq == c.what.seq && line->is_answered())
        c.count("NORM.filed_reviewed", line->answer->body.answered_on);
}

void of_cleanup(counting& c)
{
    auto const& body = c.file.validity.cleanups.back().body;
    switch (body.result_is) {
    case cleanup_result::kept:
        return c.count("NORM.cleanup_kept", body.decided_on);
    case cleanup_result::to_be_amended:
        return c.count("NORM.cleanup_amended", body.decided_on);
    case cleanup_result::repealed:
        return c.count("NORM.cleanup_repealed", body.decided_on);
    case cleanup_result::declared_invalid:
        return c.count("NORM.cleanup_expired", body.decided_on);
    }
}

/// A document lapses on the day after its last one, whenever that is noted.
void of_lapse(counting& c)
{
    c.count("NORM.lapsed", *c.file.validity.valid_until + std::chrono::days(1));
}

void of_evaluation(counting& c)
{
    c.count("NORM.evaluated", c.file.validity.evaluations.back().body.evaluated_on);
}

void of_request(counting& c)
{
    c.count("NORM.citizen_review_requests", c.file.requests.lines.back().request.body.received_on);
}

void of_answered_request(counting& c)
{
    for (auto const& one : c.file.requests.lines)
        if (one.answer && one.answer->seq == c.what.seq)
            c.count("NORM.requests_answered", one.answer->body.answered_on);
}

workflows::counters<dossier> const& counters()
{
    static workflows::counters<dossier> const all{
        {review::concluded::kind, of_opinion},    {project::step_taken_over::kind, of_step},
        {issue::published::kind, of_publication}, {filing::filed::kind, of_filing},
        {filing::answered::kind, of_answer},      {validity::cleaned_up::kind, of_cleanup},
        {validity::lapse_noted::kind, of_lapse},  {validity::evaluated::kind, of_evaluation},
        {requests::received::kind, of_request},   {requests::answered::kind, of_answered_request},
    };
    return all;
}

} // namespace

std::vector<engine::figure> figures(dossier const& file, engine::act const& what,
                                    engine::working_days const& days)
{
    return workflows::counted_by(counters(), file, what, days);
}

} // namespace workflows::normative_document
