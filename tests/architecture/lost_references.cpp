#include "tests/architecture/checks/lost_references.hpp"

#include "tests/architecture/planted_tree.hpp"

using namespace architecture;

BOOST_AUTO_TEST_SUITE(lost_references)

BOOST_AUTO_TEST_CASE(loops_keep_the_list_over_which_they_run)
{
    must_be_none(against_lists_let_go(house()));
}

BOOST_AUTO_TEST_CASE(no_member_is_set_to_another_of_its_object)
{
    must_be_none(against_moved_members(house()));
}

BOOST_AUTO_TEST_CASE(a_loop_over_a_list_that_is_let_go_is_found)
{
    // Put together here, or this file would be a breach itself.
    auto const over = std::string("for (auto const& one :") + " *";
    planted_tree tree;
    tree.with("web/a.cpp", "// " + over + "units())\n" + over + "house.people(v.today()))\n" +
                               over + "at().office().units()) {\n");
    tree.with("web/b.cpp", "for (auto const all = house.units(); auto const& one : *all) {}\n" +
                               over + "listed) {}\n" +
                               "for (auto const& one : units()) use(flag ? *a : *call());\n");
    auto const what = std::string(": loops over what may be gone: ") + over;
    BOOST_TEST(all_of(against_lists_let_go(tree.read())) ==
               "web/a.cpp:2" + what + "house.people(\n" + "web/a.cpp:3" + what + "at(\n");
}

BOOST_AUTO_TEST_CASE(a_member_set_to_another_of_its_object_is_found)
{
    planted_tree tree;
    tree.with("web/a.cpp", "page.view[\"title\"] = page.view.at(\"label\");\n"
                           "made[\"a\"] =\n    made[\"b\"];\n");
    tree.with("web/b.cpp", "page.view[\"title\"] = value(page.view.at(\"label\"));\n"
                           "made[\"a\"] = other.at(\"b\");\n"
                           "made[\"a\"] = made.at(\"b\").as_bool();\n");
    BOOST_TEST(all_of(against_moved_members(tree.read())) ==
               "web/a.cpp:1: sets a member to another of the same object: "
               "page.view[\"title\"] = page.view.at(\"label\");\n"
               "web/a.cpp:2: sets a member to another of the same object: "
               "made[\"a\"] =\n    made[\"b\"];\n");
}

BOOST_AUTO_TEST_SUITE_END()
