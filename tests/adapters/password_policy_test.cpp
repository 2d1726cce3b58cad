#include "adapters/soci/password_policy.hpp"

#include <boost/test/unit_test.hpp>

using adapters::soci::against_password;

BOOST_AUTO_TEST_SUITE(password_policy_test)

BOOST_AUTO_TEST_CASE(a_long_phrase_in_any_script_will_do)
{
    BOOST_TEST(against_password("correct horse", "lisi").empty());
    BOOST_TEST(against_password("西江边上的老榕树很高", "lisi").empty());
    BOOST_TEST(against_password("qT7#mZ!r9x", "lisi").empty());
}

BOOST_AUTO_TEST_CASE(characters_are_counted_and_not_bytes)
{
    BOOST_TEST(against_password("西江边上的老榕树", "lisi").size() == 1u);
    BOOST_TEST(against_password("123456789", "lisi").size() == 1u);
    BOOST_TEST(
        against_password(std::string(100, 'x') + std::string(157, 'y') + "zw", "lisi").size() ==
        1u);
}

BOOST_AUTO_TEST_CASE(the_own_name_the_commonest_and_repetitions_are_refused)
{
    BOOST_TEST(against_password("my LiSi password", "lisi").size() == 1u);
    BOOST_TEST(against_password("Password123", "lisi").size() == 1u);
    BOOST_TEST(against_password("aaaaaaaaaabb", "lisi").size() == 1u);
}

BOOST_AUTO_TEST_CASE(everything_is_said_at_once)
{
    BOOST_TEST(against_password("lisi", "lisi").size() == 3u);
    BOOST_TEST(against_password("", "lisi").size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
