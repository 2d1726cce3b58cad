#include "tests/crash/running_house.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <thread>

// Pages are read from a replica of the database, which stands still, goes and comes back: everybody
// reads what anybody was told is entered, at whichever server of Juece, and no request fails.

using namespace std::chrono_literals;
using tests::status_of;
using tests::told;

namespace {

boost::test_tools::assertion_result can_be_stopped(boost::unit_test::test_unit_id)
{
    return std::getenv("JUECE_TEST_REPLICA_SERVER") != nullptr;
}

void tell_replica(std::string const& what)
{
    auto const line = std::getenv("JUECE_TEST_REPLICA_SERVER") + (" " + what);
    BOOST_REQUIRE(std::system(line.c_str()) == 0);
}

struct context : tests::running_house {
    context() : running_house("juece-replica")
    {
        start({{"JUECE_READ_DATABASE", url_on_replica()}}, {"--replica-lag", "300"});
        sign_in();
        BOOST_REQUIRE_MESSAGE(comes_into_use(port()), tests::words_of(log));
    }

    static std::string readiness(int of)
    {
        return told(tests::http_client(of).ask("GET", "/readyz"));
    }
    static double count(int of, std::string const& name)
    {
        auto const answer = tests::http_client(of).ask("GET", "/metrics");
        return answer ? tests::count_in(answer->body, name).value_or(-2) : -2;
    }
    static bool comes_into_use(int of)
    {
        return tests::comes_true(20s, [&] { return count(of, "juece_replica_in_use") == 1; });
    }
    long long open_case(std::string const& act)
    {
        auto const answer = clerk.open_case(act);
        BOOST_REQUIRE_MESSAGE(status_of(answer) == 201, told(answer));
        return tests::view_of(answer).at("case").as_int64();
    }
    static std::string page_of(long long id) { return "/cases/" + std::to_string(id); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(replica_faults_test, context,
                         *boost::unit_test::precondition(tests::needs_replica))

BOOST_AUTO_TEST_CASE(pages_are_read_from_the_replica)
{
    auto const id = open_case("replica-first");
    auto const before = count(port(), "juece_replica_reads_total");
    for (int i = 0; i < 10; ++i)
        BOOST_TEST(status_of(clerk.get(page_of(id))) == 200);
    BOOST_TEST(count(port(), "juece_replica_reads_total") >= before + 8);
    BOOST_TEST(readiness(port()) == "200 ready\n");
    stop();
    must_be_clean("after reading from the replica");
}

BOOST_AUTO_TEST_CASE(whoever_wrote_sees_it_at_every_server_while_the_replica_stands_still)
{
    // no sticky sessions, and clients that keep no cookies
    auto const other =
        try_to_start({{"JUECE_READ_DATABASE", url_on_replica()}}, {"--replica-lag", "300"});
    auto const other_port = other->wait_for_port();
    BOOST_REQUIRE(other_port > 0);
    BOOST_REQUIRE(comes_into_use(other_port));
    auto there = clerk.beside(other_port);
    {
        tests::held_replay const held;
        auto const id = open_case("replica-held");
        BOOST_TEST(status_of(secretary.assign_study(id, "replica-study")) == 201);
        for (auto* one : {&clerk, &there}) {
            auto const page = one->get(page_of(id));
            BOOST_TEST(status_of(page) == 200, told(page));
            BOOST_TEST((page && page->body.find("intake.study_assigned") != std::string::npos),
                       told(page));
        }
        // nor is it shown to the one who wrote it as it was
        BOOST_TEST(status_of(secretary.get(page_of(id))) == 200);
        for (auto const of : {port(), other_port}) {
            BOOST_TEST(count(of, "juece_replica_in_use") == 0);
            BOOST_TEST(count(of, "juece_replica_behind_bytes") > 0);
            BOOST_TEST(readiness(of) == "200 ready, without the replica\n");
        }
    }
    for (auto const of : {port(), other_port}) {
        BOOST_TEST(comes_into_use(of));
        BOOST_TEST(readiness(of) == "200 ready\n");
    }
    BOOST_TEST(other->stop() == 0);
    stop();
}

BOOST_AUTO_TEST_CASE(a_session_that_was_ended_opens_nothing_while_the_replica_stands_still)
{
    auto const id = open_case("replica-session");
    tests::held_replay const held;
    auto wire = tests::http_client(port());
    tests::http_client::headers const as_clerk{{"Accept", "application/json"},
                                               {"Content-Type", "application/json"},
                                               {"Authorization", "Bearer " + clerk.token()}};
    BOOST_TEST(status_of(wire.ask("GET", page_of(id), as_clerk)) == 200);
    auto const out = wire.ask("POST", "/sign-out", as_clerk);
    BOOST_TEST(status_of(out) < 400, told(out));
    BOOST_TEST(status_of(wire.ask("GET", page_of(id), as_clerk)) == 401);
}

BOOST_AUTO_TEST_CASE(a_replica_that_goes_and_comes_back_fails_no_request,
                     *boost::unit_test::precondition(can_be_stopped))
{
    auto const id = open_case("replica-goes");
    std::atomic<bool> is_over = false;
    std::atomic<int> pages = 0;
    std::vector<std::string> wrong;
    auto reading = clerk.beside(port());
    std::thread reader([&] {
        while (!is_over) {
            auto const page = reading.get(page_of(id));
            if (status_of(page) != 200)
                wrong.push_back(told(page));
            ++pages;
        }
    });
    std::this_thread::sleep_for(300ms);
    tell_replica("stop");
    BOOST_TEST(tests::comes_true(10s, [&] { return count(port(), "juece_replica_in_use") == 0; }));
    BOOST_TEST(readiness(port()) == "200 ready, without the replica\n");
    auto const then = open_case("replica-gone");
    BOOST_TEST(status_of(clerk.get(page_of(then))) == 200);
    tell_replica("start");
    BOOST_TEST(comes_into_use(port()));
    BOOST_TEST(status_of(clerk.get(page_of(then))) == 200);
    is_over = true;
    reader.join();
    for (auto const& one : wrong)
        BOOST_ERROR("a page was answered " << one);
    BOOST_TEST(pages > 10);
    stop();
    must_be_clean("after the replica went and came back");
}

BOOST_AUTO_TEST_CASE(a_server_that_finds_no_replica_starts_without_it,
                     *boost::unit_test::precondition(can_be_stopped))
{
    stop();
    tell_replica("stop");
    start({{"JUECE_READ_DATABASE", url_on_replica()}});
    BOOST_TEST(readiness(port()) == "200 ready, without the replica\n");
    BOOST_TEST(status_of(clerk.get(page_of(open_case("replica-none")))) == 200);
    tell_replica("start");
    BOOST_TEST(comes_into_use(port()));
    stop();
}

BOOST_AUTO_TEST_SUITE_END()
