#include "adapters/archives/checked_archive.hpp"
#include "adapters/csv/csv.hpp"
#include "adapters/sheet/sheet.hpp"
#include "tests/adapters/record_context.hpp"

#include <filesystem>

using namespace adapters::sheet;

namespace {

sheet a_list()
{
    return {.title = "待办",
            .headings = {"编号", "决策事项"},
            .rows = {{"JC2024-0001", "污水处理费, 含“引号\""}, {"JC2024-0002", "=1+1"}},
            .notes_title = "说明",
            .notes = {{"行数", "2"}, {"筛选条件", "=HYPERLINK(1)"}}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(sheet_test)

BOOST_AUTO_TEST_CASE(a_cell_that_would_be_a_formula_is_made_harmless)
{
    for (auto const* cell :
         {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "-", "＝1+1", "－cmd", "＠x", "＋1"})
        BOOST_TEST(harmless(cell) == "'" + std::string(cell));
    for (auto const* cell : {"", "污水处理费", "-5", "-1.25", "12", "a=b", "'=1"})
        BOOST_TEST(harmless(cell) == cell);
}

BOOST_AUTO_TEST_CASE(csv_is_read_back_with_its_chinese_and_its_quotes)
{
    auto const written = as_csv(a_list());
    BOOST_TEST(written.starts_with("\xEF\xBB\xBF编号,决策事项\r\n"));
    // nothing but rows follows the heading
    BOOST_TEST(written.find("行数") == std::string::npos);
    auto const read = adapters::csv::read(written).found;
    BOOST_REQUIRE(read.rows.size() == 2u);
    BOOST_TEST(read.rows[0].cells[1] == "污水处理费, 含“引号\"");
    BOOST_TEST(read.rows[1].cells[1] == "'=1+1");
}

BOOST_AUTO_TEST_CASE(a_workbook_is_made_the_same_twice_and_leaves_nothing_behind)
{
    tests::scratch_dir dir;
    auto const now = tests::at("2024-03-01T01:00:00.000Z");
    auto const first = as_xlsx(a_list(), now, dir / "scratch");
    BOOST_TEST(first.starts_with("PK"));
    BOOST_TEST((first == as_xlsx(a_list(), now, dir / "scratch")));
    auto other = a_list();
    other.rows[0][1] = "垃圾处理费";
    BOOST_TEST((first != as_xlsx(other, now, dir / "scratch")));
    BOOST_TEST(std::filesystem::is_empty(dir / "scratch"));
}

BOOST_AUTO_TEST_CASE(in_a_column_of_numbers_what_is_none_stays_a_text)
{
    tests::scratch_dir dir;
    auto list = a_list();
    list.headings.emplace_back("金额");
    list.rows[0].emplace_back("12.5");
    list.rows[1].emplace_back("nan");
    list.number_columns = {2};
    auto const opened = adapters::archives::checked_archive::open_bytes(
        as_xlsx(list, tests::at("2024-03-01T01:00:00.000Z"), dir / "scratch"));
    BOOST_TEST_REQUIRE(std::holds_alternative<adapters::archives::checked_archive>(opened));
    auto const cells = std::get<adapters::archives::checked_archive>(opened)
                           .read("xl/worksheets/sheet1.xml")
                           .value_or("");
    BOOST_TEST(cells.find("<v>12.5</v>") != std::string::npos);
    for (auto const* no_number : {"<v>nan</v>", "<v>NAN</v>"})
        BOOST_TEST(cells.find(no_number) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_workbook_of_no_rows_and_one_of_endless_cells_are_made)
{
    tests::scratch_dir dir;
    auto const now = tests::at("2024-03-01T01:00:00.000Z");
    auto list = a_list();
    list.rows.clear();
    BOOST_TEST(as_xlsx(list, now, dir.path()).starts_with("PK"));
    std::string endless;
    for (int i = 0; i < 50'000; ++i)
        endless += "长";
    list.rows = {{"1", endless}};
    BOOST_TEST(as_xlsx(list, now, dir.path()).starts_with("PK"));
}

BOOST_AUTO_TEST_CASE(a_directory_that_cannot_be_written_is_a_fault)
{
    tests::scratch_dir dir;
    std::ofstream(dir / "file") << "no directory";
    BOOST_CHECK_THROW(as_xlsx(a_list(), {}, dir / "file"), std::exception);
}

BOOST_AUTO_TEST_SUITE_END()
