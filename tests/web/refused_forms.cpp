#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "tests/web/water_matter.hpp"
#include "web/percent.hpp"

#include <boost/test/unit_test.hpp>

// A form that is refused: what is to be put right in it is told from what the case does not allow,
// and leads to its field.

using tests::district;
using tests::has;
using tests::hidden;

namespace {

std::string alert_in(std::string const& page)
{
    auto const at = page.find("role=\"alert\"");
    BOOST_TEST_REQUIRE(at != std::string::npos, page.substr(0, 2000));
    return page.substr(at, page.find("</section>", at) - at);
}

/// A proposal of the water bureau as its clerk sends it.
tests::site_reply proposed(web::pairs typed)
{
    auto const shown =
        district().ask("sponsor", "GET", "/cases/new?shape=major_decision%2F2019").body;
    web::pairs fields = {{"csrf", hidden(shown, "csrf", 0)},
                         {"kind", "intake.proposed"},
                         {"act_id", hidden(shown, "act_id", 0)},
                         {"shape", "major_decision/2019"},
                         {"f.title", "排水改造规划"},
                         {"f.matter", "plan"},
                         {"f.proposer", "department"},
                         {"f.proposer_name", "区水务局"},
                         {"f.in_writing", "true"},
                         {"f.main_problem", "内涝点二十六处"},
                         {"f.legal_basis", "水法"},
                         {"f.necessity_and_feasibility", "必要且可行"},
                         {"f.main_measures", "改造管网"}};
    fields.insert(fields.end(), typed.begin(), typed.end());
    return district().ask("sponsor", "POST", "/cases",
                          {{"content-type", "application/x-www-form-urlencoded"}},
                          web::to_query(fields));
}

} // namespace

BOOST_AUTO_TEST_SUITE(refused_forms)

BOOST_AUTO_TEST_CASE(what_is_to_be_put_right_in_a_form_leads_to_its_field)
{
    auto const got = proposed({});
    BOOST_TEST_REQUIRE(got.status == 422, got.body.substr(0, 2000));
    auto const alert = alert_in(got.body);
    BOOST_TEST(has(alert, "照这样填写还不能办理，请先改正下列各项"));
    BOOST_TEST(!has(alert, "依照下列规定"));
    BOOST_TEST(has(alert, "<a href=\"#f-intake-proposed-reasons\">"));
    BOOST_TEST(has(alert, "href=\"/rules/")); // the article stays
    // and the field itself is marked
    auto const field = got.body.find("id=\"f-intake-proposed-reasons\"");
    BOOST_TEST_REQUIRE(field != std::string::npos);
    auto const input = got.body.substr(field, got.body.find('>', field) - field);
    BOOST_TEST(has(input, "aria-invalid=\"true\""));
}

BOOST_AUTO_TEST_CASE(what_comes_back_after_a_refusal_is_not_called_a_draft_that_somebody_kept)
{
    auto const opening = "/cases/new?shape=major_decision%2F2019";
    BOOST_TEST_REQUIRE(proposed({}).status == 422);
    auto const back = district().ask("sponsor", "GET", opening).body;
    BOOST_TEST(has(back, "已恢复您上次未被接受的填写"));
    BOOST_TEST(has(back, "value=\"排水改造规划\""));
    BOOST_TEST(!has(back, "保存的草稿"));
    BOOST_TEST_REQUIRE(district()
                           .ask("sponsor", "POST", "/drafts",
                                {{"content-type", "application/x-www-form-urlencoded"}},
                                web::to_query({{"csrf", hidden(back, "csrf", 0)},
                                               {"kind", "intake.proposed"},
                                               {"shape", "major_decision/2019"},
                                               {"f.title", "排水改造规划"}}))
                           .status == 303);
    auto const kept = district().ask("sponsor", "GET", opening).body;
    BOOST_TEST(has(kept, "保存的草稿"));
    BOOST_TEST(!has(kept, "未被接受"));
}

BOOST_AUTO_TEST_CASE(what_no_field_mends_is_refused_by_the_rules)
{
    tests::water_matter on("refused-forms");
    on.is_studied();
    auto const page = on.page("sponsor");
    web::pairs const fields = {
        {"csrf", hidden(page, "csrf", 0)},
        {"kind", "intake.start_reported"},
        {"act_id", "refused-forms-reported"},
        {"seen", std::to_string(on.view("sponsor").at("version").as_int64())},
        {"f.opinion", "同意启动"}};
    auto const got = district().ask("sponsor", "POST", on.home() + "/acts",
                                    {{"content-type", "application/x-www-form-urlencoded"}},
                                    web::to_query(fields));
    BOOST_TEST(got.status == 403);
    auto const alert = alert_in(got.body);
    BOOST_TEST(has(alert, "依照下列规定，现在不能办理"));
    BOOST_TEST(!has(alert, "class=\"at-fields\""));
}

BOOST_AUTO_TEST_CASE(
    a_form_that_comes_back_is_open_with_what_encloses_it_and_the_message_leads_to_it)
{
    tests::water_matter on("refused-open");
    on.is_started();
    auto const page = on.page("sponsor");
    auto const options = std::string("<details class=\"options\" open><summary>其他可以选择");
    BOOST_TEST(!has(page, options));
    auto const got = district().ask("sponsor", "POST", on.home() + "/acts",
                                    {{"content-type", "application/x-www-form-urlencoded"}},
                                    web::to_query({{"csrf", hidden(page, "csrf", 0)},
                                                   {"kind", "closing.withdrawal_requested"},
                                                   {"act_id", "refused-open-withdrawn"},
                                                   {"seen", hidden(page, "seen", 0)},
                                                   {"f.reason", ""}}));
    BOOST_TEST_REQUIRE(got.status == 400, got.body.substr(0, 2000));
    BOOST_TEST(has(got.body, options));
    auto const alert = alert_in(got.body);
    BOOST_TEST(has(alert, "href=\"#act-closing.withdrawal_requested\""));
    BOOST_TEST(!has(got.body, "class=\"alert advice\""));
}

BOOST_AUTO_TEST_SUITE_END()
