#include "adapters/report/report_annex.hpp"

#include "adapters/report/wording.hpp"

#include <boost/json.hpp>

namespace adapters::report {
namespace {

namespace json = boost::json;
using namespace workflows::annual_report;
using freezing::value_origin;

char const* word_of(rounding exactness)
{
    switch (exactness) {
    case rounding::exact:
        return "";
    case rounding::about:
        return "约";
    case rounding::over:
        return "余";
    case rounding::at_least:
        return "以上";
    }
    return "";
}

std::string source_of(report_figure const& one, indicators const& dictionary)
{
    auto const* known = dictionary.find(one.indicator);
    switch (one.origin) {
    case value_origin::record:
        return "系统案卷统计";
    case value_origin::derived:
        return known && known->follows
                   ? "计算：" + known->follows->what +
                         (known->follows->whole.empty() ? std::string()
                                                        : "、" + known->follows->whole)
                   : "计算";
    case value_origin::answer:
        if (one.is_imported)
            return "补录：" + one.source;
        return one.source + (one.answered_by.empty() ? "" : "（" + one.answered_by + "填报）");
    }
    return {};
}

/// What is in the figure, and what of it or of its comparison is not from here.
std::string note_of(report_figure const& one)
{
    auto words = one.note;
    auto const add = [&](std::string const& more) { words += (words.empty() ? "" : "；") + more; };
    if (!one.counted_here.empty())
        add("本系统统计为" + one.counted_here);
    if (one.last_year_is_imported)
        add("上年数据为补录");
    return words;
}

std::vector<std::string> row_of(report_figure const& one, indicators const& dictionary)
{
    auto const* known = dictionary.find(one.indicator);
    auto const unit = known ? known->unit : std::string();
    return {one.indicator,
            known ? known->chinese : one.indicator,
            one.value,
            unit,
            word_of(one.rounded),
            one.last_year.value_or(""),
            compared(one.value, one.last_year, one.rounded, unit,
                     dictionary.comparison_places(one.indicator)),
            note_of(one),
            source_of(one, dictionary),
            one.before_correction.value_or(""),
            one.reason};
}

sheet::sheet empty_annex(std::string title)
{
    return {.title = std::move(title),
            .headings = {"指标代码", "指标", "数值", "单位", "约数", "上年", "同比", "说明", "来源",
                         "更正前", "更正理由"},
            .rows = {},
            .notes_title = "说明",
            .notes = {},
            .number_columns = {2, 5, 9}};
}

std::vector<std::pair<std::string, std::string>> notes_of(compiled_report const& what)
{
    std::vector<std::pair<std::string, std::string>> notes = {{"报告", title_of(what.file)}};
    if (is_taken_over(what.file))
        notes.emplace_back("数据", "补录，不是在本系统形成");
    else if (what.file.frozen) {
        notes.emplace_back("数据截止日", engine::to_text(what.file.frozen->body.cut_off));
        notes.emplace_back("数据摘要（SHA-256）", what.file.frozen->body.digest);
    } else
        notes.emplace_back("数据", "尚未冻结");
    return notes;
}

/// What a section of codes is called on its sheet.
std::string section_name(std::string const& code)
{
    static std::map<std::string, std::string, std::less<>> const names = {
        {"ARCH", "档案"},         {"AUDIT", "审计"},
        {"CONTRACT", "合同"},     {"CPPCC", "政协提案"},
        {"DEC", "行政决策"},      {"ENF", "行政执法"},
        {"EVAL", "后评估"},       {"EXEC", "决策执行"},
        {"EXPERT", "专家论证"},   {"FINANCE", "金融服务"},
        {"GOV", "政务服务"},      {"HONOUR", "荣誉"},
        {"INFO", "政府信息公开"}, {"INVEST", "产业投资"},
        {"LEAD", "组织领导"},     {"LEGAL", "法律事务"},
        {"LIT", "行政应诉"},      {"MARKET", "市场主体"},
        {"MEDIATE", "人民调解"},  {"MEETING", "会议"},
        {"META", "发布情况"},     {"NORM", "规范性文件"},
        {"NPC", "人大建议"},      {"PART", "公众参与"},
        {"PETITION", "信访"},     {"PLAN", "规划"},
        {"POLICY", "政策文件"},   {"PUBLICITY", "普法"},
        {"RECON", "行政复议"},    {"REPORT", "年度报告"},
        {"RISK", "风险评估"},     {"SERVICE", "公共法律服务"},
        {"WEB", "网上互动"}};
    auto const section = code.substr(0, code.find('.'));
    auto const found = names.find(section);
    return found == names.end() ? section : found->second;
}

} // namespace

sheet::sheet annex(compiled_report const& what, indicators const& dictionary)
{
    auto made = empty_annex("数据");
    for (auto const& [code, one] : what.figures)
        made.rows.push_back(row_of(one, dictionary));
    made.notes = notes_of(what);
    return made;
}

std::vector<sheet::sheet> annex_by_section(compiled_report const& what,
                                           indicators const& dictionary)
{
    std::vector<sheet::sheet> sheets;
    for (auto const& [code, one] : what.figures) {
        auto const name = section_name(code);
        if (sheets.empty() || sheets.back().title != name)
            sheets.push_back(empty_annex(name));
        sheets.back().rows.push_back(row_of(one, dictionary));
    }
    if (sheets.empty())
        sheets.push_back(empty_annex("数据"));
    sheets.front().notes = notes_of(what);
    return sheets;
}

json::object as_json(compiled_report const& what, indicators const& dictionary)
{
    json::array lines, figures;
    for (auto const& line : what.text.lines)
        lines.push_back(json::value(line.plain()));
    for (auto const& [code, one] : what.figures) {
        auto const* known = dictionary.find(code);
        auto const unit = known ? known->unit : std::string();
        json::object made{{"indicator", code},
                          {"name", known ? known->chinese : code},
                          {"value", one.value},
                          {"unit", unit},
                          {"rounded", engine::name_of(one.rounded)},
                          {"shown", with_unit(one.value, one.rounded, unit)},
                          {"note", one.note},
                          {"last_year", one.last_year.value_or("")},
                          {"origin", engine::name_of(one.origin)},
                          {"source", source_of(one, dictionary)},
                          {"in_text", what.text.told.contains(code)},
                          {"imported", one.is_imported},
                          {"counted_here", one.counted_here},
                          {"last_year_imported", one.last_year_is_imported}};
        if (one.before_correction) {
            made["before_correction"] = *one.before_correction;
            made["reason"] = one.reason;
        }
        figures.push_back(std::move(made));
    }
    auto const& frozen = what.file.frozen;
    return {{"title", title_of(what.file)},
            {"year", year_of_report(what.file)},
            {"case", what.filed ? what.filed->number : ""},
            {"taken_over", is_taken_over(what.file)},
            {"cut_off", frozen ? engine::to_text(frozen->body.cut_off) : ""},
            {"digest", frozen ? frozen->body.digest : ""},
            {"lines", std::move(lines)},
            {"figures", std::move(figures)}};
}

} // namespace adapters::report
