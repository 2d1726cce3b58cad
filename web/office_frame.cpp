#include "web/for_everybody.hpp"
#include "web/marked_languages.hpp"
#include "web/masked_secret.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"

// A page in its frame: the navigation, who is signed in, what is new.

namespace web {
namespace {

using engine::say;

/// More notices than that are only said to be more.
constexpr long long most_told = 99;

std::string told_number(long long count)
{
    if (count == 0)
        return {};
    return count > most_told ? std::to_string(most_told) + "+" : std::to_string(count);
}

/// The list that a page belongs to, as the navigation knows it: a case says where its like stand.
std::string list_of_page(answer const& said, std::string const& path)
{
    auto const* list = said.only_page.if_contains("list_href");
    return list && list->is_string() ? std::string(list->get_string()) : path;
}

} // namespace

/// Blocks.
void office::count_notices(visit& v)
{
    if (!v.session || is_for_everybody(v.asked.path))
        return;
    auto const& role = v.session->as.role;
    if (parts_.law.entitled.may_ask_for(role, "GET", "/administration/deliveries"))
        v.dead_letters = sent_out_.counts().dead;
    v.unread = parts_.readers.look_up(v.seeing_cases(), [](adapters::soci::reader& records) {
        return records.count_unread_notices(most_told + 1);
    });
}

response office::page_of(visit const& v, web::answer const& said)
{
    boost::json::object view = said.view;
    for (auto const& [key, value] : said.only_page)
        view[key] = value;
    auto const csrf = v.session ? masked(v.session->csrf) : std::string();
    view["csrf"] = csrf;
    auto const& path = v.asked.path;
    auto const for_everybody = is_for_everybody(path);
    view["home"] = for_everybody ? "/public" : "/";
    boost::json::object shell;
    if (parts_.copying)
        for (auto* into : {&view, &shell}) {
            (*into)["copied"] = true;
            (*into)["copied_words"] = v.words.moment(v.now);
            (*into)["server"] = parts_.address;
        }
    if (parts_.practice)
        shell["practice"] =
            boost::json::object{{"today", v.words(say("示例数据，今天按{1}算", v.today()))},
                                {"here", v.asked.method == "GET" ? v.asked.target : "/"}};
    shell["content"] = pages_.fill(said.page, view, v.words);
    auto const* title = said.only_page.if_contains("page_title");
    if (!title)
        title = said.view.if_contains("title");
    shell["title"] = title && title->is_string() ? std::string(title->get_string()) : "";
    shell["lang"] = v.words.tag();
    shell["size"] = v.looks.size;
    shell["contrast"] = v.looks.high_contrast ? "high" : "";
    shell["csrf"] = csrf;
    shell["css"] = files_.address_of("juece.css");
    shell["script"] = files_.address_of("juece.js");
    shell["icon"] = files_.address_of("juece.svg");
    auto const back = v.asked.method == "GET" ? v.asked.target : std::string("/");
    shell["back"] = percent_encoded(back);
    shell["is_english"] = v.words.code() == "en";
    shell["elder_view"] = v.looks.size != "16";
    for (auto const* size : {"16", "20", "24", "30"})
        shell[std::string("is_") + size] = v.looks.size == size;
    shell["at_public"] = path == "/public";
    shell["at_consultations"] = path == "/public/consultations";
    shell["at_hearings"] = path == "/public/hearings";
    shell["at_decisions"] = path == "/public/decisions";
    shell["at_public_catalogue"] = path.starts_with("/public/catalogue");
    shell["at_receipts"] = path == "/public/receipts";
    shell["at_tasks"] = path == "/" || path.starts_with("/boxes") || path == "/overview";
    auto const list = list_of_page(said, path);
    shell["at_catalogue"] = list.starts_with("/catalogue");
    shell["at_cases"] = list.starts_with("/cases");
    shell["at_figures"] = path.starts_with("/figures");
    shell["at_reports"] = list.starts_with("/reports");
    shell["at_search"] = path == "/search";
    shell["at_rules"] = path.starts_with("/rules");
    shell["at_administration"] = path.starts_with("/administration");
    shell["at_matters"] = list.starts_with("/matters") || list.starts_with("/advisers");
    shell["at_documents"] = list.starts_with("/normative-documents");
    shell["at_public_documents"] = path == "/public/normative-documents";
    shell["at_meetings"] = path == "/meetings";
    shell["at_audit"] = path.starts_with("/audit");
    shell["at_notices"] = path == "/notices";
    shell["at_account"] = path.starts_with("/account");
    if (v.session) {
        auto const may = [&](char const* pattern) {
            return parts_.law.entitled.may_ask_for(v.session->as.role, "GET", pattern);
        };
        shell["may_see_cases"] = may("/cases");
        shell["may_see_catalogue"] = may("/catalogue");
        shell["may_see_figures"] = may("/figures");
        shell["may_see_reports"] = may("/reports");
        shell["may_administer"] = may("/administration");
        shell["may_see_audit"] = may("/audit");
        shell["may_see_matters"] = may("/matters");
        shell["may_see_documents"] = may("/normative-documents");
        shell["may_see_meetings"] = may("/meetings");
        auto const& replaced = v.session->as.in_place_of_name;
        auto const name = replaced.empty()
                              ? v.session->who.name
                              : v.words(say("{1}（代{2}）", v.session->who.name, replaced));
        shell["person"] = boost::json::object{{"name", name},
                                              {"role", v.words("role." + v.session->as.role)},
                                              {"unit", unit_name(v.session->as.unit)},
                                              {"unread", told_number(v.unread)},
                                              {"dead_letters", told_number(v.dead_letters)}};
    }
    response made;
    made.status = said.status;
    made.body = pages_.fill(for_everybody ? "public_layout" : "layout", shell, v.words);
    if (v.words.code() != "zh")
        made.body = with_chinese_marked(made.body);
    made.with("Content-Type", "text/html; charset=utf-8");
    return made;
}

} // namespace web
