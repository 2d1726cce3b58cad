#include "adapters/soci/query.hpp"
#include "adapters/soci/shared_session.hpp"
#include "tests/adapters/record_context.hpp"

#include <atomic>
#include <latch>
#include <thread>
#include <utility>

using namespace adapters::soci;

namespace {

struct context : tests::fresh_record {
    std::unique_ptr<::soci::session> sql = db.open_session(access::writing);

    void add_organ(::soci::session& in, std::string const& code)
    {
        query(in, "insert into organ (code, name, level, place, parent)"
                  " values (:code, 'n', 'county', 'cn', '')")
            .in("code", code)
            .run();
    }
    void rename(::soci::session& in, std::string const& code, std::string const& name)
    {
        query(in, "update organ set name = :name where code = :code")
            .in("name", name)
            .in("code", code)
            .run();
    }
    /// As a server does that is stopped, to every session but the one that asks for it.
    void let_go_of_all()
    {
        auto const killer = db.open_session(access::writing);
        *killer << "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                   " where datname = current_database() and pid <> pg_backend_pid()";
        long long left = 1;
        for (int i = 0; left > 0 && i < 500; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            query(*killer, "select count(*) from pg_stat_activity"
                           " where datname = current_database() and pid <> pg_backend_pid()")
                .out(left)
                .one();
        }
        BOOST_REQUIRE(left == 0);
    }
};

auto of_sort(storage_fault::sort what)
{
    return [what](storage_fault const& e) { return e.is == what; };
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(dialect_test, context)

BOOST_AUTO_TEST_CASE(texts_sort_by_their_bytes_and_letters_keep_their_case)
{
    for (auto const* code : {"b", "A", "a", "B", "中", "-", "é"})
        add_organ(*sql, code);
    std::string code, order;
    query(*sql, "select code from organ order by code").out(code).each([&] { order += code; });
    BOOST_TEST(order == "-ABabé中");
    BOOST_TEST(number("select count(*) from organ where code >= 'a'") == 4);
}

BOOST_AUTO_TEST_CASE(every_text_of_the_schema_sorts_so,
                     *boost::unit_test::precondition(tests::needs_postgresql))
{
    BOOST_TEST(number("select count(*) from information_schema.columns where table_schema ="
                      " current_schema() and table_name <> 'schema_version' and data_type = 'text'"
                      " and collation_name is distinct from 'C'") == 0);
    BOOST_TEST(number("select count(*) from information_schema.columns where table_schema ="
                      " current_schema() and data_type not in ('text', 'bigint')") == 0);
}

BOOST_AUTO_TEST_CASE(a_key_twice_is_a_clash_and_nothing_of_the_transaction_stays)
{
    add_organ(*sql, "a");
    auto const twice = [&] {
        work step(db, *sql);
        add_organ(*sql, "b");
        add_organ(*sql, "a");
        step.commit();
    };
    BOOST_CHECK_EXCEPTION(faults_as_ours(twice), storage_fault,
                          of_sort(storage_fault::sort::clash));
    BOOST_TEST(number("select count(*) from organ") == 1);
}

BOOST_AUTO_TEST_CASE(a_fault_never_quotes_what_people_wrote)
{
    add_organ(*sql, "very-private");
    try {
        faults_as_ours([&] { add_organ(*sql, "very-private"); });
        BOOST_ERROR("the key was taken twice");
    } catch (storage_fault const& e) {
        BOOST_TEST(std::string(e.what()).find("very-private") == std::string::npos, e.what());
    }
}

BOOST_AUTO_TEST_CASE(a_transaction_that_failed_unheard_is_not_committed)
{
    auto const half = [&] {
        work step(db, *sql);
        add_organ(*sql, "a");
        try {
            add_organ(*sql, "a");
        } catch (::soci::soci_error const&) {
            // whoever forgets to pass it on
        }
        step.commit();
    };
    if (tests::on_postgresql())
        BOOST_CHECK_EXCEPTION(faults_as_ours(half), storage_fault,
                              of_sort(storage_fault::sort::broken));
    else
        half(); // SQLite takes back the one statement, and the others stay
    BOOST_TEST(number("select count(*) from organ") == (tests::on_postgresql() ? 0 : 1));
}

BOOST_AUTO_TEST_CASE(writers_of_one_turn_see_what_the_one_before_left)
{
    // Each reads and then writes what it read: without turns, or by a snapshot from before the
    // wait, some would write the same.
    query(*sql, "insert into counter (name, reached) values ('t', 0)").run();
    std::vector<std::thread> writers;
    for (int w = 0; w < 4; ++w)
        writers.emplace_back([&] {
            database same(db.where()); // as another process has it
            auto const own = same.open_session(access::writing);
            for (int i = 0; i < 20; ++i) {
                work step(same, *own);
                long long reached = 0;
                query(*own, "select reached from counter where name = 't'").out(reached).one();
                ++reached;
                query(*own, "update counter set reached = :reached where name = 't'")
                    .in("reached", reached)
                    .run();
                step.commit();
            }
        });
    for (auto& one : writers)
        one.join();
    BOOST_TEST(number("select reached from counter where name = 't'") == 80);
}

BOOST_AUTO_TEST_CASE(writers_of_different_turns_do_not_wait_for_each_other,
                     *boost::unit_test::precondition(tests::needs_postgresql))
{
    work acts(db, *sql, turn::record);
    auto const other = db.open_session(access::writing);
    work comments(db, *other, turn::comments);
    add_organ(*other, "b");
    comments.commit();
    acts.commit();
    BOOST_TEST(number("select count(*) from organ") == 1);
}

BOOST_AUTO_TEST_CASE(whoever_waits_too_long_is_told_that_the_record_is_busy)
{
    auto impatient = db.where();
    impatient.patience.lock = std::chrono::milliseconds(300);
    work held(db, *sql);
    auto const in_vain = [&] { database{impatient}; };
    BOOST_CHECK_EXCEPTION(in_vain(), storage_fault, of_sort(storage_fault::sort::busy));
}

BOOST_AUTO_TEST_CASE(a_statement_that_takes_too_long_is_broken_off,
                     *boost::unit_test::precondition(tests::needs_postgresql))
{
    auto impatient = db.where();
    impatient.patience.statement = std::chrono::seconds(2);
    database const same(impatient);
    auto const hurried = same.open_session(access::reading);
    BOOST_CHECK_EXCEPTION(
        faults_as_ours([&] { query(*hurried, "select count(*) from pg_sleep(30)").run(); }),
        storage_fault, of_sort(storage_fault::sort::busy));
}

BOOST_AUTO_TEST_CASE(of_two_that_wait_for_each_other_both_get_through,
                     *boost::unit_test::precondition(tests::needs_postgresql))
{
    add_organ(*sql, "a");
    add_organ(*sql, "b");
    std::latch both_hold_one(2);
    std::atomic<int> calls = 0;
    auto const cross = [&](std::string const& first, std::string const& second) {
        shared_session own(db, turn::none);
        bool is_again = false;
        own.write([&](::soci::session& in) {
            ++calls;
            rename(in, first, "by " + first);
            if (!std::exchange(is_again, true))
                both_hold_one.arrive_and_wait();
            rename(in, second, "by " + first);
        });
    };
    std::thread other([&] { cross("b", "a"); });
    cross("a", "b");
    other.join();
    BOOST_TEST(calls.load() >= 3); // one of them twice; a busy server breaks off both
    BOOST_TEST(number("select count(distinct name) from organ") == 1);
}

BOOST_AUTO_TEST_CASE(a_server_that_was_restarted_is_met_again,
                     *boost::unit_test::precondition(tests::needs_postgresql))
{
    shared_session own(db);
    reader_pool readers(db, 2);
    clerk taking(db, law.law());
    auto const id = tests::admit(taking, tests::opening_of("a")).what.on;
    auto const everything = engine::clearance::of_the_record();
    BOOST_TEST(readers.borrow(everything)->find_case(id).has_value());
    let_go_of_all();
    // nobody notices
    BOOST_TEST(tests::admit(taking, tests::note_on(id, "n1")).what.seq == 2);
    BOOST_TEST(readers.borrow(everything)->acts_of(id).size() == 2u);
    own.write([&](::soci::session& in) { add_organ(in, "a"); });
    BOOST_TEST(number("select count(*) from organ") == 1);
}

BOOST_AUTO_TEST_CASE(a_connection_lost_in_the_middle_is_lost_and_nothing_stays,
                     *boost::unit_test::precondition(tests::needs_postgresql))
{
    shared_session own(db);
    BOOST_CHECK_EXCEPTION(own.write([&](::soci::session& in) {
        add_organ(in, "a");
        let_go_of_all();
        add_organ(in, "b");
    }),
                          storage_fault, of_sort(storage_fault::sort::lost));
    BOOST_TEST(number("select count(*) from organ") == 0);
    own.write([&](::soci::session& in) { add_organ(in, "c"); });
    BOOST_TEST(number("select count(*) from organ") == 1);
}

BOOST_AUTO_TEST_CASE(a_server_that_is_not_there_is_lost)
{
    BOOST_CHECK_EXCEPTION(
        database({dir.path(), "postgresql:///juece?host=" + (dir / "nowhere").string()}),
        storage_fault, of_sort(storage_fault::sort::lost));
}

BOOST_AUTO_TEST_CASE(a_chore_is_done_by_one_process,
                     *boost::unit_test::precondition(tests::needs_postgresql))
{
    auto const other = db.open_session(access::writing);
    work mine(db, *sql, turn::none);
    BOOST_TEST(may_do(*sql, chore::sweep));
    {
        work theirs(db, *other, turn::none);
        BOOST_TEST(!may_do(*other, chore::sweep));
        BOOST_TEST(may_do(*other, chore::calendar));
    }
    mine.commit();
    work theirs(db, *other, turn::none);
    BOOST_TEST(may_do(*other, chore::sweep));
}

BOOST_AUTO_TEST_CASE(whoever_must_be_alone_is_told_of_others)
{
    auto impatient = db.where();
    impatient.patience.lock = std::chrono::milliseconds(300);
    sql = open_session(impatient, access::writing);
    {
        auto const other = db.open_session(access::reading);
        BOOST_CHECK_EXCEPTION(must_be_alone(*sql), storage_fault,
                              of_sort(storage_fault::sort::busy));
    }
    must_be_alone(*sql);
}

BOOST_AUTO_TEST_SUITE_END()
