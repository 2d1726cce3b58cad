#include "adapters/csv/csv.hpp"
#include "adapters/files/read_file.hpp"
#include "adapters/report/report_text.hpp"

#include <boost/describe/enum_from_string.hpp>
#include <boost/test/unit_test.hpp>
#include <map>

// What other governments published, as far as their figures go: each stands in the report with its
// unit and its rounding word.

using namespace adapters::report;
namespace law = workflows::annual_report;

namespace {

struct published {
    std::string indicator;
    std::string shown;
};

struct government {
    law::report_file file;
    std::vector<published> figures;
};

std::map<std::string, government> governments()
{
    auto const read = adapters::csv::read(adapters::files::read_file(
        std::string(JUECE_SOURCES) + "/tests/adapters/report/published_figures.csv"));
    BOOST_TEST_REQUIRE(read.faults.empty());
    std::map<std::string, government> all;
    for (auto const& row : read.found.rows) {
        auto const cell = [&](char const* column) { return read.found.cell(row, column); };
        auto& one = all[cell("government")];
        one.file.opening = law::report::opened{std::stoll(cell("year")), cell("government")};
        law::asked_figure asked{.unit = "justice", .indicator = cell("indicator"), .answer_by = {}};
        asked.is = law::asked_figure::standing::accepted;
        auto exactness = law::rounding::exact;
        BOOST_TEST(boost::describe::enum_from_string(cell("rounded").c_str(), exactness));
        asked.answer = law::collection::given_value{.indicator = cell("indicator"),
                                                    .value = cell("value"),
                                                    .rounded = exactness,
                                                    .last_year = {},
                                                    .note = {},
                                                    .source = "已公开的年度报告"};
        if (auto last = cell("last_year"); !last.empty())
            asked.answer->last_year = last;
        one.file.asked.push_back(std::move(asked));
        one.figures.push_back({cell("indicator"), cell("shown")});
    }
    return all;
}

std::string text_of(government const& one)
{
    indicators const dictionary;
    auto const text = write_report(read_report_template("no-such-directory"), one.file,
                                   current_figures(one.file, {}, {}, dictionary), dictionary);
    std::string words;
    for (auto const& line : text.lines)
        words += line.plain() + "\n";
    return words;
}

} // namespace

BOOST_AUTO_TEST_SUITE(published_figures_test)

BOOST_AUTO_TEST_CASE(the_figures_of_other_governments_stand_in_their_reports)
{
    auto const all = governments();
    BOOST_TEST(all.size() == 5u);
    for (auto const& [name, one] : all) {
        auto const text = text_of(one);
        for (auto const& figure : one.figures)
            BOOST_TEST(text.find(figure.shown) != std::string::npos,
                       name << " " << figure.indicator << " " << figure.shown << "\n"
                            << text);
    }
}

BOOST_AUTO_TEST_CASE(growth_of_a_round_number_is_itself_about)
{
    auto const all = governments();
    auto const text = text_of(all.at("重庆市巴南区"));
    BOOST_TEST(text.find("共办理法律事务640余项、同比约增长28%") != std::string::npos, text);
}

BOOST_AUTO_TEST_SUITE_END()
