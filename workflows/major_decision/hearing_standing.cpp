#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/hearing_list.hpp"
#include "workflows/major_decision/parameters.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace {

bool triggers(engine::rules const& law, std::string_view name)
{
    auto const known = law.list(hearing_duty_triggers);
    return std::find(known.begin(), known.end(), name) != known.end();
}

entered<hearing::suggestion_answered> const* answer_to(dossier const& file,
                                                       std::string const& number)
{
    for (auto const& answer : file.hearing.suggestion_answers)
        if (answer.body.number == number)
            return &answer;
    return nullptr;
}

/// A hearing on a text that still covers the draft.
bool session_holds(dossier const& file)
{
    auto const& session = file.hearing.session;
    return session && still_covers(file, session->draft, drafting::repeatable_step::participation);
}

/// What must be done so many days before the hearing, from the day on which it could be begun. The
/// last day is a working day already, so that it does not roll beyond what the law allows.
engine::limit_terms terms_before(day event, long long before, day from,
                                 engine::working_days const& days)
{
    auto const last = engine::days_before(event, before, days).advised;
    auto const begins = std::min(from, last);
    return {.name = {}, .rule = {}, .begins = begins, .days = (last - begins).count()};
}

} // namespace

std::optional<engine::rule_id> hearing_duty(dossier const& file, engine::rules const& law)
{
    if (is_secret(file)) // GDH303-2.1: not for what is lawfully not public
        return {};
    // What the organ's own catalogue says binds everywhere; some places say so expressly.
    if (catalogue_demands(file, catalogue_step::hearing))
        return triggers(law, "by_catalogue") ? law.rule_of(hearing_duty_triggers, "R713-16.1")
                                             : "R713-3.4";
    if (file.drafting.touches) {
        auto const& touches = file.drafting.touches->body;
        if (touches.hearing_law)
            return "R713-16.1";
        if ((touches.vital_interests && triggers(law, "vital_interest")) ||
            (touches.large_disagreement && triggers(law, "major_dispute")))
            return law.rule_of(hearing_duty_triggers, "R713-16.1");
    }
    if (asked_to_complete(file, legality_review::statutory_step::hearing) > 0)
        return "R713-27.2";
    auto const& answers = file.hearing.suggestion_answers;
    if (std::any_of(answers.begin(), answers.end(),
                    [](auto const& answer) { return answer.body.accepted; }))
        return law.rule_of(hearing_suggestion_answer_working_days, "R713-16.1");
    return {};
}

bool hearing_required(dossier const& file, engine::rules const& law)
{
    return hearing_duty(file, law).has_value();
}

std::optional<engine::rule_id> hearing_owed(dossier const& file, engine::rules const& law)
{
    if (auto duty = hearing_duty(file, law))
        return duty;
    auto const& facts = file.hearing;
    if (is_secret(file) || !facts.decision || !facts.decision->body.hold)
        return {};
    // One by choice that was held on an earlier text is not asked for again.
    if (facts.session && !session_holds(file))
        return {};
    return "R713-16.1";
}

bool hearing_undecided(dossier const& file, engine::rules const& law)
{
    auto const& touches = file.drafting.touches;
    if (!touches || is_secret(file) || file.hearing.decision || decided(file) ||
        hearing_required(file, law))
        return false;
    return touches->body.vital_interests || touches->body.large_disagreement;
}

bool hearing_done(dossier const& file, engine::rules const& law)
{
    auto const& facts = file.hearing;
    if (!session_holds(file) ||
        facts.session->seq < asked_to_complete(file, legality_review::statutory_step::hearing))
        return false;
    if (law.flag(hearing_report_required) && !facts.report)
        return false;
    if (law.flag(hearing_further_argument_required) && majority_was_against(file) &&
        !facts.further_argument)
        return false;
    return !law.flag(hearing_adoption_told_required) || facts.reply;
}

std::optional<day> hearing_day(dossier const& file)
{
    auto const& facts = file.hearing;
    if (!facts.notice)
        return {};
    return facts.postponements.empty() ? facts.notice->body.hearing_on
                                       : facts.postponements.back().body.new_day;
}

day earliest_hearing(day announced_on, engine::rules const& law)
{
    // At least the day after: the notice is published in advance (R713-16.2).
    return announced_on + std::chrono::days(law.number(hearing_notice_days).value_or(1));
}

bool majority_was_against(dossier const& file)
{
    auto const& facts = file.hearing;
    if (!facts.session || !facts.list)
        return false;
    auto const& present = facts.session->body.present;
    auto const& people = facts.list->body.people;
    auto const came = std::count_if(people.begin(), people.end(), [&](auto const& person) {
        return person.role == hearing::hearing_role::participant &&
               std::find(present.begin(), present.end(), person.name) != present.end();
    });
    return 2 * facts.session->body.against > came;
}

std::vector<engine::limit_terms> suggestion_terms(dossier const& file, engine::rules const& law,
                                                  engine::working_days const& days)
{
    auto const allowed = law.number(hearing_suggestion_answer_working_days);
    auto const end = window_end(file, law, days);
    if (!allowed || !end)
        return {};
    std::vector<engine::limit_terms> all;
    for (auto const& suggestion : file.hearing.suggestions) {
        all.push_back({.name = "hearing_suggestion",
                       .rule = law.rule_of(hearing_suggestion_answer_working_days, "R713-16.1"),
                       .begins = *end,
                       .days = *allowed,
                       .unit = engine::day_unit::working,
                       .binds = {hearing::suggestion_answered::kind}});
        if (auto const* answer = answer_to(file, suggestion.body.number))
            all.back().met_on = answer->on;
    }
    return all;
}

std::vector<engine::limit_terms> hearing_preparation_terms(dossier const& file,
                                                           engine::rules const& law,
                                                           engine::working_days const& days)
{
    auto const& facts = file.hearing;
    if (!facts.notice)
        return {};
    std::vector<engine::limit_terms> all;
    if (auto const before = law.number(hearing_list_days)) {
        auto& list = all.emplace_back(
            terms_before(*hearing_day(file), *before, facts.notice->body.published_on, days));
        list.name = "hearing_list";
        list.rule = law.rule_of(hearing_list_days, "R713-16.4");
        list.binds = {hearing::listed::kind};
        if (facts.list)
            list.met_on = facts.list->body.published_on;
    }
    if (auto const before = law.number(hearing_materials_days); before && facts.list) {
        auto& papers = all.emplace_back(
            terms_before(*hearing_day(file), *before, facts.list->body.published_on, days));
        papers.name = "hearing_papers";
        papers.rule = law.rule_of(hearing_materials_days, "R713-16.5");
        papers.binds = {hearing::delivered::kind};
        papers.met_on = hearing::papers_reached_all(file);
    }
    return all;
}

std::optional<engine::limit_terms> hearing_report_terms(dossier const& file,
                                                        engine::rules const& law)
{
    auto const allowed = law.number(hearing_report_days);
    auto const& facts = file.hearing;
    if (!allowed || !facts.session)
        return {};
    engine::limit_terms terms{.name = "hearing_report",
                              .rule = law.rule_of(hearing_report_days, "R713-17.1"),
                              .begins = facts.session->body.held_on,
                              .days = *allowed,
                              .binds = {hearing::reported::kind}};
    if (facts.report)
        terms.met_on = facts.report->body.reported_on;
    return terms;
}

std::optional<engine::limit_terms> postponement_terms(dossier const& file, engine::rules const& law)
{
    auto const allowed = law.number(hearing_postpone_max_days);
    auto const& facts = file.hearing;
    if (!allowed || !facts.notice || facts.postponements.empty())
        return {};
    engine::limit_terms terms{.name = "hearing_postponement",
                              .rule = law.rule_of(hearing_postpone_max_days, "R713-16.2"),
                              .begins = facts.notice->body.hearing_on,
                              .days = *allowed,
                              .binds = {hearing::held::kind}};
    if (facts.session)
        terms.met_on = facts.session->body.held_on;
    return terms;
}

} // namespace workflows::major_decision
