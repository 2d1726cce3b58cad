#include "adapters/files/read_file.hpp"
#include "adapters/import/catalogue_table.hpp"
#include "adapters/sheet/sheet.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <set>

using adapters::import::catalogue_table;
using adapters::import::code_of_unit;
using adapters::import::read_catalogue;
using workflows::catalogue::matter_type;
using workflows::catalogue::required_step;

namespace {

std::vector<adapters::soci::unit> const units{{"finance", "区财政局", "gy"},
                                              {"water", "区水务局", "gy"},
                                              {"reform", "区发展和改革局", "gy"},
                                              {"resources", "市自然资源局高要分局", "gy"}};

catalogue_table read(std::string const& text, int year = 2024)
{
    return read_catalogue(text, year, units);
}

std::string fault_of(std::string const& text)
{
    auto const found = read(text).faults;
    return found.size() == 1 ? std::to_string(found.front().line) + " " + found.front().reason.id
                             : std::to_string(found.size()) + " faults";
}

struct real_catalogue {
    char const* file;
    int year;
    std::size_t items;
    std::size_t hearings;
};

std::string bytes_of(char const* file)
{
    return adapters::files::read_file(std::filesystem::path(JUECE_SOURCES) /
                                      "config/sample/catalogues" / file);
}

} // namespace

BOOST_AUTO_TEST_SUITE(catalogue_table_test)

BOOST_AUTO_TEST_CASE(every_real_catalogue_is_read)
{
    for (real_catalogue const& one : {real_catalogue{"gz_city_2017.csv", 2017, 12, 2},
                                      {"gz_panyu_2017.csv", 2017, 2, 1},
                                      {"hb_huangshi_tieshan_2024.csv", 2024, 2, 0},
                                      {"jl_siping_2024.csv", 2024, 2, 0},
                                      {"nb_xiangshan_commerce_2024.csv", 2024, 1, 0},
                                      {"yn_yiliang_2024.csv", 2024, 1, 0},
                                      {"zj_mazhang_2022.csv", 2022, 1, 0}})
        BOOST_TEST_CONTEXT(one.file)
        {
            auto const found = read(bytes_of(one.file), one.year);
            for (auto const& fault : found.faults)
                BOOST_ERROR(fault.line << " " << fault.reason.id);
            BOOST_TEST(found.content.items.size() == one.items);
            std::size_t hearings = 0;
            for (auto const& item : found.content.items)
                for (auto const step : item.steps)
                    hearings += step == required_step::hearing;
            BOOST_TEST(hearings == one.hearings);
        }
}

BOOST_AUTO_TEST_CASE(what_is_no_catalogue_is_refused)
{
    BOOST_TEST(fault_of(bytes_of("gaoyao_2021_legal_adviser_matters.csv")) ==
               "1 没有“事项名称”一列");
    BOOST_TEST(read("PK\x03\x04 no workbook").faults.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_published_notice_keeps_its_number_day_and_remark)
{
    auto const mazhang = read(bytes_of("zj_mazhang_2022.csv"), 2022);
    BOOST_TEST(*mazhang.content.document_number == "湛麻府办函〔2022〕76号");
    BOOST_TEST(engine::to_text(*mazhang.content.published_on) == "2022-12-12");
    auto const& item = mazhang.content.items.at(0);
    BOOST_TEST(item.planned_meeting->starts_with("本年度内"));
    BOOST_TEST(item.steps.size() == 5u);
    // A month alone is no day: it goes into the remarks.
    auto const city = read(bytes_of("gz_city_2017.csv"), 2017);
    BOOST_TEST(!city.content.published_on);
    BOOST_TEST(*city.content.remarks == "公布时间：2017-05");
}

BOOST_AUTO_TEST_CASE(columns_are_known_by_their_usual_headings_in_any_order)
{
    auto const found =
        read("序号,计划完成时间（季度）,承办单位,重大行政决策事项 名称,是否听证,事项类型,备注\n"
             "1,第二季度,区水务局、区财政局,西江岸线规划,是,重要规划,\n");
    BOOST_TEST_REQUIRE(found.content.items.size() == 1u);
    auto const& one = found.content.items.front();
    BOOST_TEST(one.item_name == "西江岸线规划");
    BOOST_TEST(*one.lead == "water");
    BOOST_TEST(one.co_sponsors.front() == "finance");
    BOOST_TEST(*one.planned_meeting == "第二季度");
    BOOST_TEST((one.matter == matter_type::plan));
    BOOST_TEST((one.steps == std::vector{required_step::hearing}));
    BOOST_TEST(!one.item_remarks);
    BOOST_TEST((found.lines == std::vector<std::size_t>{2}));
}

BOOST_AUTO_TEST_CASE(lists_of_units_are_parted_by_whatever_offices_use)
{
    for (auto const* list :
         {"区财政局、区水务局", "区财政局，区水务局", "\"区财政局,区水务局\"", "区财政局；区水务局",
          "区财政局;区水务局", "区财政局/区水务局", "区财政局 区水务局", "区财政局　区水务局",
          "\"区财政局\n区水务局\"", "区财政局、区水务局、区财政局"}) {
        auto const found = read("事项名称,配合单位\n甲事项," + std::string(list) + "\n");
        BOOST_TEST_REQUIRE(found.content.items.size() == 1u, list);
        auto const& helpers = found.content.items.front().cooperating;
        BOOST_TEST_REQUIRE(helpers.size() == 2u, list);
        BOOST_TEST(helpers[0] == "finance");
        BOOST_TEST(helpers[1] == "water");
    }
}

BOOST_AUTO_TEST_CASE(units_are_known_by_longer_and_shorter_names)
{
    BOOST_TEST(code_of_unit("区财政局", units) == "finance");
    BOOST_TEST(code_of_unit("财政局", units) == "finance");
    BOOST_TEST(code_of_unit("肇庆市高要区财政局", units) == "finance");
    BOOST_TEST(code_of_unit("water", units) == "water");
    BOOST_TEST(code_of_unit("局", units) == "局");
    BOOST_TEST(code_of_unit("区教育局", units) == "区教育局");
    auto const two =
        std::vector<adapters::soci::unit>{{"a", "甲镇财政局", "x"}, {"b", "乙镇财政局", "x"}};
    BOOST_TEST(code_of_unit("财政局", two) == "财政局");
}

BOOST_AUTO_TEST_CASE(a_unit_that_is_not_registered_stays_and_is_remarked_on)
{
    auto const found = read("事项名称,牵头单位\n甲事项,区教育局\n");
    BOOST_TEST(found.faults.empty());
    BOOST_TEST(*found.content.items.at(0).lead == "区教育局");
    BOOST_TEST_REQUIRE(found.remarks.size() == 1u);
    BOOST_TEST(found.remarks.front().line == 2u);
}

BOOST_AUTO_TEST_CASE(each_fault_is_told_with_its_line)
{
    struct example {
        char const* table;
        char const* fault;
    };
    for (example const& one :
         {example{"事项名称,计划时间\n甲,尽快\n", "2 看不懂计划时间“{1}”；请写到月或者季度"},
          {"事项名称,年度\n甲,2023\n", "2 年度“{1}”不是{2}"},
          {"事项名称,须履行的程序\n甲,公众参与、拍脑袋\n", "2 看不懂程序“{1}”"},
          {"事项名称,是否听证\n甲,也许\n", "2 “{1}”应为“是”或者“否”"},
          {"事项名称,事项类型\n甲,杂项\n", "2 看不懂事项类型“{1}”"},
          {"事项名称,备注\n甲,\n甲,\n", "3 事项“{1}”与第{2}行重复"},
          {"事项名称,备注\n,有备注\n", "2 缺少事项名称"},
          {"事项名称,目录类别\n甲,听证目录\n", "2 听证目录的事项“{1}”不在决策事项目录中"},
          {"备注,单位\n甲,乙\n", "1 没有“事项名称”一列"}})
        BOOST_TEST(fault_of(one.table) == one.fault, one.table);
}

BOOST_AUTO_TEST_CASE(a_workbook_is_read_like_a_list)
{
    auto const workbook = adapters::sheet::as_xlsx(
        {.title = "目录",
         .headings = {"事项名称", "牵头单位", "计划时间"},
         .rows = {{"排涝规划", "区水务局", "第二季度"}, {"收费方案", "区财政局", "6月底前"}},
         .notes_title = "说明",
         .notes = {}},
        {}, std::filesystem::temp_directory_path());
    auto const found = read(workbook);
    BOOST_TEST(found.faults.empty());
    BOOST_TEST_REQUIRE(found.content.items.size() == 2u);
    BOOST_TEST(*found.content.items[1].lead == "finance");
    BOOST_TEST(*found.content.items[1].planned_meeting == "6月底前");
}

BOOST_AUTO_TEST_CASE(what_is_withheld_is_marked)
{
    auto const found = read("事项名称,是否公开,同时是行政规范性文件\n甲,否,是\n乙,是,\n");
    BOOST_TEST_REQUIRE(found.content.items.size() == 2u);
    BOOST_TEST(found.content.items[0].withheld);
    BOOST_TEST(found.content.items[0].also_normative_document);
    BOOST_TEST(!found.content.items[1].withheld);
}

BOOST_AUTO_TEST_SUITE_END()
