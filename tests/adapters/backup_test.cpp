#include "adapters/soci/backup.hpp"
#include "adapters/soci/sessions.hpp"
#include "tests/adapters/record_context.hpp"

#include <chrono>
#include <iterator>
#include <thread>

using namespace adapters::soci;
using tests::admit;
namespace fs = std::filesystem;

namespace {

struct context : tests::fresh_record {
    tests::scratch_dir away;
    fs::path const file = away / "juece.backup";
    engine::case_id id;
    std::string large;

    context()
    {
        // larger than one part, and not a multiple of one
        for (int i = 0; large.size() < (9u << 20); ++i)
            large += "line " + std::to_string(i) + '\n';
        clerk taking(db, law.law());
        id = admit(taking, tests::opening_of("one")).what.on;
        note(taking, "n1", large);
        note(taking, "n2", "");
    }

    void note(clerk& taking, std::string const& act_id, std::string const& bytes)
    {
        auto const stored = documents.put(bytes);
        accounts(db).note_document(stored.hash, stored.size, "text/plain", act_id, {7},
                                   tests::at("2024-03-01T00:00:00.000Z"));
        admit(taking, tests::note_with(id, act_id, {stored.hash, act_id}));
    }

    /// Changes the backup behind its back.
    void tamper_backup(std::string const& statement)
    {
        ::soci::session sql("sqlite3", "db=" + file.string());
        sql << statement;
    }
};

auto of_sort(storage_fault::sort what)
{
    return [what](storage_fault const& e) { return e.is == what; };
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(backup_test, context)

BOOST_AUTO_TEST_CASE(what_is_restored_is_what_was_backed_up)
{
    auto const extent = back_up(db, documents, file);
    BOOST_TEST(extent.cases == 1);
    BOOST_TEST(extent.acts == 3);
    BOOST_TEST(extent.documents == 2);
    BOOST_TEST(static_cast<unsigned long long>(extent.bytes) == fs::file_size(file));

    auto const found = restore(file, away / "restored", law.law());
    BOOST_TEST(found.clean());
    database const restored(away / "restored", opening::must_exist);
    auto const there = reader(restored, engine::clearance::of_the_record()).read_case(id);
    auto const here = reader(db, engine::clearance::of_the_record()).read_case(id);
    BOOST_REQUIRE(there);
    BOOST_TEST(there->entry.head.last_hash == here->entry.head.last_hash);
    BOOST_TEST(there->acts.size() == here->acts.size());
    adapters::documents::document_store const store(away / "restored");
    BOOST_TEST(store.all() == documents.all(), boost::test_tools::per_element());
    auto bytes = store.open(documents.put(large).hash);
    BOOST_TEST((std::string(std::istreambuf_iterator<char>(*bytes), {}) == large));
    BOOST_TEST(!fs::exists(away / "restored/incoming.sqlite"));
}

BOOST_AUTO_TEST_CASE(a_backup_is_for_its_owner_and_carries_no_session)
{
    house_register house(db);
    auto const now = tests::at("2024-03-01T00:00:00.000Z");
    house.add_organ({"o", "o", "county", "cn", ""}, now);
    house.add_unit({"u", "u", "o"}, now);
    auto const who = house.add_person("a", "a", "right password", now);
    appointment post;
    post.who = who;
    post.role = "reviewer";
    post.unit = "u";
    sessions(db).start(who, house.add_appointment(post, now), now);
    back_up(db, documents, file);
    BOOST_TEST(
        (fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write)));
    restore(file, away / "restored", law.law());
    database restored(away / "restored");
    accounts there(restored);
    BOOST_TEST(there.persons().size() == 1u);
    BOOST_TEST(sessions(restored).clear(tests::at("2030-01-01T00:00:00.000Z")) == 0);
}

BOOST_AUTO_TEST_CASE(a_backup_is_made_while_acts_come_in)
{
    clerk taking(db, law.law());
    std::jthread const writing([&](std::stop_token over) {
        for (int i = 0; !over.stop_requested(); ++i) {
            taking.submit(tests::note_on(id, "w" + std::to_string(i)), [](outcome) {});
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        }
    });
    for (int i = 0; i < 5; ++i) {
        auto const one = away / ("during-" + std::to_string(i));
        back_up(db, documents, one);
        BOOST_TEST(restore(one, away / ("restored-" + std::to_string(i)), law.law()).clean());
    }
}

BOOST_AUTO_TEST_CASE(a_backup_never_overwrites)
{
    std::ofstream(file) << "precious";
    BOOST_CHECK_EXCEPTION(back_up(db, documents, file), storage_fault,
                          of_sort(storage_fault::sort::clash));
    BOOST_TEST(fs::file_size(file) == 8u);
}

BOOST_AUTO_TEST_CASE(a_backup_that_fails_leaves_no_file)
{
    BOOST_CHECK_THROW(back_up(db, documents, away / "no/such/dir/file"), std::exception);
    BOOST_TEST(fs::is_empty(away.path()));
}

BOOST_AUTO_TEST_CASE(only_an_empty_directory_is_restored_into)
{
    back_up(db, documents, file);
    BOOST_CHECK_EXCEPTION(restore(file, dir.path(), law.law()), storage_fault,
                          of_sort(storage_fault::sort::clash));
    fs::create_directory(away / "empty");
    BOOST_TEST(restore(file, away / "empty", law.law()).clean());
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_backup_is_refused_and_leaves_nothing)
{
    std::ofstream(away / "text") << std::string(5000, 'x');
    BOOST_CHECK_EXCEPTION(restore(away / "text", away / "r", law.law()), storage_fault,
                          of_sort(storage_fault::sort::broken));
    database const no_backup(away / "served");
    BOOST_CHECK_EXCEPTION(restore(no_backup.file(), away / "r", law.law()), storage_fault,
                          of_sort(storage_fault::sort::broken));
    BOOST_CHECK_EXCEPTION(restore(away / "nothing", away / "r", law.law()), storage_fault,
                          of_sort(storage_fault::sort::lost));
    BOOST_TEST(!fs::exists(away / "r"));
}

BOOST_AUTO_TEST_CASE(a_flipped_byte_in_the_backup_is_found)
{
    auto const wrong = [&](std::string const& where) {
        std::string found;
        for (auto const& one : restore(file, away / where, law.law()).findings)
            if (one.wrong > 0)
                found += one.check;
        return found;
    };
    back_up(db, documents, file);
    tamper_backup("update act set by_name = 'x' where seq = 2");
    BOOST_TEST(wrong("one") == "chain");

    fs::remove(file);
    back_up(db, documents, file);
    tamper_backup("update figure set value = value + 1");
    BOOST_TEST(wrong("two") == "figures");

    fs::remove(file);
    back_up(db, documents, file);
    tamper_backup("update backup_document set bytes = cast('x' as blob) where part = 1");
    BOOST_TEST(wrong("three") == "documents");
}

BOOST_AUTO_TEST_SUITE_END()
