#include "adapters/soci/box_beginning.hpp"
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
    " coalesce(t.leads, 1), coalesce(a.seq, 0),"
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

/// Beside the lights of the filter: what is neither due nor grey, and what is not due.
constexpr char const* calm = "calm";
constexpr char const* not_due = "not_due";

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
    auto const rests = [&] {
        bind_soon();
        bind_today();
        return "(t.stopped = 1 or (" + opens_later + " and t.due > " + last_yellow + "))";
    };
    auto const presses_not = [&] {
        bind_soon();
        return "not (t.stopped = 0 and t.due <= " + std::string(last_yellow) + ")";
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
        // says nothing new, but an index has the few of which it is true, in these very words
        to.add("(t.stopped = 1 or t.opens_on <> '')");
        to.add(rests());
    } else if (only.light == calm) {
        to.add(presses_not());
        to.add("not " + rests());
    } else if (only.light == not_due) {
        to.add(presses_not());
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

/// Whether so few tasks have a value in a column that these may lead, to be sorted.
bool are_few(::soci::session& sql, std::string const& column, std::string const& value)
{
    constexpr long long few_tasks = 2'000;
    long long const most = few_tasks + 1;
    long long found = 0;
    query(sql,
          "select count(*) from (select 1 from task t where " + column + " = :value limit :most) f")
        .in("value", value)
        .in("most", most)
        .out(found)
        .one();
    return found <= few_tasks;
}

/// What leads, as far as that depends on what the tasks of a box are narrowed to.
struct leading {
    bool few_of_matter = false; ///< to the tasks of seats
    led_by by_matter = led_by::order;
    led_by by_chapter = led_by::order;
};

/// Indexes have the tasks of a matter and of a chapter by their due days. In another order those of
/// many units are walked, unless they are few; and those of seats are walked unless there are fewer
/// of the matter.
leading what_leads(::soci::session& sql, box const& of, box_filter const& only, box_order by)
{
    leading found;
    if (of.name == box_name::overseen && by != box_order::due) {
        auto const lead = [&](std::string const& column, std::string const& value) {
            return value.empty() || are_few(sql, column, value) ? led_by::order : led_by::cases;
        };
        found.by_matter = lead("t.matter", only.matter);
        found.by_chapter = lead("t.chapter", only.chapter);
    }
    found.few_of_matter = of.name == box_name::waiting && !only.matter.empty() &&
                          are_few(sql, "t.matter", only.matter);
    return found;
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
                    visibility const& seen, wanted what, box_order by)
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
    auto const lead = what_leads(sql, of, only, by);
    found.sorted = words_lead || by_phase == phase_plan::lead || lead.few_of_matter;
    found.has_cases = what == wanted::list_by_case || (what == wanted::list && !found.sorted) ||
                      (!only.words.empty() && !words_lead) || by_phase == phase_plan::compare ||
                      (!tasks && (!only.matter.empty() || !only.unit.empty()));
    found.from = begin_box(of, to, found.sorted ? led_by::cases : led_by::order);
    if (found.has_cases) {
        found.from += " join case_file c on c.id = " + id;
        seen.narrow(to);
    } else
        seen.narrow_by_number(to, id);
    found.from += tasks ? with_act : with_urgent_task;
    to.by_if_given((tasks ? tested("t.matter", lead.by_matter) : "c.matter") + " = :matter",
                   "matter", only.matter);
    to.by_if_given(tasks ? "t.sponsor = :unit" : "c.unit = :unit", "unit", only.unit);
    if (tasks) {
        to.by_if_given(tested("t.chapter", lead.by_chapter) + " = :chapter", "chapter",
                       only.chapter);
        to.by_if_given("t.kind = :kind", "kind", only.kind);
        if (only.acting)
            to.by("t.unit = :acting", "acting", *only.acting);
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
    auto found = narrowed(sql, of, only, seen, to_list(by), by);
    bool const by_time = by == box_order::newest || by == box_order::oldest;
    found.keys_first =
        found.sorted || by == box_order::opening || (of.name == box_name::done && !by_time);
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
    auto const shown = std::string(planned_anew) + "select " + box_columns + ", " + key + ", " +
                       order.id + ", " + seq;
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

/// A list is made of parts, one behind the other. A cursor knows its part by the number.
struct box_part {
    box of;
    box_filter only;
    box_order by;
    long long number = 0;
};

rows_in_place fetch_rows(::soci::session& sql, visibility const& seen, box_part const& part,
                         std::optional<box_cursor> const& after, long long most)
{
    auto rows = listed(sql, part.of, part.only, seen, part.by);
    auto const order = order_of(part.of.name, part.by);
    if (after)
        order.go_on(*after, rows.to);
    fetched_row row;
    rows_in_place found;
    query list(sql, list_sql(part.of.name, rows, order));
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
    auto const rows = narrowed(sql, of, only, seen, wanted::count, box_order::due);
    long long counted = 0;
    query count(sql, "select count(*) from (select 1" + rows.sql() + " limit :most) as found");
    rows.to.into(count.in("most", most).out(counted));
    count.one();
    return counted;
}

/// The copies that somebody has read: the acts by which they confirmed them. They stand behind
/// those that wait. Nothing where the filters leave none: a copy has no limit.
std::optional<box_part> read_copies_of(box const& of, box_filter only, box_order by)
{
    auto const& kind = of.kind_of_copies;
    bool const has_no_limit = only.light.empty() || only.light == "none";
    if (of.name != box_name::copied || of.person.value == 0 || kind.empty() || !has_no_limit ||
        (!only.kind.empty() && only.kind != kind))
        return {};
    only.light.clear();
    only.kind = kind;
    return box_part{{.name = box_name::done, .person = of.person}, std::move(only), by, 1};
}

/// The parts of what is to be done, in their order; the mixed one has what is calm and what rests.
enum part_to_do : long long { due_part, calm_part, resting_part, mixed_part };

/// Whether so little rests that it is put behind the others and sorted: each row that is passed
/// over costs time. A list that is gone on with stays as it began.
bool rests_apart(::soci::session& sql, visibility const& seen, box const& of, box_filter only,
                 std::optional<box_cursor> const& after)
{
    constexpr long long most_put_behind = 1'000;
    if (after && after->part != due_part)
        return after->part != mixed_part;
    only.light = "grey";
    return count_rows(sql, seen, of, only, most_put_behind + 1) <= most_put_behind;
}

/// First what is due, then all else that can be done, newest first, then what rests: what opens
/// soonest, and last what stands still. A limit that is far away gives no precedence over none: it
/// comes to the front by itself once it is near, and what came today would stand behind months of
/// limits that nobody has to think of yet. Who plans ahead orders by due day.
std::vector<box_part> parts_to_do(box const& of, box_filter const& only, bool rest_is_apart)
{
    auto const part = [&](part_to_do number, char const* light, box_order by) {
        box_part made{of, only, by, number};
        made.only.light = light;
        return made;
    };
    auto const due = part(due_part, "due", box_order::due);
    if (!rest_is_apart)
        return {due, part(mixed_part, not_due, box_order::newest)};
    return {due, part(calm_part, calm, box_order::newest),
            part(resting_part, "grey", box_order::opening)};
}

std::vector<box_part> parts_of(::soci::session& sql, visibility const& seen, box const& of,
                               box_filter const& only, box_order by,
                               std::optional<box_cursor> const& after)
{
    bool const rests_alone = only.light == "grey";
    if (by == box_order::to_do && (only.light.empty() || rests_alone)) {
        bool const apart = rests_apart(sql, seen, of, only, after);
        if (!rests_alone)
            return parts_to_do(of, only, apart);
        return {apart ? box_part{of, only, box_order::opening, resting_part}
                      : box_part{of, only, box_order::due, mixed_part}};
    }
    std::vector<box_part> parts = {{of, only, by}};
    if (auto read = read_copies_of(of, only, by))
        parts.push_back(std::move(*read));
    return parts;
}

/// The part in which a list begins or goes on.
std::size_t part_begun(std::vector<box_part> const& parts, std::optional<box_cursor> const& after)
{
    std::size_t at = 0;
    while (after && parts[at].number != after->part && at + 1 < parts.size())
        ++at;
    return at;
}

} // namespace

box_page reader::list_box(box const& of, box_filter const& only, box_order by,
                          std::optional<box_cursor> const& after, long long limit)
{
    return faults_as_ours([&] {
        auto const parts = parts_of(*sql_, seen_, of, only, by, after);
        auto const first = part_begun(parts, after);
        rows_in_place found;
        for (auto at = first; at < parts.size(); ++at) {
            auto const missing = limit + 1 - static_cast<long long>(found.rows.size());
            if (missing <= 0)
                break;
            auto more =
                fetch_rows(*sql_, seen_, parts[at], at == first ? after : std::nullopt, missing);
            for (auto& place : more.places)
                place.part = parts[at].number;
            found.add(std::move(more));
        }
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
        auto const read = read_copies_of(of, only, box_order::newest);
        if (read && counted < most)
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
            return "select t.sponsor, t.chapter, t.unit, " + as + " from task_total t where " +
                   of_which + " and " + seen_.of_tasks() + " and " + units +
                   " group by t.period, t.sponsor, t.chapter, t.unit";
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
            seen_.or_known("select t.sponsor, t.chapter, t.unit, 1,"
                           " case when t.stopped = 0 and t.due < :today then 1 else 0 end,"
                           " case when t.stopped = 0 and t.due >= :today and t.due <= " +
                               std::string(last_yellow) + " then 1 else 0 end from task t where " +
                               is_work + " and " + units_of_rows,
                           "t.case_id");
        waiting_count one;
        query count(*sql_, "select t.sponsor, t.chapter, t.unit,"
                           " cast(sum(t.waiting) as bigint), cast(sum(t.red) as bigint), "
                           "cast(sum(t.yellow) as bigint) from (" +
                               all +
                               ") t group by t.sponsor, t.chapter, t.unit"
                               " having sum(t.waiting) > 0"
                               " order by t.sponsor, t.chapter, t.unit");
        count.in("today", today).in("soon", soon).in("soon_working", soon_working);
        seen_.into(count.in("horizon", horizon).in("year", year).in("month", month));
        to.into(count);
        count.out(one.unit)
            .out(one.chapter)
            .out(one.acting)
            .out(one.waiting)
            .out(one.red)
            .out(one.yellow);
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
