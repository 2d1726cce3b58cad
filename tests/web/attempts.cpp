#include "adapters/soci/audit_search.hpp"
#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "web/entrance.hpp"
#include "web/percent.hpp"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <fmt/format.h>
#include <thread>

// What people try and may not, in the audit log: acts against separation of duties, secrecy and
// rights, and cases and documents that are hidden from them.

namespace {

using tests::district;
namespace soci = adapters::soci;
using boost::json::object;

/// Waits for what is noted without anybody waiting: the newest entry of a reason about something.
std::optional<soci::audit_entry> noted(std::string const& reason, std::string const& about)
{
    for (int i = 0; i < 100; ++i) {
        for (auto const& one :
             soci::list_audit(district().office().with().entry.record, {.reason = reason}, {}, 50)
                 .rows)
            if (one.about == about)
                return one;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return {};
}

std::size_t entries_of(soci::audit_filter const& only)
{
    return soci::list_audit(district().office().with().entry.record, only, {}, 1'000).rows.size();
}

/// Sends a form of a page of theirs, and waits for one more entry of that reason.
bool is_noted_from_page(std::string const& reason, std::string const& login,
                        std::string const& page, web::pairs fields, int status)
{
    auto const before = entries_of({.kind = "act", .reason = reason});
    auto const shown = district().ask(login, "GET", page, {{"accept", "text/html"}}).body;
    fields.emplace_back("csrf", tests::hidden(shown, "csrf", 0));
    fields.emplace_back("seen", tests::hidden(shown, "seen", 0));
    auto const got = district().ask(
        login, "POST", page + "/acts",
        {{"accept", "text/html"}, {"content-type", "application/x-www-form-urlencoded"}},
        web::to_query(fields));
    BOOST_TEST(got.status == status, got.body.substr(0, 2000));
    for (int i = 0; i < 100; ++i) {
        if (entries_of({.kind = "act", .reason = reason}) > before)
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
}

object act(std::string const& kind, std::string const& id, object body)
{
    return {{"kind", kind}, {"act_id", "attempt-" + id}, {"body", std::move(body)}};
}

/// The secret case of the sample.
std::string secret_case()
{
    auto const of_mayor = district().view("mayor", "/cases?words=防恐防破坏");
    auto const& found = of_mayor.at("cases").as_array();
    BOOST_TEST_REQUIRE(found.size() == 1u);
    return "/cases/" + std::to_string(found.front().at("id").as_int64());
}

} // namespace

BOOST_AUTO_TEST_SUITE(attempts)

BOOST_AUTO_TEST_CASE(an_act_against_separation_is_noted_with_its_rule)
{
    auto const got = district().json("security", "POST", "/administration/acts",
                                     act("appointments.made", "separation",
                                         {{"login", "admin"},
                                          {"appointed_role", "audit_administrator"},
                                          {"unit", "data"},
                                          {"from", "2026-06-15"}}));
    BOOST_TEST_REQUIRE(got.status == 422, got.body);
    auto const found = noted("separation", "/administration/acts");
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST(found->kind == "act");
    BOOST_TEST(found->what == "appointments.made");
    BOOST_TEST(found->reason == "separation JC-1");
    BOOST_TEST(found->login == "security");
}

BOOST_AUTO_TEST_CASE(an_act_outside_the_role_is_noted)
{
    auto const on =
        fmt::format("/cases/{}/acts", district().case_with({"drafting.versioned"}).value);
    auto const got =
        district().json("sponsor", "POST", on, act("legality_review.accepted", "role-1", object{}));
    BOOST_TEST(got.status == 403);
    auto const found = noted("role", on);
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST(found->what == "legality_review.accepted");
    BOOST_TEST(found->reason == "role JC-9");
}

BOOST_AUTO_TEST_CASE(what_is_tried_on_a_page_is_noted_like_what_a_program_tries)
{
    BOOST_TEST(is_noted_from_page("separation", "security", "/administration",
                                  {{"kind", "appointments.made"},
                                   {"act_id", "attempt-page-separation"},
                                   {"f.login", "admin"},
                                   {"f.appointed_role", "audit_administrator"},
                                   {"f.unit", "data"},
                                   {"f.from", "2026-06-15"}},
                                  422));
}

BOOST_AUTO_TEST_CASE(the_id_of_another_act_is_noted_and_called_what_it_is)
{
    auto const on =
        fmt::format("/cases/{}/acts", district().case_with({"drafting.versioned"}).value);
    auto const used = district().acts_of(district().case_with({"drafting.versioned"})).front();
    object sent{{"kind", "drafting.versioned"}, {"act_id", used.act_id}, {"body", object{}}};
    auto const got = district().json("sponsor", "POST", on, sent);
    BOOST_TEST_REQUIRE(got.status == 409, got.body);
    BOOST_TEST(got.view().at("type").as_string() == "/problems/act-id-used");
    BOOST_TEST(got.view().at("title").as_string() == "编号不能重复使用");
    auto const found = noted("act_id_used", on);
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST(found->login == "sponsor");
}

BOOST_AUTO_TEST_CASE(an_incomplete_form_is_not_noted)
{
    auto const before = entries_of({.kind = "act"});
    auto const got = district().json("sponsor", "POST", "/cases",
                                     object{{"shape", "major_decision/2019"},
                                            {"act_id", "attempt-incomplete"},
                                            {"body", object{{"title", "没有写全的事项"},
                                                            {"matter", "plan"},
                                                            {"proposer", "department"},
                                                            {"proposer_name", "水务局"}}}});
    BOOST_TEST(got.status == 422, got.body);
    std::this_thread::sleep_for(std::chrono::milliseconds(600));
    BOOST_TEST(entries_of({.kind = "act"}) == before);
}

BOOST_AUTO_TEST_CASE(whoever_asks_for_a_hidden_case_or_document_is_noted)
{
    auto const hidden = secret_case();
    BOOST_TEST(district().json("sponsor", "GET", hidden).status == 200);
    BOOST_TEST(district().json("clerk_finance", "GET", hidden).status == 404);
    BOOST_TEST(noted("hidden", hidden).value().login == "clerk_finance");
    BOOST_TEST(district()
                   .json("clerk_finance", "POST", hidden + "/acts",
                         act("consultation.answered", "hidden-1", object{}))
                   .status == 404);
    BOOST_TEST(noted("hidden", hidden + "/acts").has_value());

    auto const file = district().view("sponsor", hidden);
    auto const document =
        std::string(file.at("documents").as_array().front().at("href").as_string());
    BOOST_TEST(district().json("clerk_finance", "GET", document).status == 404);
    BOOST_TEST(noted("hidden", document).has_value());
    BOOST_TEST(!noted("hidden", "/cases").has_value());
}

BOOST_AUTO_TEST_CASE(what_is_there_for_nobody_is_nobodys_attempt)
{
    auto const before = entries_of({.reason = "hidden"});
    BOOST_TEST(district().json("sponsor", "GET", "/cases/987654").status == 404);
    auto const visible =
        fmt::format("/cases/{}", district().case_with({"drafting.versioned"}).value);
    BOOST_TEST(district().json("sponsor", "GET", visible + "/acts/9999").status == 404);
    BOOST_TEST(district().json("sponsor", "GET", "/documents/" + std::string(64, 'a')).status ==
               404);
    std::this_thread::sleep_for(std::chrono::milliseconds(600));
    BOOST_TEST(entries_of({.reason = "hidden"}) == before);
}

BOOST_AUTO_TEST_CASE(the_audit_administrator_reads_and_filters_attempts_in_words)
{
    BOOST_TEST(district().json("clerk_finance", "GET", secret_case()).status == 404);
    BOOST_TEST_REQUIRE(noted("hidden", secret_case()).has_value());
    BOOST_TEST_REQUIRE(district()
                           .json("security", "POST", "/administration/acts",
                                 act("appointments.made", "separation-2",
                                     {{"login", "admin"},
                                      {"appointed_role", "audit_administrator"},
                                      {"unit", "data"},
                                      {"from", "2026-06-15"}}))
                           .status == 422);
    BOOST_TEST_REQUIRE(noted("separation", "/administration/acts").has_value());
    auto const all = district().view("audit_admin", "/audit?reason=separation");
    auto const& entries = all.at("entries").as_array();
    BOOST_TEST_REQUIRE(!entries.empty());
    for (auto const& one : entries) {
        BOOST_TEST(one.at("reason").as_string() == "separation");
        BOOST_TEST(one.at("reason_words").as_string() == "违反职责分离");
        BOOST_TEST(one.at("rules").as_array().front().at("id").as_string() == "JC-1");
        BOOST_TEST(one.at("what_words").as_string() == "任命");
    }
    auto const page =
        district().ask("audit_admin", "GET", "/audit?reason=hidden", {{"accept", "text/html"}});
    BOOST_TEST(page.status == 200);
    BOOST_TEST(page.body.find("访问其不得知悉的案卷或者文件") != std::string::npos);
    auto const sheet = district().ask("audit_admin", "GET", "/audit.csv?reason=separation");
    BOOST_TEST(sheet.body.find("违反职责分离 JC-1") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
