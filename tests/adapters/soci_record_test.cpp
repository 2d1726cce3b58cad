#include "adapters/soci/soci_record.hpp"
#include "engine/chain.hpp"
#include "tests/adapters/record_context.hpp"

using namespace adapters::soci;

// The conformance suite: what engine::record promises, on each kind of database.

namespace {

struct context : tests::fresh_record {
    std::unique_ptr<::soci::session> sql = db.open_session(access::writing);
    soci_record record{*sql};

    template <class F>
    void enter(F step)
    {
        work one(db, *sql);
        step();
        record.finish();
        one.commit();
    }

    engine::case_line a_line(long long id)
    {
        return {.id = {id},
                .number = "SP2024-000" + std::to_string(id),
                .shape = "sample/1",
                .place = "cn",
                .opened_at = tests::at("2024-03-01T01:00:00.000Z")};
    }

    engine::act an_act(long long on, long long seq, std::string const& previous)
    {
        engine::act one;
        one.on = {on};
        one.seq = seq;
        one.act_id = "act-" + std::to_string(on) + "-" + std::to_string(seq);
        one.kind = "paper.noted";
        one.body = {{"words", "落款“甲”\n第二行"}, {"zeta", 1}, {"alpha", true}};
        one.by = {.person = {7},
                  .name = "李四",
                  .role = "reviewer",
                  .unit = "law",
                  .on_behalf_of = "王五"};
        one.entered_at = tests::at("2024-12-31T16:30:00.123Z");
        engine::seal(one, previous);
        return one;
    }

    engine::consequences then(std::string const& title)
    {
        engine::consequences c;
        c.summary = {.title = title, .unit = "water", .matter = "planning", .phase = "running"};
        c.stages = {{"zeta", "open"}, {"alpha", "none"}};
        return c;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(soci_record_test, context)

BOOST_AUTO_TEST_CASE(a_case_that_was_not_opened_is_not_found)
{
    BOOST_TEST(!record.find_case({1}));
    BOOST_TEST(record.acts_of({1}).empty());
    BOOST_TEST(!record.find_act("nothing"));
}

BOOST_AUTO_TEST_CASE(an_opened_case_has_its_line_and_no_act)
{
    enter([&] { record.open(a_line(1), "h0"); });
    auto const head = record.find_case({1});
    BOOST_REQUIRE(head);
    BOOST_TEST(head->line.number == "SP2024-0001");
    BOOST_TEST(head->line.shape == "sample/1");
    BOOST_TEST(head->line.place == "cn");
    BOOST_TEST((head->line.opened_at == a_line(1).opened_at));
    BOOST_TEST(head->version == 0);
    BOOST_TEST(head->last_hash == "h0");
}

BOOST_AUTO_TEST_CASE(an_act_comes_back_as_it_was_entered)
{
    auto const line = a_line(1);
    auto const hash = engine::sha256(engine::sealed_text(line));
    auto const first = an_act(1, 1, hash);
    auto const second = an_act(1, 2, first.hash);
    enter([&] {
        record.open(line, hash);
        record.append(first, then("one"));
        record.append(second, then("two"));
    });
    auto const acts = record.acts_of({1});
    BOOST_REQUIRE(acts.size() == 2u);
    BOOST_TEST(engine::sealed_text(acts[0]) == engine::sealed_text(first));
    BOOST_TEST(acts[1].hash == second.hash);
    BOOST_TEST(engine::first_break(line, acts) == 0);
    auto const head = record.find_case({1});
    BOOST_TEST(head->version == 2);
    BOOST_TEST(head->last_hash == second.hash);
    BOOST_TEST(record.find_act("act-1-2")->seq == 2);
}

BOOST_AUTO_TEST_CASE(a_number_is_given_by_the_other_cases_whose_act_has_it_as_its_document_number)
{
    auto numbered = an_act(1, 1, "h0");
    numbered.body["document_number"] = "高府〔2024〕3号";
    numbered.body["basis"] =
        boost::json::array{boost::json::object{{"document_number", "粤府〔2024〕1号"}}};
    engine::seal(numbered, "h0");
    auto written = then("one");
    written.passages = {{"document_number", "高府〔2024〕3号"},
                        {"basis[0].document_number", "粤府〔2024〕1号"}};
    enter([&] {
        record.open(a_line(1), "h0");
        record.append(numbered, written);
    });
    BOOST_TEST(record.is_number_given({2}, "高府〔2024〕3号"));
    BOOST_TEST(!record.is_number_given({1}, "高府〔2024〕3号"));
    BOOST_TEST(!record.is_number_given({2}, "高府〔2024〕4号"));
    BOOST_TEST(!record.is_number_given({2}, "粤府〔2024〕1号"));
}

BOOST_AUTO_TEST_CASE(a_file_number_is_given_by_the_other_cases_of_the_organ_alone)
{
    auto filed = an_act(1, 1, "h0");
    filed.body["archive_number"] = "0058-WS·2024-Y-0001";
    engine::seal(filed, "h0");
    auto written = then("one");
    written.passages = {{"archive_number", "0058-WS·2024-Y-0001"}};
    enter([&] {
        record.open(a_line(1), "h0");
        record.append(filed, written);
        record.open(a_line(2), "h0");
    });
    BOOST_TEST(record.is_number_given({2}, "0058-WS·2024-Y-0001"));
    BOOST_TEST(!record.is_number_given({1}, "0058-WS·2024-Y-0001"));
    BOOST_TEST(!record.is_number_given({2}, "0058-WS·2024-Y-0002"));
    enter([&] { *sql << "update case_file set organ = 'another' where id = 2"; });
    BOOST_TEST(!record.is_number_given({2}, "0058-WS·2024-Y-0001"));
}

BOOST_AUTO_TEST_CASE(a_file_number_that_was_corrected_is_free_again)
{
    auto const filed = an_act(1, 1, "h0");
    auto const corrected = an_act(1, 2, filed.hash);
    auto written = then("one");
    written.passages = {{"archive_number", "0058-WS·2024-Y-0001"}};
    auto again = then("one");
    again.passages = {{"archive_number", "0058-WS·2024-Y-0002"}};
    enter([&] {
        record.open(a_line(1), "h0");
        record.append(filed, written);
        record.append(corrected, again);
        record.open(a_line(2), "h0");
    });
    BOOST_TEST(!record.is_number_given({2}, "0058-WS·2024-Y-0001"));
    BOOST_TEST(record.is_number_given({2}, "0058-WS·2024-Y-0002"));
}

BOOST_AUTO_TEST_CASE(two_acts_cannot_have_one_place_or_one_id)
{
    enter([&] {
        record.open(a_line(1), "h0");
        record.append(an_act(1, 1, "h0"), then("one"));
    });
    auto same_place = an_act(1, 1, "h0");
    same_place.act_id = "another";
    auto same_id = an_act(1, 2, "h0");
    same_id.act_id = "act-1-1";
    for (auto const& one : {same_place, same_id}) {
        soci_record afresh(*sql);
        auto const again = [&] { enter([&] { afresh.append(one, then("again")); }); };
        BOOST_CHECK_EXCEPTION(faults_as_ours(again), storage_fault,
                              [](auto const& e) { return e.is == storage_fault::sort::clash; });
    }
    BOOST_TEST(record.acts_of({1}).size() == 1u);
}

BOOST_AUTO_TEST_CASE(numbers_run_by_prefix_and_year)
{
    enter([&] {
        BOOST_TEST(record.next_number("SP", 2024) == "SP2024-0001");
        BOOST_TEST(record.next_number("SP", 2024) == "SP2024-0002");
        BOOST_TEST(record.next_number("SP", 2025) == "SP2025-0001");
        BOOST_TEST(record.next_number("JC", 2024) == "JC2024-0001");
        BOOST_TEST(record.next_case_id().value == 1);
        BOOST_TEST(record.next_case_id().value == 2);
    });
}

BOOST_AUTO_TEST_CASE(a_number_that_was_rolled_back_is_given_again)
{
    {
        work one(db, *sql);
        record.next_number("SP", 2024);
    }
    enter([&] { BOOST_TEST(record.next_number("SP", 2024) == "SP2024-0001"); });
}

BOOST_AUTO_TEST_CASE(tasks_are_opened_and_closed)
{
    engine::task const note{"paper", "paper.noted", "reviewer", "",
                            engine::parse_day("2024-04-01")};
    engine::task const close{"paper", "paper.closed", "department_head", "water", {}};
    auto with_tasks = then("one");
    with_tasks.tasks_opened = {note, close};
    auto without = then("one");
    without.tasks_closed = {note};
    enter([&] {
        record.open(a_line(1), "h0");
        record.append(an_act(1, 1, "h0"), with_tasks);
    });
    reader looking(db, engine::clearance::of_the_record());
    BOOST_TEST(looking.tasks_of({1}).size() == 2u);
    enter([&] { record.append(an_act(1, 2, "h1"), without); });
    BOOST_REQUIRE(looking.tasks_of({1}).size() == 1u);
    BOOST_TEST((looking.tasks_of({1}).front().what == close));
}

BOOST_AUTO_TEST_CASE(figures_add_up)
{
    auto counted = then("one");
    counted.figures = {{.indicator = "A", .year = 2024, .value = 3, .on = {1}, .seq = 1},
                       {.indicator = "A", .year = 2024, .value = 4, .on = {1}, .seq = 1},
                       {.indicator = "B", .year = 2025, .value = 1, .on = {1}, .seq = 1}};
    enter([&] {
        record.open(a_line(1), "h0");
        record.append(an_act(1, 1, "h0"), counted);
    });
    reader looking(db, engine::clearance::of_the_record());
    BOOST_TEST((looking.totals(2024) == std::vector<indicator_total>{{"A", 7}}));
    BOOST_TEST((looking.totals(2025) == std::vector<indicator_total>{{"B", 1}}));
}

BOOST_AUTO_TEST_CASE(every_admitted_act_is_announced_once)
{
    auto with_task = then("one");
    with_task.tasks_opened = {{"paper", "paper.noted", "reviewer", "", {}}};
    enter([&] {
        record.open(a_line(1), "h0");
        record.append(an_act(1, 1, "h0"), with_task);
    });
    std::string body;
    query waiting(*sql, "select body from outbox where kind = 'admitted' and sent_at = ''");
    BOOST_TEST(waiting.out(body).each([] {}) == 1);
    auto const told = boost::json::parse(body);
    BOOST_TEST(told.at("case") == 1);
    BOOST_TEST(told.at("seq") == 1);
    BOOST_TEST(told.at("tasks_opened").at(0).at("role") == "reviewer");
}

BOOST_AUTO_TEST_CASE(a_document_is_held_once_it_is_registered)
{
    auto const stored = documents.put("bytes");
    BOOST_TEST(!record.holds_document(stored.hash));
    accounts(db).note_document(stored.hash, stored.size, "text/plain", "a.txt", {7},
                               tests::at("2024-03-01T01:00:00.000Z"));
    BOOST_TEST(record.holds_document(stored.hash));

    auto naming = an_act(1, 1, "h0");
    naming.body = {{"papers", {{{"hash", stored.hash}, {"name", "a.txt"}}}}};
    enter([&] {
        record.open(a_line(1), "h0");
        record.append(naming, then("one"));
    });
    reader looking(db, engine::clearance::of_the_record());
    BOOST_TEST((looking.uses_of(stored.hash) == std::vector<document_use>{{{1}, 1}}));
}

BOOST_AUTO_TEST_SUITE_END()
