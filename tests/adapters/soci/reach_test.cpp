#include "adapters/soci/reach.hpp"

#include <boost/test/unit_test.hpp>
#include <latch>
#include <thread>

using adapters::soci::reach;
using adapters::soci::storage_fault;
using namespace std::chrono_literals;

namespace {

struct context {
    reach server;
    int attempts = 0;

    int open()
    {
        return server.attempt([&] { return ++attempts; });
    }
    void fail(storage_fault::sort how)
    {
        auto const break_down = [&]() -> int {
            ++attempts;
            throw storage_fault(how, "as the test wants it");
        };
        BOOST_CHECK_EXCEPTION(server.attempt(break_down), storage_fault,
                              [&](storage_fault const& e) { return e.is == how; });
    }
};

bool is_lost(storage_fault const& e)
{
    return e.is == storage_fault::sort::lost;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(reach_test, context)

BOOST_AUTO_TEST_CASE(a_server_that_answers_is_asked_each_time)
{
    BOOST_TEST(open() == 1);
    BOOST_TEST(open() == 2);
}

BOOST_AUTO_TEST_CASE(after_one_that_did_not_answer_nobody_tries_for_a_second)
{
    fail(storage_fault::sort::lost);
    BOOST_CHECK_EXCEPTION(open(), storage_fault, is_lost);
    BOOST_TEST(attempts == 1);
    std::this_thread::sleep_for(1'100ms);
    BOOST_TEST(open() == 2);
    BOOST_TEST(open() == 3);
}

BOOST_AUTO_TEST_CASE(while_one_tries_again_the_others_are_told_at_once)
{
    fail(storage_fault::sort::lost);
    std::this_thread::sleep_for(1'100ms);
    std::latch tries(1), told(1);
    std::thread one([&] {
        server.attempt([&] {
            tries.count_down();
            told.wait();
            return ++attempts;
        });
    });
    tries.wait();
    BOOST_CHECK_EXCEPTION(open(), storage_fault, is_lost);
    told.count_down();
    one.join();
    BOOST_TEST(open() == 3);
}

BOOST_AUTO_TEST_CASE(a_server_that_is_busy_is_there)
{
    fail(storage_fault::sort::busy);
    BOOST_TEST(open() == 2);
}

BOOST_AUTO_TEST_SUITE_END()
