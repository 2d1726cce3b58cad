#include "adapters/report/merged_reports.hpp"

#include "workflows/annual_report/decimal.hpp"

#include <algorithm>
#include <array>

namespace adapters::report {
namespace {

using namespace workflows::annual_report;
using engine::say;

/// Counts and amounts are summed up; a rate of several organs is no sum of theirs, nor is a number
/// of levels or that of a session.
bool can_be_summed(indicator const* known)
{
    constexpr std::array<std::string_view, 5> never = {"%", "年月", "时间", "年", "级"};
    return known && !known->follows &&
           std::find(never.begin(), never.end(), known->unit) == never.end() &&
           known->counting != "ordinal" && !known->counting.starts_with("ratio");
}

/// A part that is larger than its whole.
void look_for_parts(received_report const& report, merged_reports& into)
{
    constexpr std::array<std::pair<char const*, char const*>, 5> pairs = {{
        {"PART.opinions_adopted", "PART.opinions_received"},
        {"ENF.cases_criminal", "ENF.cases_linked"},
        {"REPORT.submitted_in_time", "REPORT.submitted"},
        {"REPORT.published_in_time", "REPORT.published"},
        {"CONTRACT.amount", "LEGAL.amount"},
    }};
    auto const value = [&](char const* code) -> std::optional<decimal> {
        auto const found = report.figures.find(code);
        return found == report.figures.end() ? std::nullopt : parse_decimal(found->second.value);
    };
    for (auto const& [part, whole] : pairs) {
        auto const less = value(part), more = value(whole);
        if (less && more && compare(*less, *more) > 0)
            into.doubtful.push_back({report.organ, say("{1}（{2}）大于{3}（{4}）", part,
                                                       to_text(*less), whole, to_text(*more))});
    }
}

void look_at_units(received_report const& report, indicators const& dictionary,
                   merged_reports& into)
{
    for (auto const& [code, one] : report.figures)
        if (auto const* known = dictionary.find(code); !known)
            into.doubtful.push_back({report.organ, say("不认识的指标{1}", code)});
        else if (known->unit != one.unit)
            into.doubtful.push_back(
                {report.organ, say("{1}的单位是{2}，应为{3}", code, one.unit, known->unit)});
}

void add(received_report const& report, indicators const& dictionary, merged_reports& into)
{
    for (auto const& [code, one] : report.figures) {
        auto& merged = into.figures[code];
        merged.parts.emplace_back(report.organ, one.value);
        merged.is_about = merged.is_about || one.rounded != rounding::exact;
        auto const* known = dictionary.find(code);
        auto const value = parse_decimal(one.value);
        if (!can_be_summed(known) || known->unit != one.unit || !value)
            continue;
        auto const before = parse_decimal(merged.sum).value_or(decimal());
        auto sum = to_text(difference(before, {-value->digits, value->places}));
        if (parse_decimal(sum))
            merged.sum = std::move(sum);
        else // no report writes so many digits
            into.doubtful.push_back(
                {report.organ, say("{1}的数值{2}过大，没有计入合计", code, one.value)});
    }
}

std::string list_of(std::vector<std::string> const& organs)
{
    std::string words;
    for (auto const& one : organs)
        words += (words.empty() ? "" : "、") + one;
    return words;
}

/// What is to be known of a sum.
std::string note_of(merged_figure const& one)
{
    std::string words = one.is_about ? "含约数" : "";
    if (!one.without.empty())
        words += (words.empty() ? "" : "；") + ("未填：" + list_of(one.without));
    return words;
}

} // namespace

merged_reports merge_reports(int year, std::vector<expected_report> const& expected,
                             std::vector<report_file_given> const& files,
                             indicators const& dictionary)
{
    merged_reports made;
    for (auto const& file : files) {
        auto const read = read_signed_report(file.bytes);
        auto const refuse = [&](engine::text why) {
            made.refused.push_back({file.name, std::move(why)});
        };
        if (auto const* why = std::get_if<engine::text>(&read)) {
            refuse(*why);
            continue;
        }
        auto const& report = std::get<received_report>(read);
        auto const known = std::find_if(expected.begin(), expected.end(),
                                        [&](auto const& one) { return one.organ == report.organ; });
        if (known == expected.end())
            refuse(say("不在名单上：{1}", report.organ));
        else if (known->public_key != report.public_key)
            refuse(say("不是{1}的公钥签名的", report.organ));
        else if (report.year != year)
            refuse(say("是{1}年的报告", report.year));
        else if (std::find(made.taken.begin(), made.taken.end(), report.organ) != made.taken.end())
            refuse(say("{1}的报告已有一份", report.organ));
        else {
            made.taken.push_back(report.organ);
            look_at_units(report, dictionary, made);
            look_for_parts(report, made);
            add(report, dictionary, made);
        }
    }
    for (auto const& one : expected)
        if (std::find(made.taken.begin(), made.taken.end(), one.organ) == made.taken.end())
            made.missing.push_back(one.organ);
    for (auto& [code, figure] : made.figures)
        for (auto const& organ : made.taken)
            if (std::none_of(figure.parts.begin(), figure.parts.end(),
                             [&](auto const& part) { return part.first == organ; }))
                figure.without.push_back(organ);
    return made;
}

sheet::sheet as_sheet(merged_reports const& what, int year, indicators const& dictionary)
{
    sheet::sheet made{.title = std::to_string(year) + "年汇总",
                      .headings = {"指标代码", "指标", "机关", "数值", "单位", "说明"},
                      .rows = {},
                      .notes_title = "说明",
                      .notes = {},
                      .number_columns = {3}};
    for (auto const& [code, one] : what.figures) {
        auto const name = dictionary.name(code, "zh");
        auto const unit = dictionary.unit(code);
        for (auto const& [organ, value] : one.parts)
            made.rows.push_back({code, name, organ, value, unit, ""});
        if (!one.sum.empty())
            made.rows.push_back({code, name, "合计", one.sum, unit, note_of(one)});
    }
    made.notes = {{"已汇总", list_of(what.taken)}, {"未收到", list_of(what.missing)}};
    return made;
}

} // namespace adapters::report
