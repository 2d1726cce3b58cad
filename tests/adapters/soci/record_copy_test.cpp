#include "adapters/soci/query.hpp"
#include "adapters/soci/record_copy.hpp"
#include "adapters/soci/sessions.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/record_context.hpp"

#include <algorithm>
#include <set>

using namespace adapters::soci;
using tests::admit;

namespace {

auto of_sort(storage_fault::sort what)
{
    return [what](storage_fault const& e) { return e.is == what; };
}

/// A record with something in many tables, and room for copies: another one of the same kind, and
/// where the tests run on a server, a file as well.
struct context : tests::fresh_record {
    tests::scratch_dir away;
    tests::scratch_database other_base;
    database other{other_base.at(away / "other")};
    database file{place(away / "file")};
    engine::case_id id;

    context()
    {
        // nobody has it open afterwards
        auto const now = tests::at("2024-03-01T01:00:00.000Z");
        house_register house(db);
        house.add_organ({"o", "某区", "county", "gd", ""}, now);
        house.add_unit({"water", "水务局", "o"}, now);
        appointment post;
        post.who = house.add_person("lisi", "李四", "right password", now);
        post.role = "sponsor_clerk";
        post.unit = "water";
        sessions(db).start(post.who, house.add_appointment(post, now), now);
        auto const paper = documents.put("paper");
        accounts(db).note_document(paper.hash, paper.size, "text/plain", "paper", post.who, now);
        clerk taking(db, law.law());
        id = admit(taking, tests::opening_of("污水 \"处理\" \\ {a,b} NULL")).what.on;
        admit(taking, tests::note_with(id, "n1", {paper.hash, "第一稿.pdf"}));
        admit(taking, tests::note_on(id, "n3", "第一行\n第二行"));
        admit(taking, tests::note_on(id, "n2", tests::made_secret));
        for (int i = 0; i < 1'100; ++i) // more than a page of rows
            admit(taking, tests::note_on(id, "m" + std::to_string(i), "意见" + std::to_string(i)));
        admit(taking, tests::closing_of(id, "c"));
    }

    void copy(database& from, database& to) { copied = copy_record(from, to); }
    long long rows_of(std::string const& table)
    {
        auto const found = std::find_if(copied.begin(), copied.end(),
                                        [&](copied_table const& one) { return one.name == table; });
        return found == copied.end() ? -1 : found->rows;
    }
    bool is_sound(database const& what) { return verify(what, law.law(), documents).clean(); }
    std::string last_hash_in(database const& what)
    {
        return reader(what, engine::clearance::of_the_record())
            .find_case(id)
            .value()
            .head.last_hash;
    }

    std::vector<copied_table> copied;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(record_copy_test, context)

BOOST_AUTO_TEST_CASE(a_copy_has_every_row_and_is_as_sound)
{
    for (auto* to : {&other, &file}) {
        copy(db, *to);
        BOOST_TEST(rows_of("act") == 1'105 + number("select count(*) from act where case_id <> " +
                                                    std::to_string(id.value)));
        BOOST_TEST(rows_of("session") == 1);
        BOOST_TEST(rows_of("document_use") == 1);
        BOOST_TEST(is_sound(*to));
        BOOST_TEST(last_hash_in(*to) == last_hash_in(db));
    }
    BOOST_TEST(is_sound(db));
}

BOOST_AUTO_TEST_CASE(work_goes_on_in_the_copy_and_back_again)
{
    copy(db, file);
    {
        clerk there(file, law.law());
        BOOST_TEST(admit(there, tests::note_on(id, "m7", "意见7")).repeated); // known by its id
        auto const fresh = admit(there, tests::opening_of("二"));
        BOOST_TEST(fresh.number == "SP2024-0002");
        // found by its words, which the copy has an index of its own for
        reader looking(file, engine::clearance::of_the_record());
        BOOST_TEST(looking.search("意见1099", {}, 10).rows.size() == 1u);
        BOOST_TEST(looking.search("二", {}, 10).rows.size() >= 1u);
    }
    copy(file, other);
    {
        clerk back(other, law.law());
        BOOST_TEST(admit(back, tests::opening_of("三")).number == "SP2024-0003");
        reader looking(other, engine::clearance::of_the_record());
        BOOST_TEST(looking.search("意见1099", {}, 10).rows.size() == 1u);
    }
    BOOST_TEST(is_sound(other));
}

BOOST_AUTO_TEST_CASE(every_table_of_the_schema_is_copied_in_the_order_of_its_key)
{
    auto const sql = file.open_session(access::reading);
    std::set<std::string> known;
    for (auto const& one : kept_tables()) {
        known.insert(one.name);
        std::string column;
        std::vector<std::string> key;
        query(*sql, "select name from pragma_table_info(:table) where pk > 0 order by pk")
            .in("table", one.name)
            .out(column)
            .each([&] { key.push_back(column); });
        BOOST_TEST_CONTEXT(one.name) BOOST_TEST(one.key == key, boost::test_tools::per_element());
    }
    std::string name;
    query(*sql, "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
                " and name not like '%_pieces%' and name <> 'schema_version' order by name")
        .out(name)
        .each([&] { BOOST_TEST(known.contains(name), name); });
}

BOOST_AUTO_TEST_CASE(nothing_is_copied_onto_another_record)
{
    {
        clerk there(file, law.law());
        admit(there, tests::opening_of("another"));
    }
    BOOST_CHECK_EXCEPTION(copy(db, file), storage_fault, of_sort(storage_fault::sort::clash));
    BOOST_TEST(reader(file, engine::clearance::of_the_record()).count_cases({}) == 1);
}

BOOST_AUTO_TEST_CASE(nobody_works_on_a_record_that_is_moved)
{
    auto impatient = db.where();
    impatient.patience.lock = std::chrono::milliseconds(300);
    database from(impatient);
    auto const somebody = db.open_session(access::reading);
    BOOST_CHECK_EXCEPTION(copy(from, file), storage_fault, of_sort(storage_fault::sort::busy));
    BOOST_TEST(reader(file, engine::clearance::of_the_record()).count_cases({}) == 0);
}

BOOST_AUTO_TEST_CASE(a_row_that_arrives_otherwise_keeps_everything_back)
{
    auto const arriving = file.open_session(access::writing);
    *arriving << "create trigger bent after insert on document begin"
                 " update document set name = name || '!' where hash = new.hash; end";
    BOOST_CHECK_EXCEPTION(copy(db, file), storage_fault, of_sort(storage_fault::sort::broken));
    BOOST_TEST(reader(file, engine::clearance::of_the_record()).count_cases({}) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
