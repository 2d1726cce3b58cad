#include "adapters/soci/query.hpp"
#include "adapters/soci/replica.hpp"
#include "tests/adapters/record_context.hpp"

#include <csignal>
#include <optional>
#include <thread>
#include <vector>

using namespace adapters::soci;
using namespace std::chrono_literals;

namespace {

auto const everything = engine::clearance::of_the_record();

struct context : tests::fresh_record {
    context() { taking.emplace(db, law.law()); }

    std::optional<clerk> taking;
    place there{dir.path(), base.url_on_replica()};

    static bool comes_true(std::function<bool()> const& what)
    {
        for (int i = 0; i < 1'000; ++i) {
            if (what())
                return true;
            std::this_thread::sleep_for(10ms);
        }
        return false;
    }
    engine::case_id open_case(std::string const& name)
    {
        return tests::admit(*taking, tests::opening_of(name)).what.on;
    }
    /// The numbers of the processes of the replica that serve this database.
    std::vector<pid_t> its_processes() const
    {
        auto const sql = open_session(there, access::reading);
        long long pid = 0;
        std::vector<pid_t> found;
        query(*sql, "select cast(pid as bigint) from pg_stat_activity"
                    " where datname = current_database() and pid <> pg_backend_pid()")
            .out(pid)
            .each([&] { found.push_back(static_cast<pid_t>(pid)); });
        return found;
    }
};

bool has(reader_pool& readers, engine::case_id id)
{
    return readers.look_up(everything,
                           [&](reader& records) { return records.find_case(id).has_value(); });
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(replica_test, context,
                         *boost::unit_test::precondition(tests::needs_replica))

BOOST_AUTO_TEST_CASE(what_was_just_kept_is_read_on_the_replica)
{
    replica beside(db.where(), there, {.lag = 5s});
    reader_pool readers(db, 1, &beside);
    BOOST_REQUIRE(comes_true([&] { return beside.is_well(); }));
    for (int i = 0; i < 20; ++i)
        BOOST_TEST(has(readers, open_case("a" + std::to_string(i))));
    BOOST_TEST(beside.reads() == 20u);
    BOOST_TEST(beside.passed_over() == 0u);
    BOOST_TEST(beside.is_well());
}

BOOST_AUTO_TEST_CASE(what_only_reads_the_record_never_asks_the_replica)
{
    replica beside(db.where(), there);
    reader_pool readers(db, 1, &beside);
    BOOST_REQUIRE(comes_true([&] { return beside.is_well(); }));
    BOOST_TEST(readers.borrow(everything)->find_case(open_case("a")).has_value());
    BOOST_TEST(beside.reads() == 0u);
}

BOOST_AUTO_TEST_CASE(what_the_replica_has_not_replayed_is_read_from_the_record)
{
    replica beside(db.where(), there, {.lag = 200ms});
    reader_pool readers(db, 1, &beside);
    BOOST_REQUIRE(comes_true([&] { return beside.is_well(); }));
    {
        tests::held_replay const held;
        auto const id = open_case("a");
        auto const read_before = beside.reads();
        BOOST_TEST(has(readers, id));
        BOOST_TEST(beside.reads() == read_before);
        BOOST_TEST(beside.passed_over() > 0u);
        BOOST_TEST(!beside.is_well());
        BOOST_TEST(beside.behind() > 0);
        auto const again = std::chrono::steady_clock::now();
        BOOST_TEST(has(readers, open_case("b")));
        BOOST_TEST((std::chrono::steady_clock::now() - again < 2s), "nobody waits for it any more");
    }
    BOOST_REQUIRE(comes_true([&] { return beside.is_well(); }));
    BOOST_TEST(beside.behind() == 0);
    auto const read_before = beside.reads();
    BOOST_TEST(has(readers, open_case("c")));
    BOOST_TEST(beside.reads() > read_before);
}

BOOST_AUTO_TEST_CASE(what_another_process_kept_is_read_as_well)
{
    replica beside(db.where(), there, {.lag = 200ms});
    reader_pool readers(db, 1, &beside);
    BOOST_REQUIRE(comes_true([&] { return beside.is_well(); }));
    database same(db.where());
    clerk elsewhere(same, law.law());
    tests::held_replay const held;
    auto const id = tests::admit(elsewhere, tests::opening_of("a")).what.on;
    BOOST_TEST(has(readers, id));
}

BOOST_AUTO_TEST_CASE(what_breaks_on_the_replica_is_asked_of_the_record)
{
    replica beside(db.where(), there, {.lag = 5s});
    reader_pool readers(db, 1, &beside);
    BOOST_REQUIRE(comes_true([&] { return beside.is_well(); }));
    auto const id = open_case("a");
    int calls = 0;
    BOOST_TEST(readers.look_up(everything, [&](reader& records) {
        if (++calls == 1)
            for (auto const one : its_processes()) {
                ::kill(one, SIGTERM);
                BOOST_TEST(comes_true([&] { return ::kill(one, 0) != 0; }));
            }
        return records.find_case(id).has_value();
    }));
    BOOST_TEST(calls == 2);
    BOOST_TEST(beside.passed_over() == 1u);
    BOOST_REQUIRE(comes_true([&] { return beside.is_well(); }));
    BOOST_TEST(has(readers, id));
}

BOOST_AUTO_TEST_CASE(a_replica_that_stands_still_in_the_middle_holds_up_nobody_for_long)
{
    replica beside(db.where(), there, {.lag = 5s, .silence = 2s});
    reader_pool readers(db, 1, &beside);
    BOOST_REQUIRE(comes_true([&] { return beside.is_well(); }));
    auto const id = open_case("a");
    std::vector<pid_t> stopped;
    int calls = 0;
    auto const began = std::chrono::steady_clock::now();
    BOOST_TEST(readers.look_up(everything, [&](reader& records) {
        if (++calls == 1) {
            stopped = its_processes();
            for (auto const one : stopped)
                BOOST_TEST(::kill(one, SIGSTOP) == 0);
        }
        return records.find_case(id).has_value();
    }));
    BOOST_TEST(calls == 2);
    BOOST_TEST((std::chrono::steady_clock::now() - began < 8s));
    BOOST_TEST(!stopped.empty());
    for (auto const one : stopped)
        ::kill(one, SIGCONT);
    BOOST_TEST(comes_true([&] { return beside.is_well(); }));
}

BOOST_AUTO_TEST_CASE(a_replica_that_is_away_is_left_out)
{
    replica beside(db.where(), {dir.path(), "postgresql:///x?host=" + (dir / "nowhere").string()});
    reader_pool readers(db, 1, &beside);
    BOOST_TEST(has(readers, open_case("a")));
    std::this_thread::sleep_for(1'500ms);
    BOOST_TEST(!beside.is_well());
    BOOST_TEST(beside.behind() == -1);
    BOOST_TEST(has(readers, open_case("b")));
}

BOOST_AUTO_TEST_CASE(the_server_itself_is_no_replica_of_it)
{
    replica beside(db.where(), db.where());
    std::this_thread::sleep_for(1'500ms);
    BOOST_TEST(!beside.is_well());
}

BOOST_AUTO_TEST_CASE(another_database_of_the_replica_is_not_read)
{
    tests::scratch_database const other;
    place const wrong(dir.path(), other.url_on_replica());
    BOOST_REQUIRE(comes_true([&] {
        try {
            return open_session(wrong, access::reading) != nullptr;
        } catch (storage_fault const&) {
            return false;
        }
    }));
    replica beside(db.where(), wrong);
    std::this_thread::sleep_for(2'500ms);
    BOOST_TEST(!beside.is_well());
    reader_pool readers(db, 1, &beside);
    BOOST_TEST(has(readers, open_case("a")));
}

BOOST_AUTO_TEST_SUITE_END()
