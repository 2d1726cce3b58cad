#include "web/kept_form.hpp"

#include "adapters/demo/demo.hpp"
#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"

#include <boost/test/unit_test.hpp>

// What somebody typed while their session ended, over the sample district.

using tests::district;
using tests::has;
using tests::hidden;

namespace {

web::pairs const form_type = {{"content-type", "application/x-www-form-urlencoded"}};

/// A form that comes without a session.
tests::site_reply too_late(std::string const& path, web::pairs const& fields,
                           web::pairs headers = form_type)
{
    return district().ask("", "POST", path, std::move(headers), web::to_query(fields));
}

/// What waits in the page of the sign-in.
std::string kept_in(tests::site_reply const& page)
{
    auto kept = hidden(page.body, "kept", 0);
    constexpr std::string_view escaped = "&amp;";
    for (std::size_t at = 0; (at = kept.find(escaped, at)) != std::string::npos; ++at)
        kept.replace(at, escaped.size(), "&");
    return kept;
}

/// The sign-in on the page that answered.
tests::site_reply signed_in_on(tests::site_reply const& page, std::string const& login)
{
    return district().ask("", "POST", "/sign-in", form_type,
                          web::to_query({{"next", hidden(page.body, "next", 0)},
                                         {"kept", kept_in(page)},
                                         {"login", login},
                                         {"password", adapters::demo::demo_password}}));
}

std::string const promise = "您填写的内容不会丢失";

} // namespace

BOOST_AUTO_TEST_SUITE(kept_form)

BOOST_AUTO_TEST_CASE(what_was_typed_into_a_form_that_is_no_act_is_shown_behind_the_sign_in)
{
    struct form {
        std::string path;
        web::pairs fields;
        std::string words;
    };
    for (auto const& one :
         {form{"/account/phrases", {{"phrases", "请补充依据。"}}, "请补充依据。"},
          form{"/boxes/waiting/views", {{"query", "light=red"}, {"name", "我的红灯"}}, "我的红灯"},
          form{"/cases/7/opinions/notes",
               {{"number", "3"}, {"reason", "与上位法不符。"}, {"do", "outcome"}},
               "与上位法不符。"}}) {
        auto const refused = too_late(one.path, one.fields);
        BOOST_TEST(refused.status == 401, one.path);
        BOOST_TEST(has(refused.body, promise), one.path);
        auto const again = signed_in_on(refused, "sponsor");
        BOOST_TEST(again.status == 200, one.path);
        BOOST_TEST(has(again.body, "action=\"" + one.path + "\""), one.path);
        BOOST_TEST(has(again.body, one.words + "</textarea>"), one.path);
        for (auto const& [name, value] : one.fields)
            BOOST_TEST(has(again.body, "name=\"" + name + "\""), name);
        BOOST_TEST(!hidden(again.body, "csrf", 0).empty());
    }
}

BOOST_AUTO_TEST_CASE(what_comes_back_is_taken_when_it_is_sent_again)
{
    auto const again = signed_in_on(
        too_late("/boxes/waiting/views", {{"query", "light=red"}, {"name", "登录以后保存"}}),
        "sponsor");
    auto const sent = district().ask(
        "sponsor", "POST", "/boxes/waiting/views", form_type,
        web::to_query({{"query", hidden(again.body, "query", 0)}, {"name", "登录以后保存"}}));
    BOOST_TEST(sent.status == 303, sent.body);
    BOOST_TEST(has(district().ask("sponsor", "GET", "/").body, "登录以后保存"));
}

BOOST_AUTO_TEST_CASE(nothing_is_promised_where_nobody_wrote_anything)
{
    auto from_page = form_type;
    from_page.emplace_back("referer", "http://juece.test/notices");
    auto const refused = too_late("/notices/read", {{"newest", "12"}}, from_page);
    BOOST_TEST(refused.status == 401);
    BOOST_TEST(!has(refused.body, promise));
    BOOST_TEST(hidden(refused.body, "next", 0) == "/notices");
    auto foreign = form_type;
    foreign.emplace_back("referer", "http://evil.test/notices");
    BOOST_TEST(hidden(too_late("/notices/read", {{"newest", "12"}}, foreign).body, "next", 0) ==
               "/");
}

BOOST_AUTO_TEST_CASE(a_password_is_written_into_no_page)
{
    auto const refused =
        too_late("/account/password",
                 {{"old", "geheim-eins"}, {"password", "geheim-zwei"}, {"again", "geheim-zwei"}});
    BOOST_TEST(refused.status == 401);
    BOOST_TEST(!has(refused.body, "geheim"));
    BOOST_TEST(!has(refused.body, promise));
}

BOOST_AUTO_TEST_CASE(whoever_may_not_send_it_can_still_read_it)
{
    auto const again = signed_in_on(
        too_late("/cases/7/opinions/notes", {{"reason", "与上位法不符。"}, {"do", "outcome"}}),
        "admin");
    BOOST_TEST(again.status == 200);
    BOOST_TEST(has(again.body, "与上位法不符。</p>"));
    BOOST_TEST(!has(again.body, "action=\"/cases/7/opinions/notes\""));
}

BOOST_AUTO_TEST_CASE(a_draft_that_was_to_be_kept_comes_back_in_its_form)
{
    auto const refused = too_late("/drafts", {{"kind", "intake.proposed"},
                                              {"shape", "major_decision/2019"},
                                              {"f.title", "农村供水管理办法"}});
    auto const again = signed_in_on(refused, "sponsor");
    BOOST_TEST(again.status == 200);
    BOOST_TEST(has(again.body, "value=\"农村供水管理办法\""));
    BOOST_TEST(!has(again.body, "请重新选择"), "no file was sent with it");
}

BOOST_AUTO_TEST_CASE(only_a_file_that_did_not_arrive_is_asked_for_again)
{
    web::request asked;
    asked.fields = {{"csrf", "x"}, {"f.title", "a"}, {"f.draft.hash", std::string(64, 'a')}};
    BOOST_TEST(!web::find(web::form_to_keep(asked), web::lost_file));
    BOOST_TEST(!web::find(web::form_to_keep(asked), "csrf"));
    asked.files.push_back(
        {.field = "f.draft", .file_name = "草案.docx", .content_type = {}, .file = {}});
    auto const kept = web::form_to_keep(asked);
    auto const* lost = web::find(kept, web::lost_file);
    BOOST_REQUIRE(lost);
    BOOST_TEST(*lost == "草案.docx");
}

BOOST_AUTO_TEST_SUITE_END()
