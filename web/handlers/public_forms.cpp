#include "adapters/soci/comment_shelf.hpp"
#include "web/audit.hpp"
#include "web/form_token.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/public_form_limits.hpp"
#include "web/handlers/public_form_place.hpp"
#include "web/handlers/public_view.hpp"
#include "web/handlers/sent_fields.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "web/public_attachment.hpp"
#include "web/random_id.hpp"
#include "web/receipt.hpp"
#include "workflows/catalogue/public_proposals.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <map>

// What the public sends in: opinions, wishes for a hearing, applications to take part in one, and
// proposals of what should be decided.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

namespace catalogue = workflows::catalogue::public_proposals;
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
    bool proposes = false; ///< names a matter, and goes to no decision
};

constexpr std::array<form_terms, 4> all_forms = {
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
               .asks_side = true},
    // Citizens write what it is called, what it rests on and why (GD21-11.2).
    form_terms{.purpose = purpose::proposal,
               .path = "/proposals",
               .needs_name = true,
               .needs_contact = true,
               .asks_kind = true,
               .takes_files = true,
               .proposes = true}};

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
    std::string name, contact, kind = "citizen", identity, side, title, basis, words;
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
    take("title", typed.title);
    take("basis", typed.basis);
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
    void text(char const* field, std::string const& value, std::size_t longest, bool needed = true)
    {
        if (value.empty() && needed)
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

bool is_kind(form_terms const& terms, std::string const& kind)
{
    return terms.proposes ? is_choice<catalogue::public_proposer>(kind)
                          : is_choice<law::participation::attendee_kind>(kind);
}

void check(visit const& v, form_terms const& terms, form_place const& at, typed_comment& typed)
{
    checking to(v, typed);
    if (terms.proposes) {
        to.line("title", typed.title, longest_title, true);
        to.text("basis", typed.basis, longest_basis, at.needs_basis);
    }
    to.line("name", typed.name, longest_name, terms.needs_name);
    to.line("contact", typed.contact, longest_contact, terms.needs_contact);
    if (terms.asks_kind)
        to.choice("kind", is_kind(terms, typed.kind));
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

form_place place_on_matter(visit const& v, form_terms const& terms, public_case const& of)
{
    form_place at{.on = of.id,
                  .action = public_href(of.id) + terms.path,
                  .head = public_head(v, of),
                  .title = of.matter.title,
                  .back_words = v.words("public.back_to_matter"),
                  .closed = why_closed(v, terms, of)};
    if (!at.closed.empty())
        at.other_way = other_way(v, of);
    else if (std::string_view(terms.purpose) == purpose::application)
        at.notice = of.matter.hearing->seq;
    else
        at.notice = of.matter.consultation->seq;
    return at;
}

/// Where the form of the path goes; nothing when nothing of its matter is public.
std::optional<form_place> place_of_path(visit& v, form_terms const& terms)
{
    if (terms.proposes)
        return place_of_proposals(v);
    auto const of = public_case_of_path(v);
    return of ? std::optional(place_on_matter(v, terms, *of)) : std::nullopt;
}

std::string about_form(form_terms const& terms, form_place const& at)
{
    return std::string(terms.purpose) + " " + std::to_string(at.on.value);
}

std::string fresh_token(visit const& v, form_terms const& terms, form_place const& at,
                        std::string id)
{
    return seal_form(v.house.with().entries.comments().form_key(), about_form(terms, at),
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
    for (auto const* field :
         {"name", "contact", "kind", "identity", "side", "title", "basis", "words", "files"}) {
        auto const found = typed.faults.find(field);
        made[std::string("error_") + field] =
            found == typed.faults.end() ? std::string() : found->second;
    }
    return made;
}

/// What the field of the words is called.
char const* words_field(form_terms const& terms)
{
    return terms.asks_side ? "view" : terms.proposes ? "reasons" : "words";
}

engine::text words_hint(form_terms const& terms)
{
    if (terms.proposes)
        return say("写明要解决什么问题、为什么需要决策，最多{1}字。", longest_words);
    return std::string_view(terms.purpose) == purpose::opinion
               ? say("写明针对哪一条、建议怎样修改和理由，最多{1}字。", longest_words)
               : say("最多{1}字。", longest_words);
}

array kinds_view(visit const& v, form_terms const& terms, std::string const& chosen)
{
    if (terms.proposes)
        return choices_view(v, "public_proposer",
                            engine::detail::choice_names<catalogue::public_proposer>(), chosen);
    return choices_view(v, "attendee_kind",
                        engine::detail::choice_names<law::participation::attendee_kind>(), chosen);
}

answer form_page(visit& v, form_terms const& terms, form_place const& at,
                 typed_comment const& typed)
{
    answer page{.status = typed.status, .page = "public_form"};
    page.view = at.head;
    page.view["matter_title"] = at.title;
    std::string const what = terms.purpose;
    page.view["title"] = v.words("public.form." + what);
    page.view["purpose"] = what;
    page.view["about"] = v.words("public.about_form." + what);
    page.view["closed"] = at.closed.empty() ? std::string() : v.words(at.closed);
    page.view["notice"] = typed.notice;
    page.view["form"] = typed.token;
    page.view["has_problem"] = !typed.notice.empty() || !typed.faults.empty();
    page.view["action"] = at.action;
    page.view["most_characters"] = longest_words;
    array faults;
    for (auto const& [field, reason] : typed.faults)
        faults.push_back(object{
            {"path", field},
            {"label", v.words("public.field." + (field == "words" ? words_field(terms) : field))},
            {"reason", reason}});
    page.view["faults"] = std::move(faults);
    page.only_page = faults_by_field(typed);
    auto& more = page.only_page;
    more["words_label"] = v.words(std::string("public.field.") + words_field(terms));
    more["words_hint"] = v.words(words_hint(terms));
    more["back_words"] = at.back_words;
    more["has_organs"] = !at.organs.empty();
    more["organs"] = at.organs;
    more["other_way"] = at.closed.empty() ? std::string() : v.words(at.other_way);
    // What somebody wrote in vain stays there to be copied.
    more["shows_form"] = at.closed.empty() || !typed.words.empty();
    more["proposes"] = terms.proposes;
    more["matter_name"] = typed.title;
    more["basis"] = typed.basis;
    more["needs_basis"] = at.needs_basis;
    more["most_in_title"] = longest_title;
    more["most_in_basis"] = longest_basis;
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
    more["kinds"] = kinds_view(v, terms, typed.kind);
    more["sides"] = choices_view(
        v, "hearing_side", engine::detail::choice_names<law::hearing::hearing_side>(), typed.side);
    if (typed.wait)
        page.headers.emplace_back("Retry-After", std::to_string(*typed.wait));
    return page;
}

awaitable<answer> show_again(visit& v, form_terms const& terms, form_place const& at,
                             typed_comment typed, int status, engine::text const& notice)
{
    typed.status = status;
    typed.notice = v.words(notice);
    typed.files_lost = v.asked.files.size();
    auto const show = [&](visit& again) {
        auto page = form_page(again, terms, at, typed);
        // A program gets a problem like any other, and with it the form to send anew.
        if (again.wants_json)
            for (auto& member : problem(again, status, "form", notice).view)
                page.view[member.key()] = std::move(member.value());
        return page;
    };
    co_return co_await v.house.read(v, show);
}

/// A form that is not of this site or too old: shown again, and entered as an attempt.
awaitable<answer> show_unsealed(visit& v, form_terms const& terms, form_place const& at,
                                typed_comment typed, std::string form, engine::text const& notice)
{
    note_refused(v, "form_expired");
    typed.token = fresh_token(v, terms, at, std::move(form));
    auto again = co_await show_again(v, terms, at, std::move(typed), 403, notice);
    again.noted = true;
    co_return again;
}

soci::new_comment comment_of(visit const& v, form_terms const& terms, form_place const& at,
                             typed_comment const& typed, std::string id)
{
    return {.comment_id = std::move(id),
            .on = at.on,
            .notice = at.notice,
            .purpose = terms.purpose,
            .channel = "online",
            .kind = typed.kind,
            .name = typed.name,
            .contact = typed.contact,
            .words = typed.words,
            .side = typed.side,
            .identity = typed.identity,
            .title = typed.title,
            .basis = typed.basis,
            .receipt = new_receipt(),
            .at = v.now};
}

engine::text wrongly_filled()
{
    return say("填写的内容有误，请按提示更正后重新提交。");
}

awaitable<answer> keep(visit& v, form_terms const& terms, form_place const& at, typed_comment typed,
                       std::string id)
{
    auto what = comment_of(v, terms, at, typed, std::move(id));
    if (!v.asked.files.empty()) {
        auto const look = [&] { return keep_attachments(v.house.admission(), v.asked.files); };
        auto kept = co_await v.house.threads_for(v).run(look);
        if (auto const* faults = std::get_if<std::vector<engine::text>>(&kept)) {
            checking(v, typed).files(*faults);
            co_return co_await show_again(v, terms, at, std::move(typed), 400, wrongly_filled());
        }
        what.documents = std::move(std::get<std::vector<soci::attached_document>>(kept));
    }
    auto const outcome = co_await v.house.with().entries.drop(std::move(what));
    auto const* broken = outcome ? std::get_if<soci::fault>(&*outcome) : nullptr;
    if (!outcome || (broken && broken->passes)) {
        typed.wait = v.house.coming_back().next(v.house.with().clock()).count();
        auto const why = broken ? say("现在不能保存。您填写的内容仍在，请稍后再次提交。")
                                : say("现在提交的人很多。您填写的内容仍在，请稍后再次提交。");
        co_return co_await show_again(v, terms, at, std::move(typed), 503, why);
    }
    if (broken)
        co_return broken_off(v, *broken);
    if (std::holds_alternative<soci::comment_clash>(*outcome)) {
        typed.token = fresh_token(v, terms, at, random_id());
        co_return co_await show_again(
            v, terms, at, std::move(typed), 409,
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

awaitable<std::optional<form_place>> find_place(visit& v, form_terms const& terms)
{
    std::optional<form_place> found;
    auto const look = [&](visit& with) {
        found = place_of_path(with, terms);
        return answer{};
    };
    co_await v.house.read(v, look);
    co_return found;
}

} // namespace

answer show_public_form(visit& v)
{
    auto const& terms = form_of_path(v.asked.path);
    auto const at = place_of_path(v, terms);
    if (!at)
        return public_not_found(v);
    typed_comment fresh;
    fresh.token = fresh_token(v, terms, *at, random_id());
    return form_page(v, terms, *at, fresh);
}

awaitable<answer> send_public_form(visit& v)
{
    auto const& terms = form_of_path(v.asked.path);
    auto const at = co_await find_place(v, terms);
    if (!at)
        co_return public_not_found(v);
    auto const fields = sent_fields(v);
    if (!fields)
        co_return problem(v, 400, "malformed", wrongly_filled());
    auto typed = read_typed(*fields);
    if (!at->closed.empty())
        co_return co_await show_again(v, terms, *at, std::move(typed), 422, at->closed);
    auto token = read_form_token(v.house.with().entries.comments().form_key(),
                                 about_form(terms, *at), typed.token, v.now);
    if (token.is == token_state::wrong)
        co_return co_await show_unsealed(v, terms, *at, std::move(typed), random_id(),
                                         say("表单已经失效。您填写的内容仍在，请再次提交。"));
    if (token.is == token_state::too_old)
        co_return co_await show_unsealed(v, terms, *at, std::move(typed), token.what.id,
                                         say("表单打开已超过一天。请核对内容后再次提交。"));
    if (token.is == token_state::too_quick) {
        typed.wait = quickest_form.count();
        co_return co_await show_again(v, terms, *at, std::move(typed), 429,
                                      say("提交得太快。请核对内容，几秒钟后再次提交。"));
    }
    if (!typed.trap.empty())
        co_return co_await show_again(v, terms, *at, std::move(typed), 422,
                                      say("有一个不应填写的空格被填写了，可能是浏览器自动填充。"
                                          "已经清空，请核对内容后再次提交。"));
    check(v, terms, *at, typed);
    if (!typed.faults.empty())
        co_return co_await show_again(v, terms, *at, std::move(typed), 400, wrongly_filled());
    if (auto const wait = v.house.counter().sending.refuse(v.address, v.now)) {
        typed.wait = wait->count();
        co_return co_await show_again(
            v, terms, *at, std::move(typed), 429,
            say("从您的网络提交得太多。您填写的内容仍在，请{1}秒后再次提交。", wait->count()));
    }
    co_return co_await keep(v, terms, *at, std::move(typed), token.what.id);
}

} // namespace web::handlers
