#include "adapters/report/prove_reports.hpp"

#include "adapters/report/report_shelf.hpp"

#include <set>

namespace adapters::report {
namespace {

using namespace workflows::annual_report;
using engine::say;

std::string as_written(long long counted, indicator const& known)
{
    auto exactness = rounding::exact;
    return value_in_unit(counted, known, exactness);
}

/// The first difference between what was frozen and what the record counted then; empty: none.
engine::text difference_in(soci::reader& record, filed_report const& report,
                           indicators const& dictionary)
{
    auto const& frozen = report.file.frozen->body;
    if (frozen.digest != digest_of(report.file, frozen))
        return say("案卷{1}冻结数据的摘要不符", report.number);
    auto const counted =
        sums_of(record.totals_until(year_of_report(report.file), frozen.cut_off, report.file.unit));
    auto const differs = [&](std::string const& code, std::string const& should,
                             std::string const& kept) {
        return say("案卷{1}的冻结数据{2}应为{3}，现记为{4}", report.number, code, should, kept);
    };
    std::set<std::string> there;
    for (auto const& one : frozen.values) {
        there.insert(one.indicator);
        if (one.origin != freezing::value_origin::record)
            continue;
        auto const* known = dictionary.find(one.indicator);
        auto const sum = counted.find(one.indicator);
        auto const should =
            known && sum != counted.end() ? as_written(sum->second, *known) : std::string("0");
        if (should != one.value)
            return differs(one.indicator, should, one.value);
    }
    for (auto const& [code, sum] : counted)
        if (auto const* known = dictionary.find(code);
            known && !known->follows && !there.contains(code))
            return differs(code, as_written(sum, *known), "");
    return {};
}

} // namespace

soci::finding prove_reports(soci::reader& record, indicators const& dictionary)
{
    soci::finding found{.check = "reports", .checked = 0, .wrong = 0, .first = {}};
    for (auto const& report : filed_reports(record, {})) {
        if (!report.file.frozen)
            continue;
        ++found.checked;
        auto words = difference_in(record, report, dictionary);
        if (!words.empty() && ++found.wrong == 1)
            found.first = std::move(words);
    }
    return found;
}

} // namespace adapters::report
