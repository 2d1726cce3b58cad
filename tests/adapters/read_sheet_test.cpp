#include "adapters/files/read_file.hpp"
#include "adapters/sheet/read_sheet.hpp"
#include "adapters/sheet/sheet.hpp"
#include "adapters/sheet/workbook_parts.hpp"
#include "tests/adapters/made_archive.hpp"
#include "tests/adapters/record_context.hpp"

#include <boost/locale/encoding.hpp>

using namespace adapters::sheet;

namespace {

using rows = std::vector<std::vector<std::string>>;

read_table table(table_reading const& reading)
{
    auto const* why = std::get_if<engine::text>(&reading);
    BOOST_REQUIRE_MESSAGE(!why, "the table is refused: " + (why ? why->id : std::string()));
    return std::get<read_table>(reading);
}

std::string refusal(table_reading const& reading)
{
    auto const* why = std::get_if<engine::text>(&reading);
    return why ? why->id : "the table is read";
}

/// A workbook whose only visible sheet has these rows (the XML of sheetData) and these merged
/// cells.
std::string workbook(std::string const& data, std::string const& merged = {})
{
    tests::scratch_dir dir;
    auto const main = std::string("http://schemas.openxmlformats.org/spreadsheetml/2006/main");
    tests::make_archive(
        dir / "book.xlsx",
        {{"xl/workbook.xml",
          "<workbook xmlns=\"" + main +
              "\" xmlns:r=\"r\"><sheets><sheet name=\"旧\" sheetId=\"1\" state=\"hidden\" "
              "r:id=\"rId1\"/><sheet name=\"登记\" sheetId=\"2\" r:id=\"rId2\"/></sheets>"
              "</workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
          "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"},
         {"xl/worksheets/sheet1.xml",
          "<worksheet><sheetData><row><c t=\"str\"><v>不看</v></c></row></sheetData></worksheet>"},
         {"xl/worksheets/sheet2.xml", "<x:worksheet xmlns:x=\"" + main + "\"><x:sheetData>" + data +
                                          "</x:sheetData>" + merged + "</x:worksheet>"},
         {"xl/sharedStrings.xml",
          "<sst><si><t>登记日期</t></si><si><r><t>金</t></r><r><t>额</t></r>"
          "<rPh><t>jin'e</t></rPh></si></sst>"},
         {"xl/styles.xml",
          "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月"
          "&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"[Red]0.00\"/></numFmts><cellXfs>"
          "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
          "</cellXfs></styleSheet>"}});
    return adapters::files::read_file(dir / "book.xlsx");
}

std::string const headings = "<x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c>"
                             "<x:c r=\"B1\" t=\"s\"><x:v>1</x:v></x:c></x:row>";

} // namespace

BOOST_AUTO_TEST_SUITE(read_sheet_test)

BOOST_AUTO_TEST_CASE(a_csv_is_read_under_its_headings)
{
    auto const read = table(read_csv_table("单位,金额\r\n水务局 , 　12万元\r\n\r\n住建局,\r\n"));
    BOOST_TEST(read.headings == (std::vector<std::string>{"单位", "金额"}));
    BOOST_TEST((read.rows == rows{{"水务局", "12万元"}, {"住建局", ""}}));
    BOOST_TEST(read.lines == (std::vector<std::size_t>{2, 4}));
}

BOOST_AUTO_TEST_CASE(a_csv_of_an_older_spreadsheet_is_read_in_gb18030)
{
    auto const bytes =
        boost::locale::conv::from_utf(std::string("单位,金额\n水务局,12\n"), "GB18030");
    BOOST_TEST((table(read_csv_table(bytes)).rows == rows{{"水务局", "12"}}));
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_no_part_of_a_heading_however_often_it_stands)
{
    std::string const mark = "\xEF\xBB\xBF";
    auto const read =
        table(read_csv_table(mark + mark + mark + "单位,金额\n水务局," + mark + "12\n"));
    BOOST_TEST(read.headings == (std::vector<std::string>{"单位", "金额"}));
    BOOST_TEST((read.rows == rows{{"水务局", "12"}}));
}

BOOST_AUTO_TEST_CASE(a_title_above_the_headings_is_left_out)
{
    auto const read = table(read_csv_table("法律事务登记表,,\n单位,金额,\n水务局,12,\n"));
    BOOST_TEST(read.headings == (std::vector<std::string>{"单位", "金额"}));
    BOOST_TEST((read.rows == rows{{"水务局", "12"}}));
}

BOOST_AUTO_TEST_CASE(a_table_that_cannot_be_understood_says_why)
{
    BOOST_TEST(refusal(read_csv_table("")) == "表格是空的");
    BOOST_TEST(refusal(read_csv_table(",,\n")) == "表格是空的");
    BOOST_TEST(refusal(read_csv_table("单位,单位\n")) == "表头“{1}”出现了两次");
    BOOST_TEST(refusal(read_csv_table("单位,金额\na,b,c\n")) == "第{1}行的“{2}”所在的列没有表头");
    BOOST_TEST(refusal(read_csv_table("单位,金额\n\"a,b\n")) == "第{1}行：{2}");
    BOOST_TEST(refusal(read_csv_table(std::string("a\0b", 3))) ==
               "不是文字表格（支持 XLSX，以及 UTF-8 或者 GB18030 编码的 CSV）");
}

BOOST_AUTO_TEST_CASE(a_workbook_that_was_written_here_is_read_back)
{
    tests::scratch_dir dir;
    sheet list{.title = "登记",
               .headings = {"单位", "金额"},
               .rows = {{"水务局", "12万元"}, {"住建局", ""}},
               .notes_title = "说明",
               .notes = {{"行数", "2"}}};
    auto const bytes = as_xlsx(list, tests::at("2024-03-01T01:00:00.000Z"), dir.path());
    auto const read = table(read_table_of(bytes));
    BOOST_TEST(read.headings == list.headings);
    BOOST_TEST((read.rows == list.rows));
    BOOST_TEST(read.lines == (std::vector<std::size_t>{2, 3}));
}

BOOST_AUTO_TEST_CASE(days_and_numbers_of_a_workbook_read_as_they_are_shown)
{
    auto const read = table(read_xlsx_table(
        workbook(headings + "<x:row r=\"3\"><x:c r=\"A3\" s=\"1\"><x:v>44260</x:v></x:c>"
                            "<x:c r=\"B3\" s=\"3\"><x:v>1.0060000000000001E11</x:v></x:c></x:row>"
                            "<x:row><x:c s=\"2\"><x:v>44260.75</x:v></x:c>"
                            "<x:c><x:v>0.10000000000000001</x:v></x:c></x:row>"
                            "<x:row><x:c t=\"inlineStr\"><x:is><x:t>第二季度</x:t></x:is></x:c>"
                            "<x:c t=\"b\"><x:v>1</x:v></x:c></x:row>")));
    BOOST_TEST(read.headings == (std::vector<std::string>{"登记日期", "金额"}));
    BOOST_TEST(
        (read.rows ==
         rows{{"2021-03-05", "100600000000"}, {"2021-03-05 18:00", "0.1"}, {"第二季度", "是"}}));
    BOOST_TEST(read.lines == (std::vector<std::size_t>{3, 4, 5}));
}

BOOST_AUTO_TEST_CASE(a_cell_merged_over_rows_counts_for_each_of_them)
{
    auto const read = table(read_xlsx_table(workbook(
        headings + "<x:row r=\"2\"><x:c r=\"A2\"><x:v>7</x:v></x:c><x:c r=\"B2\"><x:v>1</x:v></x:c>"
                   "</x:row><x:row r=\"3\"><x:c r=\"B3\"><x:v>2</x:v></x:c></x:row>"
                   "<x:row r=\"4\"><x:c r=\"B4\"><x:v>3</x:v></x:c></x:row>",
        "<x:mergeCells><x:mergeCell ref=\"A2:A3\"/></x:mergeCells>")));
    BOOST_TEST((read.rows == rows{{"7", "1"}, {"7", "2"}, {"", "3"}}));
}

BOOST_AUTO_TEST_CASE(what_is_no_workbook_is_refused)
{
    tests::scratch_dir dir;
    tests::make_docx(dir / "a.docx", tests::docx_paragraphs({"信"}));
    BOOST_TEST(refusal(read_xlsx_table(adapters::files::read_file(dir / "a.docx"))) ==
               "不是可以读取的表格（支持 XLSX 和 CSV）");
    BOOST_TEST(refusal(read_xlsx_table("PK\x03\x04 broken")) == "不是完好的压缩包");
    BOOST_TEST(refusal(read_xlsx_table(workbook("<x:row><x:c"))) == "XLSX 文件的工作表已损坏");
    BOOST_TEST(refusal(read_xlsx_table(workbook(""))) == "表格是空的");
    BOOST_TEST(refusal(read_xlsx_table(workbook(
                   "<x:row><x:c r=\"XFD1\"><x:v>1</x:v></x:c></x:row>"))) == "表格超过{1}列");
}

BOOST_AUTO_TEST_CASE(a_cell_that_is_no_utf_8_spoils_the_table)
{
    auto const with = [](std::string const& words) {
        return workbook("<x:row><x:c t=\"str\"><x:v>" + words + "</x:v></x:c></x:row>");
    };
    BOOST_TEST(table(read_xlsx_table(with("单位"))).headings.size() == 1u);
    for (auto const* broken : {"\xff", "\xe5\x8d", "\xc0\xaf", "\xed\xa0\x80"})
        BOOST_TEST(refusal(read_xlsx_table(with(broken))) == "文件的文字编码已损坏");
}

BOOST_AUTO_TEST_CASE(a_small_workbook_does_not_become_a_large_table)
{
    std::string last_column, long_text = "<x:row><x:c t=\"str\"><x:v>";
    for (int i = 0; i < 8'000; ++i)
        last_column +=
            "<x:row><x:c r=\"IV" + std::to_string(i + 1) + "\"><x:v>1</x:v></x:c></x:row>";
    BOOST_TEST(refusal(read_xlsx_table(workbook(last_column))) == "表格的文字过多");

    long_text += std::string(900'000, 'x') + "</x:v></x:c></x:row>";
    for (int i = 0; i < 100; ++i)
        long_text += "<x:row><x:c><x:v>1</x:v></x:c></x:row>";
    BOOST_TEST(refusal(read_xlsx_table(workbook(
                   long_text, "<x:mergeCells><x:mergeCell ref=\"A1:A101\"/></x:mergeCells>"))) ==
               "表格的文字过多");
}

BOOST_AUTO_TEST_CASE(runs_in_runs_are_no_text)
{
    std::string deep;
    for (int i = 0; i < 50'000; ++i)
        deep += "<x:r>";
    deep += "<x:t>b</x:t>";
    for (int i = 0; i < 50'000; ++i)
        deep += "</x:r>";
    auto const read = table(read_xlsx_table(workbook(
        "<x:row><x:c t=\"inlineStr\"><x:is><x:t>a</x:t>" + deep + "</x:is></x:c></x:row>")));
    BOOST_TEST(read.headings == std::vector<std::string>{"a"});
}

BOOST_AUTO_TEST_CASE(days_are_counted_as_spreadsheets_count_them)
{
    BOOST_TEST(day_of_number(1, false).value() == "1900-01-01");
    BOOST_TEST(day_of_number(61, false).value() == "1900-03-01");
    BOOST_TEST(day_of_number(44260, false).value() == "2021-03-05");
    BOOST_TEST(day_of_number(42798, true).value() == "2021-03-05");
    BOOST_TEST(day_of_number(44260.99999, false).value() == "2021-03-06");
    BOOST_TEST(!day_of_number(0.5, false));
    BOOST_TEST(!day_of_number(1e300, false));
}

BOOST_AUTO_TEST_CASE(forms_of_days_are_told_from_forms_of_numbers)
{
    for (auto const* form : {"yyyy-mm-dd", "m/d/yy", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]d"})
        BOOST_TEST(form_shows_a_day(form), form << " shows a day");
    for (auto const* form : {"0.00", "[Red]0", "#,##0\"day\"", "\\d0", "mm:ss", "@"})
        BOOST_TEST(!form_shows_a_day(form), form << " shows no day");
}

BOOST_AUTO_TEST_SUITE_END()
