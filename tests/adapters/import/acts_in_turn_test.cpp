#include "adapters/import/acts_in_turn.hpp"
#include "tests/adapters/whole_law.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

using namespace adapters::import;

namespace {

struct reviewers_desk : tests::whole_law {
    memory_record paper;

    static engine::submission act(std::string id, std::string kind, std::string_view body)
    {
        return {.on = {},
                .shape = "legal_matter/2026",
                .place = "gd",
                .act_id = std::move(id),
                .kind = std::move(kind),
                .body = boost::json::parse(body).as_object(),
                .seen = {},
                .by = {{1}, "法制科", "reviewer", "justice", {}, {}},
                .now = *engine::parse_instant("2026-03-02T02:00:00.000Z"),
                .seeing = engine::clearance::of_the_record()};
    }
    static engine::submission registered(std::string id)
    {
        return act(std::move(id), "matter.registered",
                   R"({"title": "甲", "legal_kind_is": "project", "requesting_unit": "water",
                       "received_on": "2024-05-06", "urgency_is": "ordinary",
                       "asked_at_is": "outset", "basis_of_amount": "none"})");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(acts_in_turn_test, reviewers_desk)

BOOST_AUTO_TEST_CASE(an_act_goes_on_the_case_that_the_one_before_it_opened)
{
    auto const answers = judge_in_turn(
        {registered("a"), act("b", "handling.told_afterwards", R"({"closed_on": "2024-06-07"})")},
        law(), paper);
    BOOST_TEST_REQUIRE(answers.size() == 2u);
    for (auto const& one : answers)
        BOOST_TEST_REQUIRE(std::holds_alternative<engine::admitted>(one));
    BOOST_TEST((std::get<engine::admitted>(answers[1]).what.on ==
                std::get<engine::admitted>(answers[0]).what.on));
    BOOST_TEST(std::get<engine::admitted>(answers[1]).what.seq == 2);
}

BOOST_AUTO_TEST_CASE(the_first_that_is_not_admitted_ends_it)
{
    auto const answers = judge_in_turn(
        {registered("a"), act("b", "handling.told_afterwards", R"({"closed_on": "no day"})"),
         act("c", "handling.told_afterwards", R"({"closed_on": "2024-06-07"})")},
        law(), paper);
    BOOST_TEST_REQUIRE(answers.size() == 2u);
    BOOST_TEST(std::holds_alternative<engine::admitted>(answers[0]));
    BOOST_TEST(!std::holds_alternative<engine::admitted>(answers[1]));
    BOOST_TEST(judge_in_turn({}, law(), paper).empty());
}

BOOST_AUTO_TEST_SUITE_END()
