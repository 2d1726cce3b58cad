#include "adapters/csv/csv.hpp"
#include "adapters/law_text/requirements.hpp"
#include "config/embedded.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>
#include <unistd.h>

using adapters::law_text::chinese_number;
using adapters::law_text::load_requirements;

namespace {

adapters::law_text::requirements const& law()
{
    static auto const loaded = load_requirements();
    for (auto const& fault : loaded.faults)
        BOOST_ERROR(fault.file << ":" << fault.line << " " << fault.reason.id);
    return loaded.law;
}

} // namespace

BOOST_AUTO_TEST_SUITE(law_text_test)

BOOST_AUTO_TEST_CASE(a_rule_is_cited_by_its_article_in_both_languages)
{
    auto const* rule = law().find("R713-25.1");
    BOOST_REQUIRE(rule);
    BOOST_TEST(rule->citation_zh == "《重大行政决策程序暂行条例》第二十五条");
    BOOST_TEST(rule->citation_en == "State Council Order 713, art. 25");
    BOOST_TEST(rule->kind == "M");
    BOOST_TEST(!rule->zh.empty());
    BOOST_TEST(law().find("GDH303-19.2")->citation_zh == "《广东省重大行政决策听证规定》第十九条");
    BOOST_TEST(law().find("HLJ-40.2")->citation_en == "Heilongjiang Procedure Rules 2021, art. 40");
}

BOOST_AUTO_TEST_CASE(rules_of_many_sources_carry_their_own_citation)
{
    BOOST_TEST(law().find("TIME-3")->citation_zh == "《中华人民共和国民法典》第二百零三条");
    BOOST_TEST(law().find("NORM-20")->citation_zh == "《公平竞争审查条例》第十三条至第十八条");
    BOOST_TEST(law().find("JC-1")->citation_zh == "本系统规则 JC-1");
    BOOST_TEST(law().find("JC-1")->citation_en == "House rule JC-1");
}

BOOST_AUTO_TEST_CASE(an_unknown_id_is_nothing)
{
    BOOST_TEST(!law().find("R713-99.1"));
    BOOST_TEST(!law().find(""));
}

BOOST_AUTO_TEST_CASE(every_requirement_of_the_procedure_is_there_in_both_languages)
{
    std::map<std::string, int> count;
    for (auto const& [id, rule] : law().all()) {
        ++count[id.substr(0, id.rfind('-'))];
        BOOST_TEST(!rule.zh.empty(), id);
        BOOST_TEST(!rule.en.empty(), id);
        BOOST_TEST(!rule.citation_zh.empty(), id);
        BOOST_TEST(!rule.citation_en.empty(), id);
    }
    BOOST_TEST(count["R713"] == 104);
    BOOST_TEST(count["GD21"] == 104);
    BOOST_TEST(count["GDH303"] == 35);
    BOOST_TEST(count["TIME"] == 7);
    BOOST_TEST(count["NORM"] == 20);
    BOOST_TEST(count["AR"] == 5);
    BOOST_TEST(count["GDLA"] == 12);
    BOOST_TEST(count["JC"] == 46);
}

BOOST_AUTO_TEST_CASE(a_regulation_lists_its_requirements_in_the_order_of_its_articles)
{
    auto const all = law().by_regulation();
    BOOST_TEST_REQUIRE(all.size() > 1U);
    BOOST_TEST(all.front().prefix == "R713");
    BOOST_TEST(all.front().requirements.front()->id == "R713-2.1");
    std::size_t listed = 0;
    for (auto const& regulation : all)
        listed += regulation.requirements.size();
    BOOST_TEST(listed == law().all().size());
    auto const& order = all.front().requirements;
    auto const place = [&](std::string_view id) {
        return std::find_if(order.begin(), order.end(),
                            [&](auto const* one) { return one->id == id; }) -
               order.begin();
    };
    BOOST_TEST(place("R713-3.1") < place("R713-10.1"));
}

BOOST_AUTO_TEST_CASE(numbers_are_written_as_articles_are_counted)
{
    BOOST_TEST(chinese_number(1) == "一");
    BOOST_TEST(chinese_number(10) == "十");
    BOOST_TEST(chinese_number(11) == "十一");
    BOOST_TEST(chinese_number(20) == "二十");
    BOOST_TEST(chinese_number(44) == "四十四");
    BOOST_TEST(chinese_number(100) == "一百");
    BOOST_TEST(chinese_number(101) == "一百零一");
    BOOST_TEST(chinese_number(110) == "一百一十");
    BOOST_TEST(chinese_number(203) == "二百零三");
    BOOST_TEST(chinese_number(999) == "九百九十九");
}

BOOST_AUTO_TEST_CASE(slips_in_the_files_are_named)
{
    adapters::law_text::requirements own;
    auto const faults =
        own.add("id,actor,requirement,requirement_zh,kind,citation_zh,citation_en\n"
                "X-1,a,in words,,M,,\n"
                ",a,in words,话,M,,\n"
                "Y-1,a,in words,话,M,,\n"
                "X-a,a,in words,话,M,,\n"
                "X-2,a,in words,话,M,,\n",
                "prefix,title_zh,title_en,numbering\nX,《某规定》,Some rule,article\n", "own");
    BOOST_REQUIRE_EQUAL(faults.size(), 4u);
    for (std::size_t i = 0; i < 4; ++i) {
        BOOST_TEST(faults[i].file == "own/requirements.csv");
        BOOST_TEST(faults[i].line == i + 2);
    }
    BOOST_REQUIRE(own.find("X-2"));
    BOOST_TEST(own.find("X-2")->citation_zh == "《某规定》第二条");
}

BOOST_AUTO_TEST_CASE(a_place_adds_its_own_rules_but_changes_none)
{
    auto const data =
        std::filesystem::temp_directory_path() / ("juece_law_text_" + std::to_string(getpid()));
    std::filesystem::create_directories(data / "config" / "law");
    std::ofstream(data / "config" / "law" / "requirements.csv")
        << "id,actor,requirement,requirement_zh,kind,citation_zh,citation_en\n"
           "GY-3.1,organ,two thirds present,三分之二到会,M,,\n"
           "JC-1,all,something else,别的,M,,\n";
    std::ofstream(data / "config" / "law" / "sources.csv")
        << "prefix,title_zh,title_en,numbering\nGY,《区政府工作规则》,Work rules,article\n";
    auto const loaded = load_requirements(data);
    std::filesystem::remove_all(data);
    BOOST_TEST(loaded.faults.empty());
    BOOST_REQUIRE(loaded.law.find("GY-3.1"));
    BOOST_TEST(loaded.law.find("GY-3.1")->citation_zh == "《区政府工作规则》第三条");
    BOOST_TEST(loaded.law.find("JC-1")->en == law().find("JC-1")->en);
}

BOOST_AUTO_TEST_CASE(every_indicator_has_a_code_of_its_own_and_a_name_in_both_languages)
{
    auto const indicators =
        adapters::csv::read(config::embedded("indicators.csv").value(), "indicators.csv");
    BOOST_TEST(indicators.faults.empty());
    std::set<std::string> codes;
    for (auto const& row : indicators.found.rows) {
        BOOST_TEST(codes.insert(indicators.found.cell(row, "code")).second);
        BOOST_TEST(!indicators.found.cell(row, "name_zh").empty());
        BOOST_TEST(!indicators.found.cell(row, "name_en").empty());
    }
    BOOST_TEST(codes.contains("DEC.adopted"));
}

BOOST_AUTO_TEST_SUITE_END()
