#include "tests/architecture/checks/house_rules.hpp"

#include "tests/architecture/planted_tree.hpp"

using namespace architecture;

BOOST_AUTO_TEST_SUITE(house_rules)

BOOST_AUTO_TEST_CASE(time_comes_in_as_a_parameter)
{
    must_be_none(against_parameters_for_time(house()));
}

BOOST_AUTO_TEST_CASE(headers_are_guarded_by_their_path)
{
    must_be_none(against_header_guards(house()));
}

BOOST_AUTO_TEST_CASE(no_file_names_a_machine)
{
    must_be_none(against_machine_paths(house()));
}

BOOST_AUTO_TEST_CASE(no_source_is_too_long)
{
    must_be_none(against_long_files(house()));
}

BOOST_AUTO_TEST_CASE(a_clock_below_adapters_is_found)
{
    planted_tree tree;
    tree.with("engine/a.cpp", "// system_clock::now\nauto t = std::chrono::system_clock::now();\n");
    tree.with("workflows/b.cpp", "auto t = std::time(nullptr);\nint x = runtime(0);\n");
    tree.with("web/c.cpp", "auto t = std::chrono::system_clock::now();\n");
    BOOST_TEST(all_of(against_parameters_for_time(tree.read())) ==
               "engine/a.cpp:2: must come as a parameter: _clock::now\n"
               "workflows/b.cpp:1: must come as a parameter: std::time(nullptr\n");
}

BOOST_AUTO_TEST_CASE(a_wrong_guard_is_found)
{
    planted_tree tree;
    tree.with("engine/a.hpp", "#ifndef JUECE_ENGINE_A_HPP\n#define JUECE_ENGINE_A_HPP\n#endif\n");
    tree.with("engine/b.hpp", "#ifndef JUECE_ENGINE_A_HPP\n#define JUECE_ENGINE_A_HPP\n#endif\n");
    tree.with("engine/c.hpp", "#pragma once\n");
    tree.with("engine/d.hpp", "");
    BOOST_TEST(all_of(against_header_guards(tree.read())) ==
               "engine/b.hpp: is not guarded by JUECE_ENGINE_B_HPP\n"
               "engine/c.hpp: is not guarded by JUECE_ENGINE_C_HPP\n"
               "engine/d.hpp: is not guarded by JUECE_ENGINE_D_HPP\n");
}

BOOST_AUTO_TEST_CASE(a_path_of_one_machine_is_found)
{
    planted_tree tree;
    // Put together here, or this file would be a breach itself.
    auto const place = std::string("/ho") + "me/someone/juece";
    tree.with("README.md", "one\nsee " + place + "\n");
    tree.with("config/links.csv", "https://example.gov.cn" + place + "\n");
    BOOST_TEST(all_of(against_machine_paths(tree.read())) ==
               "README.md:2: names a path of one machine:  " + place.substr(0, 6) + "\n");
}

BOOST_AUTO_TEST_CASE(a_source_that_is_too_long_is_found)
{
    planted_tree tree;
    tree.with("web/long.cpp", std::string(601, '\n'));
    tree.with("web/enough.cpp", std::string(600, '\n'));
    tree.with("config/data.csv", std::string(601, '\n'));
    BOOST_TEST(all_of(against_long_files(tree.read())) ==
               "web/long.cpp: has 601 lines; more than 600\n");
}

BOOST_AUTO_TEST_SUITE_END()
