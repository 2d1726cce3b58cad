#include "adapters/soci/phase_plan.hpp"

#include <boost/test/unit_test.hpp>

using namespace adapters::soci;

BOOST_AUTO_TEST_SUITE(phase_plan_test)

BOOST_AUTO_TEST_CASE(few_cases_lead_some_are_a_sieve_and_many_are_looked_up)
{
    constexpr long long all = 2'000'000;
    struct {
        long long in_it;
        phase_plan of_acts;
        phase_plan of_tasks;
    } const rows[] = {
        {0, phase_plan::lead, phase_plan::lead},
        {700, phase_plan::lead, phase_plan::lead},
        {1'500, phase_plan::sift, phase_plan::lead},
        {20'000, phase_plan::sift, phase_plan::sift},
        {100'000, phase_plan::compare, phase_plan::compare},
        {all, phase_plan::compare, phase_plan::compare},
    };
    for (auto const& [in_it, of_acts, of_tasks] : rows)
        BOOST_TEST_CONTEXT(in_it)
        {
            BOOST_TEST((plan_for(in_it, all, box_rows::acts) == of_acts));
            BOOST_TEST((plan_for(in_it, all, box_rows::tasks) == of_tasks));
            BOOST_TEST((plan_for(in_it, all, box_rows::acts_to_count) == of_tasks));
        }
}

BOOST_AUTO_TEST_CASE(in_a_small_house_the_cases_of_a_phase_lead)
{
    BOOST_TEST((plan_for(100, 100, box_rows::acts) == phase_plan::lead));
    BOOST_TEST((plan_for(0, 0, box_rows::acts) == phase_plan::lead));
}

BOOST_AUTO_TEST_SUITE_END()
