#include "adapters/soci/reader.hpp"
#include "tests/adapters/record_context.hpp"

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

    names titles(box const& of)
    {
        names found;
        for (auto const& row : looking.list_box(of, {}, box_order::newest, {}, 100).rows)
            found.push_back(row.title);
        BOOST_TEST(looking.count_box(of, {}, 100) == static_cast<long long>(found.size()));
        return found;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(box_beginning_test, context)

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
