#include "adapters/soci/kept_sums.hpp"

#include "workflows/major_decision/circulation.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace adapters::soci {
namespace {

static_assert(std::string_view(is_work).ends_with("'circulation.read'") &&
              workflows::major_decision::circulation::read::kind == "circulation.read");

constexpr char const* change_figure_sql =
    "insert into figure_total (year, indicator, organ, family, level, value, figures)"
    " values (:year, :indicator, :organ, :family, :level, :value, :figures)"
    " on conflict (year, indicator, organ, family, level)"
    " do update set value = figure_total.value + excluded.value,"
    " figures = figure_total.figures + excluded.figures";

constexpr char const* figures_of_case_sql = "select year, indicator, sum(value), count(*)"
                                            " from figure where case_id = :id"
                                            " group by year, indicator";

constexpr char const* change_case_sql =
    "insert into case_total (unit, shape, phase, closed, opened_in, level, cases)"
    " values (:unit, :shape, :phase, :closed, :opened_in, :level, :change)"
    " on conflict (unit, shape, phase, closed, opened_in, level)"
    " do update set cases = case_total.cases + excluded.cases";

constexpr std::array<long long, 4> spans = {0, 4, 7, 10}; ///< of all, a year, a month, a day

// A task is in the sum of all that wait and, if its clock runs, in those of the year, the month and
// the day on which it is due: by them what is late is found without reading what is late. Copies to
// read are in none.
std::string const sums_of_tasks =
    " from task t join case_file c on c.id = t.case_id cross join (select 0 as span"
    " union all select 4 union all select 7 union all select 10) s"
    " where (s.span = 0 or (t.stopped = 0 and t.due < '9999-12-31')) and " +
    std::string(is_work);

constexpr char const* key_of_tasks =
    "s.span, substr(t.due, 1, s.span), c.unit, t.chapter, t.unit, t.in_working_days, c.level";
constexpr char const* columns_of_tasks =
    "span, period, sponsor, chapter, unit, in_working_days, level";

std::string const change_task_sql =
    std::string("insert into task_total (") + columns_of_tasks +
    ", tasks) values (:span, :period, :sponsor, :chapter, :unit, :in_working_days, :level, :change)"
    " on conflict (" +
    columns_of_tasks + ") do update set tasks = task_total.tasks + excluded.tasks";

std::string const tasks_of_case_sql =
    std::string("select t.chapter, t.unit, t.due, t.in_working_days, t.stopped, c.unit, c.level"
                " from task t join case_file c on c.id = t.case_id where t.case_id = :case_id"
                " and ") +
    is_work;

std::string const all_case_sums =
    "select unit, shape, phase, closed, opened_in, level, count(*) from case_file"
    " where version > 0 group by unit, shape, phase, closed, opened_in, level";
std::string const all_task_sums = std::string("select ") + key_of_tasks + ", count(*)" +
                                  sums_of_tasks + " group by 1, 2, 3, 4, 5, 6, 7";

long long number(::soci::session& sql, std::string const& select)
{
    long long found = 0;
    query(sql, select).out(found).one();
    return found;
}

/// Every sum that is only on one side, or is another on each.
compared_sums compare(::soci::session& sql, std::string const& table, std::string const& kept,
                      std::string const& should)
{
    auto const only_in = [&](std::string const& one, std::string const& other) {
        return number(sql, "select count(*) from (select * from (" + one +
                               ") as a except select * from (" + other + ") as b) as d");
    };
    return {.sums = number(sql, "select count(*) from " + table),
            .wrong = std::max(only_in(kept, should), only_in(should, kept))};
}

std::string const kept_case_sums =
    "select unit, shape, phase, closed, opened_in, level, cases from case_total";
std::string const kept_task_sums =
    std::string("select ") + columns_of_tasks + ", tasks from task_total";

} // namespace

void kept_sums::counted_task::out_of(query& from)
{
    from.out(chapter).out(unit).out(due).out(in_working_days).out(stopped).out(sponsor).out(level);
}

kept_sums::kept_sums(::soci::session& sql)
    : change_figure_(sql, change_figure_sql),
      drop_figures_(sql, "delete from figure_total where figures = 0"),
      figures_of_case_(sql, figures_of_case_sql), change_case_(sql, change_case_sql),
      drop_cases_(sql, "delete from case_total where cases = 0"),
      tasks_of_case_(sql, tasks_of_case_sql), change_task_(sql, change_task_sql),
      drop_tasks_(sql, "delete from task_total where tasks = 0")
{
    change_figure_.in("year", figure_sum_.year).in("indicator", figure_sum_.indicator);
    change_figure_.in("organ", figure_sum_.of.organ).in("family", figure_sum_.of.family);
    change_figure_.in("level", figure_sum_.of.level).in("value", figure_change_.value);
    change_figure_.in("figures", figure_change_.figures);
    figures_of_case_.in("id", case_id_).out(figure_sum_.year).out(figure_sum_.indicator);
    figures_of_case_.out(figure_change_.value).out(figure_change_.figures);
    change_case_.in("unit", case_sum_.unit).in("shape", case_sum_.shape);
    change_case_.in("phase", case_sum_.phase).in("closed", case_sum_.closed);
    change_case_.in("opened_in", case_sum_.opened_in).in("level", case_sum_.level);
    change_case_.in("change", change_);
    tasks_of_case_.in("case_id", case_id_);
    counted_.out_of(tasks_of_case_);
    change_task_.in("span", task_sum_.span).in("period", task_sum_.period);
    change_task_.in("sponsor", task_sum_.sponsor).in("chapter", task_sum_.chapter);
    change_task_.in("unit", task_sum_.unit).in("in_working_days", task_sum_.in_working_days);
    change_task_.in("level", task_sum_.level).in("change", change_);
}

void kept_sums::add_figure(engine::figure const& one, figures_by const& of)
{
    auto& sum = figures_[{one.year, one.indicator, of}];
    sum.value += one.value;
    ++sum.figures;
}

void kept_sums::move_figures(engine::case_id of, figures_by const& from, figures_by const& to)
{
    case_id_ = of.value;
    figures_of_case_.each([&] {
        for (auto const& [by, sign] : {std::pair(&from, -1LL), std::pair(&to, 1LL)}) {
            auto& sum = figures_[{figure_sum_.year, figure_sum_.indicator, *by}];
            sum.value += sign * figure_change_.value;
            sum.figures += sign * figure_change_.figures;
        }
    });
}

void kept_sums::add_case(counted_case const& one)
{
    ++cases_[one];
}

void kept_sums::take_case(counted_case const& one)
{
    --cases_[one];
}

void kept_sums::add_task(task_row const& one, counted_case const& of)
{
    count_row(one, of, 1);
}

void kept_sums::take_task(task_row const& one, counted_case const& of)
{
    count_row(one, of, -1);
}

void kept_sums::add_tasks(engine::case_id of)
{
    case_id_ = of.value;
    tasks_of_case_.each([this] { count_task(1); });
}

void kept_sums::take_tasks(engine::case_id of)
{
    case_id_ = of.value;
    tasks_of_case_.each([this] { count_task(-1); });
}

void kept_sums::count_row(task_row const& one, counted_case const& of, long long sign)
{
    if (one.leads == 0 || one.kind == workflows::major_decision::circulation::read::kind)
        return;
    counted_ = {.chapter = one.chapter,
                .unit = one.unit,
                .due = one.due,
                .sponsor = of.unit,
                .in_working_days = one.in_working_days,
                .stopped = one.stopped,
                .level = of.level};
    count_task(sign);
}

/// The one in hand.
void kept_sums::count_task(long long sign)
{
    auto const& one = counted_;
    bool const runs = one.stopped == 0 && one.due < task_row::never_due;
    for (auto const span : spans)
        if (span == 0 || runs)
            tasks_[{span, one.due.substr(0, static_cast<std::size_t>(span)), one.sponsor,
                    one.chapter, one.unit, one.in_working_days, one.level}] += sign;
}

void kept_sums::write()
{
    write_figures();
    write_cases();
    write_tasks();
}

void kept_sums::write_figures()
{
    bool fewer = false;
    for (auto const& [sum, change] : figures_) {
        if (change.value == 0 && change.figures == 0)
            continue;
        figure_sum_ = sum;
        figure_change_ = change;
        change_figure_.send();
        fewer = fewer || change.figures < 0;
    }
    figures_.clear();
    if (fewer)
        drop_figures_.send();
}

void kept_sums::write_cases()
{
    bool fewer = false;
    for (auto const& [sum, change] : cases_) {
        if (change == 0)
            continue;
        case_sum_ = sum;
        change_ = change;
        change_case_.send();
        fewer = fewer || change < 0;
    }
    cases_.clear();
    if (fewer)
        drop_cases_.send();
}

void kept_sums::write_tasks()
{
    bool fewer = false;
    for (auto const& [sum, change] : tasks_) {
        if (change == 0)
            continue;
        task_sum_ = sum;
        change_ = change;
        change_task_.send();
        fewer = fewer || change < 0;
    }
    tasks_.clear();
    if (fewer)
        drop_tasks_.send();
}

compared_sums compare_case_totals(::soci::session& sql)
{
    return compare(sql, "case_total", kept_case_sums, all_case_sums);
}

compared_sums compare_task_totals(::soci::session& sql)
{
    return compare(sql, "task_total", kept_task_sums, all_task_sums);
}

void recount_cases_and_tasks(::soci::session& sql)
{
    query(sql, "delete from case_total").run();
    query(sql, "delete from task_total").run();
    query(sql, "insert into case_total (unit, shape, phase, closed, opened_in, level, cases) " +
                   all_case_sums)
        .run();
    query(sql,
          std::string("insert into task_total (") + columns_of_tasks + ", tasks) " + all_task_sums)
        .run();
}

void follow_units(::soci::session& sql)
{
    std::string const organ =
        "coalesce((select u.organ from unit u where u.code = case_file.unit), '')";
    query(sql, "update case_file set organ = " + organ + " where organ <> " + organ).run();
    query(sql, "delete from figure_total").run();
    query(sql, "insert into figure_total (year, indicator, organ, family, level, value, figures)"
               " select f.year, f.indicator, c.organ, c.family, c.level, sum(f.value), count(*)"
               " from figure f join case_file c on c.id = f.case_id"
               " group by f.year, f.indicator, c.organ, c.family, c.level")
        .run();
}

} // namespace adapters::soci
