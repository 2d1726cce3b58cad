#include "adapters/soci/query.hpp"
#include "config/embedded.hpp"
#include "tests/adapters/record_context.hpp"

#include <fstream>
#include <soci/sqlite3/soci-sqlite3.h>
#include <thread>
#include <vector>

using namespace adapters::soci;
using tests::scratch_dir;

namespace {

auto of_sort(storage_fault::sort what)
{
    return [what](storage_fault const& e) { return e.is == what; };
}

void add_organ(::soci::session& sql, std::string const& code)
{
    query(sql, "insert into organ (code, name, level, place, parent)"
               " values (:code, 'n', 'county', 'cn', '')")
        .in("code", code)
        .run();
}

void run_migration(::soci::session& sql, std::string_view path)
{
    std::string const text(config::embedded(path).value());
    for (std::size_t from = 0; from < text.size();) {
        auto const end = std::min(text.find(";\n", from), text.size() - 1);
        sql << text.substr(from, end + 1 - from);
        from = end + 2;
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(database_test)

BOOST_AUTO_TEST_CASE(a_new_database_has_the_newest_schema)
{
    scratch_dir const dir;
    database const db(dir / "data");
    BOOST_TEST(db.schema() == database::newest_schema());
    BOOST_TEST(std::filesystem::exists(dir / "data/juece.sqlite"));
    auto const others = std::filesystem::status(dir / "data").permissions() &
                        (std::filesystem::perms::group_all | std::filesystem::perms::others_all);
    BOOST_TEST((others == std::filesystem::perms::none));
}

BOOST_AUTO_TEST_CASE(opening_again_applies_nothing_twice)
{
    scratch_dir const dir;
    database(dir.path());
    database const again(dir.path(), opening::must_exist);
    long long last = 0;
    long long twice = 0;
    query(*again.open_session(access::reading), "select max(number) from schema_version")
        .out(last)
        .one();
    query(*again.open_session(access::reading),
          "select count(*) - count(distinct name) from schema_version")
        .out(twice)
        .one();
    BOOST_TEST(last == database::newest_schema());
    BOOST_TEST(twice == 0);
}

BOOST_AUTO_TEST_CASE(a_database_that_must_exist_is_not_made)
{
    scratch_dir const dir;
    BOOST_CHECK_EXCEPTION(database(dir.path(), opening::must_exist), storage_fault,
                          of_sort(storage_fault::sort::lost));
    BOOST_TEST(!std::filesystem::exists(dir / "juece.sqlite"));
}

BOOST_AUTO_TEST_CASE(a_newer_schema_is_refused)
{
    tests::fresh_record record;
    record.tamper("insert into schema_version values (9999, '9999_later', '')");
    BOOST_CHECK_EXCEPTION(database{record.db.where()}, storage_fault,
                          of_sort(storage_fault::sort::broken));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_database_is_refused)
{
    scratch_dir const dir;
    std::ofstream(dir / "juece.sqlite") << std::string(4096, 'x');
    BOOST_CHECK_EXCEPTION(database{dir.path()}, storage_fault,
                          of_sort(storage_fault::sort::broken));
}

BOOST_AUTO_TEST_CASE(every_session_guards_the_record)
{
    scratch_dir const dir;
    database const db(dir.path());
    for (auto how : {access::reading, access::writing}) {
        auto const sql = db.open_session(how);
        long long foreign_keys = 0;
        long long synchronous = 0;
        std::string journal;
        query(*sql, "select foreign_keys from pragma_foreign_keys").out(foreign_keys).one();
        query(*sql, "select synchronous from pragma_synchronous").out(synchronous).one();
        query(*sql, "select journal_mode from pragma_journal_mode").out(journal).one();
        BOOST_TEST(foreign_keys == 1);
        BOOST_TEST(synchronous == 2);
        BOOST_TEST(journal == "wal");
    }
}

BOOST_AUTO_TEST_CASE(a_reference_to_nothing_is_a_clash)
{
    scratch_dir const dir;
    database db(dir.path());
    auto const sql = db.open_session(access::writing);
    auto const add = [&] {
        work step(db, *sql);
        query(*sql, "insert into unit (code, name, organ) values ('u', 'n', 'nowhere')").run();
        step.commit();
    };
    BOOST_CHECK_EXCEPTION(faults_as_ours(add), storage_fault, of_sort(storage_fault::sort::clash));
}

BOOST_AUTO_TEST_CASE(a_reading_session_does_not_write)
{
    scratch_dir const dir;
    database const db(dir.path());
    auto const sql = db.open_session(access::reading);
    BOOST_CHECK_THROW(add_organ(*sql, "o"), ::soci::soci_error);
}

BOOST_AUTO_TEST_CASE(work_that_is_not_committed_leaves_nothing)
{
    tests::fresh_record record;
    auto const sql = record.db.open_session(access::writing);
    {
        work step(record.db, *sql);
        add_organ(*sql, "gone");
    }
    {
        work step(record.db, *sql);
        add_organ(*sql, "stays");
        step.commit();
    }
    BOOST_TEST(record.number("select count(*) from organ") == 1);
}

BOOST_AUTO_TEST_CASE(writers_of_one_process_wait_for_each_other)
{
    tests::fresh_record record;
    std::vector<std::thread> writers;
    for (int w = 0; w < 4; ++w)
        writers.emplace_back([&, w] {
            auto const sql = record.db.open_session(access::writing);
            for (int i = 0; i < 25; ++i) {
                work step(record.db, *sql);
                add_organ(*sql, std::to_string(w) + "-" + std::to_string(i));
                step.commit();
            }
        });
    for (auto& one : writers)
        one.join();
    BOOST_TEST(record.number("select count(*) from organ") == 100);
}

BOOST_AUTO_TEST_CASE(a_query_is_read_to_its_end,
                     *boost::unit_test::precondition(tests::needs_sqlite))
{
    tests::fresh_record record;
    auto const writer = record.db.open_session(access::writing);
    for (auto const* code : {"a", "b"}) {
        work step(record.db, *writer);
        add_organ(*writer, code);
        step.commit();
    }
    auto const reading = record.db.open_session(access::reading);
    std::string code;
    query held(*reading, "select code from organ order by code");
    BOOST_TEST(held.out(code).one());
    {
        work step(record.db, *writer);
        add_organ(*writer, "c");
        step.commit();
    }
    // a reader that still held its snapshot would make this checkpoint busy
    long long busy = 1, pages = 0, moved = 0;
    *writer << "pragma wal_checkpoint(truncate)", ::soci::into(busy), ::soci::into(pages),
        ::soci::into(moved);
    BOOST_TEST(busy == 0);
}

BOOST_AUTO_TEST_CASE(both_kinds_of_database_have_the_same_migrations)
{
    namespace fs = std::filesystem;
    std::vector<std::string> sqlite, postgresql;
    for (auto const& entry : fs::directory_iterator(JUECE_SOURCES "/adapters/soci/migrations")) {
        auto const name = entry.path().filename().string();
        auto const dot = name.find('.');
        (name.substr(dot) == ".sqlite.sql" ? sqlite : postgresql).push_back(name.substr(0, dot));
    }
    std::sort(sqlite.begin(), sqlite.end());
    std::sort(postgresql.begin(), postgresql.end());
    BOOST_TEST(sqlite == postgresql, boost::test_tools::per_element());
    BOOST_TEST(std::stoll(sqlite.back().substr(0, 4)) == database::newest_schema());
}

BOOST_AUTO_TEST_CASE(a_record_from_before_levels_gets_them_from_its_acts)
{
    scratch_dir const dir;
    {
        ::soci::session sql(::soci::sqlite3, "db=\"" + (dir / "juece.sqlite").string() + "\"");
        run_migration(sql, "soci/migrations/0001_start.sqlite.sql");
        sql << "create table schema_version (number bigint primary key, name text not null,"
               " applied_at text not null)";
        sql << "insert into schema_version values (1, '0001_start', '2024-01-01')";
        auto const add_case = [&](int id) {
            sql << "insert into case_file values (" + std::to_string(id) + ", 'JC-" +
                       std::to_string(id) +
                       "', 's', 'gd', '2024-01-01', 2024, 't', 'u', 'm', 'p', 0, 1, 'h', '{}', "
                       "'c')";
        };
        auto const add_act = [&](int id, int seq, std::string const& kind,
                                 std::string const& body) {
            auto const place = std::to_string(id) + ", " + std::to_string(seq);
            sql << "insert into act values (" + place + ", 'a" + std::to_string(id * 10 + seq) +
                       "', '" + kind + "', '" + body +
                       "', 1, 'n', 'r', 'u', '', 'e', 'c', 'entered', 'p', 'h')";
            sql << "insert into figure (case_id, seq, indicator, year, value) values (" + place +
                       ", 'X', 2024, 10)";
        };
        for (int id = 1; id <= 4; ++id)
            add_case(id);
        add_act(1, 1, "drafting.assessed", R"({"secret":true})");
        add_act(2, 1, "drafting.assessed", R"({"secret":true})");
        add_act(2, 2, "drafting.assessed", R"({"secret":false})");
        add_act(3, 1, "participation.published",
                R"({"opens_on":"2024-01-01","closes_on":"2024-02-01"})");
        add_act(4, 1, "intake.proposed", "{}");
        sql << "insert into figure_total values (2024, 'X', 50)";
    }
    database const db(dir.path());
    auto const sql = db.open_session(access::reading);
    std::string levels;
    long long number = 0;
    query(*sql, "select level from case_file order by id").out(number).each([&] {
        levels += std::to_string(number);
    });
    BOOST_TEST(levels == "2101");
    std::string sums;
    query(*sql, "select value from figure_total order by level").out(number).each([&] {
        sums += std::to_string(number) + " ";
    });
    BOOST_TEST(sums == "10 30 10 ");
}

BOOST_AUTO_TEST_SUITE_END()
