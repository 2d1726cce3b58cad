#include "adapters/csv/csv.hpp"

#include <boost/test/unit_test.hpp>

namespace csv = adapters::csv;

BOOST_AUTO_TEST_SUITE(csv_test)

BOOST_AUTO_TEST_CASE(plain_and_quoted_cells_are_read)
{
    auto const found = csv::read("a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n,\r\n", "x.csv");
    BOOST_REQUIRE(found.faults.empty());
    BOOST_REQUIRE_EQUAL(found.found.rows.size(), 2u);
    auto const& first = found.found.rows[0];
    BOOST_TEST(found.found.cell(first, "a") == "1");
    BOOST_TEST(found.found.cell(first, "b") == "x, \"y\"\nz");
    BOOST_TEST(found.found.cell(first, "c").empty());
    BOOST_TEST(first.line == 2u);
    BOOST_TEST(found.found.rows[1].line == 4u); // the quoted line end was counted
    BOOST_TEST(found.found.rows[1].cells.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_empty_lines_and_a_missing_last_line_end_are_taken)
{
    auto const found = csv::read("\xEF\xBB\xBF日期,名称\n\n2024-01-01,元旦", "x.csv");
    BOOST_REQUIRE(found.faults.empty());
    BOOST_TEST(found.found.columns.front() == "日期");
    BOOST_REQUIRE_EQUAL(found.found.rows.size(), 1u);
    BOOST_TEST(found.found.rows[0].line == 3u);
}

BOOST_AUTO_TEST_CASE(a_trailing_comma_gives_an_empty_last_cell)
{
    auto const found = csv::read("a,b\n1,", "x.csv");
    BOOST_REQUIRE(found.faults.empty());
    BOOST_TEST(found.found.rows[0].cells.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_row_with_too_few_cells_is_named_and_left_out)
{
    auto const found = csv::read("a,b\n1\n2,3\n", "x.csv");
    BOOST_REQUIRE_EQUAL(found.faults.size(), 1u);
    BOOST_TEST(found.faults[0].line == 2u);
    BOOST_TEST(found.faults[0].file == "x.csv");
    BOOST_TEST(found.faults[0].reason.id == "应有{1}列，实有{2}列");
    BOOST_TEST(found.found.rows.size() == 1u);
}

BOOST_AUTO_TEST_CASE(broken_quotes_are_faults)
{
    for (auto const* broken : {"a\n\"x\n", "a\nx\"y\n", "a\n\"x\"y\n"}) {
        auto const found = csv::read(broken, "x.csv");
        BOOST_REQUIRE_EQUAL(found.faults.size(), 1u);
        BOOST_TEST(found.faults[0].line == 2u);
        BOOST_TEST(found.found.rows.empty());
    }
}

BOOST_AUTO_TEST_CASE(an_empty_or_binary_file_is_a_fault)
{
    BOOST_TEST(csv::read("", "x.csv").faults.size() == 1u);
    BOOST_TEST(csv::read("\n\n", "x.csv").faults.size() == 1u);
    BOOST_TEST(csv::read(std::string_view("a\0b", 3), "x.csv").faults.size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back)
{
    std::vector<std::string> const cells{"plain", "a,b", "say \"x\"", "two\nlines", ""};
    auto const line = csv::line_of(cells);
    BOOST_TEST(line == "plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\n");
    auto const found = csv::read("1,2,3,4,5\n" + line, "x.csv");
    BOOST_REQUIRE_EQUAL(found.found.rows.size(), 1u);
    BOOST_TEST(found.found.rows[0].cells == cells, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_sheet_runs_nothing_that_somebody_typed)
{
    BOOST_TEST(adapters::csv::sheet_line_of({"=1+1", "@x", "-2", "+3", "\tx", "a=b", ""}) ==
               "'=1+1,'@x,'-2,'+3,'\tx,a=b,\n");
    BOOST_TEST(adapters::csv::sheet_line_of({"=\"a\",b"}) == "\"'=\"\"a\"\",b\"\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_utf_8_is_no_table)
{
    for (auto const* bytes : {"a,b\n1,\xff\n", "a,\xc0\xaf\n", "\xed\xa0\x80"}) {
        auto const found = csv::read(bytes, "x.csv");
        BOOST_REQUIRE_EQUAL(found.faults.size(), 1u);
        BOOST_TEST(found.faults.front().reason.id == "这不是文本文件");
        BOOST_TEST(found.found.rows.empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()
