#include "workflows/catalogue/yearly_catalogue.hpp"

#include "workflows/catalogue/planned_time.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <set>

namespace workflows::catalogue {
namespace {

/// The element of a list that is numbered from 1, or null.
template <class List>
auto const* numbered(List const& list, long long number)
{
    if (number < 1 || number > static_cast<long long>(list.size()))
        return static_cast<typename List::value_type const*>(nullptr);
    return &list[static_cast<std::size_t>(number - 1)];
}

/// The last day of a planned time; nothing when none was given.
std::optional<day> end_of(std::optional<std::string> const& words, int year)
{
    if (!words)
        return {};
    auto const time = read_planned_time(*words, year);
    return time ? std::optional(time->last) : std::nullopt;
}

std::optional<day> end_of_meeting(yearly_catalogue const& file, item const& one)
{
    return end_of(one.details.planned_meeting, file.year);
}

/// The day by which a decision should have been opened: the planned start, else the planned
/// consultation, else the planned meeting.
std::optional<day> end_of_start(yearly_catalogue const& file, item const& one)
{
    for (auto const* words : {&one.details.planned_start, &one.details.planned_consultation,
                              &one.details.planned_meeting})
        if (*words)
            return end_of(*words, file.year);
    return {};
}

day last_day_of(int year)
{
    return day(std::chrono::year(year) / std::chrono::December / 31);
}

} // namespace

bool is_published(yearly_catalogue const& file)
{
    return file.approval.publication || file.call.taking_over;
}

bool is_closed(yearly_catalogue const& file)
{
    return file.progress.closing.has_value();
}

bool year_is_over(yearly_catalogue const& file, day today)
{
    return today > last_day_of(file.year);
}

bool has_item_named(yearly_catalogue const& file, std::string const& name)
{
    return std::any_of(file.items.begin(), file.items.end(), [&](item const& one) {
        return one.in_force() && one.details.item_name == name;
    });
}

int last_year_to_set_up(day today)
{
    return engine::year_of(today) + 1;
}

std::optional<day> deadline_of(yearly_catalogue const& file)
{
    if (!file.call.notice)
        return {};
    return file.call.extensions.empty() ? file.call.notice->body.deadline
                                        : file.call.extensions.back().body.deadline;
}

std::vector<std::string> units_awaited(yearly_catalogue const& file)
{
    std::set<std::string> units;
    if (file.call.notice)
        units.insert(file.call.notice->body.units.begin(), file.call.notice->body.units.end());
    for (auto const& one : file.call.answers)
        units.erase(one.unit);
    // A unit whose paper the office entered has answered on paper.
    for (auto const& one : file.call.proposals)
        if (one.from_a_list && one.withdrawn_because.empty())
            units.erase(one.unit);
    return {units.begin(), units.end()};
}

bool has_proposed(yearly_catalogue const& file, std::string_view unit)
{
    auto const& all = file.call.proposals;
    return std::any_of(all.begin(), all.end(), [&](call::proposal const& one) {
        return one.withdrawn_because.empty() &&
               (one.unit == unit || (one.body.lead && *one.body.lead == unit));
    });
}

std::vector<std::string> units_with_nothing(yearly_catalogue const& file)
{
    std::set<std::string> units;
    for (auto const& one : file.call.answers)
        if (!has_proposed(file, one.unit))
            units.insert(one.unit);
    return {units.begin(), units.end()};
}

call::proposal const* find_proposal(yearly_catalogue const& file, long long number)
{
    return numbered(file.call.proposals, number);
}

std::optional<engine::limit_terms> call_terms(yearly_catalogue const& file)
{
    auto const deadline = deadline_of(file);
    if (!deadline)
        return {};
    auto const begins = file.call.notice->on;
    engine::limit_terms terms{.name = "catalogue_call",
                              .rule = "GD21-10.1",
                              .begins = begins,
                              .days = (*deadline - begins).count(),
                              .binds = {call::answered::kind},
                              .ends_as_written = true};
    if (file.call.closing)
        terms.met_on = file.call.closing->on;
    return terms;
}

std::optional<std::string> ground_of_answer(yearly_catalogue const& file, engine::act const& what)
{
    bool const is_of_one_unit = what.kind == call::proposed::kind ||
                                what.kind == call::withdrawn::kind ||
                                what.kind == call::answered::kind;
    if (!is_of_one_unit)
        return {};
    boost::json::array own;
    for (auto const& one : file.call.proposals)
        if (one.unit == what.by.unit || one.body.lead == what.by.unit)
            own.push_back({one.number, one.withdrawn_because});
    boost::json::object const ground{{"runs", file.call.notice && !file.call.closing},
                                     {"own", std::move(own)}};
    return boost::json::serialize(ground);
}

screening::judged_proposal const* verdict_on(yearly_catalogue const& file, long long proposal)
{
    if (!file.screening.last)
        return nullptr;
    auto const& all = file.screening.last->body.verdicts;
    auto const found = std::find_if(all.begin(), all.end(),
                                    [&](auto const& one) { return one.proposal == proposal; });
    return found == all.end() ? nullptr : &*found;
}

bool is_consent(party_answer answer)
{
    return answer == party_answer::agrees || answer == party_answer::agrees_with_changes;
}

adjustment::request const* find_request(yearly_catalogue const& file, long long number)
{
    return numbered(file.adjustment.requests, number);
}

bool any_request_is(yearly_catalogue const& file, adjustment::request_state state)
{
    auto const& all = file.adjustment.requests;
    return std::any_of(all.begin(), all.end(),
                       [&](adjustment::request const& one) { return one.state == state; });
}

bool adjustment_is_under_way(yearly_catalogue const& file)
{
    using adjustment::request_state;
    return any_request_is(file, request_state::waiting) ||
           any_request_is(file, request_state::granted) ||
           any_request_is(file, request_state::consented);
}

public_proposals::account account_of_proposal(yearly_catalogue const& file, long long number)
{
    auto const& all = file.public_proposals.handled;
    auto const found = all.find(number);
    return found == all.end() ? public_proposals::account{} : found->second;
}

long long proposals_answered(yearly_catalogue const& file)
{
    auto const& all = file.public_proposals.handled;
    return std::count_if(all.begin(), all.end(),
                         [](auto const& one) { return one.second.answer.has_value(); });
}

item const* find_item(yearly_catalogue const& file, long long number)
{
    return numbered(file.items, number);
}

std::vector<item const*> items_in_force(yearly_catalogue const& file)
{
    std::vector<item const*> all;
    for (auto const& one : file.items)
        if (one.in_force())
            all.push_back(&one);
    return all;
}

bool is_on_time(yearly_catalogue const& file, item const& one)
{
    if (!one.completion)
        return false;
    auto const until = end_of_meeting(file, one).value_or(last_day_of(file.year));
    return one.completion->body.completed_on <= until;
}

item_state state_of(yearly_catalogue const& file, item const& one, bool has_case, day today)
{
    item_state state;
    if (one.is_accounted_for())
        return state;
    auto const start = end_of_start(file, one);
    state.awaits_case = one.decisions.empty() && !has_case && start && *start < today;
    auto const meeting = end_of_meeting(file, one);
    state.is_late = meeting && *meeting < today;
    state.awaits_explanation = is_published(file) && year_is_over(file, today);
    return state;
}

std::optional<engine::limit_terms> explanation_terms(yearly_catalogue const& file)
{
    auto const& publication = file.approval.publication;
    if (!publication || !publication->body.explanations_due)
        return {};
    auto const begins = publication->body.published_on;
    engine::limit_terms terms{.name = "catalogue_explanation",
                              .rule = "JC-54",
                              .begins = begins,
                              .days = (*publication->body.explanations_due - begins).count(),
                              .binds = {items::explained::kind},
                              .ends_as_written = true};
    if (file.progress.closing)
        terms.met_on = file.progress.closing->on;
    return terms;
}

} // namespace workflows::catalogue
