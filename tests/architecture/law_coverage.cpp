#include "tests/architecture/checks/law_coverage.hpp"

#include "tests/architecture/planted_tree.hpp"

using namespace architecture;

namespace {

constexpr auto requirements = "id,actor,requirement,kind\n"
                              "R713-1.1,a,b,M\n"
                              "R713-2.1,a,\"b, c\",C\n"
                              "R713-3.1,a,b,I\n"
                              "GDH303-1,a,b,I\n"
                              "NORM-1,a,b,M\n";

} // namespace

BOOST_AUTO_TEST_SUITE(law_coverage)

BOOST_AUTO_TEST_CASE(every_rule_that_is_cited_exists)
{
    must_be_none(against_unknown_rules(house()));
}

BOOST_AUTO_TEST_CASE(every_requirement_that_binds_is_covered)
{
    must_be_none(against_coverage(house()));
}

BOOST_AUTO_TEST_CASE(a_rule_that_nobody_made_is_found)
{
    planted_tree tree;
    tree.with("config/law/requirements.csv", requirements);
    tree.with("config/law/house_rules.csv", "id,requirement\nJC-1,x\n");
    tree.with("workflows/a.cpp", "clause<\"R713-1.1\">; clause<\"R713-9.9\">; // JC-1\n");
    tree.with("config/rules/cn.toml", "rule = \"GD21-7.1\"\n");
    tree.with("web/pages/a.mustache", "<a>JC-2</a>\n");
    tree.with("tests/engine/a.cpp", "\"R713-8.8\"\n");
    BOOST_TEST(all_of(against_unknown_rules(tree.read())) ==
               "config/rules/cn.toml: cites GD21-7.1, which is no requirement in config/law\n"
               "web/pages/a.mustache: cites JC-2, which is no requirement in config/law\n"
               "workflows/a.cpp: cites R713-9.9, which is no requirement in config/law\n");
}

BOOST_AUTO_TEST_CASE(a_missing_table_is_found)
{
    planted_tree tree;
    BOOST_TEST(all_of(against_coverage(tree.read())) ==
               "config/law/requirements.csv: is missing\n");
    tree.with("config/law/requirements.csv", requirements);
    BOOST_TEST(all_of(against_coverage(tree.read())) ==
               "workflows/major_decision/coverage.csv: is missing\n");
}

BOOST_AUTO_TEST_CASE(a_gap_in_the_table_is_found)
{
    planted_tree tree;
    tree.with("config/law/requirements.csv", requirements);
    tree.with("workflows/major_decision/coverage.csv",
              "id,how,where,test\n"
              "R713-1.1,condition,workflows/a.cpp,\n"
              "R713-1.1,act field,workflows/b.cpp,an_adviser_is_heard\n"
              "R713-7.7,,,hearing/a_hearing_is_public; nobody_wrote_this\n"
              "NORM-1,process outside,,\n");
    tree.with("workflows/b.cpp", "");
    tree.with("tests/workflows/expert_review.cpp",
              "BOOST_FIXTURE_TEST_CASE(an_adviser_is_heard, a_case)\n");
    tree.with("tests/workflows/hearing.cpp", "// BOOST_AUTO_TEST_CASE(nobody_wrote_this)\n"
                                             "BOOST_AUTO_TEST_CASE(a_hearing_is_public)\n");
    auto const found = all_of(against_coverage(tree.read()));
    std::string const row = "workflows/major_decision/coverage.csv: ";
    BOOST_TEST(
        found ==
        row + "R713-1.1 is said to be a condition, but no code and no rule pack cites R713-1.1\n" +
            row + "R713-1.1 names a file that is not there: workflows/a.cpp\n" + row +
            "R713-1.1 names no test\n" + row + "R713-1.1 stands there twice\n" + row +
            "R713-7.7 is no requirement\n" + row + "R713-7.7 does not say how it is met\n" + row +
            "R713-7.7 names a test that is not there: nobody_wrote_this\n" + row +
            "R713-2.1 is not covered\n" + row + "GDH303-1 is not covered\n");
}

BOOST_AUTO_TEST_CASE(a_condition_that_has_another_name_by_now_is_found)
{
    planted_tree tree;
    tree.with("config/law/requirements.csv", "id,actor,requirement,kind\nR713-1.1,a,b,M\n");
    tree.with("workflows/major_decision/coverage.csv",
              "id,how,where,test\n"
              "R713-1.1,act field,chapter: is_heard; was_heard; the_chapter.cpp: is_heard,a_fact\n"
              "R713-1.1,act field,x: has_words; heard_on; days_ahead; who_hears; is_told,a_fact\n");
    tree.with("workflows/major_decision/the_chapter.cpp",
              "// once was_heard, today\n"
              "struct is_heard { static constexpr std::string_view kind = \"x.who_hears\"; };\n"
              "BOOST_DESCRIBE_STRUCT(is_heard, (), (place,\n  heard_on))\n"
              "int days_ahead(int n);\n"
              "say(\"is_told of has_words\");\n");
    tree.with("tests/workflows/a.cpp", "BOOST_AUTO_TEST_CASE(a_fact)\n");
    BOOST_TEST(all_of(against_coverage(tree.read())) ==
               "workflows/major_decision/coverage.csv: R713-1.1 names what is not in the code: "
               "was_heard\n"
               "workflows/major_decision/coverage.csv: R713-1.1 stands there twice\n"
               "workflows/major_decision/coverage.csv: R713-1.1 names what is not in the code: "
               "has_words\n"
               "workflows/major_decision/coverage.csv: R713-1.1 names what is not in the code: "
               "is_told\n");
}

BOOST_AUTO_TEST_CASE(each_procedure_may_have_a_table_of_its_own)
{
    planted_tree tree;
    tree.with("config/law/requirements.csv", requirements);
    tree.with("workflows/major_decision/coverage.csv",
              "id,how,where,test\nR713-1.1,act field,,a_fact\nGDH303-1,act field,,a_fact\n");
    tree.with("workflows/catalogue/coverage.csv", "id,how,where,test\n"
                                                  "R713-1.1,act field,,a_fact\n"
                                                  "R713-2.1,act field,,a_fact\n"
                                                  "R713-2.1,act field,,no_such_test\n");
    tree.with("tests/workflows/a.cpp", "BOOST_AUTO_TEST_CASE(a_fact)\n");
    BOOST_TEST(all_of(against_coverage(tree.read())) ==
               "workflows/catalogue/coverage.csv: R713-2.1 stands there twice\n"
               "workflows/catalogue/coverage.csv: R713-2.1 names a test that is not there: "
               "no_such_test\n");
}

BOOST_AUTO_TEST_SUITE_END()
