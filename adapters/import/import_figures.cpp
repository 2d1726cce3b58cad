#include "adapters/import/import_figures.hpp"

#include "adapters/import/acts_in_turn.hpp"
#include "adapters/import/figure_cells.hpp"
#include "adapters/import/known_columns.hpp"
#include "adapters/import/objections.hpp"
#include "adapters/import/planned_case.hpp"
#include "adapters/report/report_shelf.hpp"
#include "adapters/sheet/read_sheet.hpp"
#include "engine/chain.hpp"
#include "workflows/annual_report/procedure.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <map>

namespace adapters::import {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
namespace annual = workflows::annual_report;

/// A row that can be taken, with its line.
struct read_row {
    std::size_t line = 0;
    annual::report::earlier_value value;
};

/// The rows of a table by year.
struct read_figures {
    std::map<int, std::vector<read_row>> years;
    std::vector<csv::fault> faults;
};

class table_reader {
public:
    table_reader(sheet::read_table const& table, report::indicators const& dictionary)
        : table_(table), dictionary_(dictionary),
          places_(places_of(figure_columns(), table.headings))
    {}

    read_figures read()
    {
        for (auto const& one : figure_columns())
            if (!places_.contains(one.name))
                made_.faults.push_back({{}, 1, say("没有“{1}”一列", one.headings.front())});
        if (!made_.faults.empty())
            return std::move(made_);
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            row_ = &table_.rows[i];
            line_ = table_.lines[i];
            take_row();
        }
        if (made_.years.empty() && made_.faults.empty())
            made_.faults.push_back({{}, 1, say("表格里没有数据")});
        return std::move(made_);
    }

private:
    std::string const& cell(char const* name) const { return (*row_)[places_.find(name)->second]; }
    void fault(engine::text why) { made_.faults.push_back({{}, line_, std::move(why)}); }

    void take_row()
    {
        auto const year = year_of_row();
        auto const* known = indicator_of_row();
        auto const value = known ? value_of_row(*known) : std::nullopt;
        auto const& source = cell("source");
        if (source.empty())
            fault(say("缺少数据来源"));
        if (!year || !value || source.empty())
            return;
        auto& rows = made_.years[*year];
        auto const twice = std::find_if(rows.begin(), rows.end(), [&](read_row const& one) {
            return one.value.indicator == known->code;
        });
        if (twice != rows.end())
            return fault(say("{1}年的{2}与第{3}行重复", *year, known->code, twice->line));
        rows.push_back(
            {line_,
             {.indicator = known->code,
              .value = value->value,
              .rounded = value->rounded == annual::rounding::exact ? std::nullopt
                                                                   : std::optional(value->rounded),
              .source = source}});
    }

    std::optional<int> year_of_row()
    {
        std::string words = cell("year");
        if (words.ends_with("年"))
            words.erase(words.size() - std::string_view("年").size());
        int year = 0;
        auto const [end, wrong] = std::from_chars(words.data(), words.data() + words.size(), year);
        if (wrong == std::errc() && end == words.data() + words.size() && year >= 1'900 &&
            year <= 9'999)
            return year;
        fault(say("年度“{1}”不是四位数字", cell("year")));
        return {};
    }

    /// By its code, or by its Chinese name where that is one indicator's alone.
    report::indicator const* indicator_of_row()
    {
        auto const& words = cell("code");
        if (auto const* known = dictionary_.find(words))
            return known;
        report::indicator const* named = nullptr;
        for (auto const& one : dictionary_.all())
            if (one.chinese == words) {
                if (named) {
                    fault(say("有几个指标都叫“{1}”，请填写代码", words));
                    return nullptr;
                }
                named = &one;
            }
        if (!named)
            fault(say("指标目录中没有“{1}”", words));
        return named;
    }

    std::optional<written_figure> value_of_row(report::indicator const& known)
    {
        if (cell("unit").empty()) {
            fault(say("缺少单位，应为{1}", known.unit));
            return {};
        }
        auto found = read_figure(cell("value"), cell("unit"), known);
        if (auto* why = std::get_if<engine::text>(&found)) {
            fault(std::move(*why));
            return {};
        }
        return std::get<written_figure>(std::move(found));
    }

    sheet::read_table const& table_;
    report::indicators const& dictionary_;
    std::map<std::string, std::size_t, std::less<>> places_;
    std::vector<std::string> const* row_ = nullptr;
    std::size_t line_ = 0;
    read_figures made_;
};

object body_of(std::vector<read_row> const& rows, figures_terms const& terms)
{
    array values;
    for (auto const& one : rows) {
        object value{{"indicator", one.value.indicator},
                     {"value", one.value.value},
                     {"source", one.value.source}};
        if (one.value.rounded)
            value["rounded"] = std::string(engine::name_of(*one.value.rounded));
        values.push_back(std::move(value));
    }
    object made{{"values", std::move(values)}, {"were_published", terms.were_published}};
    name_source(made, terms.file_name, terms.source);
    return made;
}

/// What was said against the acts of a year.
void note_objections(int year, std::vector<engine::ruling> const& answers, std::size_t line,
                     std::vector<csv::fault>& faults)
{
    for (auto const& answer : answers)
        for (auto& why : objections(answer))
            faults.push_back({{}, line, say("{1}年：{2}", year, std::move(why))});
}

/// Asks the law about the acts of a year on a sheet of paper, with the report as it stands on it.
void judge(planned_year const& planned, std::optional<soci::case_record> const& kept,
           std::size_t line, engine::law_in_force law, std::vector<csv::fault>& faults)
{
    memory_record paper;
    if (kept)
        copy_onto(paper, *kept);
    note_objections(planned.year, judge_in_turn(planned.acts, law, paper), line, faults);
}

planned_year plan_year(int year, std::vector<read_row> const& rows, std::string const& key,
                       figures_terms const& terms, soci::reader& records, engine::law_in_force law,
                       std::vector<csv::fault>& faults)
{
    planned_year made{.year = year, .values = rows.size(), .already_here = false, .acts = {}};
    auto const id = "figures-" + std::to_string(year) + "-" + key;
    auto take_over = submission_of(terms, annual::shape_name, id + "-2",
                                   annual::report::taken_over::kind, body_of(rows, terms));
    if (records.find_act(take_over.act_id)) {
        made.already_here = true;
        return made;
    }
    auto const filed = report::find_report(records, terms.organ_name, year);
    auto const kept = filed ? records.read_case(filed->on) : std::nullopt;
    if (kept)
        take_over.on = filed->on;
    else
        made.acts.push_back(submission_of(terms, annual::shape_name, id + "-1",
                                          annual::report::opened::kind,
                                          {{"year", year}, {"organ_name", terms.organ_name}}));
    made.acts.push_back(std::move(take_over));
    judge(made, kept, rows.front().line, law, faults);
    return made;
}

} // namespace

std::vector<known_column> const& figure_columns()
{
    static std::vector<known_column> const all = {
        {"year", {"年度", "年份", "year"}, true, "四位数字"},
        {"code",
         {"指标代码", "代码", "指标", "指标名称", "code", "indicator"},
         true,
         "指标的代码或者全名，与统计数字页所列相同"},
        {"value", {"数值", "数据", "值", "value"}, true, "数字；约数可以写“约”“余”“以上”"},
        {"unit", {"单位", "计量单位", "unit"}, true, "该指标的计量单位；金额可以用元、万元、亿元"},
        {"source", {"来源", "数据来源", "source"}, true, "数字的出处，如年鉴、总结、台账"}};
    return all;
}

std::size_t figures_import::values() const
{
    std::size_t sum = 0;
    for (auto const& one : years)
        sum += one.values;
    return sum;
}

bool figures_import::already_here() const
{
    return !years.empty() && std::all_of(years.begin(), years.end(),
                                         [](planned_year const& one) { return one.already_here; });
}

figures_import prepare_figures(std::string_view bytes, figures_terms const& terms,
                               report::indicators const& dictionary, soci::reader& records,
                               engine::law_in_force law)
{
    figures_import made;
    auto const table = sheet::read_table_of(bytes);
    if (auto const* why = std::get_if<engine::text>(&table)) {
        made.faults.push_back({{}, 1, *why});
        return made;
    }
    auto read = table_reader(std::get<sheet::read_table>(table), dictionary).read();
    made.faults = std::move(read.faults);
    // What the law refuses is told in the same answer as what cannot be read.
    bool const is_readable = made.faults.empty();
    // The same file for the same organ gives the same acts (JC-5).
    auto const key = engine::sha256(terms.organ_name + "\n" + std::string(bytes)).substr(0, 32);
    for (auto const& [year, rows] : read.years) {
        auto planned = plan_year(year, rows, key, terms, records, law, made.faults);
        if (is_readable)
            made.years.push_back(std::move(planned));
    }
    std::stable_sort(made.faults.begin(), made.faults.end(),
                     [](auto const& one, auto const& other) { return one.line < other.line; });
    return made;
}

void enter_figures(figures_import& what, soci::database& at, engine::law_in_force law)
{
    soci::clerk clerk(at, law);
    for (auto const& planned : what.years) {
        note_objections(planned.year, enter_in_turn(planned.acts, clerk), 1, what.faults);
        if (!what.faults.empty())
            return;
    }
}

} // namespace adapters::import
