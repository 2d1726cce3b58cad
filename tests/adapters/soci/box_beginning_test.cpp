#include "adapters/soci/reader.hpp"
#include "tests/adapters/record_context.hpp"

using namespace adapters::soci;
using tests::admit;
using tests::at;
using tests::closing_of;
using tests::opening_of;

namespace {

using names = std::vector<std::string>;

/// Papers of the water bureau, whose closing stands for the confirmation of a copy.
struct context : tests::fresh_record {
    clerk taking{db, law.law()};
    reader looking{db, engine::clearance::of_the_record()};

    engine::case_id open(std::string const& name)
    {
        return admit(taking, opening_of(name)).what.on;
    }

    names titles(box const& of, box_filter const& only = {}, box_order by = box_order::newest)
    {
        names found;
        for (auto const& one : looking.list_box(of, only, by, {}, 100).rows)
            found.push_back(one.title);
        BOOST_TEST(looking.count_box(of, only, 100) == static_cast<long long>(found.size()));
        return found;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(box_beginning_test, context)

BOOST_AUTO_TEST_CASE(what_is_only_to_be_read_lies_in_a_box_of_its_own)
{
    open("dam");
    std::string const copies = "paper.closed";
    box const seat{.seats = {{"department_head", "water"}}, .kind_of_copies = copies};
    BOOST_TEST(titles(seat) == names{});
    auto copied = seat;
    copied.name = box_name::copied;
    BOOST_TEST(titles(copied) == names{"dam"});
    box const overseen{.name = box_name::overseen, .units = {"water"}, .kind_of_copies = copies};
    for (auto const& one : looking.list_box(overseen, {}, {}, {}, 10).rows)
        BOOST_TEST(one.waits.kind != copies);
}

BOOST_AUTO_TEST_CASE(a_copy_that_was_read_stays_in_its_box_behind_those_that_wait)
{
    // person 1 enters all acts
    std::vector<engine::case_id> cases;
    for (auto const* name : {"dam", "mill", "road", "well", "yard"})
        cases.push_back(open(name));
    box const copied{.name = box_name::copied,
                     .seats = {{"department_head", "water"}},
                     .person = {1},
                     .kind_of_copies = "paper.closed"};
    admit(taking, closing_of(cases[1], "c2", at("2024-03-03T01:00:00.000Z")));
    admit(taking, closing_of(cases[4], "c5", at("2024-03-04T01:00:00.000Z")));
    BOOST_TEST(titles(copied) == (names{"well", "road", "dam", "yard", "mill"}));
    BOOST_TEST(titles(copied, {}, box_order::oldest) ==
               (names{"dam", "road", "well", "mill", "yard"}));
    auto const last = looking.list_box(copied, {}, {}, {}, 10).rows.back();
    BOOST_TEST(last.kind == "paper.closed");
    BOOST_TEST((last.at == at("2024-03-03T01:00:00.000Z")));
    // page by page, wherever the border between the two falls
    for (long long limit = 1; limit <= 5; ++limit) {
        names found;
        std::optional<box_cursor> after;
        do {
            auto const page = looking.list_box(copied, {}, {}, after, limit);
            for (auto const& one : page.rows)
                found.push_back(one.title);
            after = page.next;
        } while (after);
        BOOST_TEST(found == (names{"well", "road", "dam", "yard", "mill"}));
    }
    BOOST_TEST(looking.count_box(copied, {}, 4) == 4);
    BOOST_TEST(looking.count_box(copied, {}, 2) == 2);
    BOOST_TEST(titles(copied, {.words = "mill"}) == names{"mill"});
    BOOST_TEST(titles(copied, {.kind = "paper.noted"}) == names{});
    auto const today = *engine::parse_day("2024-03-05");
    light_days const lights{.today = today, .soon = today, .soon_working = today};
    BOOST_TEST(titles(copied, {.light = "none", .lights = lights}).size() == 5u);
    BOOST_TEST(titles(copied, {.light = "red", .lights = lights}) == names{});
    // what somebody else has read is not theirs
    auto of_another = copied;
    of_another.person = {2};
    BOOST_TEST(titles(of_another) == (names{"well", "road", "dam"}));
}

BOOST_AUTO_TEST_CASE(what_several_seats_may_do_is_overseen_once)
{
    open("dam");
    box const of_one{.name = box_name::overseen, .units = {"water"}};
    box const of_many{.name = box_name::overseen, .units = {"roads", "water"}};
    BOOST_TEST(titles(of_one).size() == 2u);
    tamper("update task set leads = 0 where role = 'reviewer'");
    BOOST_TEST(titles(of_one) == names{"dam"});
    BOOST_TEST(titles(of_many) == names{"dam"});
    // whoever may do it still has it on the desk
    BOOST_TEST(titles({.name = box_name::waiting, .seats = {{"reviewer", "law"}}}) == names{"dam"});
}

BOOST_AUTO_TEST_CASE(what_another_of_the_unit_does_first_is_left_to_them)
{
    open("dam");
    open("bridge");
    // the head closes both papers; of the dam's the clerk may do it as well
    tamper("update task set (chapter, kind, unit, role) = (select o.chapter, o.kind, o.unit,"
           " 'sponsor_clerk' from task o where o.case_id = task.case_id and o.role ="
           " 'department_head') where role = 'reviewer' and case_id ="
           " (select id from case_file where title = 'dam')");
    box head{.name = box_name::waiting, .seats = {{"department_head", "water"}}};
    BOOST_TEST(titles(head) == (names{"bridge", "dam"}));
    head.left_to = "sponsor_clerk";
    BOOST_TEST(titles(head) == names{"bridge"});
    // what is theirs by name is nobody else's
    tamper("update task set person = 7 where role = 'department_head'");
    head.by_name = {{7}};
    BOOST_TEST(titles(head) == (names{"bridge", "dam"}));
}

BOOST_AUTO_TEST_SUITE_END()
