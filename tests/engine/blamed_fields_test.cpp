#include "engine/blamed_fields.hpp"

#include <boost/test/unit_test.hpp>

// Where a person has to look when an act is refused for what its form says.

namespace {

using boost::json::array;
using boost::json::object;
using engine::field;
using engine::field_type;
using paths = std::vector<std::string>;

constexpr engine::day today{std::chrono::sys_days{std::chrono::year{2026} / 6 / 15}};

std::vector<field> fields_of_answer()
{
    return {{.name = "answer_by", .type = field_type::date},
            {.name = "responses",
             .type = field_type::group,
             .required = false,
             .many = true,
             .of = {{.name = "point"},
                    {.name = "outcome",
                     .type = field_type::choice,
                     .choices = {"adopted", "not_adopted"}},
                    {.name = "reason", .type = field_type::prose, .required = false}}},
            {.name = "remark", .required = false}};
}

engine::judgement judge_answer(engine::act const& what)
{
    engine::judgement said;
    auto const& body = what.body;
    if (std::string(body.at("answer_by").as_string()) < "2026-06-15")
        said.answer += engine::refusal{.rule = "R713-26.2", .reason = engine::say("早于今天")};
    auto const* responses = body.if_contains("responses");
    if (!responses || responses->as_array().empty()) {
        said.answer += engine::refusal{.rule = "R713-28.3", .reason = engine::say("没有答复")};
    } else
        for (auto const& one : responses->as_array())
            if (one.at("outcome") != "adopted" && !one.as_object().contains("reason"))
                said.answer +=
                    engine::refusal{.rule = "R713-28.3",
                                    .reason = engine::say(
                                        "没有理由：{1}", std::string(one.at("point").as_string()))};
    said.answer += engine::refusal{.rule = "R713-25.3", .reason = engine::say("尚未审查")};
    return said;
}

std::vector<paths> blamed(object body)
{
    engine::act what;
    what.body = std::move(body);
    return engine::blamed_fields(what, fields_of_answer(), judge_answer(what).answer.refusals, {},
                                 today, judge_answer);
}

} // namespace

BOOST_AUTO_TEST_SUITE(blamed_fields)

BOOST_AUTO_TEST_CASE(what_is_missing_is_blamed_before_what_would_make_it_needless)
{
    auto const found =
        blamed({{"answer_by", "2026-06-20"},
                {"responses", array{object{{"point", "一"}, {"outcome", "adopted"}},
                                    object{{"point", "二"}, {"outcome", "not_adopted"}}}}});
    BOOST_TEST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found.front() == paths{"responses[1].reason"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(several_that_are_missing_together_are_all_blamed)
{
    std::vector<field> const fields = {{.name = "reasons", .required = false},
                                       {.name = "basis", .required = false},
                                       {.name = "measures", .required = false},
                                       {.name = "remark", .required = false}};
    auto const judge = [](engine::act const& what) {
        engine::judgement said;
        std::string missing;
        for (auto const* part : {"reasons", "basis", "measures"})
            if (!what.body.contains(part))
                missing += part;
        if (!missing.empty())
            said.answer += engine::refusal{.rule = "R713-10.3", .reason = engine::say(missing)};
        return said;
    };
    engine::act what;
    what.body = {{"basis", "水法"}};
    auto const found =
        engine::blamed_fields(what, fields, judge(what).answer.refusals, {}, today, judge);
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found.front() == paths{"reasons", "measures"}));
}

BOOST_AUTO_TEST_CASE(a_list_that_must_not_be_empty_is_blamed_as_a_whole)
{
    auto const found = blamed({{"answer_by", "2026-06-20"}});
    BOOST_TEST(found.front() == paths{"responses"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_value_that_another_would_mend_is_blamed)
{
    auto const found =
        blamed({{"answer_by", "2026-06-01"},
                {"responses", array{object{{"point", "一"}, {"outcome", "adopted"}}}}});
    BOOST_TEST(found.front() == paths{"answer_by"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_missing_list_is_not_blamed_for_a_wrong_day_under_the_same_rule)
{
    std::vector<field> const fields = {
        {.name = "published_on", .type = field_type::date},
        {.name = "channels", .type = field_type::line, .required = false, .many = true}};
    auto const judge = [](engine::act const& what) {
        engine::judgement said;
        if (std::string(what.body.at("published_on").as_string()) < "2026-06-15")
            said.answer += engine::refusal{.rule = "NORM-1", .reason = engine::say("早于签署")};
        auto const* channels = what.body.if_contains("channels");
        if (!channels || channels->as_array().empty())
            said.answer += engine::refusal{.rule = "NORM-1", .reason = engine::say("没有渠道")};
        return said;
    };
    engine::act what;
    what.body = {{"published_on", "2026-06-01"}, {"channels", array{}}};
    auto const found =
        engine::blamed_fields(what, fields, judge(what).answer.refusals, {}, today, judge);
    BOOST_TEST_REQUIRE(found.size() == 2u);
    BOOST_TEST((found.front() == paths{"published_on"}));
    BOOST_TEST((found.back() == paths{"channels"}));
}

BOOST_AUTO_TEST_CASE(a_list_that_lacks_a_row_is_blamed_and_none_of_the_rows_that_are_right)
{
    std::vector<field> const fields = {
        {.name = "present",
         .type = field_type::group,
         .many = true,
         .of = {{.name = "name"},
                {.name = "post",
                 .type = field_type::choice,
                 .choices = {"member", "sponsor_head", "office_head"}},
                {.name = "words", .required = false}}}};
    auto const judge = [](engine::act const& what) {
        engine::judgement said;
        bool attends = false;
        for (auto const& one : what.body.at("present").as_array()) {
            attends = attends || one.at("post") == "office_head";
            if (one.at("name") == "某某")
                said.answer += engine::refusal{.rule = "R713-30.5", .reason = engine::say("姓名")};
        }
        if (!attends)
            said.answer += engine::refusal{.rule = "GD21-39.1", .reason = engine::say("列席")};
        return said;
    };
    auto const person = [](char const* name, char const* post) {
        return object{{"name", name}, {"post", post}};
    };
    engine::act what;
    what.body = {{"present", array{person("林丽华", "member"), person("某某", "member"),
                                   person("温锦添", "sponsor_head")}}};
    auto const found =
        engine::blamed_fields(what, fields, judge(what).answer.refusals, {}, today, judge);
    BOOST_TEST_REQUIRE(found.size() == 2u);
    BOOST_TEST((found.front() == paths{"present", "present[1].name"}));
    BOOST_TEST((found.back() == paths{"present"}));
}

BOOST_AUTO_TEST_CASE(what_no_field_mends_is_blamed_on_none)
{
    auto const found =
        blamed({{"answer_by", "2026-06-20"},
                {"responses", array{object{{"point", "一"}, {"outcome", "adopted"}}}}});
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found.front().empty());
}

BOOST_AUTO_TEST_SUITE_END()
