#include "adapters/soci/reader.hpp"
#include "adapters/soci/rows.hpp"
#include "tests/adapters/record_context.hpp"

#include <algorithm>
#include <set>

using namespace adapters::soci;
using tests::admit;
using tests::at;
using tests::opening_of;

namespace {

using names = std::vector<std::string>;

struct context : tests::fresh_record {
    clerk taking{db, law.law()};
    reader looking{db, engine::clearance::of_the_record()};

    void open(std::string const& title)
    {
        admit(taking, opening_of(title, "water", at("2024-03-01T01:00:00.000Z")));
    }

    static box_filter as_of(char const* day, std::string const& light = "")
    {
        auto const today = engine::parse_day(day).value();
        return {.light = light,
                .lights = {.today = today,
                           .soon = today + std::chrono::days(3),
                           .soon_working = engine::working_days().after(today, 3)}};
    }

    /// What waits for the reviewer, as it is to be done on that day; three a page.
    names to_do_on(char const* day, std::string const& light = "")
    {
        names found;
        std::optional<box_cursor> after;
        do {
            auto const page =
                looking.list_box(notes, as_of(day, light), box_order::to_do, after, 3);
            BOOST_TEST(page.rows.size() <= 3u);
            for (auto const& row : page.rows)
                found.push_back(row.title);
            after = page.next;
            if (after) // as the address of a page carries it
                after = box_cursor::parse(after->to_text());
        } while (after);
        return found;
    }

    /// Changes the task to note something on a paper.
    void change(std::string const& how, std::string const& title)
    {
        tamper("update task set " + how +
               " where limit_name = 'noting' and case_id ="
               " (select id from case_file where title = '" +
               title + "')");
    }

    box const notes{.name = box_name::waiting, .seats = {{"reviewer", "law"}}};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(box_ordering_test, context)

BOOST_AUTO_TEST_CASE(what_a_person_did_can_be_sorted_as_tasks_are)
{
    for (auto const* title : {"road", "dam", "weir"})
        open(title);
    box const done{.name = box_name::done, .person = {1}};
    auto const in_order = [&](box_order by, auto const& told) {
        std::vector<std::string> all;
        std::optional<box_cursor> after;
        do { // one by one, so that every cursor is used
            auto const page = looking.list_box(done, {}, by, after, 1);
            for (auto const& row : page.rows)
                all.push_back(told(row));
            after = page.next;
        } while (after);
        return all;
    };
    for (auto const by : {box_order::title, box_order::number, box_order::kind, box_order::due}) {
        auto const told = [&](box_row const& row) {
            return by == box_order::title    ? row.title
                   : by == box_order::number ? row.number
                   : by == box_order::kind   ? row.kind
                   : row.waits.within        ? engine::to_text(row.waits.within->due)
                                             : std::string(task_row::never_due);
        };
        auto const found = in_order(by, told);
        BOOST_TEST(found.size() == 3);
        BOOST_TEST(std::is_sorted(found.begin(), found.end()));
    }
    BOOST_TEST(in_order(box_order::title, [](auto const& row) { return row.title; }) ==
               (std::vector<std::string>{"dam", "road", "weir"}));
}

BOOST_AUTO_TEST_CASE(what_is_due_comes_first_then_the_newest_and_last_what_rests)
{
    for (auto const* title : {"bank", "dam", "dyke", "levy", "road", "weir", "well"})
        open(title); // to be noted on until Friday, 8 March
    change("opens_on = '2024-03-05'", "bank");
    change("stopped = 1", "levy");
    change("due = '2024-03-01', opens_on = '2024-04-01'", "road"); // late: presses all the same
    change("due = '9999-12-31', limit_name = ''", "dam");

    BOOST_TEST(to_do_on("2024-03-04") ==
               (names{"road", "well", "weir", "dyke", "dam", "bank", "levy"}));
    BOOST_TEST(to_do_on("2024-03-05") ==
               (names{"road", "bank", "dyke", "weir", "well", "dam", "levy"}));
    BOOST_TEST(to_do_on("2024-03-04", "grey") == (names{"bank", "levy"}));
}

BOOST_AUTO_TEST_CASE(what_rests_comes_in_the_order_in_which_it_opens)
{
    for (auto const* title : {"bank", "dam", "dyke", "levy", "road", "weir", "well"})
        open(title);
    change("opens_on = '2024-06-01'", "bank");
    change("opens_on = '2024-05-01', due = '2024-05-30'", "dam");
    change("opens_on = '2024-05-01', due = '2024-05-20'", "dyke");
    // nobody knows when a clock runs again
    change("stopped = 1, opens_on = '2024-04-01', due = '2024-04-10'", "levy");
    change("stopped = 1, opens_on = '', due = '2024-04-05'", "road");
    change("opens_on = '2024-04-20'", "weir");
    names const resting{"weir", "dyke", "dam", "bank", "road", "levy"};
    BOOST_TEST(to_do_on("2024-03-04", "grey") == resting);
    auto all = resting;
    all.insert(all.begin(), "well");
    BOOST_TEST(to_do_on("2024-03-04") == all);
}

BOOST_AUTO_TEST_CASE(a_limit_that_is_far_away_gives_no_precedence)
{
    for (auto const* title : {"bank", "dam", "weir"})
        open(title);
    change("due = '9999-12-31', limit_name = 'noting'", "weir");
    BOOST_TEST(to_do_on("2024-03-04") == (names{"weir", "dam", "bank"}));
    // and comes to the front once it is near
    BOOST_TEST(to_do_on("2024-03-05") == (names{"bank", "dam", "weir"}));
}

BOOST_AUTO_TEST_CASE(what_rests_is_found_by_its_own_index,
                     *boost::unit_test::precondition(tests::needs_sqlite))
{
    box head = notes;
    head.by_name = {{7}};
    for (auto const& of : {notes, head}) {
        auto const plan = looking.plan_of_box(of, as_of("2024-03-04", "grey"), box_order::opening);
        for (auto const& step : plan)
            if (step.starts_with("SEARCH t ") && step.find("rowid") == step.npos)
                BOOST_TEST(step.find(" task_at_rest ") != step.npos, step);
    }
}

BOOST_AUTO_TEST_CASE(what_rests_stays_where_it_is_among_very_many)
{
    for (int i = 0; i < 1'002; ++i)
        open("levy " + std::to_string(i));
    auto const page = [&](std::optional<box_cursor> const& after) {
        return looking.list_box(notes, as_of("2024-03-04"), box_order::to_do, after, 600);
    };
    tamper("update task set stopped = 1 where limit_name = 'noting' and case_id <> 1");
    auto const many = page({});
    BOOST_TEST(many.rows.front().title == "levy 1001");
    tamper("update task set stopped = 0 where case_id = 2");
    auto const few = page({});
    BOOST_TEST(few.rows.front().title == "levy 1");

    // a list that was begun is gone on with as it began, so that each row comes once
    std::set<std::string> found;
    auto const add = [&](box_page const& more) {
        for (auto const& row : more.rows)
            BOOST_TEST(found.insert(row.title).second, row.title);
    };
    add(many);
    add(page(many.next));
    BOOST_TEST(found.size() == 1'002u);
    found.clear();
    open("levy last");
    tamper("update task set stopped = 1 where limit_name = 'noting' and case_id > 2");
    add(few);
    add(page(few.next));
    BOOST_TEST(found.size() >= 1'002u);
}

BOOST_AUTO_TEST_SUITE_END()
