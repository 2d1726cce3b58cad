#include "workflows/annual_report/conditions.hpp"

#include "workflows/annual_report/decimal.hpp"
#include "workflows/annual_report/placeholders.hpp"
#include "workflows/shared_conditions.hpp"

#include <algorithm>

namespace workflows::annual_report {
namespace {

using engine::advice;
using engine::refusal;
using engine::say;
using standing = asked_figure::standing;

constexpr int first_year = 2000;

/// Letters, digits and _. only, with a point: "NORM.gov.reviewed".
bool is_code(std::string_view text)
{
    return text.size() <= 64 && text.find('.') != text.npos && text.front() != '.' &&
           text.back() != '.' && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_' || c == '.';
           });
}

asked_figure const* question_to(report_file const& file, std::string_view unit,
                                std::string_view indicator)
{
    auto const* found = find_asked(file, indicator);
    return found && found->unit == unit ? found : nullptr;
}

std::string list_of(std::vector<std::string> const& codes)
{
    std::string all;
    for (auto const& one : codes)
        all += (all.empty() ? "" : "、") + one;
    return all;
}

// What is wrong with indicators and values, wherever they are given.

refusal not_a_code(engine::rule_id rule, std::string const& indicator)
{
    return {.rule = std::move(rule),
            .reason = say("“{1}”不是指标代码", indicator),
            .remedy = say("请从指标目录中选择")};
}

refusal written_twice(engine::rule_id rule, std::string const& indicator)
{
    return {.rule = std::move(rule),
            .reason = say("指标{1}写了两次", indicator),
            .remedy = say("每个指标只写一次")};
}

refusal not_readable(engine::rule_id rule, std::string const& indicator, std::string const& value)
{
    return {.rule = std::move(rule),
            .reason = say("指标{1}的数值“{2}”不是数字", indicator, value),
            .remedy = say("只填数字，如 48865 或者 5.38；月份填 2021-08")};
}

refusal no_values(engine::rule_id rule)
{
    return {.rule = std::move(rule),
            .reason = say("没有填写任何指标的数值"),
            .remedy = say("请至少填写一个指标")};
}

verdict indicators_given(std::vector<std::string> const& indicators)
{
    if (!indicators.empty())
        return {};
    return refusal{
        .rule = "JC-31", .reason = say("没有写明指标"), .remedy = say("请至少选择一个指标")};
}

template <class Fits>
std::vector<std::string> those_that(std::vector<std::string> const& indicators, Fits fits)
{
    std::vector<std::string> found;
    std::copy_if(indicators.begin(), indicators.end(), std::back_inserter(found), fits);
    return found;
}

/// Refuses the indicators of which the unit has no answer that fits, in the words of `none`.
template <class Fits, class None>
verdict answered_by_unit(questioned const& q, unit_ref const& unit,
                         std::vector<std::string> const& indicators, Fits fits, None none)
{
    auto found = indicators_given(indicators);
    auto const missing = those_that(indicators, [&](auto const& indicator) {
        auto const* one = question_to(q.file, unit, indicator);
        return !one || !fits(*one);
    });
    if (!missing.empty())
        found += refusal{
            .rule = "JC-31", .reason = none(list_of(missing)), .remedy = say("请核对指标和单位")};
    return found;
}

day first_of(int year, unsigned month)
{
    return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / 1);
}

bool is_month(std::string_view value)
{
    return value.size() == 7 && engine::parse_day(std::string(value) + "-01");
}

bool is_moment(std::string_view value)
{
    return value.size() == 19 && value[10] == ' ' &&
           engine::parse_instant(std::string(value.substr(0, 10)) + "T" +
                                 std::string(value.substr(11)) + ".000Z");
}

/// A check of a year that was not over then lets no figure be frozen once it is.
bool is_too_early(questioned const& q, entered<gate::checked> const& check)
{
    auto const year_end = last_day_of_report(q.file);
    return q.today > year_end && check.on <= year_end;
}

/// Answers were taken after the check, which did not look at them.
bool is_overtaken(questioned const& q, entered<gate::checked> const& check)
{
    return q.file.last_taken > check.seq;
}

std::ptrdiff_t open_findings(report_file const& file)
{
    if (!file.check)
        return 0;
    auto const& found = file.check->body.findings;
    return std::count_if(found.begin(), found.end(),
                         [&](auto const& one) { return is_open_finding(file, one); });
}

/// The frozen value beside the answer on file.
bool is_as_answered(freezing::frozen_value const& one, asked_figure const& asked)
{
    auto const& given = *asked.answer;
    return one.value == given.value && one.rounded == given.rounded &&
           (!given.last_year || one.last_year == given.last_year) && one.note == given.note &&
           one.answer_act == asked.answer_act;
}

} // namespace

bool is_readable_value(std::string_view value)
{
    return parse_decimal(value) || is_month(value) || is_moment(value);
}

day last_day_of_report(report_file const& file)
{
    return first_of(year_of_report(file) + 1, 1) - std::chrono::days(1);
}

day submission_day(report_file const& file)
{
    return first_of(year_of_report(file) + 1, 3);
}

day publication_day(report_file const& file)
{
    return first_of(year_of_report(file) + 1, 4);
}

verdict year_has_begun::check(questioned const& q, report::opened const& body)
{
    if (body.year >= first_year && body.year <= engine::year_of(q.today))
        return {};
    return refusal{.rule = "JC-34",
                   .reason = say("不能编制{1}年的年度报告", body.year),
                   .remedy = say("请填写{1}年至今年之间的年份", first_year)};
}

verdict reported_year_is_over::check(questioned const& q)
{
    if (year_of_report(q.file) < engine::year_of(q.today))
        return {};
    return refusal{.rule = "JC-35",
                   .reason = say("{1}年度尚未终了", year_of_report(q.file)),
                   .remedy = say("补录的数据须属于已经终了的年度")};
}

verdict nothing_is_compiled_here::check(questioned const& q)
{
    auto const& file = q.file;
    if (file.asked.empty() && !file.check && !file.frozen && file.sections.empty())
        return {};
    return refusal{.rule = "JC-35",
                   .reason = say("{1}年度报告已在本系统编制，不能补录数据", year_of_report(file)),
                   .remedy = say("请按征集、冻结和更正的程序办理")};
}

verdict earlier_values_are_readable::check(questioned const&, report::taken_over const& body)
{
    verdict found;
    if (body.values.empty())
        found += no_values("JC-35");
    std::set<std::string> once;
    for (auto const& one : body.values) {
        if (!is_code(one.indicator))
            found += not_a_code("JC-35", one.indicator);
        else if (!once.insert(one.indicator).second)
            found += written_twice("JC-35", one.indicator);
        if (!is_readable_value(one.value))
            found += not_readable("JC-35", one.indicator, one.value);
    }
    return found;
}

bool nobody_was_asked::holds(questioned const& q)
{
    return q.file.asked.empty() && !q.file.check;
}

verdict indicators_are_free::check(questioned const& q, collection::asked const& body)
{
    auto found = indicators_given(body.indicators);
    std::set<std::string> once;
    for (auto const& indicator : body.indicators) {
        if (!is_code(indicator))
            found += not_a_code("JC-31", indicator);
        else if (!once.insert(indicator).second)
            found += written_twice("JC-31", indicator);
        else if (auto const* known = find_asked(q.file, indicator);
                 known && known->unit != body.unit)
            found += refusal{
                .rule = "JC-31",
                .reason = say("指标{1}已经由{2}填报", indicator, engine::unit_by_code(known->unit)),
                .remedy = say("一个指标只由一个单位填报；要换单位的，请先免予填报")};
        else if (known && known->is == standing::accepted)
            found += refusal{.rule = "JC-31",
                             .reason = say("指标{1}的答复已经采用", indicator),
                             .remedy = say("无需再次征集")};
    }
    return found;
}

verdict answer_day_is_to_come::check(questioned const& q, collection::asked const& body)
{
    if (body.answer_by >= q.today)
        return {};
    return refusal{.rule = "JC-31",
                   .reason = say("答复期限{1}已经过去", body.answer_by),
                   .remedy = say("请填写今天或者以后的日期")};
}

bool answers_are_awaited::holds(questioned const& q)
{
    return std::any_of(q.file.asked.begin(), q.file.asked.end(),
                       [](auto const& one) { return one.waits_for_unit(); });
}

verdict was_asked::check(questioned const& q, collection::answered const& body)
{
    verdict found;
    if (body.values.empty())
        found += no_values("JC-31");
    std::set<std::string> once;
    // Nobody asks what else is wrong with a form that has faults: of whichever unit it is.
    auto const asked_for = [&](std::string const& indicator) {
        return q.by.unit.empty() ? find_asked(q.file, indicator)
                                 : question_to(q.file, q.by.unit, indicator);
    };
    for (auto const& one : body.values) {
        auto const* asked = asked_for(one.indicator);
        if (!asked || asked->is == standing::accepted)
            found += refusal{
                .rule = "JC-31",
                .reason = asked ? say("指标{1}的答复已经采用", one.indicator)
                                : say("没有请你单位填报指标{1}", one.indicator),
                .remedy = asked
                              ? say("需要更正的，请编制人退回；冻结数据以后由编制人办理“更正数据”")
                              : say("需要更正的，请与年度报告编制人联系")};
        else if (!once.insert(one.indicator).second)
            found += written_twice("JC-31", one.indicator);
    }
    return found;
}

verdict values_are_readable::check(questioned const&, collection::answered const& body)
{
    verdict found;
    for (auto const& one : body.values) {
        if (!is_readable_value(one.value))
            found += not_readable("JC-31", one.indicator, one.value);
        if (one.last_year && !parse_decimal(*one.last_year))
            found += not_readable("JC-31", one.indicator, *one.last_year);
    }
    return found;
}

bool answers_wait::holds(questioned const& q)
{
    return std::any_of(q.file.asked.begin(), q.file.asked.end(),
                       [](auto const& one) { return one.is == standing::answered; });
}

verdict was_answered::check(questioned const& q, collection::accepted const& body)
{
    return answered_by_unit(
        q, body.unit, body.indicators,
        [](asked_figure const& one) { return one.is == standing::answered; },
        [&](std::string list) {
            return say("{1}没有待核对的答复：{2}", body.unit, std::move(list));
        });
}

verdict was_answered::check(questioned const& q, collection::sent_back const& body)
{
    return answered_by_unit(
        q, body.unit, body.indicators,
        [](asked_figure const& one) { return one.may_be_sent_back(); },
        [&](std::string list) {
            return say("{1}没有可以退回的答复：{2}", body.unit, std::move(list));
        });
}

verdict did_not_answer::check(questioned const& q, collection::accepted const& body)
{
    auto const is_own = [&](std::string const& indicator) {
        auto const* one = question_to(q.file, body.unit, indicator);
        return one && one->answered_by.value != 0 &&
               (one->answered_by == q.by.person || one->answered_by == q.by.represents);
    };
    if (std::none_of(body.indicators.begin(), body.indicators.end(), is_own))
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}填报了其中的数值，不得自己核对", q.by.name),
                   .remedy = say("请由另一名编制人核对"),
                   .about_role = true};
}

verdict is_still_open::check(questioned const& q, collection::waived const& body)
{
    auto found = indicators_given(body.indicators);
    auto const missing = those_that(body.indicators, [&](auto const& indicator) {
        auto const* one = question_to(q.file, body.unit, indicator);
        return !one || one->is == standing::accepted;
    });
    if (!missing.empty())
        found += refusal{.rule = "JC-31",
                         .reason = say("{1}没有待填报的指标：{2}", body.unit, list_of(missing)),
                         .remedy = say("请核对指标和单位")};
    return found;
}

bool check_is_awaited::holds(questioned const& q)
{
    if (!answers_are_settled::check(q).admits())
        return false;
    if (!q.file.check)
        return !q.file.asked.empty();
    return is_too_early(q, *q.file.check) || is_overtaken(q, *q.file.check);
}

bool findings_are_open::holds(questioned const& q)
{
    return open_findings(q.file) > 0 && !check_is_awaited::holds(q);
}

verdict finding_is_known::check(questioned const& q, gate::explained const& body)
{
    auto const fits = [&](gate::record_finding const& one) { return explains(body, one); };
    auto const* check = q.file.check ? &q.file.check->body : nullptr;
    if (check && std::any_of(check->findings.begin(), check->findings.end(), fits))
        return {};
    return refusal{.rule = "JC-32",
                   .reason = say("最近一次检查没有发现这个问题"),
                   .remedy = say("请先检查数据质量，再逐项说明")};
}

verdict answers_are_settled::check(questioned const& q)
{
    std::vector<std::string> open;
    for (auto const& one : q.file.asked)
        if (one.is != standing::accepted && one.is != standing::waived)
            open.push_back(one.indicator);
    if (open.empty())
        return {};
    auto const count = open.size();
    if (open.size() > 5) // the rest stands in the table of requests
        open.resize(5);
    return refusal{.rule = "JC-31",
                   .reason = say("还有{1}个指标没有答复或者没有核对，如{2}", count, list_of(open)),
                   .remedy = say("请催办、核对，或者免予填报并说明理由")};
}

verdict record_is_checked::check(questioned const& q)
{
    if (!q.file.check)
        return refusal{.rule = "JC-32",
                       .reason = say("还没有检查数据质量"),
                       .remedy = say("请先检查数据质量")};
    if (is_too_early(q, *q.file.check))
        return refusal{.rule = "JC-32",
                       .reason = say("最近一次检查（{1}）时{2}年度尚未终了", q.file.check->on,
                                     year_of_report(q.file)),
                       .remedy = say("请重新检查数据质量")};
    if (is_overtaken(q, *q.file.check))
        return refusal{.rule = "JC-32",
                       .reason = say("最近一次检查（{1}）以后又采用了答复", q.file.check->on),
                       .remedy = say("请重新检查数据质量")};
    auto const open = open_findings(q.file);
    if (open == 0)
        return {};
    return refusal{.rule = "JC-32",
                   .reason = say("数据质量检查还有{1}个问题既未更正也未说明", open),
                   .remedy = say("请更正后重新检查，或者逐项说明理由")};
}

verdict year_is_over::check(questioned const& q)
{
    auto const year_end = last_day_of_report(q.file);
    if (q.today > year_end)
        return {};
    return refusal{.rule = "JC-33",
                   .reason = say("{1}年度尚未终了", year_of_report(q.file)),
                   .remedy = say("请在年度结束后冻结数据"),
                   .opens_on = year_end + std::chrono::days(1)};
}

verdict cut_off_is_over::check(questioned const& q, freezing::frozen const& body)
{
    auto const year_end = last_day_of_report(q.file);
    if (q.today <= year_end)
        return {}; // no day fits, which year_is_over says
    auto const choose = say("请选择{1}至{2}之间的日期", year_end, q.today - std::chrono::days(1));
    verdict found;
    if (body.cut_off < year_end)
        found += refusal{.rule = "JC-33",
                         .reason = say("截止日{1}早于年末{2}", body.cut_off, year_end),
                         .remedy = choose};
    // A day that is over can get no more acts, so the figures of the record stand for ever.
    if (body.cut_off >= q.today)
        found += refusal{
            .rule = "JC-33", .reason = say("截止日{1}还没有结束", body.cut_off), .remedy = choose};
    if (q.file.check && !is_too_early(q, *q.file.check) && q.file.check->on <= body.cut_off)
        found += refusal{
            .rule = "JC-32",
            .reason = say("最近一次检查（{1}）不晚于截止日{2}", q.file.check->on, body.cut_off),
            .remedy = say("请重新检查数据质量")};
    return found;
}

verdict figures_are_those_on_file::check(questioned const& q, freezing::frozen const& body)
{
    verdict found;
    auto const differs = [&](std::string const& indicator) {
        found += refusal{.rule = "JC-33",
                         .reason = say("指标{1}与案卷上已采用的答复不一致", indicator),
                         .remedy = say("请在年度报告页面重新冻结")};
    };
    std::set<std::string> frozen;
    for (auto const& one : body.values) {
        if (!frozen.insert(one.indicator).second || !is_readable_value(one.value))
            differs(one.indicator);
        if (one.origin != freezing::value_origin::answer)
            continue;
        auto const* asked = find_asked(q.file, one.indicator);
        if (!asked || asked->is != standing::accepted || !is_as_answered(one, *asked))
            differs(one.indicator);
    }
    for (auto const& asked : q.file.asked)
        if (asked.is == standing::accepted && !frozen.contains(asked.indicator))
            differs(asked.indicator);
    if (body.digest != digest_of(q.file, body))
        found += refusal{.rule = "JC-33",
                         .reason = say("摘要与所列数据不符"),
                         .remedy = say("请在年度报告页面重新冻结")};
    return found;
}

verdict restates_a_frozen_value::check(questioned const& q, freezing::restated const& body)
{
    auto const* before = find_frozen(q.file, body.indicator);
    if (!before)
        return refusal{.rule = "JC-33",
                       .reason = say("冻结的数据中没有指标{1}", body.indicator),
                       .remedy = say("请核对指标")};
    verdict found;
    if (!is_readable_value(body.value))
        found += not_readable("JC-31", body.indicator, body.value);
    auto const* last = find_restated(q.file, body.indicator);
    auto const& value = last ? last->value : before->value;
    auto const& exact = last ? last->rounded : before->rounded;
    if (value == body.value &&
        exact.value_or(rounding::exact) == body.rounded.value_or(rounding::exact))
        found += refusal{.rule = "JC-33",
                         .reason = say("指标{1}现在就是{2}", body.indicator, body.value),
                         .remedy = say("没有变化的数据不需要更正")};
    return found;
}

bool text_is_awaited::holds(questioned const& q)
{
    return q.file.frozen && (!missing_sections(q.file).empty() ||
                             !unfilled_placeholders(q.file).empty() || q.file.awaits_other_words);
}

verdict remarks_on_placeholders::check(questioned const& q, narrative::written const& body)
{
    auto const unfilled = unfilled_in(q.file, body.words);
    if (unfilled.empty())
        return {};
    return advice{"JC-33",
                  say("这些标记没有对应的报告数据，须在保密审查之前改正：{1}", list_of(unfilled))};
}

verdict figures_are_frozen::check(questioned const& q)
{
    if (q.file.frozen)
        return {};
    return refusal{
        .rule = "JC-33", .reason = say("报告数据还没有冻结"), .remedy = say("请先冻结数据")};
}

verdict sections_are_written::check(questioned const& q)
{
    auto const missing = missing_sections(q.file);
    if (missing.empty())
        return {};
    engine::text list;
    for (auto const one : missing) {
        auto const words = say("choice.report_section." + std::string(engine::name_of(one)));
        if (list.empty())
            list = words;
        else
            list = say("{1}、{2}", list, words);
    }
    return refusal{.rule = "AR-4",
                   .reason = say("报告还没有写：{1}", list),
                   .remedy = say("请先写完这些部分")};
}

verdict placeholders_are_filled::check(questioned const& q)
{
    auto const unfilled = unfilled_placeholders(q.file);
    if (unfilled.empty())
        return {};
    return refusal{.rule = "JC-33",
                   .reason = say("报告正文中的这些标记没有对应的报告数据：{1}", list_of(unfilled)),
                   .remedy = say("请由编制人在正文中改正或者删去这些标记")};
}

bool text_stands::holds(questioned const& q)
{
    return !q.file.awaits_other_words;
}

verdict did_not_write::check(questioned const& q)
{
    if (!q.file.writers.contains(q.by.person.value) &&
        !q.file.writers.contains(q.by.represents.value))
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}撰写了报告，不得自己作保密审查", q.by.name),
                   .remedy = say("请由没有参与撰写的人员审查"),
                   .about_role = true};
}

verdict has_addressees::check(questioned const&, release::submitted const& body)
{
    if (!body.addressees.empty())
        return {};
    return refusal{.rule = "AR-2",
                   .reason = say("没有写明报送对象"),
                   .remedy = say("请选择同级党委、人大常委会、上级政府等报送对象")};
}

verdict submitted_in_time::check(questioned const& q, release::submitted const& body)
{
    auto found = not_in_future(q.today, body.submitted_on);
    if (body.submitted_on > submission_day(q.file) && q.file.submissions.empty())
        found += advice{"AR-2", say("报送晚于{1}", submission_day(q.file))};
    return found;
}

verdict published_in_time::check(questioned const& q, release::published const& body)
{
    auto found = not_in_future(q.today, body.published_on);
    if (body.published_on > publication_day(q.file) && q.file.publications.empty())
        found += advice{"AR-3", say("公开晚于{1}", publication_day(q.file))};
    return found;
}

} // namespace workflows::annual_report
