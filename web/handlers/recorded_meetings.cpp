#include "web/handlers/recorded_meetings.hpp"

#include "web/document_link.hpp"
#include "web/office.hpp"

#include <algorithm>
#include <set>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;

constexpr std::string_view holding = "deliberation.held";
using codes = std::set<std::string>;

/// So many discussions stand below the meetings to come; older ones are found by their cases.
constexpr std::size_t most_shown = 20;

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
    for (auto const& one : *v.house.people(v.today()))
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

std::vector<engine::act> recorded_meetings(visit const& v, long long of_each)
{
    auto const units = units_of_records(v);
    std::vector<engine::act> found;
    adapters::soci::box_filter const only{.kind = std::string(holding)};
    for (auto const secretary : secretaries_of(v, units)) {
        adapters::soci::box const done{.name = adapters::soci::box_name::done,
                                       .person = {secretary}};
        auto const rows =
            v.records->list_box(done, only, adapters::soci::box_order::newest, {}, of_each).rows;
        for (auto const& row : rows) {
            auto act = v.records->find_act(row.on, row.seq);
            // Who sits in two offices records the meetings of two organs.
            if (act && units.contains(act->by.unit))
                found.push_back(std::move(*act));
        }
    }
    std::stable_sort(found.begin(), found.end(), [](auto const& one, auto const& other) {
        return one.entered_at > other.entered_at;
    });
    return found;
}

array recorded_view(visit const& v)
{
    array made;
    for (auto const& one : recorded_meetings(v, most_shown)) {
        auto const found = v.records->find_case(one.on);
        if (!found)
            continue;
        auto const on = engine::parse_day(text_in(one.body, "met_on"));
        auto const home = "/cases/" + std::to_string(one.on.value);
        made.push_back(object{
            {"case", one.on.value},
            {"number", found->head.line.number},
            {"case_title", found->summary.title},
            {"on", text_in(one.body, "met_on")},
            {"on_words", on ? v.words.date(*on) : ""},
            {"name", text_in(one.body, "meeting_name")},
            {"outcome_words", v.words("choice.meeting_outcome." + text_in(one.body, "outcome"))},
            {"decision", text_in(one.body, "decision")},
            {"minutes", minutes_view(v, one)},
            {"case_href", home},
            {"href", home + "/acts/" + std::to_string(one.seq)}});
        if (made.size() == most_shown)
            break;
    }
    return made;
}

} // namespace web::handlers
