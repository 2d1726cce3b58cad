#include "engine/refused_choices.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// Which choices a form need not offer, because the law refuses them whatever else is filled in.

namespace {

using engine::field;
using engine::field_type;

constexpr engine::day today{std::chrono::sys_days{std::chrono::year{2026} / 6 / 15}};

/// An opinion: what came out, whether the steps were found done, which are missing, and the risk.
std::vector<field> fields_of_opinion()
{
    return {{.name = "steps_done", .type = field_type::flag},
            {.name = "outcome",
             .type = field_type::choice,
             .choices = {"lawful", "with_risk", "complete_steps"}},
            {.name = "missing",
             .type = field_type::choice,
             .required = false,
             .many = true,
             .choices = {"hearing", "experts"}},
            {.name = "risk", .type = field_type::prose, .required = false}};
}

bool may_have_risk = false;

engine::judgement judge_opinion(engine::act const& what)
{
    engine::judgement said;
    auto const& body = what.body;
    auto const& outcome = body.at("outcome").as_string();
    if (outcome == "with_risk" && !may_have_risk)
        said.answer += engine::refusal{.rule = "R713-25.4", .reason = engine::say("不是改革")};
    if (outcome == "with_risk" && !body.contains("risk"))
        said.answer += engine::refusal{.rule = "R713-25.4", .reason = engine::say("未写风险")};
    if (outcome == "complete_steps" &&
        (body.at("steps_done").as_bool() || !body.contains("missing")))
        said.answer += engine::refusal{.rule = "R713-27.2", .reason = engine::say("没有缺")};
    if (outcome != "complete_steps" && body.contains("missing"))
        said.answer += engine::refusal{.rule = "R713-27.2", .reason = engine::say("写明了缺")};
    said.answer += engine::refusal{.rule = "R713-28.2", .reason = engine::say("没有顾问意见")};
    return said;
}

engine::refused_choices refused()
{
    return engine::refused_choices_of({}, fields_of_opinion(), {}, today, judge_opinion);
}

} // namespace

BOOST_AUTO_TEST_SUITE(refused_choices)

BOOST_AUTO_TEST_CASE(a_choice_that_nothing_else_makes_lawful_is_refused_with_its_ground)
{
    may_have_risk = false;
    auto const found = refused();
    BOOST_TEST_REQUIRE(found.contains("outcome"));
    auto const& outcomes = found.at("outcome");
    BOOST_TEST_REQUIRE(outcomes.size() == 1u);
    BOOST_TEST(outcomes.front().choice == "with_risk");
    BOOST_TEST(outcomes.front().ground.rule == "R713-25.4");
    BOOST_TEST((outcomes.front().ground.reason == engine::say("不是改革")));
}

BOOST_AUTO_TEST_CASE(a_choice_that_asks_for_more_is_not_refused_for_what_may_be_filled_in)
{
    may_have_risk = true;
    BOOST_TEST(refused().empty());
}

BOOST_AUTO_TEST_CASE(a_unit_that_a_form_offers_is_tried_like_a_choice)
{
    std::vector<field> const fields = {
        {.name = "unit", .type = field_type::unit, .choices = {"water", "leaders"}},
        {.name = "other", .type = field_type::unit}};
    auto const judge = [](engine::act const& what) {
        engine::judgement said;
        if (what.body.at("unit").as_string() == "leaders")
            said.answer += engine::refusal{.rule = "R713-36.1", .reason = engine::say("没有人")};
        return said;
    };
    auto const found = engine::refused_choices_of({}, fields, {}, today, judge);
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST_REQUIRE(found.at("unit").size() == 1u);
    BOOST_TEST(found.at("unit").front().choice == "leaders");
}

BOOST_AUTO_TEST_CASE(what_is_refused_of_each_unit_by_its_name_closes_none)
{
    std::vector<field> const fields = {
        {.name = "lead", .type = field_type::unit, .choices = {"water", "finance"}},
        {.name = "sponsors", .type = field_type::unit, .many = true}};
    auto const lead_is_a_sponsor = [](engine::act const& what) {
        engine::judgement said;
        auto const& lead = what.body.at("lead").as_string();
        auto const* sponsors = what.body.if_contains("sponsors");
        auto const is_lead = [&](auto const& one) { return one == lead; };
        if (!sponsors ||
            std::none_of(sponsors->as_array().begin(), sponsors->as_array().end(), is_lead))
            said.answer += engine::refusal{.rule = "R713-10.1",
                                           .reason = engine::say("{1}不承办", std::string(lead))};
        return said;
    };
    BOOST_TEST(engine::refused_choices_of({}, fields, {}, today, lead_is_a_sponsor).empty());
}

BOOST_AUTO_TEST_CASE(what_is_refused_with_every_choice_is_no_ground_against_one_of_them)
{
    may_have_risk = false;
    auto const found = refused();
    for (auto const& [name, choices] : found)
        for (auto const& one : choices)
            BOOST_TEST(one.ground.rule != "R713-28.2", one.choice);
}

BOOST_AUTO_TEST_SUITE_END()
