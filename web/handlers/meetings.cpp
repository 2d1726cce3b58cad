#include "web/handlers/agendas.hpp"
#include "web/handlers/asked_box.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/recorded_meetings.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

// The agenda of the next meetings: the matters whose discussion waits to be recorded, by this seat
// or, for those who only read, in this organ; of each meeting in the order in which they were
// placed there; below them those recorded last.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;

constexpr long long most_matters = 200;

/// A matter that waits, with what it lies before the meeting with.
struct listed_matter {
    planned_meeting meeting;
    engine::instant placed_at;
    std::optional<long long> item; ///< that it was given
    object view;
};

/// The discussions that wait for the own seat; for those who record none, in their organ.
adapters::soci::box waiting_discussions(visit& v, bool may_record)
{
    if (may_record)
        return tasks_of_appointment(v.session->as);
    return {.name = adapters::soci::box_name::overseen, .units = units_answered_for(v)};
}

object matter_view(visit const& v, adapters::soci::box_row const& row, opened_case const& file)
{
    auto const home = "/cases/" + std::to_string(row.on.value);
    return {{"case", row.on.value},
            {"number", row.number},
            {"case_title", row.title},
            {"unit", row.unit},
            {"unit_name", v.house.unit_name(row.unit)},
            {"matter_words", matter_words(v.words, row.matter)},
            {"case_href", home},
            {"materials", papers_for_meeting(v, file.record.acts)},
            {"disagreement", disagreement_view(v, file)},
            {"href", home + "/meeting"}};
}

/// The matters in the order in which they were placed on the agenda, numbered; those that were
/// given a place stand there, of two the one that came later.
array in_order(std::vector<listed_matter> matters)
{
    std::stable_sort(matters.begin(), matters.end(), [](auto const& one, auto const& other) {
        return std::tie(one.item, one.placed_at) < std::tie(other.item, other.placed_at);
    });
    auto next = std::find_if(matters.begin(), matters.end(),
                             [](auto const& one) { return one.item.has_value(); });
    for (; next != matters.end(); ++next) {
        auto const place = std::min<long long>(*next->item - 1, next - matters.begin());
        std::rotate(matters.begin() + place, next, next + 1);
    }
    array made;
    for (auto& one : matters) {
        one.view["item"] = made.size() + 1;
        made.push_back(std::move(one.view));
    }
    return made;
}

object meeting_view(visit const& v, planned_meeting const& which, array matters, std::size_t place)
{
    auto const on = engine::parse_day(which.on);
    return {
        {"place", place},
        {"on", which.on},
        {"on_words", on ? v.words.date(*on) : ""},
        {"meeting", which.kind},
        {"meeting_words", which.kind.empty() ? "" : v.words("choice.meeting_kind." + which.kind)},
        {"name", which.name},
        {"is_today", on && *on == v.today()},
        {"is_past", on && *on < v.today()},
        {"count", matters.size()},
        {"alone_href", "/meetings?meeting=" + percent_encoded(which.key())},
        {"matters", std::move(matters)}};
}

} // namespace

answer show_meetings(visit& v)
{
    bool const may_record = records_meetings(v, v.session->as.role);
    auto const of = waiting_discussions(v, may_record);
    adapters::soci::box_filter const only{.kind = "deliberation.held"};
    auto const waiting =
        v.records->list_box(of, only, adapters::soci::box_order::oldest, {}, most_matters);
    std::vector<listed_matter> all;
    std::vector<planned_meeting> placements;
    for (auto const& row : waiting.rows) {
        auto const file = open_file(v, row.on);
        if (!file)
            continue;
        auto const* placed = agenda_of(file->record.acts);
        placements.push_back(placed ? meeting_of(*placed) : planned_meeting());
        all.push_back({placements.back(), placed ? placed->entered_at : engine::instant(),
                       placed ? item_given_in(*placed) : std::nullopt, matter_view(v, row, *file)});
    }
    // The address of a matter that names no meeting means the one that it stands before.
    auto asked = v.query("meeting");
    for (auto const& one : placements)
        if (one.key() == asked)
            asked = named_among(one, placements).key();
    std::map<planned_meeting, std::vector<listed_matter>> by_meeting;
    for (auto& one : all) {
        auto const which = named_among(one.meeting, placements);
        if (asked.empty() || asked == which.key())
            by_meeting[which].push_back(std::move(one));
    }

    answer page{.page = "meetings"};
    page.view["title"] = v.words("meetings.title");
    array meetings;
    for (auto& [which, matters] : by_meeting)
        meetings.push_back(
            meeting_view(v, which, in_order(std::move(matters)), meetings.size() + 1));
    page.view["empty"] = meetings.empty();
    page.view["meetings"] = std::move(meetings);
    page.view["is_one"] = !asked.empty();
    auto recorded = asked.empty() ? recorded_view(v) : array();
    page.only_page["has_recorded"] = !recorded.empty();
    page.view["recorded"] = std::move(recorded);
    page.only_page["may_record"] = may_record;
    page.only_page["more_href"] = may_record ? "/?kind=deliberation.held"
                                             : "/boxes/overseen?light=any&kind=deliberation.held";
    page.view["more"] = asked.empty() && waiting.next.has_value();
    return page;
}

} // namespace web::handlers
