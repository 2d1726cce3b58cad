#include "tests/architecture/checks/manual.hpp"

#include "tests/architecture/planted_tree.hpp"

using namespace architecture;

BOOST_AUTO_TEST_SUITE(manual)

BOOST_AUTO_TEST_CASE(the_manual_describes_what_the_program_takes)
{
    must_be_none(against_manual(house()));
}

BOOST_AUTO_TEST_CASE(a_missing_manual_is_found)
{
    planted_tree tree;
    BOOST_TEST(all_of(against_manual(tree.read())) == "packaging/juece.1: is missing\n");
}

BOOST_AUTO_TEST_CASE(what_only_one_of_them_names_is_found)
{
    planted_tree tree;
    tree.with("web/main.cpp", "program.set_version_flag(\"--version\", \"juece 1\");\n");
    tree.with("web/commands/a.cpp",
              "program.add_subcommand(\n    \"serve\", \"words about --nothing\");\n"
              "add(*all, \"take-in\", \"words\", true);\nadd(\"juece_acts\", \"Acts\");\n"
              "command->add_option(\"--data\", dir); // add_option(\"--gone\", dir);\n"
              "command\n    ->add_option(\"--address,--public-address\", address);\n");
    tree.with("packaging/juece.1", ".Fl -help | -version\n.Fl -version\n.Ss serve\n"
                                   ".It Fl -data Ar DIR , Fl -old\n.It Fl -address\n"
                                   ".It Cm put-out Ar FILE\n.Ss Options of most commands\n");
    BOOST_TEST(all_of(against_manual(tree.read())) ==
               "packaging/juece.1: says nothing about the command take-in\n"
               "packaging/juece.1: there is no command put-out\n"
               "packaging/juece.1: says nothing about the option --public-address\n"
               "packaging/juece.1: there is no option --old\n");
}

BOOST_AUTO_TEST_SUITE_END()
