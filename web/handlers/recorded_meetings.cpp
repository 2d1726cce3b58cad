#include "web/handlers/recorded_meetings.hpp"

#include "web/document_link.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;

constexpr std::string_view holding = "deliberation.held";
using codes = std::set<std::string>;

/// So many discussions stand below the meetings to come; older ones are found by their cases.
constexpr std::size_t most_shown = 20;
/// So many of one secretary are looked through for those of a meeting that is asked for.
constexpr long long most_since = 40;
constexpr std::chrono::days earlier_than_planned{14};

std::string text_in(object const& from, char const* name)
{
    auto const* found = from.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

/// The units whose records are read: a secretary's own one, for others all of their organ.
codes units_of_records(visit const& v)
{
    if (records_meetings(v, v.session->as.role))
        return {v.session->as.unit};
    codes all;
    for (auto const& one : v.own_units())
        all.insert(one.code);
    return all;
}

/// Who records meetings in these units; whoever looks, if they do, perhaps in somebody's place.
std::set<long long> secretaries_of(visit const& v, codes const& units)
{
    std::set<long long> all;
    if (records_meetings(v, v.session->as.role))
        all.insert(v.session->who.id.value);
    for (auto const everybody = v.house.people(v.today()); auto const& one : *everybody)
        if (units.contains(one.unit) && records_meetings(v, one.role))
            all.insert(one.person.value);
    return all;
}

object minutes_view(visit const& v, engine::act const& held)
{
    auto const* minutes = held.body.if_contains("minutes");
    if (!minutes || !minutes->is_object())
        return {{"name", ""}, {"href", ""}};
    auto const hash = text_in(minutes->get_object(), "hash");
    return {{"name", document_name(v.words, hash, text_in(minutes->get_object(), "name"))},
            {"href", document_href(hash)}};
}

} // namespace

bool records_meetings(visit const& v, std::string_view role)
{
    return v.house.with().law.entitled.may_act(role, holding, true, true);
}

std::vector<engine::act> recorded_meetings(visit const& v, long long of_each,
                                           std::optional<engine::day> since)
{
    auto const units = units_of_records(v);
    std::vector<engine::act> found;
    adapters::soci::box_filter const only{.kind = std::string(holding), .from = since};
    auto const order =
        since ? adapters::soci::box_order::oldest : adapters::soci::box_order::newest;
    for (auto const secretary : secretaries_of(v, units)) {
        adapters::soci::box const done{.name = adapters::soci::box_name::done,
                                       .person = {secretary}};
        auto const rows = v.records->list_box(done, only, order, {}, of_each).rows;
        for (auto const& row : rows) {
            auto act = v.records->find_act(row.on, row.seq);
            // Who sits in two offices records the meetings of two organs.
            if (act && units.contains(act->by.unit))
                found.push_back(std::move(*act));
        }
    }
    auto const place = [](engine::act const& one) {
        return std::tuple(text_in(one.body, "met_on"), one.entered_at, one.on, one.seq);
    };
    std::sort(found.begin(), found.end(),
              [&](auto const& one, auto const& other) { return place(one) > place(other); });
    return found;
}

std::vector<discussed_matter> discussed_matters(visit const& v, std::optional<engine::day> met_on)
{
    std::vector<discussed_matter> made;
    auto held = met_on ? recorded_meetings(v, most_since, *met_on - earlier_than_planned)
                       : recorded_meetings(v, most_shown);
    for (auto& one : held) {
        auto of = v.records->find_case(one.on);
        if (!of)
            continue;
        auto acts = acts_before(v.records->acts_of(one.on), one.seq);
        auto const* placed = agenda_of(acts);
        auto meeting = placed ? meeting_of(*placed) : planned_meeting();
        auto where = place_on_agenda(one.on, of->head.line.number, acts);
        made.push_back({std::move(one), std::move(*of), std::move(meeting), std::move(where),
                        std::move(acts)});
    }
    return made;
}

object discussed_matter::result_view(visit const& v) const
{
    return {{"outcome_words", v.words("choice.meeting_outcome." + text_in(held.body, "outcome"))},
            {"record_href",
             "/cases/" + std::to_string(held.on.value) + "/acts/" + std::to_string(held.seq)}};
}

array recorded_view(visit const& v, std::vector<discussed_matter> const& all)
{
    std::vector<planned_meeting> placements;
    for (auto const& one : all)
        placements.push_back(one.meeting);
    array made;
    for (auto const& one : all) {
        auto const& body = one.held.body;
        auto const on = engine::parse_day(text_in(body, "met_on"));
        auto const result = one.result_view(v);
        made.push_back(object{
            {"case", one.held.on.value},
            {"number", one.of.head.line.number},
            {"case_title", one.of.summary.title},
            {"on", text_in(body, "met_on")},
            {"on_words", on ? v.words.date(*on) : ""},
            {"name", text_in(body, "meeting_name")},
            {"outcome_words", result.at("outcome_words")},
            {"decision", text_in(body, "decision")},
            {"minutes", minutes_view(v, one.held)},
            {"agenda_href", one.meeting.on.empty()
                                ? ""
                                : "/meetings?meeting=" +
                                      percent_encoded(named_among(one.meeting, placements).key())},
            {"case_href", "/cases/" + std::to_string(one.held.on.value)},
            {"href", result.at("record_href")}});
        if (made.size() == most_shown)
            break;
    }
    return made;
}

} // namespace web::handlers
