#include "adapters/soci/comment_shelf.hpp"
#include "web/audit.hpp"
#include "web/form_token.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/public_form_limits.hpp"
#include "web/handlers/public_view.hpp"
#include "web/handlers/sent_fields.hpp"
#include "web/masking.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "web/public_attachment.hpp"
#include "web/random_id.hpp"
#include "web/receipt.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <map>

// What the public sends in: opinions, wishes for a hearing, applications to take part in one.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

namespace law = workflows::major_decision;
namespace soci = adapters::soci;
namespace purpose = adapters::soci::purpose;

/// What a form asks for.
struct form_terms {
    char const* purpose;
    char const* path; ///< last part of its address
    bool needs_name = false;
    bool needs_contact = false;
    bool asks_kind = false;
    bool asks_side = false;
    bool takes_files = false;
};

constexpr std::array<form_terms, 3> all_forms = {
    form_terms{
        .purpose = purpose::opinion, .path = "/opinions", .asks_kind = true, .takes_files = true},
    // An answer is owed within ten working days (GDH303-14.2): somebody must be reached.
    form_terms{.purpose = purpose::hearing_wish,
               .path = "/hearing-wishes",
               .needs_name = true,
               .needs_contact = true},
    // Who applies says who they are and what they hold (GDH303-18.1).
    form_terms{.purpose = purpose::application,
               .path = "/applications",
               .needs_name = true,
               .needs_contact = true,
               .asks_side = true}};

form_terms const& form_of_path(std::string_view path)
{
    for (auto const& one : all_forms)
        if (path.ends_with(one.path))
            return one;
    return all_forms.front();
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string trimmed(std::string_view text)
{
    std::string one;
    for (char c : text)
        if (c != '\r')
            one += c;
    constexpr char const* blank = " \t\n";
    auto const first = one.find_first_not_of(blank);
    if (first == std::string::npos)
        return {};
    return one.substr(first, one.find_last_not_of(blank) + 1 - first);
}

bool has_controls(std::string_view text, bool lines)
{
    return std::any_of(text.begin(), text.end(), [&](unsigned char c) {
        return (c < 0x20 && !(lines && (c == '\n' || c == '\t'))) || c == 0x7f;
    });
}

/// A form as it was typed, and what is wrong with it.
struct typed_comment {
    std::string token;
    std::string trap; ///< a field that people do not see
    std::string name, contact, kind = "citizen", identity, side, words;
    std::map<std::string, std::string> faults; ///< by field, in words
    std::string notice;                        ///< above the form
    int status = 200;
    std::optional<long long> wait; ///< seconds, for Retry-After
    std::size_t files_lost = 0;
};

typed_comment read_typed(pairs const& fields)
{
    typed_comment typed;
    auto const take = [&](char const* name, std::string& into) {
        if (auto const* value = find(fields, name))
            into = trimmed(*value);
    };
    take("form", typed.token);
    take("website", typed.trap);
    take("name", typed.name);
    take("contact", typed.contact);
    take("kind", typed.kind);
    take("identity", typed.identity);
    take("side", typed.side);
    take("words", typed.words);
    return typed;
}

template <class E>
bool is_choice(std::string const& name)
{
    E value{};
    return boost::describe::enum_from_string(name.c_str(), value);
}

class checking {
public:
    checking(visit const& v, typed_comment& typed) : v_(v), typed_(typed) {}

    void line(char const* field, std::string const& value, std::size_t longest, bool needed)
    {
        if (value.empty() && needed)
            fault(field, say("请填写这一项。"));
        else if (characters(value) > longest)
            fault(field, say("不能超过{1}个字。", longest));
        else if (has_controls(value, false))
            fault(field, say("含有不能使用的字符。"));
    }
    void text(char const* field, std::string const& value, std::size_t longest)
    {
        if (value.empty())
            fault(field, say("请填写这一项。"));
        else if (characters(value) > longest)
            fault(field, say("现有{1}个字，不能超过{2}个字；篇幅较长的可以作为附件提交。",
                             characters(value), longest));
        else if (has_controls(value, true))
            fault(field, say("含有不能使用的字符。"));
    }
    void choice(char const* field, bool known)
    {
        if (!known)
            fault(field, say("请选择其中一项。"));
    }
    void files(std::vector<engine::text> const& faults)
    {
        for (auto const& reason : faults)
            fault("files", reason);
        if (!faults.empty())
            note_refused(v_, "file_not_taken");
    }
    void fault(char const* field, engine::text const& reason)
    {
        typed_.faults.emplace(field, v_.words(reason));
    }

private:
    visit const& v_;
    typed_comment& typed_;
};

void check(visit const& v, form_terms const& terms, typed_comment& typed)
{
    checking to(v, typed);
    to.line("name", typed.name, longest_name, terms.needs_name);
    to.line("contact", typed.contact, longest_contact, terms.needs_contact);
    if (terms.asks_kind)
        to.choice("kind", is_choice<law::participation::attendee_kind>(typed.kind));
    if (terms.asks_side) {
        to.line("identity", typed.identity, longest_identity, true);
        to.choice("side", is_choice<law::hearing::hearing_side>(typed.side));
    }
    to.text("words", typed.words, longest_words);
    if (terms.takes_files)
        to.files(attachment_faults(v.asked.files));
}

/// Until when it was open, in words; empty while it is open.
engine::text why_closed(visit const& v, form_terms const& terms, public_case const& of)
{
    if (std::string_view(terms.purpose) == purpose::application) {
        if (!of.matter.hearing)
            return say("本事项没有公布听证公告。");
        if (of.matter.hearing->takes_applications(v.today()))
            return {};
        return say("听证报名已经截止。");
    }
    auto const& at = of.matter.consultation;
    if (!at)
        return say("本事项没有公开征求意见。");
    if (std::string_view(terms.purpose) == purpose::hearing_wish && !of.matter.takes_hearing_wishes)
        return say("建议举行听证会的，请在对草案的意见中写明。");
    if (std::string_view(terms.purpose) == purpose::hearing_wish && of.matter.hearing)
        return say("本事项已经公布听证公告，可以直接报名参加。");
    if (at->is_open(v.today()))
        return {};
    if (v.today() < at->notice.opens_on)
        return say("征求意见自{1}开始。", at->notice.opens_on);
    return say("征求意见已于{1}截止。", at->closed_on.value_or(at->last_day));
}

/// The way that is left to whoever comes too late.
engine::text other_way(visit const& v, public_case const& of)
{
    auto const unit = v.house.unit_name(of.matter.unit);
    auto const& at = of.matter.consultation;
    if (at && !at->notice.contact.empty())
        return say("还有意见要反映的，可以直接与{1}联系：{2}", unit, at->notice.contact);
    return say("还有意见要反映的，可以直接与{1}联系。", unit);
}

std::string about_form(form_terms const& terms, public_case const& of)
{
    return std::string(terms.purpose) + " " + std::to_string(of.id.value);
}

std::string fresh_token(visit const& v, form_terms const& terms, public_case const& of,
                        std::string id)
{
    return seal_form(v.house.with().entries.comments().form_key(), about_form(terms, of),
                     {std::move(id), v.now});
}

array choices_view(visit const& v, std::string_view vocabulary,
                   std::vector<std::string_view> const& names, std::string const& chosen)
{
    array made;
    for (auto name : names)
        made.push_back(object{
            {"code", std::string(name)},
            {"words", v.words("choice." + std::string(vocabulary) + "." + std::string(name))},
            {"selected", name == chosen}});
    return made;
}

object faults_by_field(typed_comment const& typed)
{
    object made;
    for (auto const* field : {"name", "contact", "kind", "identity", "side", "words", "files"}) {
        auto const found = typed.faults.find(field);
        made[std::string("error_") + field] =
            found == typed.faults.end() ? std::string() : found->second;
    }
    return made;
}

answer form_page(visit& v, form_terms const& terms, public_case const& of,
                 typed_comment const& typed)
{
    answer page{.status = typed.status, .page = "public_form"};
    page.view = public_head(v, of);
    page.view["matter_title"] = of.matter.title;
    std::string const what = terms.purpose;
    page.view["title"] = v.words("public.form." + what);
    page.view["purpose"] = what;
    page.view["about"] = v.words("public.about_form." + what);
    auto const closed = why_closed(v, terms, of);
    page.view["closed"] = closed.empty() ? std::string() : v.words(closed);
    page.view["notice"] = typed.notice;
    page.view["form"] = typed.token;
    page.view["has_problem"] = !typed.notice.empty() || !typed.faults.empty();
    page.view["action"] = public_href(of.id) + terms.path;
    page.view["most_characters"] = longest_words;
    array faults;
    for (auto const& [field, reason] : typed.faults)
        faults.push_back(object{
            {"path", field}, {"label", v.words("public.field." + field)}, {"reason", reason}});
    page.view["faults"] = std::move(faults);
    page.only_page = faults_by_field(typed);
    auto& more = page.only_page;
    more["words_hint"] =
        v.words(what == purpose::opinion
                    ? say("写明针对哪一条、建议怎样修改和理由，最多{1}字。", longest_words)
                    : say("最多{1}字。", longest_words));
    more["other_way"] = closed.empty() ? std::string() : v.words(other_way(v, of));
    // What somebody wrote in vain stays there to be copied.
    more["shows_form"] = closed.empty() || !typed.words.empty();
    more["name"] = typed.name;
    more["name_hint"] =
        v.words(std::string_view(terms.asks_side ? "public.hint.applicant" : "public.hint.name"));
    more["contact"] = typed.contact;
    more["identity"] = typed.identity;
    more["words"] = typed.words;
    more["needs_name"] = terms.needs_name;
    more["needs_contact"] = terms.needs_contact;
    more["asks_kind"] = terms.asks_kind;
    more["asks_side"] = terms.asks_side;
    more["takes_files"] = terms.takes_files;
    more["files_lost"] = typed.files_lost > 0;
    more["accepted"] = accepted_attachments();
    more["attachments_about"] = v.words(attachment_limits());
    more["kinds"] =
        choices_view(v, "attendee_kind",
                     engine::detail::choice_names<law::participation::attendee_kind>(), typed.kind);
    more["sides"] = choices_view(
        v, "hearing_side", engine::detail::choice_names<law::hearing::hearing_side>(), typed.side);
    if (typed.wait)
        page.headers.emplace_back("Retry-After", std::to_string(*typed.wait));
    return page;
}

awaitable<answer> show_again(visit& v, form_terms const& terms, public_case const& of,
                             typed_comment typed, int status, engine::text const& notice)
{
    typed.status = status;
    typed.notice = v.words(notice);
    typed.files_lost = v.asked.files.size();
    auto const show = [&](visit& again) {
        auto page = form_page(again, terms, of, typed);
        // A program gets a problem like any other, and with it the form to send anew.
        if (again.wants_json)
            for (auto& member : problem(again, status, "form", notice).view)
                page.view[member.key()] = std::move(member.value());
        return page;
    };
    co_return co_await v.house.read(v, show);
}

/// A form that is not of this site or too old: shown again, and entered as an attempt.
awaitable<answer> show_unsealed(visit& v, form_terms const& terms, public_case const& of,
                                typed_comment typed, std::string form, engine::text const& notice)
{
    note_refused(v, "form_expired");
    typed.token = fresh_token(v, terms, of, std::move(form));
    auto again = co_await show_again(v, terms, of, std::move(typed), 403, notice);
    again.noted = true;
    co_return again;
}

soci::new_comment comment_of(visit const& v, form_terms const& terms, public_case const& of,
                             typed_comment const& typed, std::string id)
{
    auto const application = std::string_view(terms.purpose) == purpose::application;
    return {.comment_id = std::move(id),
            .on = of.id,
            .notice = application ? of.matter.hearing->seq : of.matter.consultation->seq,
            .purpose = terms.purpose,
            .channel = "online",
            .kind = typed.kind,
            .name = typed.name,
            .contact = typed.contact,
            .words = typed.words,
            .side = typed.side,
            .identity = typed.identity,
            .receipt = new_receipt(),
            .at = v.now};
}

engine::text wrongly_filled()
{
    return say("填写的内容有误，请按提示更正后重新提交。");
}

awaitable<answer> keep(visit& v, form_terms const& terms, public_case const& of,
                       typed_comment typed, std::string id)
{
    auto what = comment_of(v, terms, of, typed, std::move(id));
    if (!v.asked.files.empty()) {
        auto const look = [&] { return keep_attachments(v.house.admission(), v.asked.files); };
        auto kept = co_await v.house.threads_for(v).run(look);
        if (auto const* faults = std::get_if<std::vector<engine::text>>(&kept)) {
            checking(v, typed).files(*faults);
            co_return co_await show_again(v, terms, of, std::move(typed), 400, wrongly_filled());
        }
        what.documents = std::move(std::get<std::vector<soci::attached_document>>(kept));
    }
    auto const outcome = co_await v.house.with().entries.drop(std::move(what));
    auto const* broken = outcome ? std::get_if<soci::fault>(&*outcome) : nullptr;
    if (!outcome || (broken && broken->passes)) {
        typed.wait = v.house.coming_back().next(v.house.with().clock()).count();
        auto const why = broken ? say("现在不能保存。您填写的内容仍在，请稍后再次提交。")
                                : say("现在提交的人很多。您填写的内容仍在，请稍后再次提交。");
        co_return co_await show_again(v, terms, of, std::move(typed), 503, why);
    }
    if (broken)
        co_return broken_off(v, *broken);
    if (std::holds_alternative<soci::comment_clash>(*outcome)) {
        typed.token = fresh_token(v, terms, of, random_id());
        co_return co_await show_again(
            v, terms, of, std::move(typed), 409,
            say("这份表单已经提交过，内容与现在的不同。如需另行提交现在的内容，请再次提交。"));
    }
    v.house.coming_back().served(v.house.with().clock());
    auto const& kept = std::get<soci::kept_comment>(*outcome);
    auto const shown = shown_receipt(kept.receipt);
    answer made{.status = kept.repeated ? 200 : 201};
    made.view = {{"receipt", shown},
                 {"repeated", kept.repeated},
                 {"href", "/public/receipts?number=" + shown}};
    if (!v.wants_json)
        made.see_other = "/public/receipts?number=" + shown + "&new=1";
    co_return made;
}

awaitable<std::shared_ptr<public_case const>> find_of_path(visit& v)
{
    std::shared_ptr<public_case const> found;
    auto const look = [&](visit& with) {
        found = public_case_of_path(with);
        return answer{};
    };
    co_await v.house.read(v, look);
    co_return found;
}

} // namespace

answer show_public_form(visit& v)
{
    auto const of = public_case_of_path(v);
    if (!of)
        return public_not_found(v);
    auto const& terms = form_of_path(v.asked.path);
    typed_comment fresh;
    fresh.token = fresh_token(v, terms, *of, random_id());
    return form_page(v, terms, *of, fresh);
}

awaitable<answer> send_public_form(visit& v)
{
    auto const of = co_await find_of_path(v);
    if (!of)
        co_return public_not_found(v);
    auto const& terms = form_of_path(v.asked.path);
    auto const fields = sent_fields(v);
    if (!fields)
        co_return problem(v, 400, "malformed", wrongly_filled());
    auto typed = read_typed(*fields);
    if (auto const closed = why_closed(v, terms, *of); !closed.empty())
        co_return co_await show_again(v, terms, *of, std::move(typed), 422, closed);
    auto token = read_form_token(v.house.with().entries.comments().form_key(),
                                 about_form(terms, *of), typed.token, v.now);
    if (token.is == token_state::wrong)
        co_return co_await show_unsealed(v, terms, *of, std::move(typed), random_id(),
                                         say("表单已经失效。您填写的内容仍在，请再次提交。"));
    if (token.is == token_state::too_old)
        co_return co_await show_unsealed(v, terms, *of, std::move(typed), token.what.id,
                                         say("表单打开已超过一天。请核对内容后再次提交。"));
    if (token.is == token_state::too_quick) {
        typed.wait = quickest_form.count();
        co_return co_await show_again(v, terms, *of, std::move(typed), 429,
                                      say("提交得太快。请核对内容，几秒钟后再次提交。"));
    }
    if (!typed.trap.empty())
        co_return co_await show_again(v, terms, *of, std::move(typed), 422,
                                      say("有一个不应填写的空格被填写了，可能是浏览器自动填充。"
                                          "已经清空，请核对内容后再次提交。"));
    check(v, terms, typed);
    if (!typed.faults.empty())
        co_return co_await show_again(v, terms, *of, std::move(typed), 400, wrongly_filled());
    if (auto const wait = v.house.counter().sending.refuse(v.address, v.now)) {
        typed.wait = wait->count();
        co_return co_await show_again(
            v, terms, *of, std::move(typed), 429,
            say("从您的网络提交得太多。您填写的内容仍在，请{1}秒后再次提交。", wait->count()));
    }
    co_return co_await keep(v, terms, *of, std::move(typed), token.what.id);
}

namespace {

/// How far a submission has come, as its sender may know it.
struct told_state {
    std::string state = "received";
    std::string outcome;
    std::string outcome_words;
    std::string reason;
};

/// Whether somebody who applied takes part: by their name, which is all that an application and a
/// list share for certain. Nothing of whose name is no longer kept.
std::string chance_of(std::string const& name, law::hearing::listed const& list)
{
    if (name.empty())
        return {};
    for (auto const& one : list.people)
        if (one.name == name && one.role == law::hearing::hearing_role::participant)
            return one.is_substitute ? "substitute" : "chosen";
    return "not_chosen";
}

told_state told_of(visit const& v, soci::comment_entry const& kept, std::string const& number,
                   law::public_matter const& matter)
{
    told_state told;
    if (kept.purpose == purpose::opinion) {
        if (matter.opinions.find(number))
            told.state = "recorded";
        if (auto const* decided = matter.answer_to(number)) {
            told.state = "answered";
            told.outcome = engine::name_of(decided->outcome);
            told.outcome_words = v.words("choice.adoption." + told.outcome);
            told.reason = decided->reason.value_or("");
        }
    } else if (kept.purpose == purpose::hearing_wish) {
        auto const found = matter.wishes.find(number);
        if (found == matter.wishes.end())
            return told;
        told.state = "recorded";
        if (!found->second)
            return told;
        told.state = "answered";
        told.outcome = found->second->accepted ? "accepted" : "declined";
        told.outcome_words = v.words("public.wish." + told.outcome);
        told.reason = found->second->reason.value_or("");
    } else if (matter.hearing && matter.hearing->list) {
        told.state = "answered";
        told.outcome = chance_of(kept.name, *matter.hearing->list);
        if (!told.outcome.empty())
            told.outcome_words = v.words("public.application." + told.outcome);
    }
    return told;
}

} // namespace

answer show_receipt(visit& v)
{
    answer page{.page = "public_receipt"};
    page.view["title"] = v.words(say("查询提交情况"));
    auto const typed = v.query("number");
    page.view["number"] = typed;
    page.view["found"] = false;
    page.view["unknown"] = false;
    page.view["is_new"] = v.query("new") == "1";
    if (typed.empty())
        return page;
    if (auto const wait = v.house.counter().looking_up.refuse(v.address, v.now)) {
        auto made = problem(v, 429, "too-many", say("查询得太多，请{1}秒后再试。", wait->count()));
        made.headers.emplace_back("Retry-After", std::to_string(wait->count()));
        return made;
    }
    auto const receipt = receipt_in(typed);
    soci::comment_shelf shelf(*v.records);
    auto const kept = receipt ? shelf.find(*receipt) : std::nullopt;
    if (!kept) {
        page.status = 404;
        page.view["unknown"] = true;
        page.view["type"] = "/problems/not-found";
        page.view["status"] = page.status;
        return page;
    }
    page.view["found"] = true;
    page.view["number"] = shown_receipt(*receipt);
    page.view["received_at"] = engine::to_text(kept->received_at);
    page.view["received_words"] = v.words.moment(kept->received_at);
    page.view["purpose_words"] = v.words("public.form." + kept->purpose);
    page.only_page["keep_words"] = v.words("public.keep_receipt." + kept->purpose);
    page.view["words"] = kept->words;
    array documents;
    for (auto const& one : shelf.documents_of(kept->id))
        documents.push_back(object{{"name", one.name}});
    page.view["has_documents"] = !documents.empty();
    page.view["documents"] = std::move(documents);
    // The matter may have become one that is kept from the public: then only the receipt is told.
    auto const of = find_public_case(v, kept->on);
    page.view["matter"] = of ? boost::json::value(public_head(v, *of)) : nullptr;
    auto const opinion = law::opinion_number(kept->number);
    auto const told = of ? told_of(v, *kept, opinion, of->matter) : told_state{};
    page.view["opinion"] = told.state == "received" ? std::string() : opinion;
    auto const* on_file = of ? of->matter.opinions.find(opinion) : nullptr;
    page.view["same_words"] =
        on_file && !on_file->counts()
            ? v.words(say("与意见{1}内容相同，一并研究答复", on_file->same_as))
            : std::string();
    page.view["state"] = told.state;
    page.view["state_words"] = v.words("public.state." + kept->purpose + "_" + told.state);
    page.view["outcome"] = told.outcome;
    page.view["outcome_words"] = told.outcome_words;
    page.view["reason"] = of ? masked_words(told.reason, of->people) : told.reason;
    return page;
}

} // namespace web::handlers
