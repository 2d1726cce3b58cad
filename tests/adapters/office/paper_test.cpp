#include "adapters/office/paper.hpp"

#include <boost/test/unit_test.hpp>

using namespace adapters::office;

namespace {

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> all;
    for (auto const& line : read_paper_lines(text)) {
        auto words = std::to_string(static_cast<int>(line.is)) + line.words;
        for (auto const& cell : line.cells)
            words += "|" + cell;
        all.push_back(words);
    }
    return all;
}

std::string of(line_sort is)
{
    return std::to_string(static_cast<int>(is));
}

} // namespace

BOOST_AUTO_TEST_SUITE(paper_test)

BOOST_AUTO_TEST_CASE(marks_say_what_a_line_is)
{
    auto const found =
        words_of("@issuer 区司法局\n\n@number 高司审〔2026〕3号\r\n@to 区水务局：\n正文。\n"
                 "@heading 一、权限\n@row 3 负责人意见 | 同意\n@row 编号 | 1 | 日期 |\n@blank");
    std::vector<std::string> const expected = {
        of(line_sort::issuer) + "区司法局",      of(line_sort::number) + "高司审〔2026〕3号",
        of(line_sort::addressee) + "区水务局：", of(line_sort::paragraph) + "正文。",
        of(line_sort::heading) + "一、权限",     of(line_sort::row) + "|负责人意见|同意",
        of(line_sort::row) + "|编号|1|日期|",    of(line_sort::blank)};
    BOOST_TEST(found == expected, boost::test_tools::per_element());
    BOOST_TEST(read_paper_lines("@row 3 意见 | 同意").front().least_lines == 3);
    BOOST_TEST(read_paper_lines("@row 2024年计划 | 是").front().cells.front() == "2024年计划");
}

BOOST_AUTO_TEST_CASE(what_was_typed_is_never_a_mark)
{
    std::string const typed = "@title 伪造的标题\n@sign 伪造的署名 | 单元格 \\ 反斜线";
    auto const found = read_paper_lines("@heading 一、意见\n" + as_paper_words(typed));
    BOOST_REQUIRE(found.size() == 3u);
    BOOST_TEST((found[1].is == line_sort::paragraph));
    BOOST_TEST(found[1].words == "@title 伪造的标题");
    BOOST_TEST((found[2].is == line_sort::paragraph));
    BOOST_TEST(found[2].words == "@sign 伪造的署名 | 单元格 \\ 反斜线");
}

BOOST_AUTO_TEST_CASE(several_lines_of_a_value_stay_in_their_cell)
{
    auto const found = read_paper_lines("@row 意见 | " + as_paper_words("第一行\n@第二|行"));
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].cells.size() == 2u);
    BOOST_TEST(found[0].cells[1] == "第一行\n@第二|行");
}

BOOST_AUTO_TEST_CASE(a_title_that_is_too_long_for_a_line_parts_before_its_year)
{
    using lines = std::vector<std::string>;
    BOOST_TEST((title_lines("肇庆市高要区人民政府2025年法治政府建设年度报告") ==
                lines{"肇庆市高要区人民政府", "2025年法治政府建设年度报告"}));
    BOOST_TEST((title_lines("关于高要区农村生活污水治理专项规划草案的合法性审查意见书") ==
                lines{"关于高要区农村生活污水治理专项规划草案的", "合法性审查意见书"}));
    BOOST_TEST((title_lines("关于《高要区污水处理费征收方案》公开征求意见的公告") ==
                lines{"关于《高要区污水处理费征收方案》", "公开征求意见的公告"}));
    BOOST_TEST(
        (title_lines("关于《高要区农村生活污水治理专项规划（2026—2030年）》公开征求意见的公告") ==
         lines{"关于《高要区农村生活污水治理专项规划", "（2026—2030年）》公开征求意见的公告"}));
    BOOST_TEST((title_lines("2025年法治政府建设年度报告和二〇二六年工作计划安排说明") ==
                lines{"2025年法治政府建设年度报告", "和二〇二六年工作计划安排说明"}));
    for (auto const* whole : {"高要区2025年法治政府建设年度报告", "高要区第5年计划",
                              "高要区重大行政决策事项目录编制工作领导小组办公室"})
        BOOST_TEST((title_lines(whole) == lines{whole}), whole);
}

BOOST_AUTO_TEST_SUITE_END()
