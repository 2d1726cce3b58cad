#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"

#include <boost/test/unit_test.hpp>

// The page of the sheets of a case, over the sample district.

using tests::district;
using tests::has;
using tests::hidden;
using tests::home_of;

namespace {

namespace json = boost::json;

/// A sheet that the legal officer of the water bureau has signed and its head has before him.
struct sheet_on_the_way {
    long long on = 0;
    std::string number;
    std::string const opinion = "经费来源写得不清楚。";

    sheet_on_the_way()
    {
        on = case_to_open_a_sheet_on();
        BOOST_TEST_REQUIRE(on > 0);
        static int count = 0;
        auto const mark = std::to_string(++count);
        auto const subject = "退回测试" + mark;
        enter("sponsor", "circulation.opened", "sheets-open-" + mark,
              {{"subject", subject},
               {"prepares", "nothing"},
               {"rule_of_signing", "everybody"},
               {"signers", json::array{signer(1, "legal_officer"), signer(2, "department_head")}}});
        number = number_of(subject);
        enter("legal_water", "circulation.given", "sheets-sign-" + mark,
              {{"sheet", std::stoll(number)}, {"word", "agrees"}});
    }

    static json::object signer(long long turn, char const* seat)
    {
        return {{"turn", turn}, {"seat", seat}, {"unit", "water"}};
    }

    static long long case_to_open_a_sheet_on()
    {
        auto const all = district().json("sponsor", "GET", "/cases?unit=water").view();
        for (auto const& one : all.at("cases").as_array()) {
            auto const id = one.at("id").as_int64();
            auto const file = district().json("sponsor", "GET", home_of(id)).view();
            for (auto const& offer : file.at("offers").at("options").as_array())
                if (offer.at("kind").as_string() == "circulation.opened")
                    return id;
        }
        return 0;
    }

    void enter(std::string const& who, std::string const& kind, std::string const& act_id,
               json::object body) const
    {
        auto const version =
            district().json(who, "GET", home_of(on)).view().at("version").as_int64();
        auto const got = district().json(
            who, "POST", home_of(on) + "/acts",
            {{"kind", kind}, {"act_id", act_id}, {"seen", version}, {"body", std::move(body)}});
        BOOST_TEST_REQUIRE(got.status == 201, got.body);
    }

    std::string number_of(std::string const& subject) const
    {
        auto const view = district().json("sponsor", "GET", home_of(on) + "/sheets").view();
        for (auto const* list : {"mine", "sheets"})
            for (auto const& one : view.at(list).as_array())
                if (one.at("subject").as_string() == subject)
                    return std::to_string(one.at("number").as_int64());
        BOOST_FAIL("there is no sheet " + subject);
        return {};
    }

    /// Sends a form of the page of the sheets.
    tests::site_reply send(std::string const& who, std::string const& kind, web::pairs fields) const
    {
        auto const page = district().ask(who, "GET", home_of(on) + "/sheets").body;
        static int count = 0;
        fields.insert(fields.end(), {{"csrf", hidden(page, "csrf", 0)},
                                     {"kind", kind},
                                     {"act_id", "sheets-form-" + std::to_string(++count)},
                                     {"seen", hidden(page, "seen", 0)},
                                     {"back", "sheets"},
                                     {"f.sheet", number}});
        return district().ask(who, "POST", home_of(on) + "/acts",
                              {{"content-type", "application/x-www-form-urlencoded"}},
                              web::to_query(fields));
    }

    /// The beginning of the input with the id of this sheet.
    std::string input(std::string const& id) const { return "id=\"" + id + "-" + number + "\""; }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(sheets, sheet_on_the_way)

BOOST_AUTO_TEST_CASE(what_the_law_refuses_comes_back_on_the_page_of_the_sheets_with_its_text)
{
    auto const sent = send("head_water", "circulation.returned",
                           {{"f.to_turn", "2"}, {"f.way", "straight_back"}, {"f.reason", opinion}});
    BOOST_TEST(sent.status == 422);
    BOOST_TEST(has(sent.body, "class=\"alert\""));
    BOOST_TEST(has(sent.body, "id=\"h-sheet-" + number + "\""));
    BOOST_TEST(has(sent.body, input("f-circulation-returned-reason") +
                                  " name=\"f.reason\" rows=\"2\" required>\n" + opinion));
    BOOST_TEST(has(sent.body, "<option value=\"straight_back\" selected>"));
    // nothing was entered, and the other forms are empty
    BOOST_TEST(has(sent.body, "name=\"f.opinion\""));
    auto const first = sent.body.find(opinion);
    BOOST_TEST(sent.body.find(opinion, first + 1) == std::string::npos);
    // right, it goes through
    auto const again = send("head_water", "circulation.returned",
                            {{"f.to_turn", "1"}, {"f.way", "in_order"}, {"f.reason", opinion}});
    BOOST_TEST((again.status == 303 || again.status == 200), again.body);
}

BOOST_AUTO_TEST_CASE(a_fault_leads_to_its_input)
{
    auto const sent = send("head_water", "circulation.signer_added",
                           {{"f.unit", "finance"}, {"f.where", "beside_me"}});
    BOOST_TEST(sent.status == 400);
    BOOST_TEST(has(sent.body, "href=\"#f-circulation-signer_added-seat-" + number + "\""));
    BOOST_TEST(has(sent.body, input("f-circulation-signer_added-seat")));
    BOOST_TEST(has(sent.body, "<option value=\"finance\" selected>"));
    BOOST_TEST(has(sent.body, "<option value=\"beside_me\" selected>"));
}

BOOST_AUTO_TEST_CASE(
    a_form_that_does_not_stand_there_any_more_keeps_its_text_on_the_page_of_the_case)
{
    auto const sent =
        send("legal_water", "circulation.given", {{"f.word", "disagrees"}, {"f.opinion", opinion}});
    BOOST_TEST((sent.status == 422 || sent.status == 403), sent.body);
    BOOST_TEST(has(sent.body, opinion));
    BOOST_TEST(!has(sent.body, "id=\"h-sheet-" + number + "\""));
}

BOOST_AUTO_TEST_CASE(turns_are_chosen_by_words)
{
    auto const page = district().ask("sponsor", "GET", home_of(on)).body;
    auto const name = page.find("name=\"f.signers[0].turn\"");
    BOOST_TEST_REQUIRE(name != std::string::npos);
    BOOST_TEST(page.compare(page.rfind('<', name), 7, "<select") == 0);
    BOOST_TEST(has(page, "<option value=\"2\">第2次序</option>"));
}

BOOST_AUTO_TEST_SUITE_END()
