#include "adapters/soci/comment_shelf.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/before_publication.hpp"
#include "web/handlers/document_answer.hpp"
#include "web/handlers/drafts.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opinions.hpp"
#include "web/handlers/public_view.hpp"
#include "web/handlers/sender_masks.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "web/receipt.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/public_matter.hpp"

#include <algorithm>
#include <array>

// What the office does with what came in on a case: enters, sorts, and takes it on file.

namespace web::handlers {
namespace {

using boost::json::object;
using engine::say;
namespace law = workflows::major_decision;
namespace soci = adapters::soci;
namespace purpose = adapters::soci::purpose;

constexpr std::array<char const*, 3> entered_channels = {"letter", "meeting", "survey"};
constexpr std::array<char const*, 3> all_outcomes = {"adopted", "partly_adopted", "not_adopted"};
constexpr std::size_t longest_issue = 200;

bool is_known(auto const& among, std::string const& name)
{
    return std::any_of(among.begin(), among.end(), [&](char const* one) { return name == one; });
}

std::string field_of(visit const& v, char const* name)
{
    auto const* value = find(v.asked.fields, name);
    return value ? *value : std::string();
}

/// Why this person may not work with what came in.
std::optional<answer> refuse_others(visit& v, opened_case const& file)
{
    if (works_with_senders(v, file))
        return {};
    return problem(v, 403, "refused",
                   say("收到的意见由承办单位或者听证组织单位整理，您不能代为办理。"));
}

answer opinions_with(visit& v, int status, engine::text const& notice, object fields = {})
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& file = std::get<opened_case>(found);
    if (auto refused = refuse_others(v, file))
        return std::move(*refused);
    if (v.wants_json)
        return problem(v, status, "malformed", notice);
    return opinions_page_with(v, file, status, notice, std::move(fields));
}

/// Runs on a reading thread: the case of the path if this person may work on it.
struct checked_case {
    std::optional<answer> instead;
    engine::case_id on;
    long long version = 0;
    bool is_closed = false;
    boost::json::object body; ///< of the act that is prepared
};

awaitable<checked_case>
check_case(visit& v, std::function<object(soci::comment_shelf&, opened_case const&)> prepare = {})
{
    checked_case checked;
    auto const look = [&](visit& with) {
        auto found = case_of_path(with);
        if (auto* instead = std::get_if<answer>(&found)) {
            checked.instead = std::move(*instead);
            return answer{};
        }
        auto const& file = std::get<opened_case>(found);
        checked.instead = refuse_others(with, file);
        checked.on = file.line().id;
        checked.version = file.version();
        checked.is_closed = file.file().summary().closed;
        if (!checked.instead && prepare) {
            soci::comment_shelf shelf(*with.records);
            checked.body = prepare(shelf, file);
        }
        return answer{};
    };
    co_await v.house.read(v, look);
    co_return checked;
}

/// The number of an opinion as somebody names it; a bare one is of what was sent in.
std::string opinion_named(std::string const& text)
{
    auto const sent = number_in(text);
    return sent ? law::opinion_number(*sent) : text;
}

/// The opinions that were ticked.
std::vector<std::string> chosen_opinions(visit const& v)
{
    std::vector<std::string> numbers;
    for (auto const& [name, value] : v.asked.fields)
        if (name == "n" && !value.empty())
            numbers.push_back(opinion_named(value));
    return numbers;
}

/// What is missing to the outcome that somebody chose; nothing where it is whole.
engine::text fault_of_outcome(std::string const& outcome, std::string const& reason)
{
    if (!outcome.empty() && !is_known(all_outcomes, outcome))
        return say("请选择是否采纳。");
    if (reason.size() > 20'000)
        return say("理由过长。");
    if (!outcome.empty() && outcome != "adopted" && reason.empty())
        return say("部分采纳和不采纳的，请填写理由。");
    return {};
}

std::string typed_reason(visit const& v)
{
    auto reason = field_of(v, "reason");
    std::erase(reason, '\r');
    return reason;
}

/// What was typed into the form that sorts, to be shown again.
object typed_sorting(visit const& v)
{
    boost::json::array chosen;
    for (auto const& number : chosen_opinions(v))
        chosen.emplace_back(number);
    return {{"issue", field_of(v, "issue")},
            {"reason", field_of(v, "reason")},
            {"outcome", field_of(v, "outcome")},
            {"chosen", std::move(chosen)}};
}

/// What an act decided stays as it was decided, and what repeats another is decided with that.
bool is_settled(case_opinions const& known, long long number)
{
    auto const* on_file = known.opinions.find(law::opinion_number(number));
    return on_file && (!on_file->counts() || on_file->own_decision);
}

/// All that were sent in and are not settled yet; `issue`: of one group.
std::vector<long long> numbers_to_note(soci::comment_shelf& shelf, opened_case const& file,
                                       std::optional<std::string> const& issue)
{
    constexpr long long at_a_time = 500;
    auto const known = opinions_in(file.record.acts);
    std::vector<long long> numbers;
    std::optional<long long> after;
    do {
        auto const found = shelf.list(file.line().id, {.purpose = purpose::opinion, .issue = issue},
                                      after, at_a_time);
        for (auto const& one : found.rows)
            if (!is_settled(known, one.number))
                numbers.push_back(one.number);
        after = found.next;
    } while (after);
    return numbers;
}

/// Of those that were ticked, the ones that notes can be made on.
std::vector<long long> chosen_to_note(visit const& v, opened_case const& file)
{
    auto const known = opinions_in(file.record.acts);
    std::vector<long long> numbers;
    for (auto const& one : chosen_opinions(v))
        if (auto const number = law::number_of_opinion(one); number && !is_settled(known, *number))
            numbers.push_back(*number);
    return numbers;
}

/// Of those that are on file, the undecided that the form means, whichever way they came in.
std::vector<std::string> numbers_to_settle(visit const& v, soci::comment_shelf& shelf,
                                           opened_case const& file)
{
    auto open = opinions_in(file.record.acts).opinions.undecided();
    auto const whose = field_of(v, "whose");
    if (whose == "all")
        return open;
    std::vector<std::string> meant;
    if (whose == "group") {
        if (auto const group = field_of(v, "group"); !group.empty())
            for (auto const number : numbers_to_note(shelf, file, group))
                meant.push_back(law::opinion_number(number));
    } else
        meant = chosen_opinions(v);
    std::erase_if(open, [&](auto const& one) {
        return std::find(meant.begin(), meant.end(), one) == meant.end();
    });
    return open;
}

std::string back_to_list(engine::case_id on, std::string const& why)
{
    return "/cases/" + std::to_string(on.value) + "/opinions?" + why;
}

} // namespace

answer show_opinion_document(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& file = std::get<opened_case>(found);
    if (auto refused = refuse_others(v, file))
        return std::move(*refused);
    soci::comment_shelf shelf(*v.records);
    auto const known = shelf.find_document(file.line().id, v.place("hash"));
    auto const path = known ? v.house.with().documents.path_of(known->hash) : std::nullopt;
    if (!path)
        return not_found(v);
    return document_answer(v, {*path, known->hash, known->name, "private, max-age=3600"});
}

awaitable<answer> enter_opinion(visit& v)
{
    auto checked = co_await check_case(v);
    if (checked.instead)
        co_return std::move(*checked.instead);
    if (checked.is_closed) // nothing could take it on file
        co_return problem(v, 409, "closed", say("本案已经办结，收到的意见不能再登记入卷。"));
    soci::new_comment what;
    what.comment_id = field_of(v, "entry_id");
    what.on = checked.on;
    what.channel = field_of(v, "channel");
    what.kind = field_of(v, "kind");
    what.name = field_of(v, "name");
    what.contact = field_of(v, "contact");
    what.words = field_of(v, "words");
    std::erase(what.words, '\r');
    what.received_on = engine::parse_day(field_of(v, "received_on"));
    what.entered_by = v.session->who.id;
    what.receipt = new_receipt();
    what.at = v.now;

    engine::text fault;
    law::participation::attendee_kind kind{};
    if (what.comment_id.size() < 8 || what.comment_id.size() > 64)
        fault = say("表单已经失效，请返回上一页刷新后重新提交。");
    else if (!is_known(entered_channels, what.channel))
        fault = say("请选择意见的来源。");
    else if (!boost::describe::enum_from_string(what.kind.c_str(), kind))
        fault = say("请选择提出意见的是谁。");
    else if (!what.received_on || *what.received_on > v.today())
        fault = say("请填写收到的日期，不能晚于今天。");
    else if (what.words.empty() || what.words.size() > 60'000)
        fault = say("请填写意见内容，不能超过两万字。");
    else if (what.name.size() > 200 || what.contact.size() > 400)
        fault = say("姓名或者联系方式过长。");
    if (!fault.empty()) {
        object const typed{{"channel", what.channel},
                           {"name", what.name},
                           {"contact", what.contact},
                           {"words", what.words},
                           {"received_on", field_of(v, "received_on")}};
        auto const again = [&](visit& with) { return opinions_with(with, 400, fault, typed); };
        co_return co_await v.house.read(v, again);
    }
    auto const outcome = co_await v.house.with().entries.drop(std::move(what));
    auto const* kept = outcome ? std::get_if<soci::kept_comment>(&*outcome) : nullptr;
    if (auto const* broken = outcome ? std::get_if<soci::fault>(&*outcome) : nullptr)
        co_return broken_off(v, *broken);
    if (!kept) {
        auto const clash = outcome && std::holds_alternative<soci::comment_clash>(*outcome);
        auto made = clash ? problem(v, 409, "act-id-used", say("这份表单已经登记过另一条意见。"))
                          : problem(v, 503, "busy", say("系统繁忙，请稍后再试。"));
        if (!clash)
            made.headers.emplace_back("Retry-After", "2");
        co_return made;
    }
    answer made{.status = kept->repeated ? 200 : 201};
    made.view = {{"number", kept->number},
                 {"opinion", law::opinion_number(kept->number)},
                 {"repeated", kept->repeated}};
    co_await forget_page_form(v, checked.on, page_form::letter);
    if (!v.wants_json)
        made.see_other = back_to_list(checked.on, "entered=" + law::opinion_number(kept->number));
    co_return made;
}

awaitable<answer> sort_opinions(visit& v)
{
    auto const whose = field_of(v, "whose");
    auto const group = field_of(v, "group");
    std::vector<long long> numbers;
    bool by_hand_alone = false;
    auto const choose = [&](soci::comment_shelf& shelf, opened_case const& file) {
        numbers = whose == "all"                       ? numbers_to_note(shelf, file, {})
                  : whose == "group" && !group.empty() ? numbers_to_note(shelf, file, group)
                                                       : chosen_to_note(v, file);
        by_hand_alone = numbers.empty() && !numbers_to_settle(v, shelf, file).empty();
        return object{};
    };
    auto checked = co_await check_case(v, choose);
    if (checked.instead)
        co_return std::move(*checked.instead);

    soci::comment_note note;
    engine::text fault;
    auto const step = field_of(v, "do");
    if (step == "group") {
        note.issue = field_of(v, "issue");
        if (note.issue->size() > longest_issue ||
            note.issue->find_first_of("\r\n\t") != std::string::npos)
            fault = say("分组名称过长。");
    } else if (step == "outcome") {
        note.outcome = field_of(v, "outcome");
        note.reason = typed_reason(v);
        fault = fault_of_outcome(*note.outcome, *note.reason);
    } else
        fault = say("没有这种操作。");
    if (fault.empty() && numbers.empty())
        fault = by_hand_alone ? say("这些意见是直接登记入卷的：请按“当场决定”。")
                              : say("没有选择尚未决定的意见。");
    if (!fault.empty()) {
        auto const typed = typed_sorting(v);
        auto const again = [&](visit& with) { return opinions_with(with, 400, fault, typed); };
        co_return co_await v.house.read(v, again);
    }
    auto const write = [&] {
        return v.house.with().entries.comments().note(checked.on, numbers, note);
    };
    auto const changed = co_await v.house.reading().run(write);
    co_await forget_page_form(v, checked.on, page_form::notes);
    answer made{.view = {{"changed", changed}}};
    if (!v.wants_json)
        made.see_other = back_to_list(checked.on, "saved=1");
    co_return made;
}

awaitable<answer> act_on_opinions(visit& v)
{
    auto const step = field_of(v, "act");
    auto const wish = number_in(field_of(v, "wish"));
    typed_form typed;
    engine::text fault;
    auto const prepare = [&](soci::comment_shelf& shelf, opened_case const& file) {
        auto const known = opinions_in(file.record.acts);
        auto const on = file.line().id;
        if (step == "record") {
            typed.kind = law::participation::opinions_recorded::kind;
            return recording_body(shelf, on, known);
        }
        if (step == "decide") {
            typed.kind = law::participation::opinions_decided::kind;
            return deciding_body(shelf, on, known);
        }
        if (step == "settle") {
            typed.kind = law::participation::opinions_decided::kind;
            auto const outcome = field_of(v, "outcome");
            auto const reason = typed_reason(v);
            auto const numbers = numbers_to_settle(v, shelf, file);
            fault = outcome.empty()   ? say("请选择是否采纳。")
                    : numbers.empty() ? say("没有选择尚未决定的意见。")
                                      : fault_of_outcome(outcome, reason);
            return settling_body(numbers, outcome, reason);
        }
        if (step == "repeat" || step == "distinct") {
            typed.kind = law::participation::repeats_noted::kind;
            return repeats_body(chosen_opinions(v), step == "repeat"
                                                        ? opinion_named(field_of(v, "same_as"))
                                                        : std::string());
        }
        if (step == "check" && !v.wants_json) { // a program sends the words when it means them
            typed.kind = law::participation::feedback_given::kind;
            return object{};
        }
        if (step == "feedback") {
            typed.kind = law::participation::feedback_given::kind;
            return object{{"way", "collective_online"},
                          {"given_on", engine::to_text(v.today())},
                          {"address", own_address(v) + public_href(on)},
                          {"words", field_of(v, "words")}};
        }
        auto const found = wish ? shelf.find(on, *wish) : std::nullopt;
        if (step != "register" || !found || found->purpose != purpose::hearing_wish)
            return object{};
        typed.kind = law::hearing::suggested::kind;
        return suggestion_body(*found);
    };
    auto checked = co_await check_case(v, prepare);
    if (checked.instead)
        co_return std::move(*checked.instead);
    if (typed.kind.empty())
        co_return problem(v, 400, "malformed", say("没有这种操作。"));
    if (!fault.empty()) {
        auto const again = [&](visit& with) {
            return opinions_with(with, 400, fault, typed_sorting(v));
        };
        co_return co_await v.house.read(v, again);
    }
    if (step == "check") {
        // The words wait as a draft while whoever publishes them looks at what is masked (JC-24).
        co_await keep_refused_form(v, checked.on);
        answer to_look;
        to_look.see_other = masking_href(checked.on);
        co_return to_look;
    }
    typed.body = std::move(checked.body);
    typed.act_id = field_of(v, "act_id");
    typed.seen = number_in(field_of(v, "seen"));
    if (step != "feedback") // it comes from the page that masks
        typed.return_to = "opinions";
    auto made = co_await submit_prepared(v, checked.on, std::move(typed));
    if (made.status < 400 && step == "settle")
        co_await forget_page_form(v, checked.on, page_form::notes);
    if (made.status < 400 && step == "feedback")
        co_await forget_page_form(v, checked.on, page_form::feedback);
    // Whichever page it came from: the list says what was done and what is next.
    if (auto const done = made.see_other.find("done="); done != std::string::npos)
        made.see_other = back_to_list(checked.on, made.see_other.substr(done));
    co_return made;
}

} // namespace web::handlers
