#include "tests/workflows/case_so_far.hpp"
#include "tests/workflows/some_people.hpp"
#include "workflows/major_decision/procedure.hpp"

using namespace tests;
using law::drafting::change_class;

namespace {

std::string const two_in_parallel =
    R"({"subject": "送审稿", "prepares": "filing_for_review", "rule_of_signing": "everybody",
        "sign_by": "2024-03-08", "signers": [
        {"turn": 1, "seat": "department_head", "unit": "finance"},
        {"turn": 1, "seat": "legal_officer", "unit": "water"},
        {"turn": 2, "seat": "department_head", "unit": "water"}]})";
char const* const agrees = R"({"sheet": 1, "word": "agrees"})";
char const* const disagrees = R"({"sheet": 1, "word": "disagrees", "opinion": "无资金"})";

/// The clerk of the water bureau has sent a sheet round on the first draft.
trial sent(std::string const& changes = "{}")
{
    trial t(law::make_circulation());
    start(t.file);
    draft(t.file, 'a');
    t.on("2024-03-04").by("sponsor_clerk", "water");
    t.enters("circulation.opened", with(two_in_parallel, changes));
    return t;
}

/// What the last act tells, as "kind to role of unit".
std::multiset<std::string> told(trial const& t)
{
    engine::act last;
    last.seq = t.seq();
    std::multiset<std::string> all;
    for (auto const& one : law::told_of_sheets(t.file, last))
        all.insert(one.kind + " to " + one.to.role + " of " + one.to.unit);
    return all;
}

std::vector<engine::news> news(trial const& t)
{
    engine::act last;
    last.seq = t.seq();
    return law::told_of_sheets(t.file, last);
}

/// What the word of this seat on the sheet rests on; empty: on all of the file.
std::string ground(trial const& t, std::string const& role, std::string const& unit,
                   std::string const& kind = "circulation.given")
{
    engine::act what;
    what.kind = kind;
    what.by = {.role = role, .unit = unit};
    what.body = {{"sheet", 1}, {"word", "agrees"}};
    return law::ground_of_signature(t.file, what).value_or("");
}

} // namespace

BOOST_AUTO_TEST_SUITE(circulation_seen_test)

BOOST_AUTO_TEST_CASE(whoever_is_awaited_is_told_of_each_urging_from_the_first_day_on)
{
    auto t = sent();
    t.enters("circulation.urged", R"({"sheet": 1, "message": "请今日办结"})");
    BOOST_CHECK(told(t) ==
                (std::multiset<std::string>{"news.sheet_urged to department_head of finance",
                                            "news.sheet_urged to legal_officer of water"}));
    BOOST_TEST((news(t).front().due == date("2024-03-08")));
    t.by("legal_officer", "water").enters("circulation.given", agrees);
    BOOST_TEST(told(t).empty());
    t.on("2024-03-05").by("sponsor_clerk", "water").enters("circulation.urged", R"({"sheet": 1})");
    BOOST_CHECK(told(t) ==
                std::multiset<std::string>{"news.sheet_urged to department_head of finance"});
    auto const& urged = t.file.circulation.sheets.front().urged;
    BOOST_TEST_REQUIRE(urged.size() == 2U);
    BOOST_TEST(urged.front().name == "sponsor_clerk of water");
    BOOST_TEST(urged.front().words == "请今日办结");
    BOOST_TEST((urged.back().on == date("2024-03-05")));
}

BOOST_AUTO_TEST_CASE(an_urging_reaches_whoever_the_signature_was_handed_to)
{
    auto t = sent();
    tests::some_people people;
    for (auto const* name : {"department_head of finance", "接手人"})
        people.add({.person = {trial::number_of(name)},
                    .name = name,
                    .role = "department_head",
                    .unit = "finance"});
    law::circulation::handing given_on;
    given_on.kind = "circulation.given";
    given_on.at = {"department_head", "finance"};
    given_on.steps.emplace_back().to = {trial::number_of("接手人")};
    t.file.circulation.handings.push_back(given_on);
    t.knowing(people).enters("circulation.urged", R"({"sheet": 1})");
    long long by_name = 0;
    for (auto const& one : news(t))
        if (one.to.unit == "finance")
            by_name = one.to.person.value;
    BOOST_TEST(by_name == trial::number_of("接手人"));
}

BOOST_AUTO_TEST_CASE(the_opener_is_told_by_name_how_the_sheet_ended)
{
    auto t = sent();
    t.by("legal_officer", "water").enters("circulation.given", agrees);
    t.by("department_head", "finance").enters("circulation.given", agrees);
    BOOST_TEST(told(t).empty()); // the next turn is still to come
    t.by("department_head", "water").enters("circulation.given", agrees);
    BOOST_CHECK(told(t) ==
                std::multiset<std::string>{"news.sheet_agreed to sponsor_clerk of water"});
    BOOST_TEST(news(t).front().to.person.value == trial::number_of("sponsor_clerk of water"));
    t.enters("circulation.signature_withdrawn", R"({"sheet": 1})");
    BOOST_CHECK(told(t) ==
                std::multiset<std::string>{"news.sheet_open_again to sponsor_clerk of water"});

    auto refused = sent();
    refused.by("department_head", "finance").enters("circulation.given", disagrees);
    BOOST_CHECK(told(refused) ==
                std::multiset<std::string>{"news.sheet_refused to sponsor_clerk of water"});
    // what happens on the case afterwards tells it no second time
    refused.by("sponsor_clerk", "water")
        .enters("circulation.stopped", R"({"sheet": 1, "reason": "另行落实"})");
    BOOST_TEST(told(refused).empty());
}

BOOST_AUTO_TEST_CASE(what_a_substitute_opened_is_told_to_the_person_whose_place_they_took)
{
    trial t(law::make_circulation());
    start(t.file);
    draft(t.file, 'a');
    t.on("2024-03-04").by("sponsor_clerk", "water", "代理人").in_place_of("张三");
    t.enters("circulation.opened", two_in_parallel);
    t.by("department_head", "finance").enters("circulation.given", disagrees);
    BOOST_TEST(news(t).front().to.person.value == trial::number_of("张三"));
}

BOOST_AUTO_TEST_CASE(a_word_beside_one_s_own_changes_nothing_that_a_signature_rests_on)
{
    auto t = sent();
    auto const before = ground(t, "legal_officer", "water");
    BOOST_TEST(!before.empty());
    t.by("department_head", "finance")
        .enters("circulation.given", R"({"sheet": 1, "word": "agrees_with_comments",
            "opinion": "请补充测算"})");
    BOOST_TEST(ground(t, "legal_officer", "water") == before);
    BOOST_TEST(ground(t, "legal_officer", "water", "circulation.returned") == before);
    t.by("sponsor_clerk", "water").enters("circulation.urged", R"({"sheet": 1})");
    BOOST_TEST(ground(t, "legal_officer", "water") == before);
}

BOOST_AUTO_TEST_CASE(what_was_seen_of_sheet_and_draft_is_compared_by_content)
{
    auto const before = ground(sent(), "legal_officer", "water");
    // the same sheet once more is the same, whichever act brought it
    auto later = sent();
    later.by("sponsor_clerk", "water")
        .enters("circulation.copied", R"({"to": [{"seat": "executor", "unit": "transport"}]})");
    BOOST_TEST(ground(later, "legal_officer", "water") == before);

    for (auto const* other : {R"({"subject": "报批稿"})", R"({"message": "请重点审核第三条"})",
                              R"({"sign_by": "2024-03-09"})", R"({"rule_of_signing": "anybody"})",
                              R"({"prepares": "nothing"})"})
        BOOST_TEST_CONTEXT(other)
    BOOST_TEST(ground(sent(other), "legal_officer", "water") != before);

    auto redrafted = sent();
    draft(redrafted.file, 'b', change_class::editorial);
    BOOST_TEST(!ground(redrafted, "legal_officer", "water").empty());
    BOOST_TEST(ground(redrafted, "legal_officer", "water") != before);
}

BOOST_AUTO_TEST_CASE(a_signature_rests_on_the_words_of_the_turn_before)
{
    auto t = sent();
    t.by("legal_officer", "water").enters("circulation.given", agrees);
    t.by("department_head", "finance").enters("circulation.given", agrees);
    auto const before = ground(t, "department_head", "water");
    t.enters("circulation.signature_withdrawn", R"({"sheet": 1})");
    BOOST_TEST(ground(t, "department_head", "water").empty()); // it is not their turn any more
    t.enters("circulation.given",
             R"({"sheet": 1, "word": "agrees_with_comments", "opinion": "请补充测算"})");
    BOOST_TEST(!ground(t, "department_head", "water").empty());
    BOOST_TEST(ground(t, "department_head", "water") != before);
}

BOOST_AUTO_TEST_CASE(a_sheet_that_was_returned_in_between_is_another_one)
{
    auto t = sent();
    auto const before = ground(t, "legal_officer", "water");
    t.by("department_head", "finance")
        .enters("circulation.returned",
                R"({"sheet": 1, "to_turn": 0, "way": "straight_back", "reason": "请补充附件"})");
    BOOST_TEST(ground(t, "legal_officer", "water").empty());
    t.by("sponsor_clerk", "water").enters("circulation.sent_again", R"({"sheet": 1})");
    BOOST_TEST(!ground(t, "legal_officer", "water").empty());
    BOOST_TEST(ground(t, "legal_officer", "water") != before);
}

BOOST_AUTO_TEST_CASE(any_other_act_and_a_seat_that_is_not_awaited_rest_on_all_of_the_file)
{
    auto t = sent();
    BOOST_TEST(ground(t, "department_head", "water").empty());
    BOOST_TEST(ground(t, "executor", "transport").empty());
    engine::act what;
    what.kind = "circulation.signer_added";
    what.by = {.role = "legal_officer", .unit = "water"};
    what.body = {{"sheet", 1}};
    BOOST_TEST(!law::ground_of_signature(t.file, what).has_value());
    what.kind = "circulation.given";
    for (auto const& body : {R"({})", R"({"sheet": "1"})", R"({"sheet": 7})"}) {
        what.body = boost::json::parse(body).as_object();
        BOOST_TEST(!law::ground_of_signature(t.file, what).has_value());
    }
}

BOOST_AUTO_TEST_SUITE_END()
