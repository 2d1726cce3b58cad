#include "web/handlers/desk_page.hpp"

#include "adapters/documents/document_types.hpp"
#include "adapters/drafts/text_apart.hpp"
#include "adapters/pdf/pages_apart.hpp"
#include "web/document_link.hpp"
#include "web/handlers/after_act.hpp"
#include "web/handlers/case_list.hpp"
#include "web/handlers/next_steps.hpp"
#include "web/handlers/offer_forms.hpp"
#include "web/handlers/paper_view.hpp"
#include "web/handlers/review_points.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "workflows/major_decision/draft_history.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

using adapters::documents::document_type;
using boost::json::array;
using boost::json::object;
using engine::say;
using workflows::major_decision::asked_adviser;
using workflows::major_decision::review_account;

/// A draft is shown so far; the whole of it stands on the page of the document.
constexpr int most_pages = 12;
constexpr std::size_t most_paragraphs = 400;

engine::act const* act_numbered(opened_case const& file, long long seq)
{
    for (auto const& one : file.record.acts)
        if (one.seq == seq)
            return &one;
    return nullptr;
}

std::string act_address(opened_case const& file, long long seq)
{
    return "/cases/" + std::to_string(file.line().id.value) + "/acts/" + std::to_string(seq);
}

object adviser_view(visit const& v, opened_case const& file, asked_adviser const& one)
{
    auto const answered = one.opinion > 0;
    auto const withdrew = !answered && one.withdrawal > 0;
    std::string conclusion;
    array points;
    if (auto const* opinion = act_numbered(file, one.opinion)) {
        if (auto const* said = opinion->body.if_contains("conclusion"); said && said->is_string())
            conclusion =
                v.words("choice.adviser_conclusion." + std::string(said->get_string().c_str()));
        points = points_view(v, *opinion);
    }
    auto const late = !answered && !withdrew && one.answer_by && *one.answer_by < v.today();
    return {
        {"name", one.who.id.value != 0 ? v.house.person_name(one.who.id) : one.who.name},
        {"asked_words", one.asked_on ? v.words.date(*one.asked_on) : ""},
        {"answer_by", one.answer_by ? engine::to_text(*one.answer_by) : ""},
        {"answer_by_words", one.answer_by ? v.words.date(*one.answer_by) : ""},
        {"is_answered", answered},
        {"is_withdrawn", withdrew},
        {"is_awaited", !answered && !withdrew && !late},
        {"is_late", late},
        {"conclusion_words", conclusion},
        {"points_words",
         points.empty() ? "" : v.words(say("要点{1}条", static_cast<long long>(points.size())))},
        {"points", std::move(points)},
        {"href", answered   ? act_address(file, one.opinion)
                 : withdrew ? act_address(file, one.withdrawal)
                            : std::string()}};
}

object document_link(visit const& v, std::string what, engine::document_ref const& one)
{
    auto const href = document_href(one.hash);
    return {{"what", std::move(what)},
            {"name", document_name(v.words, one.hash, one.name)},
            {"hash", one.hash},
            {"href", href},
            {"about_href", href.empty() ? "" : href + "/about"}};
}

/// The documents that were filed for the review, each with what it is.
array filed_documents(visit const& v, review_account const& account)
{
    array made;
    if (account.filing) {
        auto const& filed = account.filing->body;
        made.push_back(document_link(v, v.words("field.draft"), filed.draft));
        if (filed.own_review_opinion)
            made.push_back(
                document_link(v, v.words("field.own_review_opinion"), *filed.own_review_opinion));
        for (auto const& one : filed.materials)
            made.push_back(document_link(v, v.words("field.materials"), one));
    }
    for (auto const& more : account.supplements)
        for (auto const& one : more.body.materials)
            made.push_back(
                document_link(v, act_words(v.words, "legality_review.supplemented"), one));
    return made;
}

/// What was asked for beside what came of it, item by item.
array supplied_view(visit const& v, review_account const& account)
{
    array made;
    for (auto const& answer : account.supplements)
        for (auto const& one : answer.body.supplied) {
            auto row = one.paper ? document_link(v, one.wanted, *one.paper)
                                 : object{{"what", one.wanted},
                                          {"name", ""},
                                          {"hash", ""},
                                          {"href", ""},
                                          {"about_href", ""}};
            row["reason"] = one.reason ? std::string(*one.reason) : std::string();
            row["on"] = engine::to_text(answer.on);
            row["on_words"] = v.words.date(answer.on);
            made.push_back(std::move(row));
        }
    return made;
}

} // namespace

answer begin_desk(visit& v, opened_case const& file, std::string name)
{
    answer page{.page = std::move(name)};
    page.view = head_view(v, file);
    put_list(v, file.line().shape, page.only_page);
    // Two pages of one case are told apart in the tabs and the history of a browser.
    if (auto const desk = v.words.look_up(page.page + ".title"))
        page.only_page["page_title"] = *desk + " · " + file.file().summary().title;
    page.only_page["problem"] = false;
    if (v.came_back) {
        page.status = v.came_back->status;
        page.only_page["problem"] = problem_view(v, *v.came_back, &file);
    }
    page.only_page["read_only"] = file.past || file.rebuilt.broken.has_value();
    page.only_page["next"] = next_steps(v, file);
    show_done(v, file, page);
    page.headers.emplace_back("ETag", "\"" + std::to_string(file.version()) + "\"");
    return page;
}

std::variant<reviewed_case, answer> reviewed_case_of_path(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto& file = std::get<opened_case>(found);
    auto account =
        workflows::major_decision::account_of_review(file.file(), circumstances_of(v, file));
    if (!account)
        return not_found(v);
    return reviewed_case{std::move(file), std::move(*account)};
}

void show_filing(visit const& v, review_account const& account, answer& page)
{
    auto supplied = supplied_view(v, account);
    page.only_page["has_supplied"] = !supplied.empty();
    page.view["supplied"] = std::move(supplied);
    auto const& filing = account.filing;
    page.view["is_filed"] = filing.has_value();
    page.view["filed_words"] = filing ? v.words.date(filing->on) : "";
    page.view["procedure_account"] = filing ? std::string(filing->body.procedure_account) : "";
    page.view["documents"] = filed_documents(v, account);
}

std::map<std::string, engine::offer, std::less<>> own_offers(visit const& v,
                                                             opened_case const& file)
{
    std::map<std::string, engine::offer, std::less<>> own;
    if (file.past || file.rebuilt.broken)
        return own;
    for (auto& one : file.file().offers(actor_on(v, file), circumstances_of(v, file)))
        if (beside_role(one.refusals).size() == one.refusals.size()) {
            auto kind = one.kind;
            own.emplace(std::move(kind), std::move(one));
        }
    return own;
}

kept_drafts drafts_kept_on(visit const& v, opened_case const& file)
{
    return v.house.with().desk.drafts_on(v.session->who.id, file.line().id);
}

array advisers_view(visit const& v, opened_case const& file, review_account const& account)
{
    array made;
    for (auto const& one : account.advisers)
        made.push_back(adviser_view(v, file, one));
    return made;
}

array limits_named(visit const& v, opened_case const& file, std::string_view prefix)
{
    array made;
    for (auto const& one : file.file().limits(circumstances_of(v, file)))
        if (one.name.starts_with(prefix))
            made.push_back(limit_view(v, file.line().id, one));
    return made;
}

array papers_named(visit const& v, opened_case const& file,
                   std::initializer_list<std::string_view> names)
{
    array made;
    for (auto& one : papers_view(v, file))
        if (std::find(names.begin(), names.end(), one.at("name").as_string()) != names.end())
            made.push_back(std::move(one));
    return made;
}

object preview_of(visit const& v, std::string const& hash, std::string const& name)
{
    auto const href = document_href(hash);
    object made{{"any", true},           {"name", document_name(v.words, hash, name)},
                {"href", href},          {"about_href", href.empty() ? "" : href + "/about"},
                {"picture", ""},         {"pages", array()},
                {"paragraphs", array()}, {"more", false},
                {"why_not", ""}};
    auto const known = v.records->find_document(hash);
    auto const bytes = v.house.with().documents.path_of(hash);
    if (!known || !bytes) {
        made["why_not"] = v.words(say("文件不在系统中"));
        return made;
    }
    // "text/plain; charset=utf-8": only the type counts.
    auto const* type = adapters::documents::accepted_type(
        known->media_type.substr(0, known->media_type.find(';')));
    if (type && type->shown == document_type::preview::picture) {
        made["picture"] = "/documents/" + hash + "?shown=1";
        return made;
    }
    if (type && type->shown == document_type::preview::pages) {
        auto const counted = adapters::pdf::page_count(v.house.room(), hash, *bytes);
        auto const* pages = std::get_if<int>(&counted);
        auto const count = pages ? *pages : 0;
        for (int n = 1; n <= std::min(count, most_pages); ++n)
            made["pages"].as_array().push_back(
                object{{"words", v.words(say("第{1}页，共{2}页", n, count))},
                       {"href", "/documents/" + hash + "/pages/" + std::to_string(n)}});
        made["more"] = count > most_pages;
        if (count == 0)
            made["why_not"] = v.words("document.no_preview");
        return made;
    }
    auto const text = adapters::drafts::read_draft(v.house.room(), hash, *bytes).read;
    if (auto const* why = std::get_if<engine::text>(&text)) {
        made["why_not"] = v.words(*why);
        return made;
    }
    auto const& paragraphs = std::get<adapters::drafts::draft_text>(text).paragraphs;
    for (std::size_t i = 0; i < std::min(paragraphs.size(), most_paragraphs); ++i)
        made["paragraphs"].as_array().push_back(object{{"words", paragraphs[i]}});
    made["more"] = paragraphs.size() > most_paragraphs;
    return made;
}

object draft_preview(visit const& v, opened_case const& file)
{
    auto const versions = workflows::major_decision::history_of_drafts(file.record.acts).versions;
    if (versions.empty())
        return {{"any", false}};
    auto const& last = versions.back();
    auto made = preview_of(v, last.draft.hash, last.draft.name);
    made["version_words"] = v.words(say("第{1}稿", last.version));
    return made;
}

} // namespace web::handlers
