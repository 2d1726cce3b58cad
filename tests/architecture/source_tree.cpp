#include "tests/architecture/checks/source_tree.hpp"

#include "tests/architecture/planted_tree.hpp"

using namespace architecture;

BOOST_AUTO_TEST_SUITE(source_tree_reading)

BOOST_AUTO_TEST_CASE(comments_go_and_literals_stay)
{
    BOOST_TEST(strip_comments("a; // b\nc") == "a;     \nc");
    BOOST_TEST(strip_comments("a /* b\n */ c") == "a     \n    c");
    BOOST_TEST(strip_comments(R"(say("http://x"); // y)") == R"(say("http://x");     )");
    BOOST_TEST(strip_comments(R"('"' "//" '\'' //)") == R"('"' "//" '\''   )");
    BOOST_TEST(strip_comments("1'000 // x") == "1'000     ");
    BOOST_TEST(strip_comments("R\"x(// \" )x\" // y") == "R\"x(// \" )x\"     ");
}

BOOST_AUTO_TEST_CASE(quoted_cells_may_hold_commas_and_breaks)
{
    auto const rows = csv_rows("id,how\nA,\"x, \"\"y\"\"\nz\"\r\n\nB,\n");
    BOOST_TEST_REQUIRE(rows.size() == 3u);
    BOOST_TEST(rows[1][1] == "x, \"y\"\nz");
    BOOST_TEST(rows[2][1].empty());
}

BOOST_AUTO_TEST_CASE(build_trees_and_data_are_left_out)
{
    planted_tree tree;
    tree.with("engine/act.hpp", "").with("build/dev/a.cpp", "").with("data/x.cpp", "");
    tree.with("data.new/x.cpp", "").with("tests/browser/node_modules/a/b.js", "");
    tree.with(".git/config", "");
    auto const read = tree.read();
    BOOST_TEST_REQUIRE(read.files().size() == 1u);
    BOOST_TEST(read.files()[0].path == "engine/act.hpp");
}

BOOST_AUTO_TEST_CASE(the_house_was_found)
{
    BOOST_TEST(house().find("engine/act.hpp"));
    BOOST_TEST(house().find("CMakeLists.txt"));
}

BOOST_AUTO_TEST_SUITE_END()
