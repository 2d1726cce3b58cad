#include "adapters/soci/due_days.hpp"
#include "adapters/soci/reader.hpp"
#include "adapters/soci/rebuild.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/record_context.hpp"

#include <algorithm>

using namespace adapters::soci;
using tests::admit;
using tests::at;
using tests::closing_of;
using tests::note_naming;
using tests::note_on;
using tests::opening_of;

namespace {

using names = std::vector<std::string>;

engine::day on(char const* text)
{
    return engine::parse_day(text).value();
}

/// Papers of two units. A note is due five working days after the opening, the closing of a paper
/// that was noted on thirty days after.
struct context : tests::fresh_record {
    clerk taking{db, law.law()};
    reader looking{db, engine::clearance::of_the_record()};

    engine::case_id open(std::string const& name, std::string const& unit = "water",
                         std::string const& now = "2024-03-01T01:00:00.000Z")
    {
        return admit(taking, opening_of(name, unit, at(now))).what.on;
    }

    static box waiting(std::string const& role, std::string const& unit)
    {
        return {.name = box_name::waiting, .seats = {{role, unit}}};
    }

    static light_days lights_on(char const* today)
    {
        return {.today = on(today),
                .soon = on(today) + std::chrono::days(3),
                .soon_working = engine::working_days().after(on(today), 3)};
    }

    names titles(box const& of, box_filter const& only = {}, box_order by = box_order::newest)
    {
        names found;
        for (auto const& one : looking.list_box(of, only, by, {}, 100).rows)
            found.push_back(one.title);
        BOOST_TEST(looking.count_box(of, only, 100) == static_cast<long long>(found.size()));
        return found;
    }

    names titles_with(box const& of, std::string const& light, char const* today)
    {
        return titles(of, {.light = light, .lights = lights_on(today)}, box_order::due);
    }

    /// All rows, three a page; `between` is called after each page.
    template <class F>
    names page_through(box const& of, box_order by, F between)
    {
        names seen;
        std::optional<box_cursor> after;
        do {
            auto const found = looking.list_box(of, {}, by, after, 3);
            BOOST_TEST(found.rows.size() <= 3u);
            for (auto const& one : found.rows)
                seen.push_back(one.title);
            after = found.next;
            if (after) // as the address of a page carries it
                after = box_cursor::parse(after->to_text());
            between();
        } while (after);
        return seen;
    }
};

box const of_clerk{.name = box_name::opened, .person = {1}};

} // namespace

BOOST_FIXTURE_TEST_SUITE(reader_boxes_test, context)

BOOST_AUTO_TEST_CASE(tasks_go_to_the_seats_they_wait_for)
{
    open("roadwork", "roads");
    open("dam", "water");
    auto const theirs = looking.list_box(waiting("department_head", "roads"), {}, {}, {}, 10).rows;
    BOOST_REQUIRE(theirs.size() == 1u);
    BOOST_TEST(theirs[0].title == "roadwork");
    BOOST_TEST(theirs[0].number == "SP2024-0001");
    BOOST_TEST(theirs[0].unit == "roads");
    BOOST_TEST(theirs[0].waits.kind == "paper.closed");

    BOOST_TEST(titles(waiting("department_head", "")) == (names{"dam", "roadwork"}));
    // a task without a unit is for the role in every unit
    BOOST_TEST(titles(waiting("reviewer", "law")) == (names{"dam", "roadwork"}));
    BOOST_TEST(titles({.seats = {{"reviewer", "law"}, {"department_head", "roads"}}}).size() == 3u);
    BOOST_TEST(titles(waiting("reviewer", "law"), {.kind = "paper.closed"}) == names{});
    BOOST_TEST(titles(waiting("reviewer", "law"), {.open_on = on("2024-02-29")}) == names{});
    BOOST_TEST(titles({}) == names{});
}

BOOST_AUTO_TEST_CASE(a_task_tells_who_sent_it_and_since_when_it_waits)
{
    auto const id = open("dam");
    auto const row = looking.list_box(waiting("reviewer", "law"), {}, {}, {}, 10).rows.at(0);
    BOOST_TEST(row.by_name == "张三");
    BOOST_TEST(row.by_unit == "water");
    BOOST_TEST(row.seq == 1);
    BOOST_TEST((row.at == at("2024-03-01T01:00:00.000Z")));
    // the closing has waited since the opening, whatever was noted since
    admit(taking, note_on(id, "n1", "words"));
    auto const closing =
        looking.list_box(waiting("department_head", "water"), {}, {}, {}, 10).rows.at(0);
    BOOST_TEST(closing.seq == 1);
    BOOST_REQUIRE(closing.waits.within);
    BOOST_TEST(closing.waits.within->name == "closing");
    BOOST_TEST((closing.waits.within->due == on("2024-04-01")));
}

BOOST_AUTO_TEST_CASE(a_light_finds_the_tasks_that_show_it)
{
    open("dam"); // to be noted on until Friday, 8 March
    auto const bridge = open("bridge");
    admit(taking, note_on(bridge, "n1")); // to be closed until 1 April
    auto const notes = waiting("reviewer", "law");
    auto const closings = waiting("department_head", "water");

    BOOST_TEST(titles_with(notes, "green", "2024-03-04") == names{"dam"});
    BOOST_TEST(titles_with(notes, "yellow", "2024-03-04") == names{});
    BOOST_TEST(titles_with(notes, "yellow", "2024-03-05") == names{"dam"});
    BOOST_TEST(titles_with(notes, "due", "2024-03-05") == names{"dam"});
    BOOST_TEST(titles_with(notes, "red", "2024-03-08") == names{});
    BOOST_TEST(titles_with(notes, "red", "2024-03-09") == names{"dam"});
    BOOST_TEST(titles_with(notes, "yellow", "2024-03-09") == names{});
    BOOST_TEST(titles_with(notes, "due", "2024-03-09") == names{"dam"});
    BOOST_TEST(titles_with(notes, "none", "2024-03-09") == names{});

    // of calendar days three are left on 29 March, of working days it would be one
    BOOST_TEST(titles_with(closings, "yellow", "2024-03-28") == names{});
    BOOST_TEST(titles_with(closings, "yellow", "2024-03-29") == names{"bridge"});
    BOOST_TEST(titles_with(closings, "none", "2024-03-29") == names{"dam"});
    BOOST_TEST(titles(closings, {}, box_order::due) == (names{"bridge", "dam"}));

    tamper("update task set stopped = 1 where limit_name = 'noting'");
    BOOST_TEST(titles_with(notes, "grey", "2024-03-09") == names{"dam"});
    BOOST_TEST(titles_with(notes, "red", "2024-03-09") == names{});
    BOOST_TEST(titles_with(notes, "due", "2024-03-09") == names{});

    // what cannot be done yet is grey, until it is soon late
    tamper("update task set stopped = 0, opens_on = '2024-03-07' where limit_name = 'noting'");
    BOOST_TEST(titles_with(notes, "grey", "2024-03-04") == names{"dam"});
    BOOST_TEST(titles_with(notes, "green", "2024-03-04") == names{});
    BOOST_TEST(titles_with(notes, "grey", "2024-03-05") == names{});
    BOOST_TEST(titles_with(notes, "yellow", "2024-03-05") == names{"dam"});
    tamper("update task set opens_on = '2024-04-01' where limit_name = ''");
    BOOST_TEST(titles_with(closings, "none", "2024-03-29") == names{});
    BOOST_TEST(titles_with(closings, "grey", "2024-03-29") == names{"dam"});
}

BOOST_AUTO_TEST_CASE(each_filter_narrows_and_none_is_sql)
{
    open("Bridge", "roads", "2024-03-01T01:00:00.000Z");
    open("levy 50%_", "water", "2024-03-01T16:30:00.000Z"); // 2 March in China
    open("dam", "water", "2024-03-05T01:00:00.000Z");
    auto const all = waiting("reviewer", "law");
    BOOST_TEST(titles(all, {}, box_order::oldest) == (names{"Bridge", "levy 50%_", "dam"}));
    BOOST_TEST(titles(all, {}, box_order::number) == (names{"Bridge", "levy 50%_", "dam"}));
    BOOST_TEST(titles(all, {.words = "bRid"}) == names{"Bridge"});
    BOOST_TEST(titles(all, {.words = "SP2024-0003"}) == names{"dam"});
    BOOST_TEST(titles(all, {.words = "%"}) == names{"levy 50%_"});
    BOOST_TEST(titles(all, {.words = "' or 1=1 --"}) == names{});
    BOOST_TEST(titles(all, {.unit = "roads"}) == names{"Bridge"});
    BOOST_TEST(titles(all, {.unit = "' or ''='"}) == names{});
    BOOST_TEST(titles(all, {.matter = "planning"}).size() == 3u);
    BOOST_TEST(titles(all, {.matter = "other"}) == names{});
    BOOST_TEST(titles(all, {.chapter = "paper"}).size() == 3u);
    BOOST_TEST(titles(all, {.chapter = "notes"}) == names{});
    BOOST_TEST(titles(all, {.phase = "done"}) == names{});
    // the day is the legal one, eight hours ahead
    BOOST_TEST(titles(all, {.from = on("2024-03-02")}) == (names{"dam", "levy 50%_"}));
    BOOST_TEST(titles(all, {.until = on("2024-03-02")}) == (names{"levy 50%_", "Bridge"}));
    BOOST_TEST(titles(all, {.from = on("2024-03-02"), .until = on("2024-03-04")}) ==
               names{"levy 50%_"});
}

BOOST_AUTO_TEST_CASE(what_a_person_did_comes_newest_first)
{
    auto const dam = open("dam");
    auto note = note_on(dam, "n1", "words");
    note.by.person = {2};
    admit(taking, note);
    admit(taking, closing_of(dam, "c1"));
    box const mine{.name = box_name::done, .person = {1}};
    auto const rows = looking.list_box(mine, {}, {}, {}, 10).rows;
    BOOST_REQUIRE(rows.size() == 2u);
    BOOST_TEST(rows[0].kind == "paper.closed");
    BOOST_TEST(rows[0].seq == 3);
    BOOST_TEST(rows[0].waits.kind == "");
    BOOST_TEST(rows[1].kind == "paper.opened");
    BOOST_TEST(titles(mine, {.kind = "paper.closed"}) == names{"dam"});
    BOOST_TEST(titles(mine, {.chapter = "paper"}).size() == 2u);
    BOOST_TEST(titles(mine, {.chapter = "pape"}) == names{});
    BOOST_TEST(titles({.name = box_name::done, .person = {2}}) == names{"dam"});
    BOOST_TEST(titles({.name = box_name::done, .person = {3}}) == names{});
}

BOOST_AUTO_TEST_CASE(people_see_the_cases_that_they_opened_with_their_most_urgent_task)
{
    open("roadwork", "roads");
    auto const dam = open("dam");
    auto const rows = looking.list_box(of_clerk, {}, {}, {}, 10).rows;
    BOOST_REQUIRE(rows.size() == 2u);
    BOOST_TEST(rows[0].title == "dam");
    BOOST_TEST(rows[0].waits.kind == "paper.noted");
    BOOST_TEST(rows[0].seq == 1);
    admit(taking, closing_of(dam, "c1"));
    BOOST_TEST(looking.list_box(of_clerk, {}, {}, {}, 1).rows[0].waits.kind == "");
    BOOST_TEST(titles(of_clerk, {.phase = "done"}) == names{"dam"});
    BOOST_TEST(titles(of_clerk, {}, box_order::oldest) == (names{"roadwork", "dam"}));
    BOOST_TEST(titles({.name = box_name::opened, .person = {2}}) == names{});
    // who took the place of somebody who left has their cases too
    BOOST_TEST(titles({.name = box_name::opened, .by_name = {{1}}, .person = {2}}).size() == 2u);
    BOOST_TEST(titles({.name = box_name::opened}) == names{});
}

BOOST_AUTO_TEST_CASE(what_is_overseen_waits_for_the_unit_or_on_its_cases)
{
    open("roadwork", "roads");
    open("dam");
    box const of_roads{.name = box_name::overseen, .units = {"roads"}};
    BOOST_TEST(titles(of_roads) == (names{"roadwork", "roadwork"}));
    BOOST_TEST(titles_with(of_roads, "due", "2024-03-09") == names{"roadwork"});
    BOOST_TEST(titles_with(of_roads, "due", "2024-03-04") == names{});
    BOOST_TEST(titles({.name = box_name::overseen, .units = {"roads", "water"}}).size() == 4u);
    BOOST_TEST(titles({.name = box_name::overseen}) == names{});
}

BOOST_AUTO_TEST_CASE(numbers_of_what_waits_are_those_of_the_lists)
{
    open("roadwork", "roads");
    open("bridge", "roads", "2023-03-01T01:00:00.000Z");
    auto const dam = open("dam");
    admit(taking, closing_of(dam, "c1"));
    box const all{.name = box_name::overseen, .units = {"roads", "water"}};
    auto const lights = lights_on("2024-03-06");
    waiting_count sum;
    names acting;
    for (auto const& one : looking.count_waiting(all, lights)) {
        BOOST_TEST(one.unit == "roads");
        BOOST_TEST(one.chapter == "paper");
        BOOST_TEST(one.waiting == looking.count_box(all, {.acting = one.acting}, 100));
        BOOST_TEST(
            one.red ==
            looking.count_box(all, {.acting = one.acting, .light = "red", .lights = lights}, 100));
        acting.push_back(one.acting);
        sum.waiting += one.waiting;
        sum.red += one.red;
        sum.yellow += one.yellow;
    }
    BOOST_TEST(acting == (names{"", "roads"})); // a role of whatever unit, and the own one
    BOOST_TEST(sum.waiting == looking.count_box(all, {.unit = "roads"}, 100));
    BOOST_TEST(sum.waiting == 4);
    BOOST_TEST(sum.red == looking.count_box(all, {.light = "red", .lights = lights}, 100));
    BOOST_TEST(sum.red == 1);
    BOOST_TEST(sum.yellow == looking.count_box(all, {.light = "yellow", .lights = lights}, 100));
    BOOST_TEST(sum.yellow == 1);
    BOOST_TEST(looking.count_waiting({.name = box_name::overseen}, lights).empty());

    long long running = 0;
    long long this_year = 0;
    for (auto const& one : looking.count_cases_of("sample", {"roads", "water"}, 2024)) {
        running += one.closed ? 0 : one.cases;
        this_year += one.opened_this_year ? one.cases : 0;
    }
    BOOST_TEST(running == looking.count_cases({.closed = false}));
    BOOST_TEST(this_year == looking.count_cases({.opened_in = 2024}));
    BOOST_TEST(looking.count_cases_of("sample", {}, 2024).empty());
}

BOOST_AUTO_TEST_CASE(pages_follow_each_other_while_rows_come_and_go)
{
    std::vector<engine::case_id> cases;
    for (int i = 0; i < 8; ++i)
        cases.push_back(open("p" + std::to_string(i), "water",
                             "2024-03-0" + std::to_string(i / 3 + 1) + "T01:00:00.000Z"));
    auto const notes = waiting("reviewer", "law");
    auto const nothing = [] {};
    names const falling{"p7", "p6", "p5", "p4", "p3", "p2", "p1", "p0"};
    names const rising(falling.rbegin(), falling.rend());
    BOOST_TEST(page_through(notes, box_order::newest, nothing) == falling);
    BOOST_TEST(page_through(notes, box_order::oldest, nothing) == rising);
    BOOST_TEST(page_through(notes, box_order::due, nothing) == rising);
    BOOST_TEST(page_through(notes, box_order::number, nothing) == rising);
    BOOST_TEST(page_through(of_clerk, box_order::newest, nothing) == falling);
    BOOST_TEST(page_through({.name = box_name::done, .person = {1}}, box_order::newest, nothing) ==
               falling);

    // between two pages a row that was seen goes and a new one comes to the front
    int step = 0;
    auto const moving = [&] {
        admit(taking,
              note_on(cases[static_cast<std::size_t>(7 - step)], "gone-" + std::to_string(step),
                      "words", at("2024-03-09T01:00:00.000Z")));
        open("new" + std::to_string(step), "water", "2024-03-09T01:00:00.000Z");
        ++step;
    };
    BOOST_TEST(page_through(notes, box_order::newest, moving) == falling);
}

BOOST_AUTO_TEST_CASE(no_box_reads_a_table_from_end_to_end,
                     *boost::unit_test::precondition(tests::needs_sqlite))
{
    open("dam");
    box const own{.name = box_name::overseen, .units = {"water"}};
    auto const lights = lights_on("2024-03-09");
    auto const check = [&](box const& of, box_filter const& only, box_order by) {
        for (auto const& step : looking.plan_of_box(of, only, by))
            // the index of words, and the few rows of a page that is sorted
            if (step.find("VIRTUAL TABLE") == std::string::npos && step != "SCAN f")
                BOOST_TEST(step.find("SCAN") == std::string::npos, step);
    };
    check(waiting("reviewer", ""), {}, box_order::newest);
    check(waiting("reviewer", "law"), {}, box_order::due);
    check(waiting("reviewer", "law"), {.words = "dam", .light = "red", .lights = lights},
          box_order::newest);
    check(waiting("reviewer", "law"), {.unit = "water"}, box_order::number);
    check({.name = box_name::done, .person = {1}}, {}, box_order::newest);
    check({.name = box_name::done, .person = {1}}, {.from = on("2024-03-01")}, box_order::oldest);
    for (auto const by : {box_order::due, box_order::number, box_order::title, box_order::kind})
        check({.name = box_name::done, .person = {1}}, {}, by);
    check(of_clerk, {}, box_order::newest);
    check(of_clerk, {.light = "red", .lights = lights}, box_order::newest);
    check(own, {.light = "due", .lights = lights}, box_order::due);
    check(own, {.light = "red", .lights = lights}, box_order::due);
    check(own, {.unit = "water"}, box_order::due);
    check(own, {.words = "dam"}, box_order::due);
}

BOOST_AUTO_TEST_CASE(a_page_of_what_many_units_oversee_is_read_in_its_order,
                     *boost::unit_test::precondition(tests::needs_sqlite))
{
    box const all{.name = box_name::overseen, .units = {"roads", "water"}};
    auto const check = [&](box_filter const& only, box_order by, std::string const& index) {
        auto const plan = looking.plan_of_box(all, only, by);
        BOOST_TEST((plan.at(0) + " ").find(" " + index + " ") != std::string::npos, plan.at(0));
        for (auto const& step : plan)
            BOOST_TEST(step.find("TEMP B-TREE") == std::string::npos, step);
    };
    check({}, box_order::due, "task_due");
    check({.light = "due", .lights = lights_on("2024-03-09")}, box_order::due, "task_due");
    check({}, box_order::newest, "task_received_at");
    check({.unit = "water"}, box_order::due, "task_due_of_sponsor");
    check({.acting = "water"}, box_order::due, "task_due_of_unit");
    check({.matter = "paper"}, box_order::due, "task_due_of_matter");
    check({.chapter = "paper"}, box_order::due, "task_due_of_chapter");
}

BOOST_AUTO_TEST_CASE(copies_and_tasks_of_a_chapter_are_found_by_indexes_of_their_own,
                     *boost::unit_test::precondition(tests::needs_sqlite))
{
    open("dam");
    auto const check = [&](box const& of, box_filter const& only, std::string const& index) {
        std::string plan;
        for (auto const& step : looking.plan_of_box(of, only, box_order::newest))
            plan += step + "\n";
        BOOST_TEST(plan.find(" " + index + " ") != std::string::npos, plan);
        BOOST_TEST(plan.find("SCAN") == std::string::npos, plan);
    };
    box copied{.seats = {{"department_head", "water"}}, .kind_of_copies = "paper.closed"};
    copied.name = box_name::copied;
    check(copied, {}, "task_of_kind");
    check(waiting("reviewer", "law"), {.chapter = "paper"}, "task_of_chapter");
    // in the sample little waits in any chapter
    box const all{.name = box_name::overseen, .units = {"roads", "water"}};
    check(all, {.chapter = "paper"}, "task_due_of_chapter");
    BOOST_TEST(looking.count_box(all, {.chapter = "paper"}, 100) ==
               looking.count_box(all, {}, 100));
    BOOST_TEST(looking.count_box(all, {.chapter = "other"}, 100) == 0);
}

BOOST_AUTO_TEST_CASE(words_narrow_a_box_however_many_cases_have_them)
{
    open("dam of the river");
    open("dam of the lake");
    auto const notes = waiting("reviewer", "law");
    BOOST_TEST(titles(notes, {.words = "Dam"}) == (names{"dam of the lake", "dam of the river"}));
    BOOST_TEST(titles(notes, {.words = "SP2024-0001"}) == names{"dam of the river"});
    BOOST_TEST(titles(notes, {.words = "bridge"}) == names{});
    BOOST_TEST(titles(of_clerk, {.words = "lake"}) == names{"dam of the lake"});
    // words that a thousand cases have are compared row by row
    for (int i = 0; i < 1'000; ++i)
        taking.submit(opening_of("levy " + std::to_string(i)), [](outcome const&) {});
    open("levy last");
    BOOST_TEST(titles(notes, {.words = "LEVY"}).size() == 100u);
    BOOST_TEST(titles(notes, {.words = "levy 7"}).size() == 100u);
    BOOST_TEST(titles(notes, {.words = "levy 77"}) ==
               (names{"levy 779", "levy 778", "levy 777", "levy 776", "levy 775", "levy 774",
                      "levy 773", "levy 772", "levy 771", "levy 770", "levy 77"}));
}

BOOST_AUTO_TEST_CASE(a_page_of_what_waits_is_read_without_sorting_the_box,
                     *boost::unit_test::precondition(tests::needs_sqlite))
{
    auto const notes = waiting("reviewer", "law");
    auto const check = [&](box_filter const& only, box_order by) {
        for (auto const& step : looking.plan_of_box(notes, only, by))
            BOOST_TEST(step.find("TEMP B-TREE") == std::string::npos, step);
    };
    check({}, box_order::newest);
    check({}, box_order::oldest);
    check({}, box_order::due);
    check({.light = "red", .lights = lights_on("2024-03-09")}, box_order::due);
    // of one unit its own cases are read, of many the due days
    box const own{.name = box_name::overseen, .units = {"water"}};
    for (auto const& step : looking.plan_of_box(own, {}, box_order::due))
        BOOST_TEST(step.find("task_due ") == std::string::npos, step);
}

BOOST_AUTO_TEST_CASE(a_seat_that_is_asked_for_twice_brings_its_tasks_once)
{
    open("dam", "water");
    box const twice{.seats = {{"reviewer", "law"}, {"reviewer", ""}, {"reviewer", "law"}}};
    BOOST_TEST(titles(twice) == names{"dam"});
}

BOOST_AUTO_TEST_CASE(a_cursor_that_was_not_given_out_is_none)
{
    for (auto const* text : {"", "7", "0~7~", "7~2~k", "0~x~0~k", "0~7~x~k", "~~~", "0~7 ~0~k"})
        BOOST_TEST(!box_cursor::parse(text), text);
    auto const read = box_cursor::parse("1~7~2~2024~x");
    BOOST_REQUIRE(read);
    BOOST_TEST(read->part == 1);
    BOOST_TEST(read->key == "2024~x");
    BOOST_TEST(read->id == 7);
    BOOST_TEST(read->seq == 2);
}

BOOST_AUTO_TEST_CASE(no_box_shows_or_counts_what_is_above_the_clearance)
{
    auto const secret = open("secret plan", "roads");
    admit(taking, note_on(secret, "s1", tests::made_secret));
    open("plain", "roads");
    reader less(db, engine::clearance(engine::confidentiality::internal, {1}));
    std::vector<box> const boxes{waiting("department_head", "roads"),
                                 {.name = box_name::done, .person = {1}},
                                 {.name = box_name::opened, .person = {1}},
                                 {.name = box_name::overseen, .units = {"roads"}}};
    for (auto const& of : boxes) {
        auto const all = looking.list_box(of, {}, box_order::newest, {}, 100).rows;
        auto const seen = less.list_box(of, {}, box_order::newest, {}, 100).rows;
        BOOST_TEST(seen.size() < all.size());
        BOOST_TEST(!seen.empty());
        for (auto const& one : seen)
            BOOST_TEST(one.title == "plain");
        BOOST_TEST(less.count_box(of, {}, 100) == static_cast<long long>(seen.size()));
    }
    long long counted = 0;
    for (auto const& one : less.count_waiting(boxes.back(), lights_on("2024-03-02")))
        counted += one.waiting;
    long long counted_in_all = 0;
    for (auto const& one : looking.count_waiting(boxes.back(), lights_on("2024-03-02")))
        counted_in_all += one.waiting;
    BOOST_TEST(counted < counted_in_all);
    BOOST_TEST(less.count_cases_of("sample", {"roads"}, 2024).at(0).cases == 1);
    BOOST_TEST(looking.count_cases_of("sample", {"roads"}, 2024).at(0).cases == 2);
}

namespace {

/// The box of a head of the water office, with the tasks that are these people's by name.
box of_head(std::vector<engine::person_id> by_name)
{
    return {.seats = {{"department_head", "water"}}, .by_name = std::move(by_name)};
}

} // namespace

BOOST_AUTO_TEST_CASE(a_task_by_name_is_in_the_box_of_that_person_alone)
{
    auto const dam = open("dam");
    open("bridge");
    BOOST_TEST(titles(of_head({{7}})) == (names{"bridge", "dam"}));
    admit(taking, note_naming(dam, "n1", {7}));
    BOOST_TEST(titles(of_head({{7}})) == (names{"dam", "bridge"}));
    BOOST_TEST(titles(of_head({{8}})) == names{"bridge"});
    BOOST_TEST(titles(of_head({})) == names{"bridge"});
    // who takes their place, or took over, sees it beside what waits for anybody
    BOOST_TEST(titles(of_head({{8}, {7}})) == (names{"dam", "bridge"}));
    // under another appointment it is not theirs to do
    BOOST_TEST(titles({.seats = {{"department_head", "roads"}}, .by_name = {{7}}}) == names{});
    BOOST_TEST(titles({.seats = {{"executor", "water"}}, .by_name = {{7}}}) == names{});
    // and whoever oversees sees it
    auto const overseen = looking
                              .list_box({.name = box_name::overseen, .units = {"water"}},
                                        {.kind = "paper.closed"}, box_order::newest, {}, 10)
                              .rows;
    BOOST_REQUIRE(overseen.size() == 2u);
    BOOST_TEST(overseen[0].waits.person.value + overseen[1].waits.person.value == 7);
}

BOOST_AUTO_TEST_CASE(a_task_that_goes_from_one_to_another_is_new_for_the_other)
{
    auto const dam = open("dam");
    admit(taking, note_naming(dam, "n1", {7}));
    auto const first = looking.list_box(of_head({{7}}), {}, {}, {}, 10).rows.at(0);
    BOOST_TEST(first.seq == 2);
    admit(taking, note_naming(dam, "n2", {8}));
    BOOST_TEST(titles(of_head({{7}})) == names{});
    BOOST_TEST(looking.list_box(of_head({{8}}), {}, {}, {}, 10).rows.at(0).seq == 3);
    admit(taking, closing_of(dam, "c1"));
    BOOST_TEST(titles(of_head({{8}})) == names{});
    BOOST_TEST(number("select count(*) from task") == 0);
}

BOOST_AUTO_TEST_CASE(whose_a_task_is_follows_from_the_acts)
{
    auto const dam = open("dam");
    admit(taking, note_naming(dam, "n1", {7}));
    BOOST_TEST(verify(db, law.law(), documents).clean());
    tamper("update task set person = 9 where kind = 'paper.closed'");
    BOOST_TEST(!verify(db, law.law(), documents).clean());
    rebuild(db, law.law());
    BOOST_TEST(verify(db, law.law(), documents).clean());
    BOOST_TEST(titles(of_head({{7}})) == names{"dam"});
    tests::sample_law const with_a_holiday({{on("2024-03-29"), "节", false}});
    BOOST_REQUIRE(follow_law(db, law.law(), at("2024-03-02T01:00:00.000Z")));
    BOOST_REQUIRE(follow_law(db, with_a_holiday.law(), at("2024-03-02T01:00:00.000Z")));
    BOOST_TEST(titles(of_head({{7}})) == names{"dam"});
}

BOOST_AUTO_TEST_CASE(tasks_by_name_are_found_by_an_index_and_in_order,
                     *boost::unit_test::precondition(tests::needs_sqlite))
{
    auto const dam = open("dam");
    admit(taking, note_naming(dam, "n1", {7}));
    for (auto by : {box_order::newest, box_order::oldest, box_order::due})
        for (auto const& step : looking.plan_of_box(of_head({{7}, {8}}), {}, by)) {
            BOOST_TEST(step.find("SCAN") == std::string::npos, step);
            BOOST_TEST(step.find("TEMP B-TREE") == std::string::npos, step);
        }
}

BOOST_AUTO_TEST_CASE(no_box_shows_or_counts_a_secret_that_is_not_their_business)
{
    auto const secret = open("secret plan", "roads");
    admit(taking, note_on(secret, "s1", tests::made_secret));
    open("plain", "roads");
    engine::actor who;
    who.person = {7};
    who.role = "department_head";
    who.unit = "water";
    reader outside(db, engine::clearance::by_part(engine::confidentiality::secret, who));
    who.unit = "roads";
    reader inside(db, engine::clearance::by_part(engine::confidentiality::secret, who));
    for (auto const& of :
         {waiting("department_head", "roads"), box{.name = box_name::done, .person = {1}},
          box{.name = box_name::opened, .person = {1}},
          box{.name = box_name::overseen, .units = {"roads"}}}) {
        auto const all = looking.count_box(of, {}, 100);
        BOOST_TEST(inside.count_box(of, {}, 100) == all);
        BOOST_TEST(outside.count_box(of, {}, 100) < all);
        for (auto const& one : outside.list_box(of, {}, box_order::newest, {}, 100).rows)
            BOOST_TEST(one.title == "plain");
    }
    BOOST_TEST(outside.count_cases_of("sample", {"roads"}, 2024).at(0).cases == 1);
    BOOST_TEST(inside.count_cases_of("sample", {"roads"}, 2024).at(0).cases == 2);
}

BOOST_AUTO_TEST_SUITE_END()
