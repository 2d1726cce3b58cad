#include "tests/web/page_text.hpp"
#include "tests/web/water_matter.hpp"

#include <boost/test/unit_test.hpp>

// What the house knows when a decision is proposed and started: the unit, and the catalogue.

using tests::district;
using tests::has;
using tests::water_matter;

namespace {

/// The form by which the head starts a decision.
std::string starting_form(water_matter& m)
{
    m.comes_before_the_head();
    auto const page = m.page("mayor");
    auto const form = page.find("id=\"act-intake.start_decided\"");
    BOOST_TEST_REQUIRE(form != std::string::npos);
    return page.substr(form, page.find("</form>", form) - form);
}

std::string first_entry()
{
    auto const view = district().view("office", "/catalogue?year=2026");
    auto const& items = view.at("items").as_array();
    BOOST_TEST_REQUIRE(!items.empty());
    return std::string(items.front().at("item_name").as_string());
}

} // namespace

BOOST_AUTO_TEST_SUITE(catalogue_entries)

BOOST_AUTO_TEST_CASE(a_decision_is_started_for_an_entry_that_is_chosen_from_the_catalogue)
{
    water_matter m("entries-choose");
    auto const form = starting_form(m);
    auto const at = form.find("name=\"f.catalogue[0].item\"");
    BOOST_TEST_REQUIRE(at != std::string::npos);
    BOOST_TEST(has(form.substr(form.rfind("<", at), 8), "<select"));
    auto const list = form.substr(at, form.find("</select>", at) - at);
    BOOST_TEST(has(list, "value=\"" + first_entry() + "\""));
    BOOST_TEST(!has(list, "\" selected"));
    BOOST_TEST(has(form, "<option value=\"2026\""));
}

BOOST_AUTO_TEST_CASE(the_entry_whose_title_a_decision_has_is_chosen_already)
{
    auto const name = first_entry();
    water_matter m("entries-chosen", name);
    auto const form = starting_form(m);
    BOOST_TEST(has(form, "<option value=\"" + name + "\" selected"));
    BOOST_TEST(has(form, "<option value=\"2026\" selected"));
}

BOOST_AUTO_TEST_CASE(whoever_proposes_finds_their_unit_named)
{
    auto const page =
        district().ask("sponsor", "GET", "/cases/new?shape=major_decision%2F2019").body;
    auto const at = page.find("name=\"f.proposer_name\"");
    BOOST_TEST_REQUIRE(at != std::string::npos);
    BOOST_TEST(has(page.substr(at, 80), "value=\"区水务局\""));
    // what the address says goes before
    auto const asked =
        district()
            .ask("sponsor", "GET", "/cases/new?shape=major_decision%2F2019&f.proposer_name=Li")
            .body;
    BOOST_TEST(has(asked, "name=\"f.proposer_name\" value=\"Li\""));
}

BOOST_AUTO_TEST_CASE(of_what_a_citizen_proposed_the_unit_that_studied_it_is_named_as_sponsor)
{
    auto const unit = water_matter("entries-studied").own_unit();
    auto const opened = district().json("office", "POST", "/cases",
                                        {{"shape", "major_decision/2019"},
                                         {"act_id", "entries-citizen"},
                                         {"body",
                                          {{"title", "校园周边停车方案"},
                                           {"matter", "plan"},
                                           {"proposer", "citizen"},
                                           {"proposer_name", "何先生"},
                                           {"in_writing", true},
                                           {"reasons", "拥堵"},
                                           {"legal_basis", "道路交通安全法"}}}});
    BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
    auto const home = "/cases/" + std::to_string(opened.view().at("case").as_int64());
    int seen = 0;
    auto const enters = [&](char const* who, char const* kind, boost::json::object body) {
        ++seen;
        auto const got = district().json(who, "POST", home + "/acts",
                                         {{"kind", kind},
                                          {"act_id", "entries-citizen-" + std::to_string(seen)},
                                          {"seen", seen},
                                          {"body", std::move(body)}});
        BOOST_TEST_REQUIRE(got.status == 201, got.body);
    };
    enters("office", "intake.study_assigned", {{"to_unit", unit}});
    enters("sponsor", "intake.studied", {{"conclusion", "可行"}, {"advises_start", true}});
    enters("office", "intake.start_reported", {{"opinion", "同意启动"}});
    auto const page = district().ask("mayor", "GET", home).body;
    auto const form = page.find("id=\"act-intake.start_decided\"");
    BOOST_TEST_REQUIRE(form != std::string::npos);
    auto const whole = page.substr(form, page.find("</form>", form) - form);
    BOOST_TEST(has(whole, "value=\"" + unit + "\" selected"));
}

BOOST_AUTO_TEST_SUITE_END()
