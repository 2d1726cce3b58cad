#include "adapters/soci/kept_sums.hpp"

#include "workflows/major_decision/circulation.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace adapters::soci {
namespace {

static_assert(std::string_view(is_work).ends_with("'circulation.read'") &&
              workflows::major_decision::circulation::read::kind == "circulation.read");

constexpr char const* add_figure_sql =
    "insert into figure_total (year, indicator, level, value, figures)"
    " values (:year, :indicator, :level, :value, 1) on conflict (year, indicator, level)"
    " do update set value = figure_total.value + excluded.value,"
    " figures = figure_total.figures + 1";

// Run twice: with -1 for the level that the case leaves, with 1 for the other.
constexpr char const* move_figures_sql =
    "insert into figure_total (year, indicator, level, value, figures)"
    " select year, indicator, cast(:level as bigint), cast(:sign as bigint) * sum(value),"
    " cast(:sign as bigint) * count(*) from figure where case_id = :id group by year, indicator"
    " on conflict (year, indicator, level)"
    " do update set value = figure_total.value + excluded.value,"
    " figures = figure_total.figures + excluded.figures";

constexpr char const* count_case_sql =
    "insert into case_total (unit, shape, phase, closed, opened_in, level, cases)"
    " values (:unit, :shape, :phase, :closed, :opened_in, :level, :sign)"
    " on conflict (unit, shape, phase, closed, opened_in, level)"
    " do update set cases = case_total.cases + excluded.cases";

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

std::string count_tasks_sql(std::string const& which)
{
    return std::string("insert into task_total (") + columns_of_tasks + ", tasks) select " +
           key_of_tasks + ", cast(:sign as bigint) * count(*)" + sums_of_tasks + " and " + which +
           " group by 1, 2, 3, 4, 5, 6, 7 on conflict (" + columns_of_tasks +
           ") do update set tasks = task_total.tasks + excluded.tasks";
}

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

kept_sums::kept_sums(::soci::session& sql)
    : add_figure_(sql, add_figure_sql), move_figures_(sql, move_figures_sql),
      drop_figures_(sql, "delete from figure_total where figures = 0"),
      count_case_(sql, count_case_sql), drop_cases_(sql, "delete from case_total where cases = 0"),
      count_task_(sql, count_tasks_sql(task_row::is_same)),
      count_tasks_(sql, count_tasks_sql("t.case_id = :case_id")),
      drop_tasks_(sql, "delete from task_total where tasks = 0")
{
    add_figure_.in("year", year_).in("indicator", indicator_).in("value", value_);
    add_figure_.in("level", level_);
    move_figures_.in("level", level_).in("sign", sign_).in("id", case_id_);
    count_case_.in("unit", case_.unit).in("shape", case_.shape).in("phase", case_.phase);
    count_case_.in("closed", case_.closed).in("opened_in", case_.opened_in);
    count_case_.in("level", case_.level).in("sign", sign_);
    task_.key_into(count_task_.in("sign", sign_).in("case_id", case_id_));
    count_tasks_.in("sign", sign_).in("case_id", case_id_);
}

void kept_sums::add_figure(engine::figure const& one, engine::confidentiality level)
{
    year_ = one.year;
    indicator_ = one.indicator;
    value_ = one.value;
    level_ = number_of(level);
    add_figure_.run();
}

void kept_sums::move_figures(engine::case_id of, engine::confidentiality from,
                             engine::confidentiality to)
{
    case_id_ = of.value;
    for (auto const& [level, sign] : {std::pair(from, -1LL), std::pair(to, 1LL)}) {
        level_ = number_of(level);
        sign_ = sign;
        move_figures_.run();
    }
    drop_figures_.run();
}

void kept_sums::add_case(counted_case const& one)
{
    count_case(one, 1);
}

void kept_sums::take_case(counted_case const& one)
{
    count_case(one, -1);
    drop_cases_.run();
}

void kept_sums::add_task(engine::case_id of, engine::task const& which)
{
    count_task(of, which, 1);
}

void kept_sums::take_task(engine::case_id of, engine::task const& which)
{
    count_task(of, which, -1);
    drop_tasks_.run();
}

void kept_sums::add_tasks(engine::case_id of)
{
    count_tasks(of, 1);
}

void kept_sums::take_tasks(engine::case_id of)
{
    count_tasks(of, -1);
    drop_tasks_.run();
}

void kept_sums::count_case(counted_case const& one, long long sign)
{
    case_ = one;
    sign_ = sign;
    count_case_.run();
}

void kept_sums::count_task(engine::case_id of, engine::task const& which, long long sign)
{
    case_id_ = of.value;
    task_.fill(which);
    sign_ = sign;
    count_task_.run();
}

void kept_sums::count_tasks(engine::case_id of, long long sign)
{
    case_id_ = of.value;
    sign_ = sign;
    count_tasks_.run();
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

} // namespace adapters::soci
