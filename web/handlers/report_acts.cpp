#include "adapters/report/record_gate.hpp"
#include "adapters/report/report_bodies.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/report_page.hpp"
#include "web/handlers/sent_fields.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "web/random_id.hpp"

// The acts of the annual report whose bodies the house makes itself: what is wrong in the record,
// and the figures as they stood.

namespace web::handlers {
namespace {

namespace report = adapters::report;
namespace law = workflows::annual_report;
using engine::say;

/// The body that was made, for which case and version; or the answer instead.
struct prepared_act {
    engine::case_id on;
    typed_form typed;
    std::optional<answer> instead = {};
};

std::string word_of(visit const& v, char const* name)
{
    auto const sent = sent_fields(v);
    auto const* value = sent ? find(*sent, name) : nullptr;
    return value ? *value : std::string();
}

template <class Make>
answer prepare(visit& v, std::string_view kind, prepared_act& into, Make make)
{
    auto const year = year_of_path(v);
    if (!year)
        into.instead = bad_report_year(v);
    auto filed = year ? report::find_report(*v.records, organ_of(v), *year) : std::nullopt;
    if (year && !filed)
        into.instead = not_found(v);
    if (!filed)
        return {};
    into.on = filed->on;
    into.typed.kind = kind;
    into.typed.act_id = word_of(v, "act_id");
    if (into.typed.act_id.empty())
        into.typed.act_id = random_id();
    into.typed.seen = filed->version;
    into.typed.return_to = "report/main";
    into.typed.body = make(filed->file, *year);
    return {};
}

} // namespace

awaitable<answer> check_report_record(visit& v)
{
    prepared_act act;
    auto const make = [&](law::report_file const& file, int year) {
        return report::body_of(report::check_record(
            *v.records, file, report::sums_of(v.records->totals(year)), v.house.dictionary(),
            report::report_places(v.house.report_form())));
    };
    auto const look = [&](visit& again) {
        return prepare(again, law::gate::checked::kind, act, make);
    };
    co_await v.house.read(v, look);
    if (act.instead)
        co_return std::move(*act.instead);
    co_return co_await submit_prepared(v, act.on, std::move(act.typed));
}

awaitable<answer> freeze_report(visit& v)
{
    auto const cut_off = engine::parse_day(word_of(v, "cut_off"));
    if (!cut_off)
        co_return problem(v, 400, "malformed",
                          say("“{1}”不是日期，应为 2024-04-02 的形式。", word_of(v, "cut_off")));
    prepared_act act;
    auto const make = [&](law::report_file const& file, int year) {
        auto const last =
            report::figures_of_year(*v.records, organ_of(v), year - 1, v.house.dictionary());
        auto const counted = report::sums_of(v.records->totals_until(year, *cut_off));
        auto figures =
            report::current_figures(file, counted, report::values_of(last), v.house.dictionary());
        report::mark_imported(figures, last, file);
        return report::body_of(report::freeze(file, figures, *cut_off));
    };
    auto const look = [&](visit& again) {
        return prepare(again, law::freezing::frozen::kind, act, make);
    };
    co_await v.house.read(v, look);
    if (act.instead)
        co_return std::move(*act.instead);
    co_return co_await submit_prepared(v, act.on, std::move(act.typed));
}

} // namespace web::handlers
