#include "engine/demands.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// What is refused beside the faults of a form: only what holds whatever will stand there.

namespace {

using boost::json::array;
using boost::json::object;
using engine::field;
using engine::field_type;

constexpr engine::day today{std::chrono::sys_days{std::chrono::year{2026} / 6 / 15}};

/// A meeting: who was there, who said what, when, and whether it was explained.
std::vector<field> fields_of_meeting()
{
    field const name{.name = "name"};
    field const view{
        .name = "view", .type = field_type::choice, .choices = {"for", "against", "silent"}};
    return {{.name = "met_on", .type = field_type::date},
            {.name = "begun_on", .type = field_type::date},
            {.name = "present", .required = false, .many = true},
            {.name = "statements",
             .type = field_type::group,
             .required = false,
             .many = true,
             .of = {name, view}},
            {.name = "explained", .type = field_type::flag},
            {.name = "chair", .type = field_type::person}};
}

std::string text_in(object const& of, char const* name)
{
    auto const* words = of.contains(name) ? of.at(name).if_string() : nullptr;
    return words ? std::string(words->data(), words->size()) : std::string();
}

engine::judgement judge_meeting(engine::act const& what)
{
    engine::judgement said;
    auto const& body = what.body;
    std::vector<std::string> speakers;
    for (auto const& one : body.at("statements").as_array())
        speakers.push_back(text_in(one.as_object(), "name"));
    for (auto const& one : body.at("present").as_array()) {
        std::string const name(one.as_string());
        if (std::find(speakers.begin(), speakers.end(), name) == speakers.end())
            said.answer += engine::refusal{.rule = "R713-30.3", .reason = engine::say(name)};
    }
    for (auto const& one : speakers)
        if (body.at("present").as_array().end() == std::find(body.at("present").as_array().begin(),
                                                             body.at("present").as_array().end(),
                                                             boost::json::value(one)))
            said.answer += engine::refusal{.rule = "R713-30.5", .reason = engine::say(one)};
    if (text_in(body, "met_on") < text_in(body, "begun_on"))
        said.answer += engine::refusal{.rule = "R713-30.1", .reason = engine::say("早")};
    if (!body.at("explained").as_bool())
        said.answer += engine::refusal{.rule = "GD21-40.1", .reason = engine::say("没有说明")};
    return said;
}

engine::act meeting(array statements)
{
    engine::act made;
    made.body = {{"met_on", "2026-06-12"},  {"begun_on", "2026-06-01"},
                 {"present", {"甲", "乙"}}, {"statements", std::move(statements)},
                 {"explained", false},      {"chair", 7}};
    return made;
}

array both_spoke()
{
    return {{{"name", "甲"}, {"view", "for"}}, {{"name", "乙"}, {"view", "for"}}};
}

std::vector<std::string> rules_beside(engine::act const& as, std::vector<std::string> const& paths)
{
    std::vector<engine::field_fault> faults;
    for (auto const& one : paths)
        faults.push_back({one, engine::say("必须填写")});
    std::vector<std::string> rules;
    for (auto const& one :
         engine::beside_faults(as, fields_of_meeting(), faults, {}, today, judge_meeting))
        rules.push_back(one.rule);
    return rules;
}

std::vector<std::string> const unexplained = {"GD21-40.1"};

} // namespace

BOOST_AUTO_TEST_SUITE(beside_faults)

BOOST_AUTO_TEST_CASE(a_row_that_lacks_one_member_stays_the_row_it_is)
{
    auto as = meeting(both_spoke());
    as.body["statements"].as_array()[1].as_object().erase("view");
    BOOST_TEST(rules_beside(as, {"statements[1].view"}) == unexplained);
}

BOOST_AUTO_TEST_CASE(whom_a_row_does_not_name_nobody_is_said_to_be)
{
    auto as = meeting(both_spoke());
    as.body["statements"].as_array()[0].as_object().erase("name");
    as.body["statements"].as_array()[1].as_object().erase("name");
    BOOST_TEST(rules_beside(as, {"statements[0].name", "statements[1].name"}) == unexplained);
}

BOOST_AUTO_TEST_CASE(what_hangs_on_a_day_that_cannot_be_read_is_not_refused)
{
    auto as = meeting(both_spoke());
    as.body["met_on"] = "昨天";
    BOOST_TEST(rules_beside(as, {"met_on"}) == unexplained);
    as.body["begun_on"] = "前天";
    BOOST_TEST(rules_beside(as, {"met_on", "begun_on"}) == unexplained);
}

BOOST_AUTO_TEST_CASE(nothing_is_said_beside_a_fault_that_is_more_than_a_value)
{
    auto const as = meeting(both_spoke());
    for (auto const* path : {"statements", "statements[0]", "present", "chair", "nowhere",
                             "statements[9].name", "statements[x].name", ""})
        BOOST_TEST(rules_beside(as, {path}).empty(), path);
}

BOOST_AUTO_TEST_SUITE_END()
