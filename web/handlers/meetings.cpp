#include "web/handlers/asked_box.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/office.hpp"

#include <algorithm>
#include <map>
#include <tuple>

// The agenda of the next meetings: the matters whose discussion waits to be recorded by this seat.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;

constexpr long long most_matters = 200;

std::string text_in(object const& from, char const* name)
{
    auto const* found = from.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

/// A meeting: its day as "2024-04-02", its kind, its name. Meetings without a name of their own are
/// one.
using meeting = std::tuple<std::string, std::string, std::string>;

/// Where a matter that waits to be discussed stands on the agenda.
meeting meeting_of(std::vector<engine::act> const& acts)
{
    auto const placed = std::find_if(acts.rbegin(), acts.rend(), [](engine::act const& one) {
        return one.kind == "submission.placed_on_agenda";
    });
    if (placed == acts.rend())
        return {};
    return {text_in(placed->body, "meeting_on"), text_in(placed->body, "meeting"),
            text_in(placed->body, "meeting_name")};
}

object matter_view(visit const& v, adapters::soci::box_row const& row, std::size_t number)
{
    auto const home = "/cases/" + std::to_string(row.on.value);
    return {{"item", number},
            {"case", row.on.value},
            {"number", row.number},
            {"case_title", row.title},
            {"unit", row.unit},
            {"unit_name", v.house.unit_name(row.unit)},
            {"matter_words", row.matter.empty() ? "" : v.words("choice.matter_type." + row.matter)},
            {"case_href", home},
            {"href", home + "/meeting"}};
}

} // namespace

answer show_meetings(visit& v)
{
    auto const of = tasks_of_appointment(v.session->as);
    adapters::soci::box_filter const only{.kind = "deliberation.held"};
    auto const waiting =
        v.records->list_box(of, only, adapters::soci::box_order::oldest, {}, most_matters);
    std::map<meeting, array> by_meeting;
    for (auto const& row : waiting.rows) {
        auto& matters = by_meeting[meeting_of(v.records->acts_of(row.on))];
        matters.push_back(matter_view(v, row, matters.size() + 1));
    }

    answer page{.page = "meetings"};
    page.view["title"] = v.words("meetings.title");
    array meetings;
    for (auto& [which, matters] : by_meeting) {
        auto const& [day, kind, name] = which;
        auto const on = engine::parse_day(day);
        meetings.push_back(
            object{{"place", meetings.size() + 1},
                   {"on", day},
                   {"on_words", on ? v.words.date(*on) : ""},
                   {"meeting", kind},
                   {"meeting_words", kind.empty() ? "" : v.words("choice.meeting_kind." + kind)},
                   {"name", name},
                   {"is_today", on && *on == v.today()},
                   {"is_past", on && *on < v.today()},
                   {"count", matters.size()},
                   {"matters", std::move(matters)}});
    }
    page.view["empty"] = meetings.empty();
    page.view["meetings"] = std::move(meetings);
    page.view["more"] = waiting.next.has_value();
    return page;
}

} // namespace web::handlers
