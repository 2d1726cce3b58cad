#include "adapters/soci/kept_sums.hpp"
#include "adapters/soci/soci_record.hpp"
#include "engine/chain.hpp"
#include "tests/adapters/record_context.hpp"

using namespace adapters::soci;

namespace {

/// One case and the consequences of its acts, without any procedure, so that a case can change
/// whatever it is counted by.
struct context : tests::fresh_record {
    std::unique_ptr<::soci::session> sql = db.open_session(access::writing);
    soci_record record{*sql};
    reader looking{db, engine::clearance::of_the_record()};
    engine::case_summary before;
    long long seq = 0;

    void act(engine::consequences what) { act_together({std::move(what)}); }

    /// The next acts of case 1, which the first one opens, in one transaction.
    void act_together(std::vector<engine::consequences> all)
    {
        work step(db, *sql);
        for (auto& what : all)
            enter(std::move(what));
        record.finish();
        step.commit();
        check();
    }

    void enter(engine::consequences what)
    {
        engine::act one;
        one.on = {1};
        one.seq = ++seq;
        one.act_id = "act-" + std::to_string(seq);
        one.kind = "paper.noted";
        one.body = {{"words", "noted"}};
        one.by = {.person = {7}, .name = "李四", .role = "reviewer", .unit = "law"};
        one.entered_at = tests::at("2024-03-01T01:00:00.000Z");
        engine::seal(one, "before");
        what.before = std::exchange(before, what.summary);
        if (seq == 1)
            record.open({.id = {1},
                         .number = "SP2024-0001",
                         .shape = "sample/1",
                         .place = "cn",
                         .opened_at = tests::at("2024-03-01T01:00:00.000Z")},
                        "before");
        record.append(one, what);
    }

    static engine::consequences stands(std::string const& unit, std::string const& phase,
                                       engine::confidentiality level)
    {
        engine::consequences then;
        then.summary = {.title = "dam", .unit = unit, .matter = "planning", .phase = phase};
        then.summary.level = level;
        then.stages = {{"paper", "open"}};
        return then;
    }

    /// Whatever happened, the sums are those of the rows, and none is empty.
    void check()
    {
        BOOST_TEST(compare_case_totals(*sql).wrong == 0);
        BOOST_TEST(compare_task_totals(*sql).wrong == 0);
        BOOST_TEST(number("select count(*) from case_total where cases <= 0") == 0);
        BOOST_TEST(number("select count(*) from task_total where tasks <= 0") == 0);
    }

    long long tasks_in(std::string const& condition)
    {
        return number("select coalesce(sum(tasks), 0) from task_total where " + condition);
    }
};

engine::task due_on(char const* day, bool stopped = false)
{
    engine::task one{"paper", "paper.noted", "reviewer", "law", {}};
    one.within = engine::task_limit{.name = "noting",
                                    .due = engine::parse_day(day).value(),
                                    .unit = engine::day_unit::working,
                                    .stopped = stopped};
    return one;
}

constexpr auto internal = engine::confidentiality::internal;
constexpr auto secret = engine::confidentiality::secret;

} // namespace

BOOST_FIXTURE_TEST_SUITE(kept_sums_test, context)

BOOST_AUTO_TEST_CASE(a_case_is_counted_once_wherever_it_stands)
{
    act(stands("water", "running", internal));
    BOOST_TEST(number("select cases from case_total where unit = 'water' and phase = 'running'") ==
               1);
    act(stands("water", "running", internal));
    act(stands("water", "done", internal));
    act(stands("roads", "done", secret));
    BOOST_TEST(number("select count(*) from case_total") == 1);
    BOOST_TEST(number("select cases from case_total where unit = 'roads' and phase = 'done'"
                      " and level = 2 and opened_in = 2024") == 1);
}

BOOST_AUTO_TEST_CASE(what_acts_of_one_transaction_add_and_take_is_summed_together)
{
    auto const task = due_on("2024-03-08");
    auto opening = stands("water", "running", internal);
    opening.tasks_opened = {task};
    opening.figures = {{.indicator = "A", .year = 2024, .value = 3, .on = {1}, .seq = 1}};
    act(opening);
    auto closing = stands("roads", "done", secret);
    closing.tasks_closed = {task};
    auto later = stands("roads", "done", secret);
    later.tasks_opened = {due_on("2025-01-02")};
    act_together({closing, later});
    BOOST_TEST(tasks_in("sponsor = 'water'") == 0);
    BOOST_TEST(tasks_in("sponsor = 'roads' and level = 2") == 4);
    BOOST_TEST(number("select count(*) from case_total") == 1);
    BOOST_TEST(number("select value from figure_total where level = 2 and year = 2024") == 3);
    BOOST_TEST(number("select count(*) from figure_total") == 1);
}

BOOST_AUTO_TEST_CASE(a_task_is_in_the_sums_of_all_and_of_its_year_month_and_day)
{
    auto first = stands("water", "running", internal);
    first.tasks_opened = {due_on("2024-03-08"),
                          {"paper", "paper.closed", "department_head", "water", {}}};
    act(first);
    BOOST_TEST(tasks_in("span = 0 and period = ''") == 2);
    for (auto const* sum : {"span = 4 and period = '2024'", "span = 7 and period = '2024-03'",
                            "span = 10 and period = '2024-03-08'"})
        BOOST_TEST(tasks_in(sum) == 1, sum);
    BOOST_TEST(tasks_in("1 = 1") == 5); // what has no limit is in no year
}

BOOST_AUTO_TEST_CASE(a_task_leaves_its_day_when_that_moves_when_its_clock_stops_and_when_it_is_done)
{
    auto then = stands("water", "running", internal);
    then.tasks_opened = {due_on("2024-12-31")};
    act(then);
    then = stands("water", "running", internal);
    then.tasks_changed = {due_on("2025-01-02")};
    act(then);
    BOOST_TEST(tasks_in("period like '2024%'") == 0);
    BOOST_TEST(tasks_in("period = '2025'") == 1);
    then.tasks_changed = {due_on("2025-01-02", true)};
    act(then);
    BOOST_TEST(tasks_in("span > 0") == 0);
    BOOST_TEST(tasks_in("span = 0") == 1);
    then.tasks_changed = {};
    then.tasks_closed = {due_on("2025-01-02", true)};
    act(then);
    BOOST_TEST(number("select count(*) from task_total") == 0);
}

BOOST_AUTO_TEST_CASE(a_copy_to_read_is_no_work_that_waits)
{
    auto then = stands("water", "running", internal);
    engine::task const copy{"circulation", "circulation.read", "reviewer", "law", {}};
    then.tasks_opened = {due_on("2024-03-08"), copy};
    act(then);
    BOOST_TEST(number("select count(*) from task") == 2);
    BOOST_TEST(tasks_in("span = 0") == 1);
    BOOST_TEST(tasks_in("chapter = 'circulation'") == 0);
    recount_cases_and_tasks(*sql);
    BOOST_TEST(tasks_in("chapter = 'circulation'") == 0);
    check();
    then = stands("water", "running", internal);
    then.tasks_closed = {copy};
    act(then);
    BOOST_TEST(tasks_in("span = 0") == 1);
}

BOOST_AUTO_TEST_CASE(what_several_seats_may_do_is_counted_where_it_leads)
{
    auto clerk = due_on("2024-03-08");
    auto head = clerk;
    head.role = "department_head";
    head.leads = false;
    auto then = stands("water", "running", internal);
    then.tasks_opened = {clerk, head};
    act(then);
    BOOST_TEST(number("select count(*) from task") == 2);
    BOOST_TEST(tasks_in("span = 0") == 1);
    // another seat comes to lead
    std::swap(clerk.leads, head.leads);
    then = stands("water", "running", internal);
    then.tasks_changed = {clerk, head};
    act(then);
    BOOST_TEST(tasks_in("span = 0") == 1);
    BOOST_TEST(number("select leads from task where role = 'department_head'") == 1);
    // with another sponsor the sums move by what leads
    act(stands("roads", "running", internal));
    BOOST_TEST(tasks_in("span = 0 and sponsor = 'roads'") == 1);
    then = stands("roads", "running", internal);
    then.tasks_closed = {clerk};
    act(then);
    BOOST_TEST(tasks_in("span = 0") == 1);
    then = stands("roads", "running", internal);
    then.tasks_closed = {head};
    act(then);
    BOOST_TEST(number("select count(*) from task_total") == 0);
}

BOOST_AUTO_TEST_CASE(tasks_follow_their_case_to_another_kind_of_matter)
{
    auto then = stands("water", "running", internal);
    then.tasks_opened = {due_on("2024-03-08")};
    act(then);
    then = stands("water", "running", internal);
    then.summary.matter = "fees";
    act(then);
    BOOST_TEST(number("select count(*) from task where matter = 'fees'") == 1);
    BOOST_TEST(number("select count(*) from task where matter <> 'fees'") == 0);
}

BOOST_AUTO_TEST_CASE(tasks_follow_their_case_to_another_sponsor_and_level)
{
    auto then = stands("water", "running", internal);
    then.tasks_opened = {due_on("2024-03-08")};
    act(then);
    then = stands("roads", "running", secret);
    then.tasks_opened = {{"paper", "paper.closed", "department_head", "roads", {}}};
    act(then);
    BOOST_TEST(tasks_in("sponsor = 'water'") == 0);
    BOOST_TEST(tasks_in("sponsor = 'roads' and level = 2 and span = 0") == 2);
    BOOST_TEST(number("select count(*) from task where sponsor = 'roads'") == 2);

    light_days const lights{.today = engine::parse_day("2024-03-09").value(),
                            .soon = engine::parse_day("2024-03-12").value(),
                            .soon_working = engine::parse_day("2024-03-13").value()};
    box const of_roads{.name = box_name::overseen, .units = {"roads"}};
    auto const counted = looking.count_waiting(of_roads, lights);
    BOOST_REQUIRE(counted.size() == 2u); // one for each unit that is to act
    BOOST_TEST(counted[0].acting == "law");
    BOOST_TEST(counted[0].waiting == 1);
    BOOST_TEST(counted[0].red == 1);
    BOOST_TEST(counted[1].acting == "roads");
    BOOST_TEST(counted[1].waiting == 1);
    BOOST_TEST(counted[1].red == 0);
    reader less(db, engine::clearance(internal));
    BOOST_TEST(less.count_waiting(of_roads, lights).empty());
    BOOST_TEST(less.count_by_phase().empty());
}

BOOST_AUTO_TEST_CASE(what_was_due_in_other_years_and_months_is_late_and_what_comes_soon_is_yellow)
{
    auto then = stands("water", "running", internal);
    then.tasks_opened = {due_on("2024-03-13")};
    act(then);
    box const of_water{.name = box_name::overseen, .units = {"water"}};
    auto const light_on = [&](char const* today, char const* soon) -> std::string {
        auto const counted =
            looking.count_waiting(of_water, {.today = engine::parse_day(today).value(),
                                             .soon = engine::parse_day(today).value(),
                                             .soon_working = engine::parse_day(soon).value()});
        BOOST_TEST_REQUIRE(counted.size() == 1u);
        BOOST_TEST(counted[0].waiting == 1);
        return counted[0].red ? "red" : counted[0].yellow ? "yellow" : "green";
    };
    BOOST_TEST(light_on("2023-12-30", "2024-01-03") == "green");
    BOOST_TEST(light_on("2024-03-07", "2024-03-12") == "green");
    BOOST_TEST(light_on("2024-03-08", "2024-03-13") == "yellow");
    BOOST_TEST(light_on("2024-03-13", "2024-03-18") == "yellow");
    BOOST_TEST(light_on("2024-03-14", "2024-03-19") == "red");
    BOOST_TEST(light_on("2024-04-01", "2024-04-08") == "red");
    BOOST_TEST(light_on("2025-03-01", "2025-03-06") == "red");
}

BOOST_AUTO_TEST_CASE(sums_written_anew_are_the_kept_ones)
{
    auto then = stands("water", "running", internal);
    then.tasks_opened = {due_on("2024-03-08")};
    act(then);
    tamper("update case_total set cases = 7");
    tamper("delete from task_total");
    BOOST_TEST(compare_case_totals(*sql).wrong == 1);
    BOOST_TEST(compare_task_totals(*sql).wrong == 4);
    recount_cases_and_tasks(*sql);
    check();
}

BOOST_AUTO_TEST_SUITE_END()
