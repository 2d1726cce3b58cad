#include "web/form_view.hpp"
#include "web/handlers/agendas.hpp"
#include "web/handlers/closed_choices.hpp"
#include "web/handlers/desk_page.hpp"
#include "web/handlers/filed_documents.hpp"
#include "web/handlers/form_trials.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/recorded_meetings.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <algorithm>

// The secretary's desk: one meeting on one matter, recorded in one form. Who was there for another
// matter of the same meeting is filled in, or else who always is; those who must speak have a row
// each, and the head's row stands behind them all.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

constexpr std::string_view holding = "deliberation.held";
/// The head's statement has the last row that a form may have, however many others are added.
constexpr char const* head_row = "f.statements[1999].";
constexpr char const* head_id = "f-deliberation-held-statements-1999-";
/// How many records of each secretary are looked through for one of the same meeting.
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

/// A meeting that was recorded, and whether the matter stands before the very same.
struct earlier_record {
    engine::act held;
    bool is_same = false;
};

/// Whether another matter stood before this meeting when its discussion was recorded.
bool stood_before(visit const& v, engine::act const& held, planned_meeting const& meeting)
{
    auto const acts = acts_before(v.records->acts_of(held.on), held.seq);
    auto const* placed = agenda_of(acts);
    if (!placed)
        return false;
    auto const other = meeting_of(*placed);
    return named_among(other, {meeting}) == named_among(meeting, {other});
}

/// The record of another matter of the same meeting, else the last one of a meeting of this kind.
std::optional<earlier_record> record_before(visit const& v, planned_meeting const& meeting)
{
    std::optional<earlier_record> last;
    for (auto& act : recorded_meetings(v, most_meetings_looked_at)) {
        if (text_in(act.body, "meeting") != meeting.kind)
            continue;
        if (stood_before(v, act, meeting))
            return earlier_record{std::move(act), true};
        if (!last)
            last = earlier_record{std::move(act)};
    }
    return last;
}

bool must_speak(std::string const& post)
{
    return post == "deputy_head" || post == "member";
}

/// Who heads a unit; nothing where the register names nobody or several.
std::string head_of(visit const& v, std::string const& unit)
{
    std::string name;
    for (auto const everybody = v.house.people(v.today()); auto const& one : *everybody) {
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
        if (auto const name = head_of(v, file.file().summary().unit); !name.empty())
            row["name"] = name;
        one = std::move(row);
    }
}

/// Who sits in every meeting of a kind; others come for a matter and go with it.
bool sits_in_meetings(std::string const& post)
{
    return post == "head" || must_speak(post);
}

/// The heads who attend for this matter, as the register knows them: of the secretary's own unit,
/// of the sponsor, and of who reviewed the draft. Where it knows none, office and reviewer send
/// whom they sent before.
array heads_for(visit const& v, opened_case const& file, array const& before)
{
    auto const* review = last_act(file, "legality_review.concluded");
    std::pair<std::string, std::string> const posts[] = {
        {"office_head", v.session->as.unit},
        {"sponsor_head", file.file().summary().unit},
        {"reviewer_head", review ? review->by.unit : std::string()}};
    array made;
    for (auto const& [post, unit] : posts) {
        auto name = head_of(v, unit);
        for (auto const& one : before)
            if (name.empty() && post != "sponsor_head" && one.is_object() &&
                text_in(one.get_object(), "post") == post)
                name = text_in(one.get_object(), "name");
        // the sponsor may be who reviews, and nobody attends twice (R713-30.5)
        auto const attends = [&](boost::json::value const& one) {
            return text_in(one.get_object(), "name") == name;
        };
        object row{{"post", post}};
        if (!name.empty() && std::none_of(made.begin(), made.end(), attends))
            row["name"] = name;
        made.push_back(std::move(row));
    }
    return made;
}

/// Who sits in the organ's lead by the register, where no meeting of the kind is on record.
array leaders(visit const& v)
{
    array rows;
    auto const organ = v.house.organ_name(v.session->as.unit);
    for (auto const& [role, post] :
         {std::pair("head_of_government", "head"), std::pair("deputy_in_charge", "deputy_head")})
        for (auto const everybody = v.house.people(v.today()); auto const& one : *everybody)
            if (one.role == role && one.represents.value == 0 &&
                v.house.organ_name(one.unit) == organ)
                rows.push_back(object{{"name", one.name}, {"post", post}});
    return rows;
}

/// Who attends: of the same meeting everybody, else its members and the heads who come for this
/// matter.
array attendance(visit const& v, opened_case const& file,
                 std::optional<earlier_record> const& before)
{
    if (!before)
        return leaders(v);
    auto present = rows_in(before->held.body, "present");
    if (!before->is_same) {
        auto const heads = heads_for(v, file, present);
        auto const leaves = [](boost::json::value const& one) {
            return !one.is_object() || !sits_in_meetings(text_in(one.get_object(), "post"));
        };
        present.erase(std::remove_if(present.begin(), present.end(), leaves), present.end());
        present.insert(present.end(), heads.begin(), heads.end());
    } else if (before->held.on != file.line().id) {
        put_own_sponsor(v, file, present);
    }
    return present;
}

/// What is known before the meeting: its place on the agenda, the text, and who attends.
object prepared_record(visit const& v, opened_case const& file, engine::act const& agenda,
                       std::optional<earlier_record> const& before)
{
    auto body = body_for_record(v, file);
    if (before && before->is_same) {
        body["meeting_name"] = text_in(before->held.body, "meeting_name");
        body["met_on"] = text_in(before->held.body, "met_on");
    }
    if (!body.contains("meeting_name"))
        body["meeting_name"] = name_for_record(v, file, meeting_of(agenda));
    if (auto const* versioned = last_act(file, "drafting.versioned"))
        if (auto const* draft = versioned->body.if_contains("draft"))
            body["draft"] = *draft;
    if (before) {
        if (auto const* entitled = before->held.body.if_contains("members_entitled"))
            body["members_entitled"] = *entitled;
        body["recorder"] = text_in(before->held.body, "recorder");
    }
    auto present = attendance(v, file, before);
    array statements;
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

/// Where the names come from, to be checked.
std::string attendance_words(visit const& v, std::optional<earlier_record> const& before)
{
    if (!before)
        return v.words(say("到会人员按本机关领导名册填写，请核对并补充。"));
    auto const on = engine::parse_day(text_in(before->held.body, "met_on"));
    auto const name = text_in(before->held.body, "meeting_name");
    if (!on)
        return {};
    return v.words(
        before->is_same
            ? say("到会人员按同一会议（{1}，{2}）已登记的填写，请核对。", *on, name)
            : say("会议组成人员按{1}的{2}填写，请核对；列席人员请按本次会议补充。", *on, name));
}

/// The number that the head's last word has among the statements; nothing where there is none.
std::optional<std::size_t> number_of_last_word(object const& body)
{
    auto const statements = rows_in(body, "statements");
    bool const is_there = !statements.empty() && statements.back().is_object() &&
                          text_in(statements.back().get_object(), "post") == "head";
    return is_there ? std::optional(statements.size() - 1) : std::nullopt;
}

/// Takes the head's last word out of the statements; an empty one where there is none.
object take_last_word(object& body)
{
    object last{{"post", "head"}};
    auto statements = rows_in(body, "statements");
    if (number_of_last_word(body)) {
        last = statements.back().get_object();
        statements.pop_back();
    }
    if (statements.empty())
        statements = array(empty_rows, object());
    body["statements"] = std::move(statements);
    return last;
}

/// Takes out what is said of the head's last word, which has a place of its own in the form.
std::vector<engine::field_fault> take_faults_of_last_word(std::vector<engine::field_fault>& faults,
                                                          std::optional<std::size_t> number)
{
    std::vector<engine::field_fault> taken;
    if (!number)
        return taken;
    auto const row = "statements[" + std::to_string(*number) + "].";
    for (auto const& one : faults)
        if (one.path.starts_with(row))
            taken.push_back({one.path.substr(row.size()), one.reason});
    std::erase_if(faults, [&](auto const& one) { return one.path.starts_with(row); });
    return taken;
}

/// Lets what is to be put right in the head's last word lead to that place and be called so.
void lead_to_last_word(visit const& v, object& problem)
{
    auto const number = number_of_last_word(v.came_back->body);
    if (!number)
        return;
    auto const row = "f-deliberation-held-statements-" + std::to_string(*number) + "--";
    auto const lead = [&](object& one) {
        std::string const input(one.at("input").as_string());
        if (!input.starts_with(row))
            return;
        auto const name = input.substr(row.size());
        one["input"] = head_id + name;
        one["label"] = v.words(say("四、行政首长最后发表意见")) + v.words("words.colon") +
                       field_label(v.words, holding, name);
    };
    for (auto& ground : problem.at("refusals").as_array())
        for (auto& one : ground.at("blamed").as_array())
            lead(one.as_object());
    for (auto& one : problem.at("faults").as_array())
        lead(one.as_object());
}

/// The inputs of the head's statement, which nobody else gives.
array last_word_inputs(visit const& v, std::vector<engine::field> const& fields, object const& last,
                       std::vector<engine::field_fault> const& faults)
{
    auto const statements = std::find_if(fields.begin(), fields.end(),
                                         [](auto const& one) { return one.name == "statements"; });
    auto described = statements->of;
    for (auto& one : described)
        if (one.name == "post")
            one.choices = {"head"};
    auto inputs = form_view(v, holding, described, last, faults);
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
    auto faults = v.came_back ? said_at_fields(*v.came_back) : std::vector<engine::field_fault>();
    auto const of_last_word = take_faults_of_last_word(faults, number_of_last_word(body));
    auto const last = take_last_word(body);
    form["inputs"] =
        form_view(v, holding, *offer.fields, body, faults, {}, demands_on(v, file, offer));
    close_choices(v, form.at("inputs").as_array(), refused_choices_on(v, file, offer));
    settle_inputs(form.at("inputs").as_array(), draft_in_force(file, offer));
    gather_inputs(form, v.words(say("一、会议")), "",
                  {"meeting", "meeting_name", "met_on", "members_entitled", "recorder", "draft"});
    gather_inputs(form, v.words(say("二、到会人员")),
                  v.words(say("未到会的清空该行；到会的逐人登记。")), {"present"});
    gather_inputs(form, v.words(say("三、说明和发言")),
                  v.words(say("按发言先后逐行登记，行政首长的意见登记在下面最后一栏。")),
                  {"sponsor_explained", "statements"});
    gather_inputs(form, v.words(say("四、行政首长最后发表意见")), "", {});
    form["input_groups"].as_array().back().as_object()["inputs"] =
        last_word_inputs(v, *offer.fields, last, of_last_word);
    gather_inputs(
        form, v.words(say("五、决定")), "",
        {"outcome", "decision", "departure_reason", "substantive_changes", "changes_ordered"});
    gather_inputs(
        form, v.words(say("六、会议记录")),
        v.words(say("可先用页末的按钮下载按上面所填内容生成的会议纪要稿，核对、签字后附上。")),
        {"minutes"});
    form["paper"] = "meeting_minutes";
    form["paper_words"] = v.words(say("下载会议纪要稿（PDF）"));
    return form;
}

object agenda_view(visit const& v, opened_case const& file, engine::act const* agenda)
{
    if (!agenda)
        return {{"any", false}};
    auto const meeting = meeting_of(*agenda);
    auto const on = engine::parse_day(meeting.on);
    return {{"any", true},
            {"meeting", meeting.kind},
            {"meeting_words", v.words("choice.meeting_kind." + meeting.kind)},
            {"name", meeting.name},
            {"on", meeting.on},
            {"on_words", on ? v.words.date(*on) : ""},
            {"is_to_come", on && *on > v.today()},
            {"agenda_href", "/meetings?meeting=" + percent_encoded(meeting.key())},
            {"materials", papers_for_meeting(v, file.record.acts)},
            {"disagreement", disagreement_view(v, file)}};
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
    if (v.came_back && v.came_back->kind == holding)
        lead_to_last_word(v, page.only_page.at("problem").as_object());
    auto const* agenda = agenda_of(file.record.acts);
    page.view["agenda"] = agenda_view(v, file, agenda);
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
    if (may_record && agenda) {
        auto const before = record_before(v, meeting_of(*agenda));
        auto prepared = prepared_record(v, file, *agenda, before);
        page.view["prepared"] = prepared;
        auto const kept = drafts_kept_on(v, file);
        // What somebody typed stands as they typed it.
        if (!v.came_back && !draft_of(kept, holding))
            page.only_page["attendance_words"] = attendance_words(v, before);
        page.only_page["record_form"] =
            record_form(v, file, offer->second, kept, std::move(prepared));
    }
    return page;
}

} // namespace web::handlers
