#include "adapters/report/report_places.hpp"

#include <boost/test/unit_test.hpp>

using namespace adapters::report;

namespace {

report_places places_in(std::string text)
{
    return report_places(report_template{.text = std::move(text)});
}

std::string const two_sections =
    "@title {{title}}\n"
    "{{narrative.documents}}\n"
    "@+ {{#NORM.issued}}{{year}}{{shown}}{{/NORM.issued}}\n"
    "{{narrative.decisions}}\n"
    "@+ {{#DEC.adopted}}{{#comparison}}{{/comparison}}{{/DEC.adopted}}\n"
    "@+ {{#LEGAL.matters}}{{shown}}{{/LEGAL.matters}}\n"
    "@+ {{#LEGAL.amount}}{{shown}}{{/LEGAL.amount}}\n"
    "{{#narrative.other}}{{narrative.other}}{{/narrative.other}}\n";

} // namespace

BOOST_AUTO_TEST_SUITE(report_places_test)

BOOST_AUTO_TEST_CASE(an_indicator_stands_in_the_section_that_tells_it_in_its_order)
{
    auto const places = places_in(two_sections);
    BOOST_TEST(places.of("NORM.issued").section == "documents");
    BOOST_TEST(places.of("DEC.adopted").section == "decisions");
    BOOST_TEST((places.of("NORM.issued") < places.of("DEC.adopted")));
    BOOST_TEST((places.of("DEC.adopted") < places.of("LEGAL.matters")));
    BOOST_TEST((places.of("LEGAL.matters") < places.of("LEGAL.amount")));
}

BOOST_AUTO_TEST_CASE(what_is_not_told_stands_with_what_it_is_a_part_of_else_with_its_kind)
{
    auto const places = places_in(two_sections);
    BOOST_TEST((places.of("LEGAL.matters.contract") == places.of("LEGAL.matters")));
    BOOST_TEST((places.of("LEGAL.disclosure") == places.of("LEGAL.amount")));
    BOOST_TEST((places.of("NORM.filed") == places.of("NORM.issued")));
}

BOOST_AUTO_TEST_CASE(a_kind_that_no_section_tells_stands_behind_all)
{
    auto const places = places_in(two_sections);
    BOOST_TEST(places.of("REPORT.published").section == "");
    BOOST_TEST((places.of("LEGAL.amount") < places.of("REPORT.published")));
    BOOST_TEST(places_in("").of("DEC.adopted").section == "");
    BOOST_TEST(places_in("{{narrative.decisions}} {{#DEC.adopted").of("DEC.adopted").section == "");
}

BOOST_AUTO_TEST_CASE(only_a_figure_with_a_sentence_of_its_own_is_told)
{
    auto const places = places_in(two_sections);
    BOOST_TEST(places.tells("NORM.issued"));
    BOOST_TEST(!places.tells("NORM.issued.town"));
    BOOST_TEST(!places.tells("REPORT.published"));
}

BOOST_AUTO_TEST_CASE(the_report_that_is_built_in_tells_decisions_and_documents_apart)
{
    report_places const places(read_report_template("no such directory"));
    BOOST_TEST(places.of("NORM.filing_rate").section == "documents");
    BOOST_TEST(places.of("DEC.adopted").section == "decisions");
    BOOST_TEST(places.of("LEGAL.matters.project").section == "decisions");
    BOOST_TEST(places.of("WEB.messages").section == "oversight");
    BOOST_TEST(places.of("MEDIATE.rate").section == "disputes");
}

BOOST_AUTO_TEST_SUITE_END()
