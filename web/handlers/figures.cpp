#include "adapters/report/report_figures.hpp"
#include "adapters/report/report_shelf.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/report_page.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"
#include "workflows/annual_report/decimal.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
namespace law = workflows::annual_report;

/// The year of the query, else the newest that has begun and has figures, else this year; nothing
/// for nonsense. Next year has figures as soon as its catalogue is made.
std::optional<int> year_of_query(visit& v)
{
    auto const asked = v.query("year");
    if (asked.empty()) {
        auto const now = engine::year_of(v.today());
        auto const known = v.records->years_counted();
        auto const begun =
            std::find_if(known.begin(), known.end(), [&](int one) { return one <= now; });
        return begun == known.end() ? now : *begun;
    }
    auto const year = number_in(asked);
    if (!year || *year < 1900 || *year > 9999)
        return {};
    return static_cast<int>(*year);
}

array years_view(visit& v, int chosen)
{
    auto known = v.records->years_counted();
    if (std::find(known.begin(), known.end(), chosen) == known.end())
        known.push_back(chosen);
    array made;
    for (auto const one : known)
        made.push_back({{"year", one}, {"chosen", one == chosen}});
    return made;
}

answer bad_year(visit const& v)
{
    return problem(v, 400, "malformed", say("年份应为四位数字。"));
}

std::string shown(visit const& v, std::string_view code, long long value)
{
    auto const* known = v.house.dictionary().find(code);
    return known ? adapters::report::shown_in_unit(value, *known) : std::to_string(value);
}

long long value_of(adapters::report::year_sums const& counted, std::string const& code)
{
    auto const found = counted.find(code);
    return found == counted.end() ? 0 : found->second;
}

/// The rule of an indicator of which the record keeps a sum that says nothing by itself: what is
/// asked for is its mean.
adapters::report::formula const* mean_rule(visit const& v, std::string const& code)
{
    auto const* known = v.house.dictionary().find(code);
    auto const is_mean = known && known->follows && known->follows->what == code &&
                         known->follows->is == adapters::report::formula::sort::mean;
    return is_mean ? &*known->follows : nullptr;
}

/// A year's mean, rounded as the report has it; nothing where the indicator is none or nothing was
/// counted.
std::optional<law::decimal> mean_of(visit const& v, std::string const& code,
                                    adapters::report::year_sums const& counted)
{
    auto const* rule = mean_rule(v, code);
    auto const whole = rule ? value_of(counted, rule->whole) : 0;
    if (whole <= 0)
        return {};
    auto const exact = law::quotient({value_of(counted, code)}, {whole}, rule->places);
    return law::rounded(exact, rule->places);
}

/// What the page shows of an indicator in a year.
std::string shown_of(visit const& v, std::string const& code,
                     adapters::report::year_sums const& counted)
{
    auto const mean = mean_of(v, code, counted);
    return mean ? law::to_text(*mean) : shown(v, code, value_of(counted, code));
}

/// Of a year in which nothing at all is counted it is not known that something was zero, and a mean
/// of nothing is none.
bool is_known(visit const& v, std::string const& code, adapters::report::year_sums const& counted)
{
    return !counted.empty() && (!mean_rule(v, code) || mean_of(v, code, counted));
}

std::string address_of(std::string const& code, int year)
{
    return "/figures/" + code + "?year=" + std::to_string(year);
}

object figure_view(visit const& v, std::string const& code, int year,
                   adapters::report::year_sums const& counted)
{
    return {{"indicator", code},
            {"label", v.house.dictionary().name(code, v.words.code())},
            {"unit", v.words(v.house.dictionary().unit(code))},
            {"value", value_of(counted, code)},
            {"shown", shown_of(v, code, counted)},
            {"href", address_of(code, year)}};
}

} // namespace

answer show_figures(visit& v)
{
    auto const year = year_of_query(v);
    if (!year)
        return bad_year(v);
    auto totals = v.records->totals(*year);
    adapters::report::report_places const places(v.house.report_form());
    std::sort(totals.begin(), totals.end(), [&](auto const& a, auto const& b) {
        return std::tuple(places.of(a.indicator), a.indicator) <
               std::tuple(places.of(b.indicator), b.indicator);
    });
    answer page{.page = "figures"};
    page.view["title"] = v.words(say("{1}年统计数字", *year));
    page.view["year"] = *year;
    page.view["years"] = years_view(v, *year);
    page.view["until_words"] = until_words(v, *year);
    auto const counted = adapters::report::sums_of(totals);
    auto const before = adapters::report::sums_of(v.records->totals(*year - 1));
    array figures;
    std::string heading;
    for (auto const& one : totals) {
        auto made = figure_view(v, one.indicator, *year, counted);
        auto const above = std::exchange(heading, heading_in_report(v, places.of(one.indicator)));
        made["heading"] = heading == above ? "" : heading;
        if (mean_of(v, one.indicator, counted))
            made["sum"] = one.value;
        bool const known = is_known(v, one.indicator, before);
        made["year_before"] = known ? shown_of(v, one.indicator, before) : "";
        made["href_before"] = known ? address_of(one.indicator, *year - 1) : "";
        figures.push_back(std::move(made));
    }
    page.view["empty"] = figures.empty();
    page.view["figures"] = std::move(figures);
    return page;
}

answer show_figure(visit& v)
{
    constexpr long long rows_a_page = 100;
    auto const year = year_of_query(v);
    if (!year)
        return bad_year(v);
    auto const& code = v.place("indicator");
    if (!v.house.dictionary().find(code))
        return not_found(v);
    auto const found =
        v.records->list_figures(code, *year, number_in(v.query("after")), rows_a_page);
    answer page{.page = "figure"};
    page.view = figure_view(v, code, *year, adapters::report::sums_of(v.records->totals(*year)));
    page.view["title"] = boost::json::value(page.view.at("label"));
    page.view["year"] = *year;
    array acts;
    for (auto const& one : found.rows)
        acts.push_back({{"case", one.on.value},
                        {"number", one.number},
                        {"case_title", one.title},
                        {"seq", one.seq},
                        {"kind", one.kind},
                        {"act_words", act_words(v.words, one.kind)},
                        {"counts_on", engine::to_text(one.counts_on)},
                        {"counts_on_words", v.words.date(one.counts_on)},
                        {"act_value", one.value},
                        {"act_shown", shown(v, code, one.value)},
                        {"origin", one.origin},
                        {"origin_words",
                         one.origin == engine::entered_here ? "" : v.words("origin." + one.origin)},
                        {"case_href", "/cases/" + std::to_string(one.on.value)},
                        {"act_href", "/cases/" + std::to_string(one.on.value) + "/acts/" +
                                         std::to_string(one.seq)}});
    page.view["empty"] = acts.empty();
    page.view["acts"] = std::move(acts);
    page.view["next"] = found.next ? "/figures/" + percent_encoded(code) +
                                         "?year=" + std::to_string(*year) +
                                         "&after=" + std::to_string(*found.next)
                                   : "";
    return page;
}

} // namespace web::handlers
