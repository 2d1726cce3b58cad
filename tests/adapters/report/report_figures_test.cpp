#include "adapters/csv/csv.hpp"
#include "adapters/files/read_file.hpp"
#include "adapters/report/report_figures.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

using namespace adapters::report;
namespace law = workflows::annual_report;

namespace {

law::report_file answered(std::string const& code, std::string const& value,
                          std::optional<std::string> last = {})
{
    law::report_file file;
    file.opening = law::report::opened{2025, "某区"};
    law::asked_figure one{.unit = "market", .indicator = code, .answer_by = {}};
    one.is = law::asked_figure::standing::accepted;
    one.answer = law::collection::given_value{.indicator = code,
                                              .value = value,
                                              .rounded = {},
                                              .last_year = std::move(last),
                                              .note = {},
                                              .source = "台账"};
    one.answer_act = 3;
    file.asked.push_back(std::move(one));
    return file;
}

std::string value_of(report_figures const& figures, std::string const& code)
{
    auto const found = figures.find(code);
    return found == figures.end() ? "" : found->second.value;
}

} // namespace

BOOST_AUTO_TEST_SUITE(report_figures_test)

BOOST_AUTO_TEST_CASE(every_figure_of_the_seed_has_an_indicator_with_its_unit)
{
    indicators const dictionary;
    auto const read = adapters::csv::read(adapters::files::read_file(
        std::string(JUECE_SOURCES) + "/tests/adapters/report/gaoyao_2021/seed_figures.csv"));
    BOOST_TEST(read.found.rows.size() == 64u);
    std::set<std::string> codes;
    for (auto const& row : read.found.rows) {
        auto const code = read.found.cell(row, "indicator");
        BOOST_TEST(codes.insert(code).second, code << " stands there twice");
        auto const* known = dictionary.find(code);
        BOOST_TEST_REQUIRE(known, code);
        BOOST_TEST(known->unit == read.found.cell(row, "unit"), code);
    }
}

BOOST_AUTO_TEST_CASE(every_formula_of_the_dictionary_names_indicators)
{
    indicators const dictionary;
    for (auto const& one : dictionary.all()) {
        if (one.origin == "derived")
            BOOST_TEST(one.follows.has_value(), one.code);
        if (!one.follows)
            continue;
        BOOST_TEST(dictionary.find(one.follows->what), one.code);
        BOOST_TEST((one.follows->whole.empty() || dictionary.find(one.follows->whole)), one.code);
    }
    BOOST_TEST(!read_formula("count by start date"));
    BOOST_TEST(!read_formula("share of A.b"));
    BOOST_TEST(!read_formula("growth of A.b to many places"));
    BOOST_TEST(!read_formula("growth of A.b to -1 places"));
    BOOST_TEST(!read_formula("share of A.b in to 1 place"));
    BOOST_TEST(read_formula("share of A.b in C.d to 1 place")->places == 1);
}

BOOST_AUTO_TEST_CASE(what_follows_is_reckoned_and_only_where_there_is_something_to_reckon_with)
{
    indicators const dictionary;
    auto const file = answered("PETITION.count", "2185", "2420");
    auto figures = current_figures(file,
                                   {{"PART.opinions_received", 8},
                                    {"PART.opinions_adopted", 3},
                                    {"DEC.reviewed", 3},
                                    {"DEC.review_days_avg", 25}},
                                   {}, dictionary);
    BOOST_TEST(value_of(figures, "PETITION.change") == "-9.7");
    BOOST_TEST(value_of(figures, "PART.adoption_rate") == "37.5");
    BOOST_TEST(value_of(figures, "DEC.review_days_avg") == "8.3");
    figures = current_figures(answered("PETITION.count", "5", "0"), {{"PART.opinions_adopted", 3}},
                              {}, dictionary);
    BOOST_TEST(value_of(figures, "PETITION.change").empty());
    BOOST_TEST(value_of(figures, "PART.adoption_rate").empty());
    figures = current_figures(answered("PETITION.change", "-3"), {}, {}, dictionary);
    BOOST_TEST(value_of(figures, "PETITION.change") == "-3"); // answered outright
}

BOOST_AUTO_TEST_CASE(the_year_before_comes_from_the_answer_or_from_the_report_before)
{
    indicators const dictionary;
    earlier_values const before{{"PETITION.count", "2420"}, {"DEC.adopted", "4"}};
    auto const figures = current_figures(answered("PETITION.count", "2185", "2400"),
                                         {{"DEC.adopted", 5}}, before, dictionary);
    BOOST_TEST(figures.at("PETITION.count").last_year.value_or("") == "2400");
    BOOST_TEST(figures.at("DEC.adopted").last_year.value_or("") == "4");
}

BOOST_AUTO_TEST_CASE(of_a_year_that_was_taken_over_both_numbers_stand_and_nothing_is_mixed)
{
    indicators const dictionary;
    law::report_file file;
    file.opening = law::report::opened{2021, "某区"};
    law::report::taken_over body;
    body.values = {
        {.indicator = "DEC.adopted", .value = "9", .rounded = {}, .source = "旧报告"},
        {.indicator = "PART.opinions_adopted", .value = "30", .rounded = {}, .source = "旧报告"}};
    body.source = "往年数据.csv";
    file.taken_over.push_back({body, 2, {}, {}, "编制人"});
    auto const figures = figures_of_report(
        file, {{"DEC.adopted", 5}, {"DEC.started", 7}, {"PART.opinions_received", 40}}, {},
        dictionary);
    BOOST_TEST(value_of(figures, "DEC.adopted") == "9");
    BOOST_TEST(figures.at("DEC.adopted").is_imported);
    BOOST_TEST(figures.at("DEC.adopted").counted_here == "5");
    BOOST_TEST(figures.at("DEC.adopted").source == "旧报告");
    BOOST_TEST(value_of(figures, "DEC.started") == "7");
    BOOST_TEST(!figures.at("DEC.started").is_imported);
    // A rate of an imported number in a counted one would be neither.
    BOOST_TEST(value_of(figures, "PART.adoption_rate").empty());
}

BOOST_AUTO_TEST_CASE(the_mark_of_an_imported_comparison_is_frozen_with_it)
{
    indicators const dictionary;
    report_figures last{{"DEC.adopted", {.indicator = "DEC.adopted", .value = "4"}},
                        {"PETITION.count", {.indicator = "PETITION.count", .value = "2420"}}};
    for (auto& [code, one] : last)
        one.is_imported = true;
    auto const file = answered("PETITION.count", "2185", "2420");
    auto figures = current_figures(file, {{"DEC.adopted", 5}}, values_of(last), dictionary);
    mark_imported(figures, last, file);
    BOOST_TEST(figures.at("DEC.adopted").last_year_is_imported);
    BOOST_TEST(!figures.at("PETITION.count").last_year_is_imported); // the unit's own word
    auto frozen_file = file;
    frozen_file.frozen.emplace();
    frozen_file.frozen->body = freeze(file, figures, *engine::parse_day("2026-01-15"));
    auto const again = figures_of_report(frozen_file, {}, {}, dictionary);
    BOOST_TEST(again.at("DEC.adopted").last_year_is_imported);
    BOOST_TEST(!again.at("PETITION.count").last_year_is_imported);
}

BOOST_AUTO_TEST_CASE(what_a_frozen_report_does_not_say_is_counted_by_the_record_and_marked)
{
    indicators const dictionary;
    auto file = answered("MARKET.entities", "61240");
    auto const then = current_figures(file, {{"DEC.started", 3}}, {}, dictionary);
    file.frozen = law::entered<law::freezing::frozen>{freeze(file, then, {}), 4, {}, {}, {}};
    year_sums const now{{"DEC.started", 5}, {"LEGAL.matters", 7}};
    auto figures = figures_of_report(file, now, {}, dictionary);
    BOOST_TEST(value_of(figures, "LEGAL.matters").empty());
    add_counted_since(figures, now, dictionary);
    BOOST_TEST(value_of(figures, "LEGAL.matters") == "7");
    BOOST_TEST(figures.at("LEGAL.matters").counted_here == "7");
    BOOST_TEST(value_of(figures, "DEC.started") == "3"); // as it was frozen
    BOOST_TEST(figures.at("DEC.started").counted_here.empty());
    BOOST_TEST(value_of(figures, "MARKET.entities") == "61240");
}

BOOST_AUTO_TEST_CASE(what_the_record_counts_is_taken_before_an_answer)
{
    indicators const dictionary;
    auto const figures =
        current_figures(answered("DEC.adopted", "9"), {{"DEC.adopted", 5}}, {}, dictionary);
    BOOST_TEST(value_of(figures, "DEC.adopted") == "5");
}

BOOST_AUTO_TEST_CASE(fen_become_the_unit_of_the_dictionary_and_say_when_they_are_rounded)
{
    indicators const dictionary;
    auto const* amount = dictionary.find("LEGAL.amount");
    auto exactness = law::rounding::exact;
    BOOST_TEST(value_in_unit(10'060'000'000'000, *amount, exactness) == "1006");
    BOOST_TEST((exactness == law::rounding::exact));
    BOOST_TEST(value_in_unit(10'063'000'000'000, *amount, exactness) == "1006");
    BOOST_TEST((exactness == law::rounding::about));
    exactness = law::rounding::exact;
    BOOST_TEST(value_in_unit(53'800'000'000, *amount, exactness) == "5.38");
    BOOST_TEST((exactness == law::rounding::exact));
    BOOST_TEST(value_in_unit(7, *dictionary.find("DEC.adopted"), exactness) == "7");
    BOOST_TEST(shown_in_unit(10'063'000'000'000, *amount) == "1006.3");
    BOOST_TEST(shown_in_unit(-53'849'000'000, *amount) == "-5.38");
    BOOST_TEST(shown_in_unit(700, *dictionary.find("LEGAL.loss_avoided")) == "0");
    BOOST_TEST(shown_in_unit(7, *dictionary.find("DEC.adopted")) == "7");
}

BOOST_AUTO_TEST_CASE(changes_name_what_is_other_new_or_gone)
{
    report_figures const before{{"A.a", {.indicator = "A.a", .value = "1"}},
                                {"A.b", {.indicator = "A.b", .value = "2"}}};
    report_figures const now{{"A.b", {.indicator = "A.b", .value = "3"}},
                             {"A.c", {.indicator = "A.c", .value = "4"}}};
    std::string all;
    for (auto const& one : changes(before, now))
        all += one.indicator + ":" + one.before + ">" + one.now + " ";
    BOOST_TEST(all == "A.a:1> A.b:2>3 A.c:>4 ");
}

BOOST_AUTO_TEST_SUITE_END()
