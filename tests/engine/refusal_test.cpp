#include "engine/refusal.hpp"

#include <boost/test/unit_test.hpp>

using namespace engine;

BOOST_AUTO_TEST_SUITE(refusal_test)

BOOST_AUTO_TEST_CASE(the_same_refusal_is_told_once)
{
    refusal const one{"T-1", say("甲"), say("乙")};
    verdict all = one;
    all += verdict(one);
    all += verdict(refusal{"T-1", say("丙"), say("乙")});
    BOOST_TEST(all.refusals.size() == 2U);
    BOOST_TEST(!all.admits());
}

BOOST_AUTO_TEST_CASE(advice_does_not_refuse)
{
    verdict const all = advice{"T-1", say("提示")};
    BOOST_TEST(all.admits());
    BOOST_TEST(all.remarks.size() == 1U);
}

BOOST_AUTO_TEST_CASE(only_time_is_lacking_when_every_refusal_has_its_day)
{
    auto const on = parse_day("2024-04-02").value();
    auto const later = parse_day("2024-04-09").value();
    refusal const first{"T-1", {}, {}, on};
    refusal const second{"T-2", {}, {}, later};
    refusal const never{"T-3", {}, {}};
    BOOST_TEST((opens_on({first, second}) == later));
    BOOST_TEST(!opens_on({first, never}).has_value());
    BOOST_TEST(!opens_on({}).has_value());
}

BOOST_AUTO_TEST_CASE(the_role_is_the_only_ground_when_all_say_so)
{
    refusal const role{.rule = "T-1", .reason = {}, .remedy = {}, .about_role = true};
    BOOST_TEST(only_about_role({role}));
    BOOST_TEST(!only_about_role({role, refusal{"T-2", {}, {}}}));
    BOOST_TEST(!only_about_role({}));
}

BOOST_AUTO_TEST_SUITE_END()
