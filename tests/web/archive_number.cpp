#include "web/handlers/archive_number.hpp"

#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"

#include <boost/test/unit_test.hpp>

using tests::district;
using tests::has;
using tests::home_of;
using web::handlers::fault_of_archive_number;

namespace {

namespace json = boost::json;

bool is_taken(char const* number, char const* retention = "permanent",
              char const* kind = "archive.archived")
{
    return !fault_of_archive_number(kind, {{"archive_number", number}, {"retention", retention}});
}

/// The form of an act on the page of a case; empty where there is none.
std::string form(tests::demo_house& house, std::string const& who, long long id,
                 std::string const& kind)
{
    auto const page = house.ask(who, "GET", home_of(id)).body;
    auto const start = page.find("id=\"act-" + kind + "\"");
    return start == std::string::npos ? std::string()
                                      : page.substr(start, page.find("</form>", start) - start);
}

} // namespace

BOOST_AUTO_TEST_SUITE(archive_number)

BOOST_AUTO_TEST_CASE(a_number_has_its_fonds_a_year_and_an_item)
{
    for (auto const* number : {"0058-WS·2026-Y-0003", "0058-WS·2026-Y-1", "0058-WS-2026-Y-BGS-0003",
                               "0058-WS·2026-0003", "0058-2026-3"})
        BOOST_TEST(is_taken(number), number);
    for (auto const* number :
         {"", "abc", "123", "0058-1", "0058-WS-1", "0058-WS·2026", "2026-Y-3", "0058-WS·26-Y-3",
          "0058-WS·2026-Y-", "0058--2026-Y-3", "0058-WS·2026-Y-三"})
        BOOST_TEST(!is_taken(number), number);
}

BOOST_AUTO_TEST_CASE(a_number_says_the_retention_that_is_chosen_or_none)
{
    BOOST_TEST(is_taken("0058-WS·2026-D10-0003", "ten_years"));
    BOOST_TEST(is_taken("0058-WS·2026-0003", "ten_years"));
    BOOST_TEST(!is_taken("0058-WS·2026-Y-0003", "ten_years"));
    BOOST_TEST(!is_taken("0058-WS·2026-D30-0003", "permanent"));
    BOOST_TEST(!is_taken("0058-WS·2026-Y-0003", "thirty_years", "archive.number_corrected"));
}

BOOST_AUTO_TEST_CASE(only_the_file_of_a_decision_is_asked)
{
    BOOST_TEST(is_taken("法-99", "permanent", "outcome.archived"));
    BOOST_TEST(!fault_of_archive_number("archive.archived", {}));
}

BOOST_AUTO_TEST_CASE(who_archives_reads_the_next_number_for_each_retention)
{
    for (long long id = 1; id <= 120; ++id) {
        auto const archiving = form(district(), "clerk_agriculture", id, "archive.archived");
        if (archiving.empty())
            continue;
        for (auto const* words : {"下一个档号：", "永久 0058-WS·2026-Y-", "30年 0058-WS·2026-D30-",
                                  "10年 0058-WS·2026-D10-"})
            BOOST_TEST(has(archiving, words), words);
        return;
    }
    BOOST_FAIL("nothing is to be archived");
}

BOOST_AUTO_TEST_CASE(a_number_that_another_case_has_is_put_right_at_its_field)
{
    tests::demo_house house; // what was refused is kept as begun
    json::object taken;
    for (auto const& one : house.acts_of(house.case_with({"archive.archived"})))
        if (one.kind == "archive.archived")
            taken = one.body;
    auto const typed = [&](char const* field) { return std::string(taken.at(field).as_string()); };
    // a case of which the law says how long it is kept
    auto const desk = house.view("clerk_agriculture", "/?kind=archive.archived");
    long long id = 0;
    std::string archiving;
    for (auto const& row : desk.at("rows").as_array())
        if (tests::hidden(archiving, "was.archive_number", 0).empty()) {
            id = row.at("case").as_int64();
            archiving = form(house, "clerk_agriculture", id, "archive.archived");
        }
    web::pairs const fields = {{"csrf", tests::hidden(archiving, "csrf", 0)},
                               {"kind", "archive.archived"},
                               {"act_id", tests::hidden(archiving, "act_id", 0)},
                               {"seen", tests::hidden(archiving, "seen", 0)},
                               {"f.archive_number", typed("archive_number")},
                               {"f.retention", typed("retention")},
                               {"f.copies_authentic", "true"},
                               {"f.copies_complete", "true"},
                               {"f.copies_readable", "true"},
                               {"f.copies_safe", "true"}};
    auto const got =
        house.ask("clerk_agriculture", "POST", home_of(id) + "/acts",
                  {{"content-type", "application/x-www-form-urlencoded"}}, web::to_query(fields));
    BOOST_TEST_REQUIRE(got.status == 422, got.body.substr(0, 2000));
    BOOST_TEST(has(got.body, "已经编给另一案卷"));
    BOOST_TEST(has(got.body, "<a href=\"#f-archive-archived-archive_number\">"));

    // the number that was proposed follows the term that is chosen; one that was typed does not
    auto const proposed = tests::hidden(archiving, "was.archive_number", 0);
    BOOST_TEST_REQUIRE(proposed.starts_with("0058-WS·2026-"), proposed);
    bool const has_thirty = has(proposed, "-D30-");
    auto const sends = [&](std::string const& number) {
        return house
            .ask("clerk_agriculture", "POST", home_of(id) + "/acts",
                 {{"content-type", "application/x-www-form-urlencoded"}},
                 web::to_query({{"csrf", tests::hidden(archiving, "csrf", 0)},
                                {"kind", "archive.archived"},
                                {"act_id", tests::hidden(archiving, "act_id", 0)},
                                {"seen", tests::hidden(archiving, "seen", 0)},
                                {"was.archive_number", proposed},
                                {"f.archive_number", number},
                                {"f.retention", has_thirty ? "ten_years" : "thirty_years"}}))
            .body;
    };
    auto const renumbered = sends(proposed);
    BOOST_TEST(
        has(renumbered, std::string("value=\"0058-WS·2026-") + (has_thirty ? "D10-" : "D30-")));
    BOOST_TEST(!has(renumbered, "档号中的保管期限与所选的不一致"));
    BOOST_TEST(has(sends(proposed + "1"), "档号中的保管期限与所选的不一致"));
}

BOOST_AUTO_TEST_CASE(the_form_that_corrects_a_number_comes_with_the_one_on_file)
{
    tests::demo_house house;
    auto const id = house.case_with({"archive.archived"});
    auto const page = house.view("admin", "/administration/numbering");
    BOOST_TEST(json::serialize(page).find("archive.number_corrected") == std::string::npos);
    json::object filed;
    std::string unit;
    for (auto const& one : house.acts_of(id))
        if (one.kind == "archive.archived") {
            filed = one.body;
            unit = one.by.unit;
        }
    std::string const typed(filed.at("archive_number").as_string());
    auto const who = unit == "water" ? "sponsor" : unit == "office" ? "office" : "clerk_" + unit;
    auto const correcting = form(house, who, id.value, "archive.number_corrected");
    BOOST_TEST(has(correcting, "value=\"" + typed + "\""), who);
    int tries = 0;
    auto const correct = [&](std::string const& number) {
        return house.json(who, "POST", home_of(id.value) + "/acts",
                          {{"kind", "archive.number_corrected"},
                           {"act_id", "archive-number-" + std::to_string(++tries)},
                           {"seen", house.view(who, home_of(id.value)).at("version")},
                           {"body", json::object{{"archive_number", number},
                                                 {"retention", filed.at("retention")},
                                                 {"reason", "件号写错"}}}});
    };
    BOOST_TEST(correct(typed).status == 422);
    BOOST_TEST(correct("0058-WS·2026-Y-4321").status == 201);
    BOOST_TEST(has(house.ask(who, "GET", home_of(id.value)).body, "0058-WS·2026-Y-4321"));
}

BOOST_AUTO_TEST_SUITE_END()
