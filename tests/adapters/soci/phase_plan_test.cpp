#include "adapters/soci/phase_plan.hpp"
#include "adapters/soci/reader.hpp"
#include "tests/adapters/record_context.hpp"
#include "workflows/major_decision/circulation.hpp"

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
        {2'500, phase_plan::lead, phase_plan::lead},
        {5'000, phase_plan::sift, phase_plan::lead},
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

BOOST_FIXTURE_TEST_CASE(copies_that_were_read_are_found_among_all_that_somebody_did,
                        tests::fresh_record, *boost::unit_test::precondition(tests::needs_sqlite))
{
    using workflows::major_decision::circulation::read;
    reader looking(db, engine::clearance::of_the_record());
    std::string steps;
    for (auto const& step :
         looking.plan_of_box({.name = box_name::done, .person = {1}},
                             {.kind = std::string(read::kind)}, box_order::newest))
        steps += step + "\n";
    BOOST_TEST(steps.find("INDEX act_reading_by_person") != std::string::npos, steps);
}

BOOST_FIXTURE_TEST_CASE(what_somebody_did_is_found_by_each_plan, tests::fresh_record,
                        *boost::unit_test::precondition(tests::needs_sqlite))
{
    {
        clerk taking(db, law.law());
        tests::admit(taking, tests::opening_of("dam"));
    }
    reader looking(db, engine::clearance::of_the_record());
    box const done{.name = box_name::done, .person = {1}};
    auto const plan = [&](std::string const& phase) {
        std::string steps;
        for (auto const& step : looking.plan_of_box(done, {.phase = phase}, box_order::newest))
            if (step != "SCAN f") // the rows of the page
                steps += step + "\n";
        BOOST_TEST(steps.find("SCAN") == std::string::npos, steps);
        return steps;
    };
    auto const uses = [&](std::string const& phase, std::string const& index) {
        return plan(phase).find(" " + index + " ") != std::string::npos;
    };
    auto const finds = [&](std::string const& phase) {
        auto const found = looking.list_box(done, {.phase = phase}, box_order::newest, {}, 100);
        BOOST_TEST(looking.count_box(done, {.phase = phase}, 100) ==
                   static_cast<long long>(found.rows.size()));
        return found.rows.size();
    };
    BOOST_TEST(uses("running", "case_by_phase"));
    BOOST_TEST(uses("none", "case_by_phase"));
    BOOST_TEST(uses("running", "act_of_case_by_person"));
    BOOST_TEST(!uses("running", "act_by_person"));
    BOOST_TEST(finds("running") == 1u);
    BOOST_TEST(finds("none") == 0u);
    // as if some stood in it, and then many
    tamper("update case_total set cases = 200 where phase = 'running'");
    BOOST_TEST(uses("running", "case_by_phase"));
    BOOST_TEST(uses("running", "act_by_person"));
    BOOST_TEST(finds("running") == 1u);
    tamper("update case_total set cases = 2000 where phase = 'running'");
    BOOST_TEST(!uses("running", "case_by_phase"));
    BOOST_TEST(uses("running", "act_by_person"));
    BOOST_TEST(finds("running") == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
