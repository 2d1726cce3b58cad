#include "adapters/import/import_figures.hpp"
#include "adapters/report/made_file.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/record_context.hpp"
#include "tests/adapters/whole_law.hpp"

#include <boost/json.hpp>

namespace incoming = adapters::import;
namespace report = adapters::report;
namespace store = adapters::soci;

namespace {

constexpr char const* two_years = "year,code,value,unit,source\n"
                                  "2021,LEGAL.matters,707,项,2021年年度报告\n"
                                  "2021,LEGAL.amount,约1006,亿元,2021年年度报告\n"
                                  "2022年,办理法律事务,\"1,200\",项,2022年年度报告\n";

struct compilers_house : tests::whole_law {
    tests::scratch_dir dir;
    tests::scratch_database base;
    store::database db{base.at(dir.path())};
    adapters::documents::document_store documents{dir.path()};
    report::indicators dictionary;

    store::reader looking() const { return store::reader(db, engine::clearance::of_the_record()); }

    incoming::figures_import prepare(std::string const& bytes)
    {
        auto records = looking();
        return incoming::prepare_figures(
            bytes,
            {.organ_name = "某区人民政府",
             .file_name = "往年数据.csv",
             .place = "gd",
             .by = {{1}, "编制人", "report_compiler", "justice", {}, {}},
             .now = *engine::parse_instant("2024-01-10T02:00:00.000Z")},
            dictionary, records, law());
    }
    void import_all(std::string const& bytes)
    {
        auto made = prepare(bytes);
        for (auto const& fault : made.faults)
            BOOST_ERROR(fault.line << " " << fault.reason.id);
        incoming::enter_figures(made, db, law());
        BOOST_TEST_REQUIRE(made.faults.empty());
    }
    report::compiled_report compiled(int year, char const* today = "2024-01-02")
    {
        auto records = looking();
        return report::compile_report(records, "某区人民政府", year, dictionary,
                                      report::read_report_template(dir.path()),
                                      engine::parse_day(today).value());
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(import_figures_test, compilers_house)

BOOST_AUTO_TEST_CASE(each_year_becomes_a_report_that_is_marked_as_taken_over)
{
    auto made = prepare(two_years);
    BOOST_TEST(made.faults.empty());
    BOOST_TEST_REQUIRE(made.years.size() == 2u);
    BOOST_TEST(made.values() == 3u);
    {
        auto records = looking();
        BOOST_TEST(report::filed_reports(records, {}).empty()); // trying enters nothing
    }
    incoming::enter_figures(made, db, law());
    BOOST_TEST(made.faults.empty());
    auto records = looking();
    auto const filed = report::filed_reports(records, {});
    BOOST_TEST_REQUIRE(filed.size() == 2u);
    BOOST_TEST(workflows::annual_report::is_taken_over(filed[0].file));
    BOOST_TEST(records.acts_of(filed[1].on).back().origin == engine::entered_by_import);
    auto const of_2021 = report::figures_of_year(records, "某区人民政府", 2021, dictionary);
    BOOST_TEST(of_2021.at("LEGAL.matters").value == "707");
    BOOST_TEST(of_2021.at("LEGAL.matters").is_imported);
    BOOST_TEST((of_2021.at("LEGAL.amount").rounded == workflows::annual_report::rounding::about));
    // The imported figures are no acts of the year: the record counts nothing.
    BOOST_TEST(records.totals(2021).empty());
    BOOST_TEST(store::verify(db, law(), documents).clean());
}

BOOST_AUTO_TEST_CASE(the_next_report_compares_with_it_and_says_so)
{
    import_all(two_years);
    // The record itself counts 2023, and nothing of the other years.
    {
        store::clerk clerk(db, law());
        auto const enter = [&](engine::case_id on, std::string id, std::string kind,
                               boost::json::object body, std::string role, std::string unit) {
            return tests::admit(clerk,
                                {.on = on,
                                 .shape = "legal_matter/2026",
                                 .place = "gd",
                                 .act_id = std::move(id),
                                 .kind = std::move(kind),
                                 .body = std::move(body),
                                 .seen = {},
                                 .by = {{2}, "某人", std::move(role), std::move(unit), {}, {}},
                                 .now = *engine::parse_instant("2023-05-06T02:00:00.000Z"),
                                 .seeing = engine::clearance::of_the_record()})
                .what.on;
        };
        auto const on = enter({}, "m-1", "matter.registered",
                              {{"title", "合同"},
                               {"legal_kind_is", "contract"},
                               {"requesting_unit", "water"},
                               {"received_on", "2023-05-05"},
                               {"urgency_is", "ordinary"},
                               {"asked_at_is", "outset"},
                               {"counterparty", "某公司"},
                               {"basis_of_amount", "none"}},
                              "sponsor_clerk", "water");
        enter(on, "m-2", "handling.assigned", {{"handler", "某人"}, {"working_days", 5}},
              "reviewer", "justice");
    }
    auto const next = compiled(2023);
    auto const& figure = next.figures.at("LEGAL.matters");
    BOOST_TEST(figure.value == "1");
    BOOST_TEST(figure.last_year.value_or("") == "1200");
    BOOST_TEST(figure.last_year_is_imported);
    BOOST_TEST(!figure.is_imported);
    // a year that goes on is not compared with a whole one, which a unit may still be told
    auto const so_far = compiled(2023, "2023-12-31");
    BOOST_TEST(!so_far.figures.at("LEGAL.matters").last_year.has_value());
    BOOST_TEST(!so_far.current.at("LEGAL.matters").last_year.has_value());
    BOOST_TEST(so_far.before.at("LEGAL.matters") == "1200");
    auto const shown = report::make_file(next, dictionary, "json", {}, dir / "scratch");
    BOOST_TEST_REQUIRE(shown.has_value());
    auto const json = boost::json::parse(shown->bytes);
    for (auto const& one : json.at("figures").as_array())
        if (one.at("indicator") == "LEGAL.matters")
            BOOST_TEST(one.at("last_year_imported").as_bool());
}

BOOST_AUTO_TEST_CASE(there_is_no_document_of_a_year_that_was_taken_over)
{
    import_all(two_years);
    auto const of = compiled(2021);
    BOOST_TEST(of.text.lines.empty());
    for (auto const* format : {"docx", "pdf", "md"})
        BOOST_TEST(!report::make_file(of, dictionary, format, {}, dir / "scratch"), format);
    auto const csv = report::make_file(of, dictionary, "csv", {}, dir / "scratch");
    BOOST_TEST_REQUIRE(csv.has_value());
    BOOST_TEST(csv->bytes.find("补录：2021年年度报告") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_same_table_is_imported_once_and_a_later_one_corrects_openly)
{
    import_all(two_years);
    BOOST_TEST(prepare(two_years).already_here());
    import_all("year,code,value,unit,source\n2021,LEGAL.matters,708,项,更正公告\n");
    auto records = looking();
    auto const corrected = report::figures_of_year(records, "某区人民政府", 2021, dictionary);
    BOOST_TEST(corrected.at("LEGAL.matters").value == "708");
    BOOST_TEST(corrected.at("LEGAL.matters").before_correction.value_or("") == "707");
    BOOST_TEST(corrected.at("LEGAL.amount").value == "1006");
    BOOST_TEST(report::filed_reports(records, {}).size() == 2u);
}

BOOST_AUTO_TEST_CASE(every_bad_row_is_told_by_its_line_and_nothing_is_entered)
{
    auto made = prepare(std::string(two_years) + "21,LEGAL.matters,1,项,甲\n"
                                                 "2020,LEGAL.nothing,1,项,甲\n"
                                                 "2020,LEGAL.matters,七,项,甲\n"
                                                 "2020,LEGAL.matters,7,件,甲\n"
                                                 "2020,LEGAL.matters,7,,甲\n"
                                                 "2020,LEGAL.matters,7,项,\n"
                                                 "2021,LEGAL.matters,7,项,甲\n");
    std::vector<std::size_t> lines;
    for (auto const& fault : made.faults)
        lines.push_back(fault.line);
    BOOST_TEST((lines == std::vector<std::size_t>{5, 6, 7, 8, 9, 10, 11}));
    incoming::enter_figures(made, db, law());
    auto records = looking();
    BOOST_TEST(report::filed_reports(records, {}).empty());
}

BOOST_AUTO_TEST_CASE(what_the_law_refuses_is_told_before_anything_is_entered)
{
    // 2024 still runs.
    auto const made = prepare(std::string(two_years) + "2024,LEGAL.matters,7,项,甲\n");
    BOOST_TEST_REQUIRE(made.faults.size() == 1u);
    BOOST_TEST(made.faults.front().line == 5u);
    auto const both = prepare(std::string(two_years) + "2024,LEGAL.matters,7,项,甲\n"
                                                       "2020,LEGAL.nothing,1,项,甲\n");
    BOOST_TEST_REQUIRE(both.faults.size() == 2u);
    BOOST_TEST(both.faults.front().line == 5u);
    BOOST_TEST(both.faults.back().line == 6u);
    BOOST_TEST(both.years.empty());
    auto records = looking();
    BOOST_TEST(report::filed_reports(records, {}).empty());
    BOOST_TEST(prepare("year,code,value\n2021,LEGAL.matters,7\n").faults.size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
