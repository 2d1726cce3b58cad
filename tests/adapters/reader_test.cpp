#include "adapters/soci/reader.hpp"
#include "tests/adapters/record_context.hpp"

using namespace adapters::soci;
using tests::admit;
using tests::closing_of;
using tests::note_on;
using tests::opening_of;

namespace {

struct context : tests::fresh_record {
    clerk taking{db, law.law()};
    reader looking{db, engine::clearance::of_the_record()};

    engine::case_id open(std::string const& name, std::string const& unit = "water",
                         std::string const& now = "2024-03-01T01:00:00.000Z")
    {
        return admit(taking, opening_of(name, unit, tests::at(now))).what.on;
    }

    std::vector<std::string> titles(case_filter const& only)
    {
        std::vector<std::string> found;
        for (auto const& one : looking.list_cases(only, {}, 100).rows)
            found.push_back(one.summary.title);
        return found;
    }
};

using names = std::vector<std::string>;

} // namespace

BOOST_FIXTURE_TEST_SUITE(reader_test, context)

BOOST_AUTO_TEST_CASE(a_case_is_found_by_id_and_by_number)
{
    auto const id = open("bridge");
    auto const by_id = looking.find_case(id);
    auto const by_number = looking.find_case("SP2024-0001");
    BOOST_REQUIRE(by_id);
    BOOST_REQUIRE(by_number);
    BOOST_TEST((by_number->head.line.id == id));
    BOOST_TEST(by_id->summary.title == "bridge");
    BOOST_TEST(by_id->summary.unit == "water");
    BOOST_TEST(by_id->summary.phase == "running");
    BOOST_TEST((by_id->stages ==
                std::vector<engine::chapter_stage>{{"paper", "open"}, {"notes", "none"}}));
    BOOST_TEST(!looking.find_case("SP2024-0002"));
    BOOST_TEST(!looking.find_case(engine::case_id{2}));
}

BOOST_AUTO_TEST_CASE(an_act_is_found_by_place_and_by_id)
{
    auto const id = open("bridge");
    admit(taking, note_on(id, "n1", "words"));
    BOOST_TEST(looking.find_act(id, 2)->act_id == "n1");
    BOOST_TEST(looking.find_act("n1")->seq == 2);
    BOOST_TEST(!looking.find_act(id, 3));
}

BOOST_AUTO_TEST_CASE(titles_are_found_by_letters_that_have_a_case_elsewhere_than_in_a_to_z)
{
    open("污水处理厂Ⅱ期ＰＰＰ项目École");
    for (auto const* words : {"Ⅱ期", "Ⅱ", "ＰＰＰ", "厂Ⅱ期ＰＰＰ", "École"})
        BOOST_TEST(titles({.words = words}).size() == 1u, words);
    BOOST_TEST(titles({.words = "Ⅲ期"}).empty());
}

BOOST_AUTO_TEST_CASE(a_list_is_narrowed_by_each_filter)
{
    auto const bridge = open("Bridge", "roads");
    open("dam", "water", "2023-12-31T17:00:00.000Z");
    open("levy 50%_");
    open("old", "water", "2023-12-31T15:00:00.000Z");
    admit(taking, closing_of(bridge, "c1"));

    BOOST_TEST(titles({}) == (names{"old", "levy 50%_", "dam", "Bridge"}));
    BOOST_TEST(titles({.words = "bRid"}) == names{"Bridge"});
    BOOST_TEST(titles({.words = "0%_"}) == names{"levy 50%_"});
    BOOST_TEST(titles({.words = "%"}) == names{"levy 50%_"});
    BOOST_TEST(titles({.words = "SP2023"}) == names{"old"});
    BOOST_TEST(titles({.words = "' or 1=1 --"}) == names{});
    BOOST_TEST(titles({.unit = "roads"}) == names{"Bridge"});
    BOOST_TEST(titles({.phase = "done"}) == names{"Bridge"});
    BOOST_TEST(titles({.matter = "other"}) == names{});
    BOOST_TEST(titles({.stage = engine::chapter_stage{"paper", "closed"}}) == names{"Bridge"});
    BOOST_TEST(titles({.closed = false}) == (names{"old", "levy 50%_", "dam"}));
    // the year is that of the legal day, eight hours ahead
    BOOST_TEST(titles({.opened_in = 2023}) == names{"old"});
    BOOST_TEST(titles({.unit = "water", .opened_in = 2024}) == (names{"levy 50%_", "dam"}));
    BOOST_TEST(looking.count_cases({.closed = true}) == 1);
    BOOST_TEST(looking.years_opened("sample") == (std::vector<int>{2024, 2023}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(filters_narrow_together_whichever_of_them_leads)
{
    for (int i = 0; i < 6; ++i)
        open("dam " + std::to_string(i), i < 4 ? "water" : "roads",
             i % 2 ? "2023-03-01T01:00:00.000Z" : "2024-03-01T01:00:00.000Z");
    admit(taking, closing_of({1}, "c1"));
    BOOST_TEST(titles({.unit = "water", .opened_in = 2023}) == (names{"dam 3", "dam 1"}));
    BOOST_TEST(titles({.unit = "roads", .opened_in = 2024}) == names{"dam 4"});
    BOOST_TEST(titles({.unit = "water", .phase = "done"}) == names{"dam 0"});
    BOOST_TEST(titles({.unit = "roads", .phase = "done"}) == names{});
    BOOST_TEST(titles({.phase = "running", .closed = false, .opened_in = 2024}) ==
               (names{"dam 4", "dam 2"}));
    BOOST_TEST(titles({.words = "DAM", .unit = "water", .closed = false}) ==
               (names{"dam 3", "dam 2", "dam 1"}));
    BOOST_TEST(titles({.words = "4"}) == (names{"dam 4", "dam 2", "dam 0"})); // SP2024, too
    BOOST_TEST(looking.count_cases({.words = "dam", .phase = "done"}) == 1);
    auto const first = looking.list_cases({.words = "dam"}, {}, 4);
    BOOST_REQUIRE(first.next);
    auto const rest = looking.list_cases({.words = "dam"}, first.next, 4);
    BOOST_TEST(rest.rows.size() == 2u);
    BOOST_TEST(rest.rows.at(0).summary.title == "dam 1");
}

BOOST_AUTO_TEST_CASE(no_list_of_a_family_is_sorted_or_read_from_end_to_end,
                     *boost::unit_test::precondition(tests::needs_sqlite))
{
    open("dam");
    std::vector<case_filter> const all{
        {.shape = "sample/1"},
        {.family = "sample"},
        {.family = "sample", .words = "dam"},
        {.family = "sample", .words = "dam", .unit = "water"},
        {.family = "sample", .unit = "water"},
        {.family = "sample", .phase = "running"},
        {.family = "sample", .matter = "road"},
        {.family = "sample", .closed = false},
        {.family = "sample", .opened_in = 2024},
        {.family = "sample", .unit = "water", .phase = "running", .closed = false}};
    for (auto const& only : all)
        for (auto const& step : looking.plan_of_list(only)) {
            BOOST_TEST(step.find("TEMP B-TREE") == std::string::npos, step);
            if (step.find("VIRTUAL TABLE") == std::string::npos) // the index of words
                BOOST_TEST(step.find("SCAN") == std::string::npos, step);
        }
}

BOOST_AUTO_TEST_CASE(pages_of_cases_follow_each_other_without_gap)
{
    for (int i = 0; i < 7; ++i)
        open("p" + std::to_string(i));
    names seen;
    std::optional<long long> cursor;
    do {
        auto const found = looking.list_cases({}, cursor, 3);
        BOOST_TEST(found.rows.size() <= 3u);
        for (auto const& one : found.rows)
            seen.push_back(one.summary.title);
        cursor = found.next;
    } while (cursor);
    BOOST_TEST(seen == (names{"p6", "p5", "p4", "p3", "p2", "p1", "p0"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(cases_are_counted_by_phase)
{
    auto const one = open("a");
    open("b");
    open("c");
    admit(taking, closing_of(one, "c1"));
    auto const counts = looking.count_by_phase("sample/1");
    BOOST_REQUIRE(counts.size() == 2u);
    BOOST_TEST(counts[0].phase == "done");
    BOOST_TEST(counts[0].closed);
    BOOST_TEST(counts[0].cases == 1);
    BOOST_TEST(counts[1].cases == 2);
    BOOST_TEST(looking.count_by_phase("other/1").empty());
    BOOST_TEST(looking.phases("other").empty());
    BOOST_TEST(looking.years_opened("other").empty());
    BOOST_TEST(looking.count_cases({.family = "sample"}) == 3);
    BOOST_TEST(looking.count_cases({.family = "samples"}) == 0);
    BOOST_TEST(looking.phases("sample") == (names{"done", "running"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_figure_leads_to_the_acts_behind_it)
{
    auto const one = open("a");
    auto const two = open("b", "water", "2023-05-01T00:00:00.000Z");
    admit(taking, closing_of(one, "c1"));
    admit(taking, closing_of(two, "c2"));
    BOOST_TEST((looking.totals(2024) == std::vector<indicator_total>{{"PAPER.closed", 2},
                                                                     {"PAPER.notes", 0},
                                                                     {"PAPER.opened", 1}}));
    auto const behind = looking.list_figures("PAPER.closed", 2024, {}, 1);
    BOOST_REQUIRE(behind.rows.size() == 1u);
    BOOST_TEST(behind.rows[0].number == "SP2024-0001");
    BOOST_TEST(behind.rows[0].title == "a");
    BOOST_TEST(behind.rows[0].seq == 2);
    BOOST_TEST(behind.rows[0].kind == "paper.closed");
    BOOST_TEST(engine::to_text(behind.rows[0].counts_on) == "2024-03-03");
    auto const rest = looking.list_figures("PAPER.closed", 2024, behind.next, 1);
    BOOST_TEST((rest.rows[0].on == two));
    BOOST_TEST(!rest.next);
    BOOST_TEST(looking.years_counted() == (std::vector<int>{2024, 2023}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(sums_until_a_day_leave_out_what_was_entered_later)
{
    open("a");
    open("b", "water", "2024-05-02T01:00:00.000Z");
    auto const opened = [&](char const* until) {
        for (auto const& one : looking.totals_until(2024, *engine::parse_day(until)))
            if (one.indicator == "PAPER.opened")
                return one.value;
        return 0LL;
    };
    BOOST_TEST(opened("2024-02-29") == 0);
    BOOST_TEST(opened("2024-03-01") == 1);
    BOOST_TEST(opened("2024-05-01") == 1);
    BOOST_TEST(opened("2024-05-02") == 2);
    BOOST_TEST(
        (looking.totals_until(2024, *engine::parse_day("2099-01-01")) == looking.totals(2024)));
    reader of_public(db, engine::clearance(engine::confidentiality::open));
    BOOST_TEST(of_public.totals_until(2024, *engine::parse_day("2099-01-01")).empty());
}

BOOST_AUTO_TEST_CASE(a_document_knows_the_acts_that_name_it)
{
    auto const id = open("a");
    auto const stored = documents.put("words");
    accounts people(db);
    auto const now = tests::at("2024-03-01T02:00:00.000Z");
    people.note_document(stored.hash, stored.size, "text/plain", "first.txt", {7}, now);
    people.note_document(stored.hash, stored.size, "text/plain", "again.txt", {8}, now);
    BOOST_TEST(looking.uses_of(stored.hash).empty());
    admit(taking, tests::note_with(id, "n1", {stored.hash, "x.txt"}));
    auto const found = looking.find_document(stored.hash);
    BOOST_REQUIRE(found);
    BOOST_TEST(found->size == 5);
    BOOST_TEST(!found->own);
    BOOST_TEST((looking.uses_of(stored.hash) == std::vector<document_use>{{id, 2}}));
}

BOOST_AUTO_TEST_CASE(each_who_brought_equal_bytes_knows_the_document_by_the_own_name)
{
    auto const stored = documents.put("words");
    accounts people(db);
    auto const now = tests::at("2024-03-01T02:00:00.000Z");
    auto const name_for = [&](long long person) -> std::string {
        reader of(db, engine::clearance(engine::confidentiality::internal, {person}));
        auto const found = of.find_document(stored.hash);
        return !found ? "hidden" : found->own ? found->own->name : "no name";
    };
    people.note_document(stored.hash, stored.size, "text/plain", "first.txt", {7}, now);
    BOOST_TEST(name_for(8) == "hidden");
    people.note_document(stored.hash, stored.size, "text/plain", "again.txt", {8}, now);
    BOOST_TEST(name_for(7) == "first.txt");
    BOOST_TEST(name_for(8) == "again.txt");
    BOOST_TEST(name_for(9) == "hidden");
    people.note_document(stored.hash, stored.size, "text/plain", "third.txt", {7}, now);
    BOOST_TEST(name_for(7) == "third.txt");
    admit(taking, tests::note_with(open("a"), "n1", {stored.hash, "x.txt"}));
    BOOST_TEST(name_for(9) == "no name");
}

BOOST_AUTO_TEST_CASE(of_equal_bytes_in_a_secret_case_nobody_learns_who_brings_them_anew)
{
    auto const secret = open("secret plan");
    admit(taking, note_on(secret, "s1", tests::made_secret));
    auto const stored = documents.put("words");
    auto const bring = [&](long long person, char const* at) {
        accounts(db).note_document(stored.hash, stored.size, "text/plain", "own.txt", {person},
                                   tests::at(at));
    };
    bring(7, "2024-03-01T02:00:00.000Z");
    admit(taking, tests::note_with(secret, "s2", {stored.hash, "plan.txt"}));
    reader of_another(db, engine::clearance(engine::confidentiality::internal, {8}));
    BOOST_TEST(!of_another.find_document(stored.hash).has_value());
    bring(8, "2099-03-01T02:00:00.000Z");
    // their own bytes are there for them as any others would be
    BOOST_TEST(of_another.find_document(stored.hash).has_value());
    BOOST_TEST(of_another.uses_of(stored.hash).empty());
}

BOOST_AUTO_TEST_CASE(a_pool_lends_each_reader_to_one_at_a_time)
{
    reader_pool pool(db, 1);
    auto first = std::make_optional(pool.borrow(engine::clearance::of_the_record()));
    std::atomic<bool> got = false;
    std::thread waiting([&] {
        auto second = pool.borrow(engine::clearance::of_the_record());
        got = true;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    BOOST_TEST(!got);
    first.reset();
    waiting.join();
    BOOST_TEST(got);
}

BOOST_AUTO_TEST_CASE(a_reader_finds_lists_and_counts_nothing_above_its_clearance)
{
    auto const secret = open("secret plan", "roads", "2022-03-01T01:00:00.000Z");
    admit(taking, note_on(secret, "s1", tests::made_secret));
    admit(taking, closing_of(secret, "s2"));
    auto const plain = open("plain", "water");
    reader seeing_less(db, engine::clearance(engine::confidentiality::internal, {7}));

    BOOST_TEST(!seeing_less.find_case(secret));
    BOOST_TEST(!seeing_less.find_case("SP2022-0001"));
    BOOST_TEST(!seeing_less.read_case(secret));
    BOOST_TEST(seeing_less.acts_of(secret).empty());
    BOOST_TEST(!seeing_less.find_act(secret, 1));
    BOOST_TEST(!seeing_less.find_act("s1"));
    BOOST_TEST(seeing_less.tasks_of(secret).empty());
    BOOST_TEST(seeing_less.list_cases({}, {}, 10).rows.size() == 1u);
    BOOST_TEST(seeing_less.list_cases({.words = "secret"}, {}, 10).rows.empty());
    BOOST_TEST(seeing_less.count_cases({}) == 1);
    BOOST_TEST(seeing_less.count_cases({.unit = "roads"}) == 0);
    BOOST_TEST(seeing_less.count_by_phase().size() == 1u);
    BOOST_TEST(seeing_less.phases("sample").size() == 1u);
    BOOST_TEST(seeing_less.years_opened("sample") == std::vector<int>{2024},
               boost::test_tools::per_element());
    BOOST_TEST(seeing_less.list_figures("PAPER.closed", 2024, {}, 10).rows.empty());
    BOOST_TEST((seeing_less.totals(2024) == std::vector<indicator_total>{{"PAPER.opened", 1}}));
    BOOST_TEST(seeing_less.years_counted() == std::vector<int>{2024},
               boost::test_tools::per_element());
    BOOST_TEST(seeing_less.find_case(plain).has_value());

    BOOST_TEST(looking.find_case(secret).has_value());
    BOOST_TEST(looking.count_cases({}) == 2);
    BOOST_TEST(looking.list_figures("PAPER.closed", 2024, {}, 10).rows.size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_public_sees_what_was_made_open)
{
    auto const one = open("made open");
    open("internal");
    admit(taking, note_on(one, "o1", tests::made_open));
    reader of_public(db, engine::clearance(engine::confidentiality::open));
    auto const listed = of_public.list_cases({}, {}, 10).rows;
    BOOST_REQUIRE(listed.size() == 1u);
    BOOST_TEST(listed[0].summary.title == "made open");
    BOOST_TEST((listed[0].summary.level == engine::confidentiality::open));
    BOOST_TEST((of_public.totals(2024) == std::vector<indicator_total>{{"PAPER.opened", 1}}));
}

BOOST_AUTO_TEST_CASE(a_document_is_as_confidential_as_the_cases_that_name_it)
{
    auto const secret = open("secret plan");
    admit(taking, note_on(secret, "s1", tests::made_secret));
    auto const stored = documents.put("words");
    accounts(db).note_document(stored.hash, stored.size, "text/plain", "plan.txt", {7},
                               tests::at("2024-03-01T02:00:00.000Z"));
    using engine::clearance;
    using engine::confidentiality;
    reader of_uploader(db, clearance(confidentiality::internal, {7}));
    reader of_another(db, clearance(confidentiality::secret, {8}));
    // named by nobody: there for whoever brought it
    BOOST_TEST(of_uploader.find_document(stored.hash).has_value());
    BOOST_TEST(!of_another.find_document(stored.hash).has_value());
    admit(taking, tests::note_with(secret, "s2", {stored.hash, "plan.txt"}));
    BOOST_TEST(!of_uploader.find_document(stored.hash).has_value());
    BOOST_TEST(of_uploader.uses_of(stored.hash).empty());
    BOOST_TEST(of_another.find_document(stored.hash).has_value());
    admit(taking, tests::note_with(open("plain"), "s3", {stored.hash, "plan.txt"}));
    BOOST_TEST(of_uploader.find_document(stored.hash).has_value());
    BOOST_TEST(of_uploader.uses_of(stored.hash).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_lent_reader_sees_as_whoever_borrows_it)
{
    auto const secret = open("secret plan");
    admit(taking, note_on(secret, "s1", tests::made_secret));
    reader_pool pool(db, 1);
    BOOST_TEST(pool.borrow(engine::clearance(engine::confidentiality::secret))
                   ->find_case(secret)
                   .has_value());
    BOOST_TEST(!pool.borrow(engine::clearance(engine::confidentiality::internal))
                    ->find_case(secret)
                    .has_value());
}

namespace {

engine::clearance need_to_know(long long number, std::string const& unit)
{
    engine::actor who;
    who.person = {number};
    who.role = "department_head";
    who.unit = unit;
    return engine::clearance::by_part(engine::confidentiality::secret, who);
}

} // namespace

BOOST_AUTO_TEST_CASE(of_what_is_secret_a_reader_finds_only_what_is_its_own_business)
{
    auto const secret = open("secret plan", "roads", "2022-03-01T01:00:00.000Z");
    auto const stored = documents.put("words");
    accounts(db).note_document(stored.hash, stored.size, "text/plain", "plan.txt", {9},
                               tests::at("2024-03-01T02:00:00.000Z"));
    admit(taking, tests::note_with(secret, "s0", {stored.hash, "plan.txt"}));
    admit(taking, note_on(secret, "s1", tests::made_secret));
    admit(taking, closing_of(secret, "s2"));
    open("plain", "water");

    reader outside(db, need_to_know(7, "water"));
    BOOST_TEST(!outside.find_case(secret));
    BOOST_TEST(!outside.find_case("SP2022-0001"));
    BOOST_TEST(!outside.read_case(secret));
    BOOST_TEST(outside.acts_of(secret).empty());
    BOOST_TEST(!outside.find_act(secret, 1));
    BOOST_TEST(!outside.find_act("s1"));
    BOOST_TEST(outside.tasks_of(secret).empty());
    BOOST_TEST(outside.list_cases({}, {}, 10).rows.size() == 1u);
    BOOST_TEST(outside.list_cases({.words = "secret"}, {}, 10).rows.empty());
    BOOST_TEST(outside.count_cases({}) == 1);
    BOOST_TEST(outside.count_by_phase().size() == 1u);
    BOOST_TEST(outside.phases("sample").size() == 1u);
    BOOST_TEST(outside.years_opened("sample") == std::vector<int>{2024},
               boost::test_tools::per_element());
    BOOST_TEST(outside.list_figures("PAPER.closed", 2024, {}, 10).rows.empty());
    BOOST_TEST((outside.totals(2024) == std::vector<indicator_total>{{"PAPER.opened", 1}}));
    BOOST_TEST(outside.years_counted() == std::vector<int>{2024}, boost::test_tools::per_element());
    BOOST_TEST(!outside.find_document(stored.hash));
    BOOST_TEST(outside.uses_of(stored.hash).empty());
    BOOST_TEST(outside.search("secret plan", {}, 10).rows.empty());

    // the unit that it is of, and whoever acted on it, see all of it and it is counted for them
    for (auto const& who : {need_to_know(7, "roads"), need_to_know(1, "water")}) {
        reader inside(db, who);
        BOOST_TEST(inside.find_case(secret).has_value());
        BOOST_TEST(inside.acts_of(secret).size() == 4u);
        BOOST_TEST(inside.find_act("s1").has_value());
        BOOST_TEST(inside.count_cases({}) == 2);
        BOOST_TEST(inside.phases("sample").size() == 2u);
        BOOST_TEST(inside.years_opened("sample") == (std::vector<int>{2024, 2022}),
                   boost::test_tools::per_element());
        BOOST_TEST(inside.list_figures("PAPER.closed", 2024, {}, 10).rows.size() == 1u);
        BOOST_TEST((inside.totals(2024) == looking.totals(2024)));
        BOOST_TEST((inside.totals(2022) == looking.totals(2022)));
        BOOST_TEST((inside.years_counted() == looking.years_counted()));
        BOOST_TEST(inside.find_document(stored.hash).has_value());
        BOOST_TEST(inside.search("secret plan", {}, 10).rows.size() ==
                   looking.search("secret plan", {}, 10).rows.size());
    }
}

BOOST_AUTO_TEST_CASE(a_part_gives_nobody_more_than_their_clearance)
{
    auto const secret = open("secret plan", "roads");
    admit(taking, note_on(secret, "s1", tests::made_secret));
    engine::actor who;
    who.person = {1};
    who.unit = "roads";
    reader less(db, engine::clearance::by_part(engine::confidentiality::internal, who));
    BOOST_TEST(!less.find_case(secret));
    // and what is secret no more is known as before
    admit(taking, note_on(secret, "s2", tests::made_open));
    BOOST_TEST(less.find_case(secret).has_value());
    BOOST_TEST(number("select count(*) from case_part") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
