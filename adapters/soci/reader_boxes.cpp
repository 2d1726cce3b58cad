#include "adapters/soci/box_ordering.hpp"
#include "adapters/soci/kept_sums.hpp"
#include "adapters/soci/narrowing.hpp"
#include "adapters/soci/phase_plan.hpp"
#include "adapters/soci/reader.hpp"
#include "adapters/soci/rows.hpp"

#include <algorithm>
#include <iterator>
#include <set>

// The boxes of a desk. All of them show a case c, a task t and an act a; they differ in where they
// begin and in what narrows them.

namespace adapters::soci {
namespace {

constexpr char const* box_columns =
    "c.id, c.number, c.title, c.matter, c.unit, c.phase, c.closed,"
    " coalesce(t.chapter, ''), coalesce(t.kind, ''), coalesce(t.role, ''), coalesce(t.unit, ''),"
    " coalesce(t.opens_on, ''), coalesce(t.limit_name, ''), coalesce(t.due, ''),"
    " coalesce(t.in_working_days, 0), coalesce(t.stopped, 0), coalesce(t.person, 0),"
    " coalesce(a.seq, 0),"
    " coalesce(a.kind, ''), coalesce(a.by_name, ''), coalesce(a.by_unit, ''),"
    " coalesce(a.by_role, ''), coalesce(a.entered_at, '')";

constexpr char const* with_act = " left join act a on a.case_id = t.case_id and a.seq = t.since";

// The most urgent task of a case is the one whose clock runs out first.
constexpr char const* with_urgent_task =
    " left join task t on t.id = (select u.id from task u where u.case_id = a.case_id"
    " order by u.stopped, u.due, u.id limit 1)";

bool lists_tasks(box_name name)
{
    return name == box_name::waiting || name == box_name::overseen || name == box_name::copied;
}

/// Tasks of units or on cases that they sponsor. The first column is no plain one, so that the
/// database walks an order instead of gathering all of them from two indexes.
std::string of_units(std::vector<std::string> const& units, narrowing& to)
{
    return "(" + to.one_of("t.sponsor || ''", "of_unit", units) + " or " +
           to.one_of("t.unit", "by_unit", units) + ")";
}

/// The condition that a task t is for one of some seats; a task that is somebody's by name may be
/// for any role of theirs.
std::string is_for_one_of(std::vector<engine::seat> const& seats, narrowing& to)
{
    std::string any;
    for (std::size_t i = 0; i < seats.size(); ++i) {
        auto const n = std::to_string(i);
        any += (any.empty() ? "(" : " or (") + std::string("t.role in ('', :named_role") + n + ")";
        to.with("named_role" + n, seats[i].role);
        if (!seats[i].unit.empty()) {
            any += " and t.unit in ('', :named_unit" + n + ")";
            to.with("named_unit" + n, seats[i].unit);
        }
        any += ")";
    }
    return "(" + any + ")";
}

/// What leads to the rows of a box: its own order, or a few cases.
enum class led_by { order, cases };

/// A text column as a condition has it: as an index knows it only where that is to lead.
std::string tested(std::string const& column, led_by lead)
{
    return lead == led_by::order ? column : "(" + column + " || '')";
}

/// The tasks t that pass one of some conditions that exclude each other. An index has those of each
/// in their order, and the database merges such branches; of `in (...)` or `or` it would read and
/// sort all to show one page.
std::string tasks_of_any(std::vector<std::string> const& branches, narrowing& to, led_by lead)
{
    std::string const or_else =
        lead == led_by::order ? " union all select t.* from task t where " : " or ";
    std::string any;
    for (auto const& branch : branches)
        any += (any.empty() ? "" : or_else) + branch;
    if (lead == led_by::order && branches.size() > 1)
        return " from (select t.* from task t where " + any + ") t";
    to.add(any.empty() ? "1 = 0" : "(" + any + ")");
    return " from task t";
}

/// The tasks of some seats, and those for one of them by some people's names, as t.
std::string tasks_of_seats(std::vector<engine::seat> const& seats,
                           std::vector<engine::person_id> const& by_name, narrowing& to,
                           led_by lead)
{
    std::set<std::string> everywhere;
    for (auto const& seat : seats)
        if (seat.unit.empty())
            everywhere.insert(seat.role);
    std::set<std::pair<std::string, std::string>> in_a_unit;
    for (auto const& seat : seats) {
        if (everywhere.contains(seat.role))
            continue;
        in_a_unit.emplace(seat.role, ""); // a task without a unit is for the role in every unit
        in_a_unit.emplace(seat.role, seat.unit);
    }
    std::vector<std::string> branches;
    auto const add = [&](std::string const& role, std::optional<std::string> const& unit) {
        auto const n = std::to_string(branches.size());
        branches.push_back("t.person = 0 and " + tested("t.role", lead) + " = :role" + n);
        to.with("role" + n, role);
        if (!unit)
            return;
        branches.back() += " and " + tested("t.unit", lead) + " = :unit" + n;
        to.with("unit" + n, *unit);
    };
    for (auto const& role : everywhere)
        add(role, {});
    for (auto const& [role, unit] : in_a_unit)
        add(role, unit);
    if (!seats.empty() && !by_name.empty()) {
        auto const fits = is_for_one_of(seats, to);
        for (std::size_t i = 0; i < by_name.size(); ++i) {
            auto const n = std::to_string(i);
            // that it is somebody's at all lets an index of those few be used
            branches.push_back("t.person = :named" + n + " and t.person <> 0 and " + fits);
            to.with("named" + n, by_name[i].value);
        }
    }
    return tasks_of_any(branches, to, lead);
}

/// The tasks of units, or on cases that they sponsor, as t. Those of one unit are merged from two
/// indexes; of many it is most tasks, and the index of the order is walked.
std::string tasks_of_units(std::vector<std::string> const& units, narrowing& to, led_by lead)
{
    if (units.size() == 1) {
        to.with("of_unit", units.front());
        auto const sponsor = tested("t.sponsor", lead);
        return tasks_of_any({sponsor + " = :of_unit", tested("t.unit", lead) + " = :of_unit and " +
                                                          sponsor + " <> :of_unit"},
                            to, lead);
    }
    if (units.empty())
        to.add("1 = 0");
    else
        to.add(of_units(units, to));
    return " from task t";
}

std::vector<long long> openers(box const& of)
{
    std::vector<long long> all = {of.person.value};
    for (auto const& one : of.by_name)
        all.push_back(one.value);
    return all;
}

/// What belongs to a box: the tables that it begins with, and what narrows it to its owner.
std::string rows_of(box const& of, narrowing& to, led_by lead)
{
    switch (of.name) {
    case box_name::waiting:
        to.by_if_given("t.kind <> :copies", "copies", of.kind_of_copies);
        return tasks_of_seats(of.seats, of.by_name, to, lead);
    case box_name::copied:
        to.by(tested("t.kind", lead) + " = :copies", "copies", of.kind_of_copies);
        return tasks_of_seats(of.seats, of.by_name, to, lead);
    case box_name::overseen:
        to.by_if_given("t.kind <> :copies", "copies", of.kind_of_copies);
        return tasks_of_units(of.units, to, lead);
    case box_name::done:
        to.by(lead == led_by::order ? "a.by_person = :person" : "(a.by_person + 0) = :person",
              "person", of.person.value);
        break;
    case box_name::opened:
        to.add("a.seq = 1");
        to.add(to.one_of(lead == led_by::order ? "a.by_person" : "(a.by_person + 0)", "opener",
                         openers(of)));
        break;
    }
    return " from act a";
}

/// The last day on which a limit shows yellow, by its kind of days.
constexpr char const* last_yellow =
    "case t.in_working_days when 1 then :soon_working else :soon end";

void narrow_to_light(box_filter const& only, narrowing& to)
{
    auto const& days = only.lights;
    auto const bind_soon = [&] {
        to.with("soon", engine::to_text(days.soon));
        to.with("soon_working", engine::to_text(days.soon_working));
    };
    // as what cannot be done yet is shown: grey, unless it is soon late
    std::string const opens_later = "coalesce(t.opens_on, '') > :today";
    auto const bind_today = [&] { to.with("today", engine::to_text(days.today)); };
    auto const is_within = [&](std::string const& from) {
        bind_soon();
        // the horizon says nothing new, but an index can use it
        to.by("t.stopped = 0 and t.due <= :horizon" + from + " and t.due <= " + last_yellow,
              "horizon", engine::to_text(std::max(days.soon, days.soon_working)));
    };
    if (only.light == "red") {
        bind_today();
        to.add("t.stopped = 0 and t.due < :today");
    } else if (only.light == "yellow") {
        bind_today();
        is_within(" and t.due >= :today");
    } else if (only.light == "due") {
        is_within("");
    } else if (only.light == "green") {
        bind_soon();
        bind_today();
        to.by("t.stopped = 0 and t.due < :never and t.due > " + std::string(last_yellow) +
                  " and not " + opens_later,
              "never", std::string(task_row::never_due));
    } else if (only.light == "grey") {
        bind_soon();
        bind_today();
        // says nothing new, but an index has the few of which it is true, in these very words
        to.add("(t.stopped = 1 or t.opens_on <> '')");
        to.add("(t.stopped = 1 or (" + opens_later + " and t.due > " + last_yellow + "))");
    } else if (only.light == "none") {
        bind_today();
        to.by("coalesce(t.due, :never) = :never and coalesce(t.stopped, 0) = 0 and not " +
                  opens_later,
              "never", std::string(task_row::never_due));
    }
}

/// A legal day begins at midnight in China.
std::string first_instant_of(engine::day on)
{
    return engine::to_text(engine::instant(on) - std::chrono::hours(8));
}

/// To list what many units oversee, a chapter in which little waits leads to its tasks, which are
/// then sorted; of one in which much waits the order of the list soon brings enough.
bool leads_to_its_tasks(::soci::session& sql, std::string const& chapter)
{
    constexpr long long few_tasks = 2'000;
    long long waiting = 0;
    query(sql, "select cast(coalesce(sum(t.tasks), 0) as bigint) from task_total t"
               " where t.span = 0 and t.chapter = :chapter")
        .in("chapter", chapter)
        .out(waiting)
        .one();
    return waiting <= few_tasks;
}

/// The rows of a box that pass its filters.
struct found_rows {
    std::string from;
    narrowing to;
    bool has_cases = true;   ///< false: whether they are visible is asked by their numbers
    bool sorted = false;     ///< a few cases lead to them, not their order
    bool keys_first = false; ///< no index has them in the order that is asked for

    std::string sql() const { return from + to.conditions(); }
};

/// To list them, rows that are not sorted are joined with their cases as one walks along; to count
/// or to sort them, cases are read only as far as filters or the order ask for them.
enum class wanted { count, list, list_by_case };

wanted to_list(box_order by)
{
    return by == box_order::number || by == box_order::title ? wanted::list_by_case : wanted::list;
}

found_rows narrowed(::soci::session& sql, box const& of, box_filter const& only,
                    visibility const& seen, wanted what)
{
    auto const tasks = lists_tasks(of.name);
    auto const waits = of.name == box_name::waiting || of.name == box_name::copied;
    std::string const at = waits ? "t.received_at" : "a.entered_at";
    std::string const id = tasks ? "t.case_id" : "a.case_id";
    found_rows found;
    auto& to = found.to;
    bool const words_lead = narrow_to_words(sql, to, id, only.words);
    auto const read = tasks                   ? box_rows::tasks
                      : what == wanted::count ? box_rows::acts_to_count
                                              : box_rows::acts;
    rows_of_cases const rows{id, of.name == box_name::done ? "a.by_person" : ""};
    auto const by_phase = narrow_to_phase(sql, to, rows, only.phase, read);
    found.sorted = words_lead || by_phase == phase_plan::lead;
    found.has_cases = what == wanted::list_by_case || (what == wanted::list && !found.sorted) ||
                      (!only.words.empty() && !words_lead) || by_phase == phase_plan::compare ||
                      (!tasks && (!only.matter.empty() || !only.unit.empty()));
    found.from = rows_of(of, to, found.sorted ? led_by::cases : led_by::order);
    if (found.has_cases) {
        found.from += " join case_file c on c.id = " + id;
        seen.narrow(to);
    } else
        seen.narrow_by_number(to, id);
    found.from += tasks ? with_act : with_urgent_task;
    to.by_if_given(tasks ? "t.matter = :matter" : "c.matter = :matter", "matter", only.matter);
    to.by_if_given(tasks ? "t.sponsor = :unit" : "c.unit = :unit", "unit", only.unit);
    if (tasks) {
        bool const chapter_leads = only.chapter.empty() || of.name != box_name::overseen ||
                                   what == wanted::count || leads_to_its_tasks(sql, only.chapter);
        to.by_if_given(tested("t.chapter", chapter_leads ? led_by::order : led_by::cases) +
                           " = :chapter",
                       "chapter", only.chapter);
        to.by_if_given("t.kind = :kind", "kind", only.kind);
    } else {
        if (!only.chapter.empty())
            to.by("a.kind like :chapter escape '\\'", "chapter",
                  anywhere(only.chapter + ".").substr(1));
        // an index that knows them by this very word leads to the few copies that somebody read
        if (only.kind == "circulation.read")
            to.add("a.kind = 'circulation.read'");
        else
            to.by_if_given("a.kind = :kind", "kind", only.kind);
    }
    narrow_to_light(only, to);
    if (only.from)
        to.by(at + " >= :from", "from", first_instant_of(*only.from));
    if (only.until)
        to.by(at + " < :until", "until", first_instant_of(*only.until + std::chrono::days(1)));
    if (only.open_on)
        to.by("t.opens_on <= :open_on", "open_on", engine::to_text(*only.open_on));
    return found;
}

/// The rows of a box that are shown in an order.
found_rows listed(::soci::session& sql, box const& of, box_filter const& only,
                  visibility const& seen, box_order by)
{
    auto found = narrowed(sql, of, only, seen, to_list(by));
    bool const by_time = by == box_order::newest || by == box_order::oldest;
    found.keys_first = found.sorted || (of.name == box_name::done && !by_time);
    return found;
}

/// One row of the answer as the database holds it.
struct fetched_row {
    box_row made;
    task_row task;
    long long closed = 0;
    std::string at;
    box_cursor place;

    void out_of(query& list)
    {
        list.out(made.on.value).out(made.number).out(made.title).out(made.matter).out(made.unit);
        list.out(made.phase).out(closed);
        task.out_of(list);
        list.out(made.seq).out(made.kind).out(made.by_name).out(made.by_unit).out(made.by_role);
        list.out(at);
    }
    box_row finished()
    {
        made.closed = closed != 0;
        made.waits = task.to_task();
        made.at = at.empty() ? std::nullopt : std::optional(instant_of(at));
        return made;
    }
};

std::string list_sql(box_name name, found_rows const& found, ordering const& order)
{
    auto const key = order.key.empty() ? "''" : order.key;
    auto const seq = order.seq.empty() ? "0" : order.seq;
    auto const shown =
        std::string("select ") + box_columns + ", " + key + ", " + order.id + ", " + seq;
    auto const first_of = found.sql() + order.order_by() + " limit :most";
    if (!found.keys_first)
        return shown + first_of;
    // by their keys alone: whole rows of all that pass would be carried through the sorting
    auto const whole = lists_tasks(name)
                           ? " from (select t.id" + first_of + ") f join task t on t.id = f.id"
                           : " from (select a.case_id, a.seq" + first_of +
                                 ") f join act a on a.case_id = f.case_id and a.seq = f.seq";
    return shown + whole + " join case_file c on c.id = " +
           (lists_tasks(name) ? std::string("t.case_id") + with_act
                              : std::string("a.case_id") + with_urgent_task) +
           order.order_by();
}

/// Rows of a box, each with its place in the list.
struct rows_in_place {
    std::vector<box_row> rows;
    std::vector<box_cursor> places;

    void add(rows_in_place more)
    {
        std::move(more.rows.begin(), more.rows.end(), std::back_inserter(rows));
        std::move(more.places.begin(), more.places.end(), std::back_inserter(places));
    }
    box_page page_of(long long limit) &&
    {
        box_page made{std::move(rows), {}};
        if (static_cast<long long>(made.rows.size()) > limit) {
            made.rows.resize(static_cast<std::size_t>(limit));
            made.next = places[static_cast<std::size_t>(limit - 1)];
        }
        return made;
    }
};

rows_in_place fetch_rows(::soci::session& sql, visibility const& seen, box const& of,
                         box_filter const& only, box_order by,
                         std::optional<box_cursor> const& after, long long most)
{
    auto rows = listed(sql, of, only, seen, by);
    auto const order = order_of(of.name, by);
    if (after)
        order.go_on(*after, rows.to);
    fetched_row row;
    rows_in_place found;
    query list(sql, list_sql(of.name, rows, order));
    rows.to.into(list.in("most", most));
    row.out_of(list);
    list.out(row.place.key).out(row.place.id).out(row.place.seq);
    list.each([&] {
        found.rows.push_back(row.finished());
        found.places.push_back(row.place);
    });
    return found;
}

long long count_rows(::soci::session& sql, visibility const& seen, box const& of,
                     box_filter const& only, long long most)
{
    // a thousand rows of cases would cost more than all the rest
    auto const rows = narrowed(sql, of, only, seen, wanted::count);
    long long counted = 0;
    query count(sql, "select count(*) from (select 1" + rows.sql() + " limit :most) as found");
    rows.to.into(count.in("most", most).out(counted));
    count.one();
    return counted;
}

/// The copies that somebody has read: the acts by which they confirmed them.
struct read_copies {
    box of;
    box_filter only;
};

/// They stand behind those that wait. Nothing where the filters leave none: a copy has no limit.
std::optional<read_copies> read_copies_of(box const& of, box_filter only)
{
    auto const& kind = of.kind_of_copies;
    bool const has_no_limit = only.light.empty() || only.light == "none";
    if (of.name != box_name::copied || of.person.value == 0 || kind.empty() || !has_no_limit ||
        (!only.kind.empty() && only.kind != kind))
        return {};
    only.light.clear();
    only.kind = kind;
    return read_copies{{.name = box_name::done, .person = of.person}, std::move(only)};
}

} // namespace

box_page reader::list_box(box const& of, box_filter const& only, box_order by,
                          std::optional<box_cursor> const& after, long long limit)
{
    return faults_as_ours([&] {
        auto const read = read_copies_of(of, only);
        bool const goes_on_in_read = read && after && after->seq > 0;
        rows_in_place found;
        if (!goes_on_in_read)
            found = fetch_rows(*sql_, seen_, of, only, by, after, limit + 1);
        auto const missing = limit + 1 - static_cast<long long>(found.rows.size());
        if (read && missing > 0)
            found.add(fetch_rows(*sql_, seen_, read->of, read->only, by,
                                 goes_on_in_read ? after : std::nullopt, missing));
        return std::move(found).page_of(limit);
    });
}

std::vector<std::string> reader::plan_of_box(box const& of, box_filter const& only, box_order by)
{
    return faults_as_ours([&] {
        auto const rows = listed(*sql_, of, only, seen_, by);
        long long const most = 1;
        long long ignored = 0;
        std::string step;
        std::vector<std::string> steps;
        query explain(*sql_,
                      "explain query plan " + list_sql(of.name, rows, order_of(of.name, by)));
        rows.to.into(explain.in("most", most));
        explain.out(ignored).out(ignored).out(ignored).out(step);
        explain.each([&] { steps.push_back(step); });
        return steps;
    });
}

long long reader::count_box(box const& of, box_filter const& only, long long most)
{
    return faults_as_ours([&] {
        auto counted = count_rows(*sql_, seen_, of, only, most);
        if (auto const read = read_copies_of(of, only); read && counted < most)
            counted += count_rows(*sql_, seen_, read->of, read->only, most - counted);
        return counted;
    });
}

std::vector<waiting_count> reader::count_waiting(box const& of, light_days const& lights)
{
    return faults_as_ours([&] {
        std::vector<waiting_count> counts;
        if (of.units.empty())
            return counts;
        std::string const today = engine::to_text(lights.today);
        std::string const soon = engine::to_text(lights.soon);
        std::string const soon_working = engine::to_text(lights.soon_working);
        std::string const horizon = std::max(soon, soon_working);
        std::string const year = today.substr(0, 4);
        std::string const month = today.substr(0, 7);
        narrowing to;
        auto const units = "(" + to.one_of("t.sponsor", "of_unit", of.units) + " or " +
                           to.one_of("t.unit", "by_unit", of.units) + ")";
        // the same names; rows are looked up by their cases, whatever units they are of
        narrowing bound_already;
        auto const units_of_rows = of_units(of.units, bound_already);
        // in the order of the table, so that one number of each step comes out of a period
        auto const sums = [&](std::string const& as, std::string const& of_which) {
            return "select t.sponsor, t.chapter, " + as + " from task_total t where " + of_which +
                   " and " + seen_.of_tasks() + " and " + units +
                   " group by t.period, t.sponsor, t.chapter";
        };
        auto const late = [&](std::string const& in) { return sums("0, sum(t.tasks), 0", in); };
        // all that wait; what was due in years, in months and on days before today; what is soon
        auto const all =
            sums("sum(t.tasks) as waiting, 0 as red, 0 as yellow", "t.span = 0") + " union all " +
            late("t.span = 4 and t.period < :year") + " union all " +
            late("t.span = 7 and t.period >= :year and t.period < :month") + " union all " +
            late("t.span = 10 and t.period >= :month and t.period < :today") + " union all " +
            sums("0, 0, sum(t.tasks)", "t.span = 10 and t.period >= :today and t.period <= :horizon"
                                       " and t.period <= " +
                                           std::string(last_yellow)) +
            seen_.or_known("select t.sponsor, t.chapter, 1,"
                           " case when t.stopped = 0 and t.due < :today then 1 else 0 end,"
                           " case when t.stopped = 0 and t.due >= :today and t.due <= " +
                               std::string(last_yellow) + " then 1 else 0 end from task t where " +
                               is_work + " and " + units_of_rows,
                           "t.case_id");
        waiting_count one;
        query count(*sql_, "select t.sponsor, t.chapter, cast(sum(t.waiting) as bigint),"
                           " cast(sum(t.red) as bigint), cast(sum(t.yellow) as bigint) from (" +
                               all +
                               ") t group by t.sponsor, t.chapter having sum(t.waiting) > 0"
                               " order by t.sponsor, t.chapter");
        count.in("today", today).in("soon", soon).in("soon_working", soon_working);
        seen_.into(count.in("horizon", horizon).in("year", year).in("month", month));
        to.into(count);
        count.out(one.unit).out(one.chapter).out(one.waiting).out(one.red).out(one.yellow);
        count.each([&] { counts.push_back(one); });
        return counts;
    });
}

std::vector<case_count> reader::count_cases_of(std::string const& family,
                                               std::vector<std::string> const& units, int this_year)
{
    return faults_as_ours([&] {
        std::vector<case_count> counts;
        if (units.empty())
            return counts;
        narrowing to;
        to.by(is_sum_of_family, "family", family);
        to.add(to.one_of("t.unit", "of_unit", units));
        long long const year = this_year;
        long long closed = 0;
        long long opened = 0;
        case_count one;
        query count(*sql_, "select t.unit, t.closed, case when t.opened_in = :year then 1 else 0"
                           " end as this_year, cast(sum(t.cases) as bigint) from " +
                               seen_.sums_of_cases() + to.conditions() +
                               " group by t.unit, t.closed, this_year"
                               " order by t.unit, t.closed, this_year");
        seen_.into(count.in("year", year));
        to.into(count.out(one.unit).out(closed).out(opened).out(one.cases));
        count.each([&] {
            one.closed = closed != 0;
            one.opened_this_year = opened != 0;
            counts.push_back(one);
        });
        return counts;
    });
}

} // namespace adapters::soci
