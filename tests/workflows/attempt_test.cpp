#include "workflows/attempt.hpp"

#include <boost/test/unit_test.hpp>

// Which refused acts the audit log notes.

namespace {

using engine::refusal;
using engine::say;
using workflows::attempt_in;
using workflows::barrier;

refusal ground(char const* rule, bool about_role = false)
{
    return {.rule = rule, .reason = say("不能"), .remedy = say("不要"), .about_role = about_role};
}

} // namespace

BOOST_AUTO_TEST_SUITE(attempt_test)

BOOST_AUTO_TEST_CASE(an_incomplete_form_is_no_attempt)
{
    BOOST_TEST(!attempt_in({}));
    BOOST_TEST(!attempt_in({ground("R713-25.1"), ground("GD21-17.1"), ground("JC-2")}));
    BOOST_TEST(!attempt_in({ground("JC-11")}));
}

BOOST_AUTO_TEST_CASE(who_judges_their_own_work_attempts_against_separation)
{
    auto const found = attempt_in({ground("R713-25.1"), ground("JC-1")}).value();
    BOOST_TEST((found.against == barrier::separation));
    BOOST_TEST(found.rules == std::vector<std::string>{"JC-1"}, boost::test_tools::per_element());
    BOOST_TEST((attempt_in({ground("JC-11", true)})->against == barrier::separation));
}

BOOST_AUTO_TEST_CASE(who_would_know_too_much_attempts_against_secrecy)
{
    BOOST_TEST((attempt_in({ground("JC-8", true)})->against == barrier::secrecy));
    BOOST_TEST((attempt_in({ground("JC-17")})->against == barrier::secrecy));
}

BOOST_AUTO_TEST_CASE(who_has_not_the_role_attempts_against_rights_whatever_else_is_missing)
{
    auto const found = attempt_in({ground("R713-26.2"), ground("R713-25.1", true)}).value();
    BOOST_TEST((found.against == barrier::role));
    BOOST_TEST(found.rules == std::vector<std::string>{"R713-25.1"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_gravest_barrier_names_the_attempt_and_each_rule_stands_once)
{
    auto const found =
        attempt_in({ground("JC-9", true), ground("JC-8", true), ground("JC-1"), ground("JC-1")})
            .value();
    BOOST_TEST((found.against == barrier::separation));
    BOOST_TEST(found.rules == (std::vector<std::string>{"JC-9", "JC-8", "JC-1"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
