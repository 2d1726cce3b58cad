#include "web/form_view.hpp"
#include "web/handlers/closed_choices.hpp"
#include "web/handlers/desk_page.hpp"
#include "web/handlers/form_trials.hpp"
#include "web/handlers/handlers.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <algorithm>

// The secretary's desk: one meeting on one matter, recorded in one form. Who was there last time is
// filled in, those who must speak have a row each, and the head's row stands behind them all.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

constexpr std::string_view holding = "deliberation.held";
/// The head's statement has the last row that a form may have, however many others are added.
constexpr char const* head_row = "f.statements[1999].";
constexpr char const* head_id = "f-deliberation-held-statements-1999-";
/// How many of one's own records are looked through for one of the same kind of meeting.
constexpr long long most_meetings_looked_at = 10;
/// Rows where nobody is known yet.
constexpr std::size_t empty_rows = 6;

std::string text_in(object const& from, char const* name)
{
    auto const* found = from.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

array rows_in(object const& body, char const* name)
{
    auto const* found = body.if_contains(name);
    return found && found->is_array() ? found->get_array() : array();
}

engine::act const* last_act(opened_case const& file, std::string_view kind)
{
    auto const& acts = file.record.acts;
    auto const found = std::find_if(acts.rbegin(), acts.rend(),
                                    [&](engine::act const& one) { return one.kind == kind; });
    return found == acts.rend() ? nullptr : &*found;
}

/// The agenda that the matter stands on now; null when it was taken off or discussed since.
engine::act const* agenda_of(opened_case const& file)
{
    auto const* placed = last_act(file, "submission.placed_on_agenda");
    for (auto const* later : {"submission.removed_from_agenda", "deliberation.held"})
        if (auto const* act = last_act(file, later); placed && act && act->seq > placed->seq)
            placed = nullptr;
    return placed;
}

/// The last meeting of this kind that whoever looks recorded in this seat's unit, else the last of
/// any kind.
std::optional<engine::act> meeting_before(visit const& v, std::string const& kind_of_meeting)
{
    adapters::soci::box const own{.name = adapters::soci::box_name::done,
                                  .person = v.session->who.id};
    adapters::soci::box_filter const only{.kind = std::string(holding)};
    std::optional<engine::act> found;
    auto const done = v.records->list_box(own, only, adapters::soci::box_order::newest, {},
                                          most_meetings_looked_at);
    for (auto const& row : done.rows) {
        auto act = v.records->find_act(row.on, row.seq);
        // Who sits in two offices records the meetings of two organs.
        if (!act || act->by.unit != v.session->as.unit)
            continue;
        if (text_in(act->body, "meeting") == kind_of_meeting)
            return act;
        if (!found)
            found = std::move(act);
    }
    return found;
}

bool must_speak(std::string const& post)
{
    return post == "deputy_head" || post == "member";
}

/// Who heads a unit; nothing where the register names nobody or several.
std::string head_of(visit const& v, std::string const& unit)
{
    std::string name;
    for (auto const& one : *v.house.people(v.today())) {
        if (one.unit != unit || one.role != "department_head" || one.represents.value != 0)
            continue;
        if (!name.empty())
            return {};
        name = one.name;
    }
    return name;
}

/// Of another matter's meeting everybody is taken over but the head of its sponsor: there comes the
/// head of the unit that brings in this matter.
void put_own_sponsor(visit const& v, opened_case const& file, array& present)
{
    for (auto& one : present) {
        if (text_in(one.as_object(), "post") != "sponsor_head")
            continue;
        object row{{"post", "sponsor_head"}};
        if (auto name = head_of(v, file.file().summary().unit); !name.empty())
            row["name"] = std::move(name);
        one = std::move(row);
    }
}

/// What is known before the meeting: its place on the agenda, the text, and who usually attends.
object prepared_record(visit const& v, opened_case const& file, engine::act const* agenda,
                       engine::act const* before)
{
    object body;
    if (agenda) {
        body["meeting"] = text_in(agenda->body, "meeting");
        if (auto name = text_in(agenda->body, "meeting_name"); !name.empty())
            body["meeting_name"] = name;
        auto const on = engine::parse_day(text_in(agenda->body, "meeting_on"));
        if (on && *on <= v.today())
            body["met_on"] = engine::to_text(*on);
    }
    if (auto const* versioned = last_act(file, "drafting.versioned"))
        if (auto const* draft = versioned->body.if_contains("draft"))
            body["draft"] = *draft;
    array present, statements;
    if (before) {
        present = rows_in(before->body, "present");
        if (before->on != file.line().id)
            put_own_sponsor(v, file, present);
        if (auto const* entitled = before->body.if_contains("members_entitled"))
            body["members_entitled"] = *entitled;
        body["recorder"] = text_in(before->body, "recorder");
        if (!body.contains("meeting_name"))
            body["meeting_name"] = text_in(before->body, "meeting_name");
    }
    for (auto const& one : present)
        if (must_speak(text_in(one.as_object(), "post")))
            statements.push_back(one);
    for (auto const& one : present)
        if (text_in(one.as_object(), "post") == "head")
            statements.push_back(one);
    if (present.empty())
        present = array(empty_rows, object());
    body["present"] = std::move(present);
    body["statements"] = std::move(statements);
    return body;
}

/// Takes the head's last word out of the statements; an empty one where there is none.
object take_last_word(object& body)
{
    object last{{"post", "head"}};
    auto statements = rows_in(body, "statements");
    if (!statements.empty() && statements.back().is_object() &&
        text_in(statements.back().get_object(), "post") == "head") {
        last = statements.back().get_object();
        statements.pop_back();
    }
    if (statements.empty())
        statements = array(empty_rows, object());
    body["statements"] = std::move(statements);
    return last;
}

/// The inputs of the head's statement, which nobody else gives.
array last_word_inputs(visit const& v, std::vector<engine::field> const& fields, object const& last)
{
    auto const statements = std::find_if(fields.begin(), fields.end(),
                                         [](auto const& one) { return one.name == "statements"; });
    auto described = statements->of;
    for (auto& one : described)
        if (one.name == "post")
            one.choices = {"head"};
    auto inputs = form_view(v, holding, described, last, {});
    for (auto& one : inputs) {
        auto const path = std::string(one.at("path").as_string());
        one.as_object()["name"] = head_row + path;
        one.as_object()["id"] = head_id + path;
    }
    return inputs;
}

object record_form(visit const& v, opened_case const& file, engine::offer const& offer,
                   kept_drafts const& kept, object prepared)
{
    form_terms const terms{
        .typed = v.came_back, .prepared = std::move(prepared), .return_to = "meeting"};
    auto form = offer_form(v, file, offer, kept, terms);
    auto body = body_to_show(v, file, offer, kept, terms);
    auto const last = take_last_word(body);
    auto const faults =
        v.came_back ? said_at_fields(*v.came_back) : std::vector<engine::field_fault>();
    form["inputs"] =
        form_view(v, holding, *offer.fields, body, faults, {}, demands_on(v, file, offer));
    close_choices(v, form.at("inputs").as_array(), refused_choices_on(v, file, offer));
    gather_inputs(form, v.words(say("一、会议")), "",
                  {"meeting", "meeting_name", "met_on", "members_entitled", "recorder", "draft"});
    gather_inputs(form, v.words(say("二、到会人员")),
                  v.words(say("未到会的清空该行；到会的逐人登记。")), {"present"});
    gather_inputs(form, v.words(say("三、说明和发言")),
                  v.words(say("按发言先后逐行登记，行政首长的意见登记在下面最后一栏。")),
                  {"sponsor_explained", "statements"});
    gather_inputs(form, v.words(say("四、行政首长最后发表意见")), "", {});
    form["input_groups"].as_array().back().as_object()["inputs"] =
        last_word_inputs(v, *offer.fields, last);
    gather_inputs(
        form, v.words(say("五、决定")), "",
        {"outcome", "decision", "departure_reason", "substantive_changes", "changes_ordered"});
    gather_inputs(form, v.words(say("六、会议记录")), "", {"minutes"});
    return form;
}

object agenda_view(visit const& v, engine::act const* agenda)
{
    if (!agenda)
        return {{"any", false}};
    auto const on = engine::parse_day(text_in(agenda->body, "meeting_on"));
    return {{"any", true},
            {"meeting", text_in(agenda->body, "meeting")},
            {"meeting_words", v.words("choice.meeting_kind." + text_in(agenda->body, "meeting"))},
            {"name", text_in(agenda->body, "meeting_name")},
            {"on", on ? engine::to_text(*on) : ""},
            {"on_words", on ? v.words.date(*on) : ""},
            {"is_to_come", on && *on > v.today()}};
}

array held_view(visit const& v, opened_case const& file)
{
    array made;
    for (auto const& one : file.record.acts) {
        if (one.kind != holding)
            continue;
        auto view = act_view(v, file, one, false);
        auto const on = engine::parse_day(text_in(one.body, "met_on"));
        view["name"] = text_in(one.body, "meeting_name");
        view["met_on_words"] = on ? v.words.date(*on) : "";
        view["outcome_words"] = v.words("choice.meeting_outcome." + text_in(one.body, "outcome"));
        made.push_back(std::move(view));
    }
    return made;
}

} // namespace

answer show_meeting(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& file = std::get<opened_case>(found);
    if (!file.file().fields_of(holding))
        return not_found(v);

    auto page = begin_desk(v, file, "meeting");
    auto const* agenda = agenda_of(file);
    page.view["agenda"] = agenda_view(v, agenda);
    auto held = held_view(v, file);
    page.only_page["has_held"] = !held.empty();
    page.view["held"] = std::move(held);
    auto papers = papers_named(v, file, {"meeting_minutes"});
    page.only_page["has_papers"] = !papers.empty();
    page.view["papers"] = std::move(papers);

    auto const offers = own_offers(v, file);
    auto const offer = offers.find(holding);
    bool const may_record = offer != offers.end() && offer->second.is_open();
    page.view["may_record"] = may_record;
    page.view["refusals"] =
        offer != offers.end() ? refusals_view(v, offer->second.refusals) : array();
    page.only_page["is_blocked"] = offer != offers.end() && !may_record;
    page.only_page["nothing_to_do"] = offer == offers.end();
    page.view["prepared"] = object();
    page.only_page["record_form"] = false;
    page.only_page["attendance_words"] = "";
    page.only_page["may_see_meetings"] =
        v.house.with().law.entitled.may_ask_for(v.session->as.role, "GET", "/meetings");
    if (may_record) {
        auto const before = meeting_before(v, agenda ? text_in(agenda->body, "meeting") : "");
        auto prepared = prepared_record(v, file, agenda, before ? &*before : nullptr);
        auto const on = before ? engine::parse_day(text_in(before->body, "met_on"))
                               : std::optional<engine::day>();
        if (on)
            page.only_page["attendance_words"] = v.words(say(
                "到会人员按{1}的{2}填写，请核对。", *on, text_in(before->body, "meeting_name")));
        page.view["prepared"] = prepared;
        page.only_page["record_form"] =
            record_form(v, file, offer->second, drafts_kept_on(v, file), std::move(prepared));
    }
    return page;
}

} // namespace web::handlers
