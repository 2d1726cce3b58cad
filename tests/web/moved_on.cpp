#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"
#include "tests/web/water_matter.hpp"
#include "web/percent.hpp"

// An act for which the case has no place any more, or not yet: it is refused like any other, with
// its article, and whoever typed it reads what has happened and what may be done now.

using tests::district;
using tests::has;
using tests::hidden;

namespace {

namespace json = boost::json;

constexpr auto reporting = "intake.start_reported";

/// A matter that was studied, so that the office reports on it.
class studied_matter : public tests::water_matter {
public:
    explicit studied_matter(std::string id) : water_matter(std::move(id)) { is_studied(); }

    /// Sends the office's form as it stood on a page.
    tests::site_reply sends_form(std::string const& shown, web::pairs typed) const
    {
        auto const form = shown.find("id=\"act-" + std::string(reporting) + "\"");
        BOOST_TEST_REQUIRE(form != std::string::npos);
        web::pairs fields = {{"csrf", hidden(shown, "csrf", form)},
                             {"kind", reporting},
                             {"act_id", hidden(shown, "act_id", form)},
                             {"seen", hidden(shown, "seen", form)}};
        fields.insert(fields.end(), typed.begin(), typed.end());
        return district().ask("office", "POST", home() + "/acts",
                              {{"content-type", "application/x-www-form-urlencoded"}},
                              web::to_query(fields));
    }

    /// A page with the form, after somebody has done what it is for.
    std::string stale_page()
    {
        auto shown = page("office");
        enters("office", reporting, {{"opinion", "同意启动"}});
        return shown;
    }
};

/// The words between two marks of a page.
std::string between(std::string const& page, std::string const& begin, std::string const& end)
{
    auto const at = page.find(begin);
    BOOST_TEST_REQUIRE(at != std::string::npos, begin);
    return page.substr(at, page.find(end, at) - at);
}

void is_told_what_happened(studied_matter const& on, tests::site_reply const& got)
{
    BOOST_TEST_REQUIRE(got.status == 422, got.body.substr(0, 3000));
    auto const alert = between(got.body, "role=\"alert\"", "</section>");
    BOOST_TEST(has(alert, "在您填写期间，案卷有了新的办理"));
    BOOST_TEST(has(alert, "环节办理，现处于"));
    BOOST_TEST(has(alert, "href=\"/rules/GD21-12.1\"")); // the article of the act
    auto const since = between(alert, "<ol class=\"since\">", "</ol>");
    BOOST_TEST(has(since, "href=\"" + on.home() + "/acts/4\"")); // what was done, and by whom
    BOOST_TEST(has(since, "林翠珊"));
    auto const now = between(alert, "class=\"open-now\"", "</p>");
    BOOST_TEST(has(now, "href=\"" + on.home() + "#act-intake.found_not_applicable\""));
    BOOST_TEST(has(now, "href=\"/rules/R713-3.3\""));
    BOOST_TEST(has(now, "href=\"" + on.home() + "\""));
}

} // namespace

BOOST_AUTO_TEST_SUITE(moved_on)

BOOST_AUTO_TEST_CASE(a_form_that_came_too_late_is_refused_with_its_article_and_kept)
{
    studied_matter on("moved-late");
    auto const got = on.sends_form(on.stale_page(), {{"f.opinion", "拟同意，另附说明。"}});
    is_told_what_happened(on, got);
    BOOST_TEST(has(got.body, "拟同意，另附说明。</textarea>"));
    // and not to be sent in vain once more
    BOOST_TEST(!has(got.body, "提交：报请是否启动"));
    // it is there the next time, too
    auto const again =
        district().ask("office", "GET", on.home() + "?draft=" + std::string(reporting));
    BOOST_TEST(has(again.body, "拟同意，另附说明。</textarea>"));
}

BOOST_AUTO_TEST_CASE(a_form_with_faults_that_came_too_late_is_refused_alike)
{
    studied_matter on("moved-faulty");
    auto const got =
        on.sends_form(on.stale_page(), {{"f.documents[0].hash", "x"}, {"f.unheard_of", "未写完"}});
    is_told_what_happened(on, got);
    // to correct it would not help
    BOOST_TEST(!has(got.body, "表单中没有这一栏"));
}

BOOST_AUTO_TEST_CASE(a_form_whose_page_has_no_place_for_it_is_kept_on_the_page_of_the_case)
{
    studied_matter on("moved-desk");
    auto const got =
        on.sends_form(on.stale_page(), {{"back", "meeting"}, {"f.opinion", "另附说明。"}});
    is_told_what_happened(on, got);
    BOOST_TEST(has(got.body, "另附说明。</textarea>"));
}

BOOST_AUTO_TEST_CASE(a_program_is_told_the_article_and_the_faults_at_once)
{
    studied_matter on("moved-program");
    on.stale_page();
    auto const got = on.sends("office", reporting, {{"no_such_member", 1}});
    BOOST_TEST_REQUIRE(got.status == 422, got.body);
    auto const view = got.view();
    BOOST_TEST(view.at("type").as_string() == "/problems/refused");
    BOOST_TEST(view.at("refusals").at(0).at("rule").at("id").as_string() == "GD21-12.1");
    BOOST_TEST(view.at("faults").as_array().size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_form_that_the_case_has_a_place_for_is_worth_correcting)
{
    studied_matter on("moved-not");
    auto const got = on.sends_form(on.page("office"), {{"f.unheard_of", "未写完"}});
    BOOST_TEST(got.status == 400);
    BOOST_TEST(has(got.body, "表单中没有这一栏"));
    BOOST_TEST(!has(got.body, "class=\"open-now\""));
}

BOOST_AUTO_TEST_CASE(in_english_it_says_the_same)
{
    studied_matter on("moved-english");
    auto const shown = on.stale_page();
    auto const form = shown.find("id=\"act-" + std::string(reporting) + "\"");
    auto const got = district().ask(
        "office", "POST", on.home() + "/acts",
        {{"content-type", "application/x-www-form-urlencoded"}, {"accept-language", "en"}},
        web::to_query({{"csrf", hidden(shown, "csrf", form)},
                       {"kind", reporting},
                       {"act_id", hidden(shown, "act_id", form)},
                       {"seen", hidden(shown, "seen", form)}}));
    BOOST_TEST(has(got.body, "The case has moved on while you were typing"));
    BOOST_TEST(has(got.body, "What you may do now"));
}

BOOST_AUTO_TEST_SUITE_END()
