#include "engine/clause_name.hpp"

#include <boost/test/unit_test.hpp>

using namespace engine;

BOOST_AUTO_TEST_SUITE(clause_name_test)

BOOST_AUTO_TEST_CASE(namespaces_are_left_out_of_printed_names)
{
    BOOST_TEST(without_namespaces("a::b::c") == "c");
    BOOST_TEST(without_namespaces("a::by<b::c, d::e>") == "by<c, e>");
    BOOST_TEST(without_namespaces("a::{anonymous}::x") == "x");
    BOOST_TEST(without_namespaces("a::(anonymous namespace)::x<a::<unnamed>::y>") == "x<y>");
    BOOST_TEST(name_of_type<std::string_view>().starts_with("basic_string_view<char"));
}

BOOST_AUTO_TEST_CASE(a_literal_keeps_its_letters)
{
    constexpr clause_name rule("R713-25.1");
    static_assert(rule.view() == "R713-25.1");
    BOOST_TEST(rule.view().size() == 9U);
}

BOOST_AUTO_TEST_SUITE_END()
