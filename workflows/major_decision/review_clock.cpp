#include "workflows/major_decision/review_clock.hpp"

#include "workflows/major_decision/advisers.hpp"
#include "workflows/major_decision/parameters.hpp"

#include <algorithm>

namespace workflows::major_decision {

entered<legality_review::supplement_requested> const* awaited_supplement(dossier const& file)
{
    auto const& review = file.legality_review;
    if (review.supplements_asked.empty())
        return nullptr;
    auto const& demand = review.supplements_asked.back();
    auto const came_after = [&](auto const& list) {
        return !list.empty() && list.back().seq > demand.seq;
    };
    bool const accepted = review.acceptance && review.acceptance->seq > demand.seq;
    if (accepted || came_after(review.supplements) || came_after(review.returns) ||
        came_after(review.resumptions) || demand.draft != current_draft(file))
        return nullptr;
    return &demand;
}

namespace {

using legality_review::stop_reason;

/// The first entry after an act, by number and day.
struct place_of_end {
    long long seq = 0;
    day on;
};

template <class Body>
void end_sooner(std::vector<entered<Body>> const& list, long long after,
                std::optional<place_of_end>& end)
{
    for (auto const& one : list)
        if (one.seq > after && (!end || one.seq < end->seq))
            end = place_of_end{one.seq, one.on};
}

engine::pause pause_for(stop_reason reason, day from, std::optional<place_of_end> const& end)
{
    return {from, end ? std::optional(end->on) : std::nullopt,
            engine::say("choice.stop_reason." + std::string(engine::name_of(reason)))};
}

} // namespace

std::vector<engine::pause> review_pauses(dossier const& file)
{
    auto const& review = file.legality_review;
    std::vector<engine::pause> pauses;
    for (auto const& stop : review.stops) {
        std::optional<place_of_end> end;
        end_sooner(review.resumptions, stop.seq, end);
        pauses.push_back(pause_for(stop.body.reason, stop.on, end));
    }
    for (auto const& demand : review.supplements_asked) {
        if (!review.acceptance || demand.seq < review.acceptance->seq)
            continue;
        std::optional<place_of_end> end;
        end_sooner(review.resumptions, demand.seq, end);
        end_sooner(review.supplements, demand.seq, end);
        pauses.push_back(pause_for(stop_reason::supplement, demand.on, end));
    }
    std::stable_sort(pauses.begin(), pauses.end(),
                     [](auto const& a, auto const& b) { return a.from < b.from; });
    return pauses;
}

long long review_days_used(dossier const& file, engine::working_days const& days, day today)
{
    auto const& accepted = file.legality_review.acceptance;
    if (!accepted || today <= accepted->on)
        return 0;
    // Asked for more days than have passed, so that the count is cut by today alone.
    return engine::reckon({.name = "review_least",
                           .rule = "R713-26.3",
                           .begins = accepted->on,
                           .days = (today - accepted->on).count() + 1,
                           .unit = engine::day_unit::working,
                           .pauses = review_pauses(file)},
                          days, today)
        .used;
}

std::optional<day> review_least_ends(dossier const& file, engine::rules const& law,
                                     engine::working_days const& days, day today)
{
    auto const least = law.number(review_min_working_days);
    auto const& accepted = file.legality_review.acceptance;
    if (!least || !accepted)
        return {};
    return engine::reckon({.name = "review_least",
                           .rule = law.rule_of(review_min_working_days, "R713-26.3"),
                           .begins = accepted->on,
                           .days = *least,
                           .unit = engine::day_unit::working,
                           .pauses = review_pauses(file)},
                          days, today)
        .due;
}

std::optional<long long> review_longest(dossier const& file, engine::rules const& law)
{
    auto const most = law.number(review_max_working_days);
    if (!most)
        return {};
    auto const& extension = file.legality_review.extension;
    return *most + (extension ? extension->body.working_days : 0);
}

namespace {

/// A file that was returned, or whose draft was replaced, is under review no more.
bool review_runs_or_ran(dossier const& file)
{
    auto const& review = file.legality_review;
    if (!review.acceptance)
        return false;
    if (review.conclusion)
        return true;
    bool const returned =
        !review.returns.empty() && review.returns.back().seq > review.acceptance->seq;
    return !returned && review.acceptance->draft == current_draft(file);
}

void add_review(dossier const& file, engine::rules const& law,
                std::vector<engine::limit_terms>& into)
{
    auto const& review = file.legality_review;
    if (!review_runs_or_ran(file))
        return;
    std::optional<day> met_on;
    if (review.conclusion)
        met_on = review.conclusion->on;
    auto const add = [&](char const* name, engine::rule_id rule, long long length, bool is_least) {
        into.push_back(
            {.name = name,
             .rule = std::move(rule),
             .begins = review.acceptance->on,
             .days = length,
             .unit = engine::day_unit::working,
             .pauses = review_pauses(file),
             .met_on = met_on,
             .is_least = is_least,
             .binds = {legality_review::advisers_asked::kind, legality_review::adviser_opined::kind,
                       legality_review::clock_resumed::kind, legality_review::concluded::kind}});
    };
    if (auto const least = law.number(review_min_working_days))
        add("review_least", law.rule_of(review_min_working_days, "R713-26.3"), *least, true);
    if (auto const most = review_longest(file, law))
        add("review_longest", law.rule_of(review_max_working_days, "R713-28.1"), *most, false);
}

/// The day that each silent adviser was last asked to answer by, as long as the review goes on.
void add_advice(dossier const& file, std::vector<engine::limit_terms>& into)
{
    auto const& review = file.legality_review;
    if (!review_runs_or_ran(file) || review.conclusion)
        return;
    auto awaited = legality_review::advisers_awaited(file);
    for (auto request = review.requests.rbegin(); request != review.requests.rend(); ++request)
        for (auto const& adviser : request->body.advisers)
            if (std::erase(awaited, adviser) > 0)
                into.push_back({.name = "advice",
                                .rule = "R713-28.2",
                                .begins = request->on,
                                .days = (request->body.answer_by - request->on).count(),
                                .binds = {legality_review::adviser_opined::kind},
                                .person_bound = adviser.id,
                                .ends_as_written = true});
}

void add_supplement(dossier const& file, engine::rules const& law,
                    std::vector<engine::limit_terms>& into)
{
    auto const& review = file.legality_review;
    if (review.supplements_asked.empty())
        return;
    auto const& asked_for = review.supplements_asked.back();
    std::optional<day> met_on;
    if (!review.supplements.empty() && review.supplements.back().seq > asked_for.seq)
        met_on = review.supplements.back().on;
    else if (!awaited_supplement(file))
        return;
    engine::limit_terms terms{.name = "review_supplement",
                              .rule = law.rule_of(supplement_working_days, "R713-26.2"),
                              .begins = asked_for.on,
                              .met_on = met_on,
                              .binds = {legality_review::supplemented::kind}};
    if (auto const length = law.number(supplement_working_days)) {
        terms.days = *length;
        terms.unit = engine::day_unit::working;
    } else {
        terms.days = (asked_for.body.answer_by - asked_for.on).count();
        terms.ends_as_written = true;
    }
    into.push_back(std::move(terms));
}

void add_study(dossier const& file, engine::rules const& law,
               std::vector<engine::limit_terms>& into)
{
    auto const length = law.number(expert_study_working_days);
    auto const& given_out = file.experts.materials;
    if (!length || !given_out)
        return;
    std::optional<day> met_on;
    for (auto const& one : file.experts.opinions)
        if (one.seq > given_out->seq)
            met_on = one.body.held_on;
    into.push_back({.name = "expert_study",
                    .rule = law.rule_of(expert_study_working_days, "R713-19.1"),
                    .begins = given_out->body.given_on,
                    .days = *length,
                    .unit = engine::day_unit::working,
                    .met_on = met_on,
                    .is_least = true});
}

void add_office_check(dossier const& file, engine::rules const& law,
                      std::vector<engine::limit_terms>& into)
{
    auto const& way = file.submission;
    auto const length = law.number(office_check_working_days);
    if (!length || !way.filing)
        return;
    std::optional<day> met_on;
    if (!way.returns.empty() && way.returns.back().seq > way.filing->seq)
        met_on = way.returns.back().on;
    if (way.office_check)
        met_on = way.office_check->on;
    into.push_back({.name = "office_check",
                    .rule = law.rule_of(office_check_working_days, "GD21-38.1"),
                    .begins = way.filing->on,
                    .days = *length,
                    .unit = engine::day_unit::working,
                    .met_on = met_on,
                    .binds = {submission::office_passed::kind}});
}

} // namespace

std::vector<engine::limit_terms> review_limits(dossier const& file, engine::rules const& law)
{
    std::vector<engine::limit_terms> all;
    add_study(file, law, all);
    add_supplement(file, law, all);
    add_review(file, law, all);
    add_advice(file, all);
    add_office_check(file, law, all);
    return all;
}

} // namespace workflows::major_decision
