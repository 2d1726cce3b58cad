#include "web/handlers/opinions.hpp"

#include "web/handlers/act_form.hpp"
#include "web/handlers/document_answer.hpp"
#include "web/handlers/drafts.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/public_view.hpp"
#include "web/masking.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"
#include "web/random_id.hpp"
#include "web/receipt.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/public_matter.hpp"

#include <algorithm>
#include <array>

// The officials' side: what came in on a case, sorted, grouped and taken on file.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
namespace law = workflows::major_decision;
namespace soci = adapters::soci;
namespace purpose = adapters::soci::purpose;

constexpr std::array<char const*, 4> all_channels = {"online", "letter", "meeting", "survey"};
constexpr std::array<char const*, 3> all_purposes = {purpose::opinion, purpose::hearing_wish,
                                                     purpose::application};
constexpr std::array<char const*, 3> all_outcomes = {"adopted", "partly_adopted", "not_adopted"};
constexpr std::size_t longest_issue = 200;

bool is_known(auto const& among, std::string const& name)
{
    return std::any_of(among.begin(), among.end(), [&](char const* one) { return name == one; });
}

std::string home_of(opened_case const& file)
{
    return "/cases/" + std::to_string(file.line().id.value);
}

/// Who does the acts of participation or of the hearing on this case works with what came in; the
/// law's own tables say who that is.
bool works_on_it(visit const& v, opened_case const& file)
{
    auto const offers = file.file().offers(actor_on(v, file), circumstances_of(v, file));
    return std::any_of(offers.begin(), offers.end(), [](engine::offer const& one) {
        return (one.chapter == "participation" || one.chapter == "hearing") &&
               std::none_of(one.refusals.begin(), one.refusals.end(),
                            [](engine::refusal const& ground) { return ground.about_role; });
    });
}

soci::comment_filter filter_of(visit const& v)
{
    soci::comment_filter only;
    only.purpose = v.query("purpose");
    if (!is_known(all_purposes, only.purpose))
        only.purpose = purpose::opinion;
    only.words = v.query("words");
    only.channel = v.query("channel");
    if (auto const issue = v.query("issue"); issue == "-")
        only.issue = "";
    else if (!issue.empty())
        only.issue = issue;
    return only;
}

array options(visit const& v, auto const& codes, std::string const& prefix,
              std::string const& chosen)
{
    array made;
    for (auto const& name : codes) {
        std::string const code(name);
        made.push_back(object{
            {"code", code}, {"words", v.words(prefix + code)}, {"selected", code == chosen}});
    }
    return made;
}

object entry_view(visit const& v, soci::comment_shelf& shelf, opened_case const& file,
                  opinions_on_file const& known, soci::comment_entry const& one, bool private_too)
{
    auto const number = law::opinion_number(one.number);
    auto const decided = known.decided.find(number);
    auto const on_file = one.purpose == purpose::opinion ? known.recorded.contains(number)
                                                         : known.wishes.contains(number);
    auto const is_decided = decided != known.decided.end();
    std::string const state = is_decided ? "decided" : on_file ? "recorded" : "received";
    std::string const outcome =
        is_decided ? std::string(engine::name_of(decided->second.outcome)) : one.outcome;
    object made{
        {"number", one.number},
        {"opinion", number},
        {"name", private_too ? one.name : masked_name(one.name)},
        {"contact", private_too ? one.contact : ""},
        {"identity", private_too ? one.identity : ""},
        {"side_words", one.side.empty() ? "" : v.words("choice.hearing_side." + one.side)},
        {"kind", one.kind},
        {"kind_words", v.words("choice.attendee_kind." + one.kind)},
        {"channel", one.channel},
        {"channel_words", v.words("opinions.channel." + one.channel)},
        {"received_words",
         one.received_on ? v.words.date(*one.received_on) : v.words.moment(one.received_at)},
        {"words", private_too ? one.words : masked_words(one.words, {one.name, one.contact})},
        {"issue", one.issue},
        {"state", state},
        {"state_words", v.words("opinions.state." + state)},
        {"outcome", outcome},
        {"outcome_words", outcome.empty() ? "" : v.words("choice.adoption." + outcome)},
        {"reason", is_decided ? std::string(decided->second.reason.value_or("")) : one.reason},
        {"can_register", private_too && one.purpose == purpose::hearing_wish && !on_file},
        {"can_sort", private_too && one.purpose == purpose::opinion && !is_decided}};
    array documents;
    if (one.documents > 0)
        for (auto const& document : shelf.documents_of(one.id))
            documents.push_back(object{
                {"name", private_too ? document.name : masked_words(document.name, {one.name})},
                {"href", private_too ? home_of(file) + "/opinions/documents/" + document.hash
                                     : std::string()}});
    made["documents"] = std::move(documents);
    return made;
}

/// One of the acts that the page prepares: how much it would hold.
object prepared_view(visit const& v, char const* act, std::string_view kind, long long count)
{
    return {{"act", act},
            {"act_words", act_words(v.words, kind)},
            {"count", count},
            {"ready", count > 0},
            {"act_id", random_id()}};
}

/// Of what is on file, how much has no decision yet.
long long undecided(opinions_on_file const& known)
{
    return std::count_if(known.recorded.begin(), known.recorded.end(),
                         [&](auto const& number) { return !known.decided.contains(number); });
}

/// Opinions that were put on file without this list.
std::string by_hand_words(visit const& v, opinions_on_file const& known)
{
    auto const by_hand =
        std::count_if(known.recorded.begin(), known.recorded.end(),
                      [](auto const& number) { return !law::number_of_opinion(number); });
    return by_hand == 0 ? std::string() : v.words(say("其中{1}条直接登记入卷，不在下表", by_hand));
}

/// Whether the public may be answered now; if not, what stands before it.
void put_feedback_standing(visit const& v, opened_case const& file, opinions_on_file const& known,
                           object& page)
{
    auto const offers = file.file().offers(actor_on(v, file), circumstances_of(v, file));
    auto const offered = [&](std::string_view kind) {
        return std::find_if(offers.begin(), offers.end(),
                            [&](engine::offer const& one) { return one.kind == kind; });
    };
    auto const feedback = offered(law::participation::feedback_given::kind);
    auto const closing = offered(law::participation::window_closed::kind);
    page["feedback_is_open"] = feedback != offers.end() && feedback->is_open();
    array before;
    auto const add = [&](engine::text const& words) {
        before.push_back(object{{"words", v.words(words)}});
    };
    if (feedback != offers.end())
        for (auto const& ground : feedback->refusals)
            add(ground.remedy.empty() ? ground.reason : ground.remedy);
    else if (closing != offers.end())
        add(say("请先办理“{1}”。", act_words(v.words, closing->kind)));
    else
        add(say("记下的采纳情况作出决定后，才能向公众反馈。"));
    page["before_feedback"] = std::move(before);
    auto const open = undecided(known);
    page["undecided_words"] =
        open == 0 ? std::string() : v.words(say("还有{1}条已登记的意见没有作出采纳决定。", open));
}

std::string feedback_words(visit const& v, opinions_on_file const& known)
{
    long long adopted = 0, partly = 0, others = 0;
    for (auto const& [number, one] : known.decided)
        switch (one.outcome) {
        case law::participation::adoption::adopted:
            ++adopted;
            break;
        case law::participation::adoption::partly_adopted:
            ++partly;
            break;
        case law::participation::adoption::not_adopted:
            ++others;
            break;
        }
    return v.words(say("感谢社会各界的参与。共研究处理意见{1}条，其中采纳{2}条、部分采纳{3}条、"
                       "未采纳{4}条，逐条情况和理由见采纳情况表。",
                       adopted + partly + others, adopted, partly, others));
}

array channels_view(visit const& v, soci::comment_shelf& shelf, engine::case_id on,
                    std::string const& of)
{
    auto const counted = shelf.by_channel(on, of);
    array made;
    for (std::string const channel : all_channels) {
        auto const found = std::find_if(counted.begin(), counted.end(),
                                        [&](auto const& one) { return one.of == channel; });
        made.push_back(object{{"channel", channel},
                              {"channel_words", v.words("opinions.channel." + channel)},
                              {"count", found == counted.end() ? 0 : found->comments}});
    }
    return made;
}

void put_filters(visit const& v, answer& page, soci::comment_filter const& only,
                 std::vector<soci::comment_count> const& issues)
{
    array groups;
    for (auto const& one : issues)
        groups.push_back(object{{"issue", one.of},
                                {"count", one.comments},
                                {"selected", only.issue && *only.issue == one.of}});
    page.view["groups"] = std::move(groups);
    page.only_page["in_no_group"] = only.issue && only.issue->empty();
    page.only_page["filter_words"] = only.words;
    page.only_page["channel_options"] = options(v, all_channels, "opinions.channel.", only.channel);
    page.only_page["purpose_options"] = options(v, all_purposes, "opinions.purpose.", only.purpose);
    page.only_page["outcomes"] = options(v, all_outcomes, "choice.adoption.", "");
    page.only_page["kinds"] =
        options(v, engine::detail::choice_names<law::participation::attendee_kind>(),
                "choice.attendee_kind.", "citizen");
}

/// What the office typed, to be shown again when it could not be taken.
struct typed_entry {
    int status = 200;
    std::string notice;
    object fields;
};

answer opinions_page(visit& v, opened_case const& file, typed_entry const& typed)
{
    constexpr long long rows_a_page = 50;
    auto const on = file.line().id;
    auto const only = filter_of(v);
    auto const mine = works_on_it(v, file);
    auto const known = opinions_of(file.record.acts);
    soci::comment_shelf shelf(*v.records);
    auto const found = shelf.list(on, only, number_in(v.query("after")), rows_a_page);

    answer page{.status = typed.status, .page = "opinions"};
    page.view["case"] = head_view(v, file);
    page.view["title"] = v.words(say("收到的意见"));
    page.view["purpose"] = only.purpose;
    page.view["about_opinions"] = only.purpose == purpose::opinion;
    page.view["may_work"] = mine;
    page.view["count"] = shelf.count(on, {.purpose = only.purpose});
    page.view["found"] = shelf.count(on, only);
    page.view["recorded"] = static_cast<long long>(known.recorded.size());
    page.view["decided"] = static_cast<long long>(known.decided.size());
    page.view["channels"] = channels_view(v, shelf, on, only.purpose);
    array rows;
    for (auto const& one : found.rows)
        rows.push_back(entry_view(v, shelf, file, known, one, mine));
    page.view["empty"] = rows.empty();
    page.view["opinions"] = std::move(rows);
    page.view["next"] = "";
    if (found.next) {
        pairs again;
        for (auto const* name : {"purpose", "words", "channel", "issue"})
            if (auto value = v.query(name); !value.empty())
                again.emplace_back(name, std::move(value));
        again.emplace_back("after", std::to_string(*found.next));
        page.view["next"] = home_of(file) + "/opinions?" + to_query(again);
    }
    put_filters(v, page, only, shelf.by_issue(on));
    if (mine) {
        auto const recording = recording_body(shelf, on, known).at("opinions").as_array().size();
        auto const deciding = deciding_body(shelf, on, known).at("decisions").as_array().size();
        page.view["prepared"] =
            array{prepared_view(v, "record", law::participation::opinions_recorded::kind,
                                static_cast<long long>(recording)),
                  prepared_view(v, "decide", law::participation::opinions_decided::kind,
                                static_cast<long long>(deciding))};
        auto const noted = shelf.count(on, {.purpose = purpose::opinion});
        page.only_page["by_hand_words"] = by_hand_words(v, known);
        page.only_page["not_noted_words"] =
            deciding == 0 && noted > 0 && undecided(known) > 0
                ? v.words(say("{1}条已登记、尚未记下采纳情况：请在上表勾选，选择采纳情况，"
                              "再按“记下采纳情况”。",
                              undecided(known)))
                : std::string();
        put_feedback_standing(v, file, known, page.only_page);
        page.only_page["feedback_act"] =
            act_words(v.words, law::participation::feedback_given::kind);
        page.only_page["feedback_words"] = feedback_words(v, known);
        page.only_page["feedback_id"] = random_id();
        page.only_page["has_decided"] = !known.decided.empty();
        page.only_page["letter_id"] = random_id();
        page.only_page["letter_channels"] = options(
            v, std::array<char const*, 3>{"letter", "meeting", "survey"}, "opinions.channel.", "");
        page.only_page["today"] = engine::to_text(v.today());
    }
    page.only_page["seen"] = file.version();
    page.only_page["done"] = v.query("done").empty() ? "" : v.words("opinions.done");
    page.only_page["entered"] = v.query("entered");
    page.only_page["notice"] = typed.notice;
    page.only_page["typed"] = typed.fields;
    put_begun_opinions(v, file, page.only_page, mine && typed.fields.empty());
    return page;
}

std::string field_of(visit const& v, char const* name)
{
    auto const* value = find(v.asked.fields, name);
    return value ? *value : std::string();
}

/// Why this person may not work with what came in.
std::optional<answer> refuse_others(visit& v, opened_case const& file)
{
    if (works_on_it(v, file))
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
    return opinions_page(v, file, {status, v.words(notice), std::move(fields)});
}

/// Runs on a reading thread: the case of the path if this person may work on it.
struct checked_case {
    std::optional<answer> instead;
    engine::case_id on;
    long long version = 0;
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
        if (!checked.instead && prepare) {
            soci::comment_shelf shelf(*with.records);
            checked.body = prepare(shelf, file);
        }
        return answer{};
    };
    co_await v.house.read(v, look);
    co_return checked;
}

std::vector<long long> chosen_numbers(visit const& v)
{
    std::vector<long long> numbers;
    for (auto const& [name, value] : v.asked.fields)
        if (name == "n")
            if (auto const number = number_in(value))
                numbers.push_back(*number);
    return numbers;
}

/// All that stand in a group and are not decided by an act yet.
std::vector<long long> numbers_in_group(soci::comment_shelf& shelf, opened_case const& file,
                                        std::string const& issue)
{
    auto const known = opinions_of(file.record.acts);
    std::vector<long long> numbers;
    for (auto const& [number, of] : shelf.issues(file.line().id))
        if (of == issue && !known.decided.contains(law::opinion_number(number)))
            numbers.push_back(number);
    return numbers;
}

/// What an act decided stays as it was decided.
std::vector<long long> without_decided(std::vector<long long> numbers, opened_case const& file)
{
    auto const known = opinions_of(file.record.acts);
    std::erase_if(numbers,
                  [&](long long one) { return known.decided.contains(law::opinion_number(one)); });
    return numbers;
}

std::string back_to_list(engine::case_id on, std::string const& why)
{
    return "/cases/" + std::to_string(on.value) + "/opinions?" + why;
}

} // namespace

answer list_opinions(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    return opinions_page(v, std::get<opened_case>(found), {});
}

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
    else if (what.channel == "online" || !is_known(all_channels, what.channel))
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
    auto const whole_group = field_of(v, "whose") == "group";
    auto const group = field_of(v, "group");
    std::vector<long long> numbers;
    auto const choose = [&](soci::comment_shelf& shelf, opened_case const& file) {
        numbers = whole_group && !group.empty() ? numbers_in_group(shelf, file, group)
                                                : without_decided(chosen_numbers(v), file);
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
        note.reason = field_of(v, "reason");
        std::erase(*note.reason, '\r');
        if (!note.outcome->empty() && !is_known(all_outcomes, *note.outcome))
            fault = say("请选择是否采纳。");
        else if (note.reason->size() > 20'000)
            fault = say("理由过长。");
    } else
        fault = say("没有这种操作。");
    if (fault.empty() && numbers.empty())
        fault = say("没有选择尚未决定的意见。");
    if (!fault.empty()) {
        object const typed{{"issue", field_of(v, "issue")}, {"reason", field_of(v, "reason")}};
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
        made.see_other = back_to_list(checked.on, "done=1");
    co_return made;
}

awaitable<answer> act_on_opinions(visit& v)
{
    auto const step = field_of(v, "act");
    auto const wish = number_in(field_of(v, "wish"));
    typed_form typed;
    auto const prepare = [&](soci::comment_shelf& shelf, opened_case const& file) {
        auto const known = opinions_of(file.record.acts);
        auto const on = file.line().id;
        if (step == "record") {
            typed.kind = law::participation::opinions_recorded::kind;
            return recording_body(shelf, on, known);
        }
        if (step == "decide") {
            typed.kind = law::participation::opinions_decided::kind;
            return deciding_body(shelf, on, known);
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
    typed.body = std::move(checked.body);
    typed.act_id = field_of(v, "act_id");
    typed.seen = number_in(field_of(v, "seen"));
    auto made = co_await submit_prepared(v, checked.on, std::move(typed));
    if (made.status < 400 && step == "feedback")
        co_await forget_page_form(v, checked.on, page_form::feedback);
    if (!made.see_other.empty())
        made.see_other = back_to_list(checked.on, "done=1");
    co_return made;
}

} // namespace web::handlers
