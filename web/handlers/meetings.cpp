#include "web/handlers/act_form.hpp"
#include "web/handlers/agenda_order.hpp"
#include "web/handlers/agendas.hpp"
#include "web/handlers/asked_box.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/offer_forms.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/recorded_meetings.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/random_id.hpp"
#include "workflows/major_decision/submission.hpp"

#include <algorithm>
#include <map>

// The agenda of the next meetings: the matters whose discussion waits to be recorded, by this seat
// or, for those who only read, in this organ; of each meeting in their order, which may be changed
// here matter by matter; below them those recorded last. What was discussed keeps its place on the
// agenda, with its result, while others of the meeting wait, and where the meeting is asked for. A
// unit reads when its own matters come up and what was decided on them, and nothing of others.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;

constexpr long long most_matters = 200;
/// So many of those behind a matter are named when it is moved: one of them will stand there still.
constexpr std::size_t most_behind = 10;

using workflows::major_decision::submission::moved_on_agenda;

/// A matter of an agenda, with what it lies before the meeting with.
struct listed_matter {
    planned_meeting meeting;
    agenda_place where;
    long long version = 0; ///< of the case
    bool may_move = false;
    bool waits = false; ///< for its discussion to be recorded
    object view;
};

/// The matters of a meeting in their order.
using agenda = std::vector<listed_matter>;

/// The discussions that wait for the own seat; for those who record none, in their organ.
adapters::soci::box waiting_discussions(visit const& v, bool may_record)
{
    if (may_record)
        return tasks_of_appointment(v.session->as);
    adapters::soci::box made{.name = adapters::soci::box_name::overseen};
    for (auto const& one : v.own_units())
        made.units.push_back(one.code);
    return made;
}

/// Whether whoever looks reads the whole agenda: those who record it, and who answer for all of
/// their organ. Others read of their own unit.
bool reads_all(visit& v, bool may_record)
{
    return may_record || units_answered_for(v).size() == v.own_units().size();
}

/// Those of one unit, each at its place among all.
void keep_own(agenda& of, std::string_view unit)
{
    std::erase_if(
        of, [&](listed_matter const& one) { return one.view.at("unit").as_string() != unit; });
}

object matter_view(visit const& v, adapters::soci::case_entry const& of,
                   std::vector<engine::act> const& acts)
{
    auto const id = of.head.line.id.value;
    auto const home = "/cases/" + std::to_string(id);
    return {{"case", id},
            {"number", of.head.line.number},
            {"case_title", of.summary.title},
            {"unit", of.summary.unit},
            {"unit_name", v.house.unit_name(of.summary.unit)},
            {"matter_words", matter_words(v.words, of.summary.matter)},
            {"case_href", home},
            {"materials", papers_for_meeting(v, acts)},
            {"disagreement", {{"any", false}, {"words", ""}, {"href", ""}}},
            {"waits", false},
            {"outcome_words", ""},
            {"record_href", ""},
            {"href", home + "/meeting"}};
}

object waiting_view(visit const& v, opened_case const& file)
{
    auto made = matter_view(v, file.record.entry, file.record.acts);
    made["disagreement"] = disagreement_view(v, file);
    made["waits"] = true;
    return made;
}

object discussed_view(visit const& v, discussed_matter const& one)
{
    auto made = matter_view(v, one.of, one.acts);
    for (auto const& more : one.result_view(v))
        made[more.key()] = more.value();
    return made;
}

agenda in_order(agenda matters)
{
    std::vector<agenda_place> places;
    for (auto& one : matters)
        places.push_back(std::move(one.where));
    agenda made;
    for (auto const i : order_on_agenda(places)) {
        auto& one = made.emplace_back(std::move(matters[i]));
        one.where = std::move(places[i]);
        one.view["item"] = made.size();
    }
    return made;
}

array views_of(agenda const& matters)
{
    array made;
    for (auto const& one : matters)
        made.push_back(one.view);
    return made;
}

/// The button that puts a matter directly ahead of the one at that place.
object move_form(visit const& v, agenda const& all, std::size_t moved, std::size_t to,
                 std::string_view words)
{
    array ahead_of;
    for (auto i = to; i < all.size() && ahead_of.size() < most_behind; ++i)
        if (i != moved)
            ahead_of.push_back(object{{"number", all[i].where.number}});
    return {{"action", std::string(all[moved].view.at("case_href").as_string()) + "/acts"},
            {"kind", moved_on_agenda::kind},
            {"act_id", random_id()},
            {"seen", all[moved].version},
            {"ahead_of", std::move(ahead_of)},
            {"words", v.words(words)}};
}

/// The same views, each with the way to its record once its day has come, and with the buttons that
/// move the matter by one; past none that was discussed.
array views_with_moves(visit const& v, agenda const& matters)
{
    auto made = views_of(matters);
    for (std::size_t i = 0; i < matters.size(); ++i) {
        array moves;
        if (matters[i].may_move && i > 0 && matters[i - 1].waits)
            moves.push_back(move_form(v, matters, i, i - 1, "meetings.move_up"));
        if (matters[i].may_move && i + 1 < matters.size() && matters[i + 1].waits)
            moves.push_back(move_form(v, matters, i, i + 2, "meetings.move_down"));
        made[i].as_object()["moves"] = std::move(moves);
        made[i].as_object()["may_be_recorded"] =
            matters[i].waits && matters[i].meeting.on <= engine::to_text(v.today());
    }
    return made;
}

/// Whether the matter stands on its agenda, so that its place may be changed: the submission of a
/// draft that was changed since has fallen.
bool is_on_agenda(opened_case const& file)
{
    auto const stages = file.file().stages();
    return std::any_of(stages.begin(), stages.end(), [](auto const& one) {
        return one.chapter == "submission" && one.stage == "on_agenda";
    });
}

object meeting_view(visit const& v, planned_meeting const& which, array matters, std::size_t place)
{
    auto const on = engine::parse_day(which.on);
    auto const is_waiting = [](auto const& one) { return one.at("waits").as_bool(); };
    bool const waits = std::any_of(matters.begin(), matters.end(), is_waiting);
    bool const has_results = !std::all_of(matters.begin(), matters.end(), is_waiting);
    return {
        {"place", place},
        {"on", which.on},
        {"on_words", on ? v.words.date(*on) : ""},
        {"meeting", which.kind},
        {"meeting_words", which.kind.empty() ? "" : v.words("choice.meeting_kind." + which.kind)},
        {"name", which.name},
        {"is_today", on && *on == v.today()},
        {"is_past", waits && on && *on < v.today()},
        {"has_results", has_results},
        {"count", matters.size()},
        {"alone_href", "/meetings?meeting=" + percent_encoded(which.key())},
        {"matters", std::move(matters)}};
}

} // namespace

answer show_meetings(visit& v)
{
    bool const may_record = records_meetings(v, v.session->as.role);
    bool const may_move = v.house.with().law.entitled.may_act(v.session->as.role,
                                                              moved_on_agenda::kind, false, false);
    auto const of = waiting_discussions(v, may_record);
    bool const reads_others = reads_all(v, may_record);
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
        all.push_back({placements.back(), place_on_agenda(row.on, row.number, file->record.acts),
                       file->version(), may_move && is_on_agenda(*file), true,
                       waiting_view(v, *file)});
    }
    auto discussed = discussed_matters(v, engine::parse_day(v.query("meeting").substr(0, 10)));
    for (auto const& one : discussed)
        placements.push_back(one.meeting);
    // The address of a matter that names no meeting means the one that it stands before.
    auto asked = v.query("meeting");
    for (auto const& one : placements)
        if (one.key() == asked)
            asked = named_among(one, placements).key();
    std::map<planned_meeting, agenda> by_meeting;
    for (auto& one : all) {
        auto const which = named_among(one.meeting, placements);
        if (asked.empty() || asked == which.key())
            by_meeting[which].push_back(std::move(one));
    }
    for (auto const& one : discussed) {
        auto const which = named_among(one.meeting, placements);
        if (which.on.empty() ||
            !(asked.empty() ? by_meeting.contains(which) : asked == which.key()))
            continue;
        by_meeting[which].push_back(
            {one.meeting, one.where, 0, false, false, discussed_view(v, one)});
    }

    answer page{.page = "meetings"};
    page.view["title"] = v.words("meetings.title");
    array meetings;
    array shown;
    for (auto& [which, matters] : by_meeting) {
        auto listed = in_order(std::move(matters));
        if (!reads_others)
            keep_own(listed, v.session->as.unit);
        if (listed.empty())
            continue;
        auto const place = meetings.size() + 1;
        meetings.push_back(meeting_view(v, which, views_of(listed), place));
        shown.push_back(meeting_view(v, which, views_with_moves(v, listed), place));
    }
    page.view["empty"] = meetings.empty();
    page.view["meetings"] = std::move(meetings);
    page.only_page["meetings"] = std::move(shown);
    page.only_page["problem"] = false;
    page.view["is_one"] = !asked.empty();
    page.only_page["own_unit_alone"] = !reads_others;
    if (!reads_others)
        std::erase_if(discussed, [&](discussed_matter const& one) {
            return one.of.summary.unit != v.session->as.unit;
        });
    auto recorded = asked.empty() ? recorded_view(v, discussed) : array();
    page.only_page["has_recorded"] = !recorded.empty();
    page.view["recorded"] = std::move(recorded);
    page.only_page["may_record"] = may_record;
    page.only_page["more_href"] = may_record ? "/?kind=deliberation.held"
                                             : "/boxes/overseen?light=any&kind=deliberation.held";
    page.view["more"] = asked.empty() && reads_others && waiting.next.has_value();
    return page;
}

answer meetings_page_with(visit& v, engine::case_id on, typed_form const& typed)
{
    auto const file = open_file(v, on);
    auto page = show_meetings(v);
    page.status = typed.status;
    page.only_page["problem"] = problem_view(v, typed, file ? &*file : nullptr);
    return page;
}

} // namespace web::handlers
