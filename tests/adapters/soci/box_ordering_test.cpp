#include "adapters/soci/reader.hpp"
#include "adapters/soci/rows.hpp"
#include "tests/adapters/record_context.hpp"

#include <algorithm>

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

    /// What waits for the reviewer, as it is to be done on that day; three a page.
    names to_do_on(char const* day, std::string const& light = "")
    {
        auto const today = engine::parse_day(day).value();
        box_filter const only{.light = light,
                              .lights = {.today = today,
                                         .soon = today + std::chrono::days(3),
                                         .soon_working = engine::working_days().after(today, 3)}};
        names found;
        std::optional<box_cursor> after;
        do {
            auto const page = looking.list_box(notes, only, box_order::to_do, after, 3);
            BOOST_TEST(page.rows.size() <= 3u);
            for (auto const& row : page.rows)
                found.push_back(row.title);
            after = page.next;
            if (after) // as the address of a page carries it
                after = box_cursor::parse(after->to_text());
        } while (after);
        return found;
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
    auto const change = [&](char const* how, char const* title) {
        tamper("update task set " + std::string(how) +
               " where limit_name = 'noting' and case_id ="
               " (select id from case_file where title = '" +
               title + "')");
    };
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

BOOST_AUTO_TEST_CASE(what_rests_stays_where_it_is_among_very_many)
{
    for (int i = 0; i < 1'002; ++i)
        open("levy " + std::to_string(i));
    auto const first = [&] { return to_do_on("2024-03-04").front(); };
    tamper("update task set stopped = 1 where limit_name = 'noting' and case_id <> 1");
    BOOST_TEST(first() == "levy 1001");
    tamper("update task set stopped = 0 where case_id = 2");
    BOOST_TEST(first() == "levy 1");
}

BOOST_AUTO_TEST_SUITE_END()
