#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"

// A published report that is corrected: what everybody reads until the corrected one is published,
// and what its own pages say meanwhile. In a sample of its own, since it ends with other figures.

using tests::has;

namespace {

namespace json = boost::json;

constexpr char const* last = "/reports/2025";
constexpr char const* code = "LEGAL.matters";

/// The sample whose report of last year is corrected.
tests::demo_house& sample()
{
    static tests::demo_house one;
    return one;
}

std::int64_t case_of_report()
{
    return sample().view("compiler", last).at("case").as_int64();
}

std::string public_home()
{
    return "/public/reports/" + std::to_string(case_of_report());
}

void enter(char const* login, char const* kind, json::object body)
{
    static int entered = 0;
    auto const done =
        sample().json(login, "POST", "/cases/" + std::to_string(case_of_report()) + "/acts",
                      json::object{{"kind", kind},
                                   {"act_id", "web-correction-" + std::to_string(++entered)},
                                   {"body", std::move(body)}});
    BOOST_TEST_REQUIRE(done.status == 201, kind << done.body);
}

void restate(char const* value, char const* reason)
{
    enter("compiler", "freezing.restated",
          {{"indicator", code}, {"value", value}, {"reason", reason}});
}

/// The steps of the release, up to the publication of what was corrected.
void release(std::vector<std::string> const& steps)
{
    for (auto const& step : steps)
        if (step == "checked")
            enter("office", "release.secrecy_checked",
                  {{"may_be_published", true}, {"remarks", "不涉密"}});
        else if (step == "approved")
            enter("mayor", "release.approved", {});
        else if (step == "submitted")
            enter("office", "release.submitted",
                  {{"submitted_on", "2026-06-15"}, {"addressees", json::array{"party_committee"}}});
        else
            enter("office", "release.published",
                  {{"published_on", "2026-06-15"}, {"published_at", "区政府门户网站"}});
}

json::object public_view()
{
    auto const shown = sample().json("", "GET", public_home());
    BOOST_TEST_REQUIRE(shown.status == 200, shown.body);
    return shown.view();
}

std::string shown_figure()
{
    auto const shown = public_view();
    for (auto const& one : shown.at("figures").as_array())
        if (one.at("indicator").as_string() == code)
            return std::string(one.at("shown").as_string());
    return {};
}

std::string page(char const* login, std::string const& at)
{
    auto const got = sample().ask(login, "GET", at, {{"accept", "text/html"}});
    BOOST_TEST_REQUIRE(got.status == 200, at << got.body);
    return got.body;
}

tests::site_reply picture()
{
    return sample().ask("", "GET", public_home() + "/picture.svg");
}

} // namespace

BOOST_AUTO_TEST_SUITE(report_correction)

BOOST_AUTO_TEST_CASE(the_public_reads_what_was_published_until_the_corrected_report_is_published)
{
    auto const before = shown_figure();
    BOOST_TEST_REQUIRE(!before.empty());
    BOOST_TEST(public_view().at("corrected_since").as_string().empty());
    auto const drawn = picture();
    BOOST_TEST_REQUIRE(drawn.status == 200);
    auto const feed = [] { return sample().ask("", "GET", "/public/feed.atom").body; };
    auto const told = feed();
    BOOST_TEST(has(told, public_home()));

    restate("4", "一项重复登记");
    auto const stands = [&](char const* point) {
        BOOST_TEST(shown_figure() == before, point);
        BOOST_TEST(public_view().at("corrected_since").as_string() == "2026-06-15", point);
        BOOST_TEST(!public_view().at("has_corrections").as_bool(), point);
        BOOST_TEST(has(page("", public_home()), "本报告自2026年6月15日起更正中"), point);
        auto const front = page("", "/public");
        BOOST_TEST(has(front, "href=\"" + public_home() + "\""), point);
        BOOST_TEST(has(front, "更正中"), point);
        BOOST_TEST(picture().body == drawn.body, point);
        BOOST_TEST(picture().header("ETag") == drawn.header("ETag"), point);
        BOOST_TEST(feed() == told, point);
    };
    stands("corrected");
    release({"checked", "approved"});
    stands("approved");
    release({"submitted"});
    stands("submitted");
    release({"published"});
    BOOST_TEST(has(shown_figure(), "4"));
    BOOST_TEST(public_view().at("corrected_since").as_string().empty());
    BOOST_TEST(!has(page("", "/public"), "更正中"));
    BOOST_TEST(picture().header("ETag") != drawn.header("ETag"));
    auto const corrections = public_view().at("corrections").as_array();
    BOOST_TEST_REQUIRE(corrections.size() == 1u);
    auto const& one = corrections.front().as_object();
    BOOST_TEST(one.at("indicator").as_string() == code);
    BOOST_TEST(one.at("before").as_string() == before);
    BOOST_TEST(one.at("shown").as_string() == shown_figure());
    BOOST_TEST(one.at("reason").as_string() == "一项重复登记");
    BOOST_TEST(has(page("", public_home()), "一项重复登记"));
}

BOOST_AUTO_TEST_CASE(the_pages_of_the_report_say_that_it_is_being_corrected_and_what_comes_next)
{
    restate("5", "两项补登");
    for (auto const* tab : {"", "/text", "/answers", "/years"}) {
        auto const shown = page("compiler", last + std::string(tab));
        BOOST_TEST(has(shown, "本报告自2026年6月15日起更正中"), tab);
        BOOST_TEST(has(shown, "id=\"h-next\""), tab);
        BOOST_TEST(has(shown, "保密审查"), tab);
    }
    auto const main = page("office", last);
    auto const form = "/report/main#act-release.secrecy_checked";
    BOOST_TEST(has(main, form)); // what comes next leads to its form, which is open
    BOOST_TEST(has(main, "id=\"act-release.secrecy_checked\" open"));
    BOOST_TEST(has(main, "年度报告首次公开"));
    auto const box =
        sample().ask("office", "GET", "/?kind=release.secrecy_checked", {{"accept", "text/html"}});
    BOOST_TEST(has(box.body, form));
    BOOST_TEST(has(page("compiler", last), "href=\"" + public_home() + "\""));
    release({"checked", "approved", "submitted", "published"});
    BOOST_TEST(!has(page("compiler", last), "起更正中"));
}

BOOST_AUTO_TEST_CASE(a_corrected_figure_is_told_as_such_with_the_frozen_one_beside_it)
{
    restate("6", "三项补登");
    auto const view = sample().view("compiler", last);
    std::string frozen;
    for (auto const& one : view.at("figures").as_array())
        if (one.at("indicator").as_string() == code)
            frozen = one.at("before_correction").as_string();
    BOOST_TEST(!frozen.empty());
    bool found = false;
    for (auto const& one : view.at("changes").as_array())
        if (one.at("indicator").as_string() == code) {
            found = true;
            BOOST_TEST(one.at("corrected").as_string() == "6");
            BOOST_TEST(one.at("before").as_string() == frozen);
        }
    BOOST_TEST(found);
    auto const shown = page("compiler", last);
    auto const row = shown.substr(shown.find("id=\"figure-" + std::string(code)), 1500);
    auto const value = row.find("更正后");
    BOOST_TEST_REQUIRE(value != std::string::npos);
    BOOST_TEST(row.find("冻结值", value) < row.find("</tr>"));
    // The list keeps the days of the first time, of which the law speaks, and tells the others.
    auto const listed = [] {
        auto const view_of_all = sample().view("compiler", "/reports");
        for (auto const& one : view_of_all.at("reports").as_array())
            if (one.at("year").as_int64() == 2025)
                return one.as_object();
        return json::object();
    };
    auto const first = std::string(listed().at("published_words").as_string());
    BOOST_TEST(!first.empty());
    release({"checked", "approved", "submitted", "published"});
    BOOST_TEST(listed().at("published_words").as_string() == first);
    BOOST_TEST(listed().at("published_again_words").as_string() != first);
    BOOST_TEST(!listed().at("published_again_words").as_string().empty());
}

BOOST_AUTO_TEST_SUITE_END()
