#include "engine/demands.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// Which optional fields an act has to have after all.

namespace {

using engine::demand;
using engine::field;
using engine::field_type;

constexpr engine::day today{std::chrono::sys_days{std::chrono::year{2026} / 6 / 15}};
constexpr long least = 9;

/// A list of people at a hearing, why there are few, and on what it stands.
std::vector<field> fields_of_list()
{
    return {{.name = "people",
             .type = field_type::group,
             .required = false,
             .many = true,
             .of = {{.name = "name"},
                    {.name = "role",
                     .type = field_type::choice,
                     .choices = {"host", "presenter", "participant", "recorder"}},
                    {.name = "is_substitute", .type = field_type::flag}}},
            {.name = "fewer_reason", .type = field_type::prose, .required = false},
            {.name = "basis", .type = field_type::prose, .required = false},
            {.name = "remark", .required = false}};
}

bool takes_part(boost::json::value const& one)
{
    return one.at("role") == "participant" && !one.at("is_substitute").as_bool();
}

engine::judgement judge_list(engine::act const& what)
{
    engine::judgement said;
    auto const* people = what.body.if_contains("people");
    long number = 0;
    if (people)
        number = std::count_if(people->as_array().begin(), people->as_array().end(), takes_part);
    if (number < least && !what.body.contains("fewer_reason"))
        said.answer += engine::refusal{.rule = "GDH303-19.1", .reason = engine::say("人数较少")};
    if (!what.body.contains("basis"))
        said.answer += engine::refusal{.rule = "GD21-13", .reason = engine::say("没有依据")};
    return said;
}

/// Who gets the papers gets this one among them.
boost::json::value const draft = {{"hash", std::string(64, 'd')}, {"name", "草案.txt"}};

engine::judgement judge_papers(engine::act const& what)
{
    engine::judgement said;
    auto const* papers = what.body.if_contains("documents");
    if (!papers || std::find(papers->as_array().begin(), papers->as_array().end(), draft) ==
                       papers->as_array().end())
        said.answer += engine::refusal{.rule = "GD21-22.2", .reason = engine::say("没有草案")};
    return said;
}

} // namespace

BOOST_AUTO_TEST_SUITE(demands)

BOOST_AUTO_TEST_CASE(what_a_long_list_of_the_right_people_makes_needless_is_asked_for_sometimes)
{
    auto const asked = engine::demands_of({}, fields_of_list(), {}, today, judge_list);
    BOOST_TEST_REQUIRE(asked.contains("fewer_reason"));
    BOOST_TEST((asked.at("fewer_reason") == demand::sometimes));
}

BOOST_AUTO_TEST_CASE(what_no_other_field_makes_needless_is_asked_for_always)
{
    auto const asked = engine::demands_of({}, fields_of_list(), {}, today, judge_list);
    BOOST_TEST_REQUIRE(asked.contains("basis"));
    BOOST_TEST((asked.at("basis") == demand::always));
    BOOST_TEST(!asked.contains("remark"));
}

BOOST_AUTO_TEST_CASE(a_list_that_comes_filled_with_what_it_must_hold_is_asked_for_always)
{
    std::vector<field> const fields = {
        {.name = "documents", .type = field_type::document, .required = false, .many = true}};
    auto const asked = engine::demands_of({}, fields, {{"documents", boost::json::array{draft}}},
                                          today, judge_papers);
    BOOST_TEST_REQUIRE(asked.contains("documents"));
    BOOST_TEST((asked.at("documents") == demand::always));
}

BOOST_AUTO_TEST_CASE(rows_that_come_with_half_of_their_members_are_tried_whole)
{
    // points that somebody else wrote; each gets an answer, and one that is not followed a reason
    std::vector<field> const fields = {
        {.name = "responses",
         .type = field_type::group,
         .required = false,
         .many = true,
         .of = {
             {.name = "point"},
             {.name = "outcome", .type = field_type::choice, .choices = {"adopted", "not_adopted"}},
             {.name = "reason", .type = field_type::prose, .required = false}}}};
    auto const judge = [](engine::act const& what) {
        engine::judgement said;
        auto const* rows = what.body.if_contains("responses");
        if (!rows || rows->at(0).at("point") != "删去第三条")
            said.answer += engine::refusal{.rule = "R713-28.3", .reason = engine::say("没有答复")};
        else if (!rows->at(0).as_object().contains("outcome"))
            said.faults.push_back({"responses[0].outcome", engine::say("必填")});
        else if (rows->at(0).at("outcome") != "adopted" &&
                 !rows->at(0).as_object().contains("reason"))
            said.answer += engine::refusal{.rule = "R713-28.3", .reason = engine::say("没有理由")};
        return said;
    };
    boost::json::array const points{boost::json::object{{"point", "删去第三条"}}};
    auto const asked = engine::demands_of({}, fields, {{"responses", points}}, today, judge);
    BOOST_TEST_REQUIRE(asked.contains("responses"));
    BOOST_TEST((asked.at("responses") == demand::always));
    BOOST_TEST_REQUIRE(asked.contains("responses.reason"));
    BOOST_TEST((asked.at("responses.reason") == demand::sometimes));
}

BOOST_AUTO_TEST_SUITE_END()
