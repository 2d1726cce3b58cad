#include "adapters/soci/recount_figures.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/record_context.hpp"

using namespace adapters::soci;
using tests::admit;

namespace {

struct context : tests::fresh_record {
    context()
    {
        clerk taking(db, law.law());
        for (int i = 0; i < 5; ++i) {
            auto const name = std::to_string(i);
            auto const on = admit(taking, tests::opening_of("dam " + name)).what.on;
            if (i % 2 == 0)
                admit(taking, tests::closing_of(on, "closed-" + name));
        }
    }

    recounting recount(unsigned threads = 2) { return recount_figures(db, law.law(), threads); }
    bool is_clean() { return verify(db, law.law(), documents).clean(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(recount_figures_test, context)

BOOST_AUTO_TEST_CASE(figures_that_are_right_are_left_alone)
{
    auto const newest = number("select max(id) from figure");
    auto const done = recount();
    BOOST_TEST(done.cases == 5);
    BOOST_TEST(done.acts == 8);
    BOOST_TEST(done.figures == number("select count(*) from figure"));
    BOOST_TEST(done.figures > 0);
    BOOST_TEST(done.mended == 0);
    BOOST_TEST(!done.sums_mended);
    BOOST_TEST(done.unreadable == 0);
    BOOST_TEST(number("select max(id) from figure") == newest);
    BOOST_TEST(is_clean());
}

BOOST_AUTO_TEST_CASE(what_is_wrong_in_a_case_is_written_anew_in_that_case_alone)
{
    tamper("update figure set value = 7 where case_id = 1");
    tamper("delete from figure where case_id = 3");
    tamper("insert into figure (case_id, seq, indicator, year, value)"
           " values (5, 1, 'PAPER.none', 2024, 1)");
    BOOST_TEST(!is_clean());
    auto const untouched = number("select min(id) from figure where case_id = 2");
    auto const done = recount();
    BOOST_TEST(done.mended == 3);
    BOOST_TEST(!done.sums_mended); // they were never wrong
    BOOST_TEST(is_clean());
    BOOST_TEST(number("select min(id) from figure where case_id = 2") == untouched);
}

BOOST_AUTO_TEST_CASE(sums_of_years_are_those_of_the_figures_again)
{
    tamper("update figure_total set value = 99");
    tamper("insert into figure_total (year, indicator, organ, family, level, value, figures)"
           " values (1999, 'PAPER.none', '', 'sample', 1, 1, 1)");
    auto const done = recount();
    BOOST_TEST(done.mended == 0);
    BOOST_TEST(done.sums_mended);
    BOOST_TEST(is_clean());
}

BOOST_AUTO_TEST_CASE(a_case_that_does_not_replay_keeps_its_figures_and_is_told)
{
    tamper("update act set kind = 'paper.unknown' where case_id = 1 and seq = 1");
    auto const before = number("select sum(value) from figure_total");
    auto const done = recount();
    BOOST_TEST(done.unreadable == 1);
    BOOST_TEST(done.mended == 0);
    BOOST_TEST(number("select sum(value) from figure_total") == before);
    BOOST_TEST(number("select count(*) from figure where case_id = 1") > 0);
}

BOOST_AUTO_TEST_CASE(more_threads_than_cases_count_the_same)
{
    auto const one = recount(1);
    auto const many = recount(16);
    BOOST_TEST(one.cases == many.cases);
    BOOST_TEST(one.acts == many.acts);
    BOOST_TEST(one.figures == many.figures);
    BOOST_TEST(recount(0).figures == one.figures);
}

BOOST_AUTO_TEST_SUITE_END()
