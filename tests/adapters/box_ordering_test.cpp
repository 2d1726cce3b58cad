#include "adapters/soci/reader.hpp"
#include "adapters/soci/rows.hpp"
#include "tests/adapters/record_context.hpp"

#include <algorithm>

using namespace adapters::soci;
using tests::admit;
using tests::at;
using tests::opening_of;

namespace {

struct context : tests::fresh_record {
    clerk taking{db, law.law()};
    reader looking{db, engine::clearance::of_the_record()};

    void open(std::string const& title)
    {
        admit(taking, opening_of(title, "water", at("2024-03-01T01:00:00.000Z")));
    }
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

BOOST_AUTO_TEST_SUITE_END()
