#include "adapters/soci/reader.hpp"

#include "adapters/soci/dialect.hpp"
#include "adapters/soci/document_levels.hpp"
#include "adapters/soci/kept_sums.hpp"
#include "adapters/soci/narrowing.hpp"
#include "adapters/soci/replica.hpp"
#include "adapters/soci/rows.hpp"
#include "engine/chain.hpp"

#include <algorithm>

namespace adapters::soci {
namespace {

std::string const select_case = std::string("select ") + case_row::columns + " from case_file c";
std::string const select_act = std::string("select ") + act_row::columns + " from act";

std::optional<case_entry> find_case_where(::soci::session& sql, std::string const& condition,
                                          auto const& value, visibility const& seen)
{
    case_row row;
    query find(sql, select_case + " where " + condition + " and " + seen.of_case("c"));
    seen.into(find.in("value", value));
    row.out_of(find);
    if (!find.one())
        return {};
    return row.to_entry();
}

/// That a document is not withheld in the case where u uses it.
std::string not_withheld(visibility const& seen)
{
    return " and not exists (select 1 from document_level d where d.case_id = u.case_id"
           " and d.hash = u.hash and " +
           seen.hides("d.level", "d.case_id") + ")";
}

/// A filter of a list by a column that leads an index, in the order of ids behind it.
struct leading_filter {
    std::string by;      ///< "c.unit = :unit"
    std::string as_test; ///< the same without an index: the database checks it row by row
    std::string count;   ///< the column of case_total with its value
};

std::vector<leading_filter> leading_filters(case_filter const& only, narrowing& to)
{
    std::vector<leading_filter> given;
    auto const add = [&](std::string const& column, std::string const& plain) {
        given.push_back({"c." + column + " = :" + column, "(c." + column + plain + ") = :" + column,
                         "t." + column + " = :" + column});
    };
    if (!only.unit.empty()) {
        to.with("unit", only.unit);
        add("unit", " || ''");
    }
    if (!only.phase.empty()) {
        to.with("phase", only.phase);
        add("phase", " || ''");
    }
    if (only.opened_in) {
        to.with("opened_in", static_cast<long long>(*only.opened_in));
        add("opened_in", " + 0");
    }
    if (only.closed) {
        to.with("closed", *only.closed ? 1LL : 0LL);
        add("closed", " + 0");
    }
    return given;
}

/// Which filter the fewest cases of the family pass: the list is found behind it, and the others
/// are checked on the way. The database cannot know, for it sees that a column has an index and not
/// how many cases stand behind one value.
std::size_t narrowest(::soci::session& sql, std::vector<leading_filter> const& given,
                      std::string const& family, narrowing const& bound)
{
    std::vector<long long> cases(given.size(), 0);
    std::string sums;
    for (auto const& one : given)
        sums += (sums.empty() ? "" : ", ") + ("cast(coalesce(sum(case when " + one.count +
                                              " then t.cases else 0 end), 0) as bigint)");
    narrowing of_family;
    of_family.by_if_given(is_sum_of_family, "family", family);
    query count(sql, "select " + sums + " from case_total t" + of_family.conditions());
    bound.into(count);
    of_family.into(count);
    for (auto& one : cases)
        count.out(one);
    count.one();
    return static_cast<std::size_t>(std::min_element(cases.begin(), cases.end()) - cases.begin());
}

/// The cases of a list, newest first, as c.
struct found_cases {
    std::string from = " from case_file c";
    std::string id = "c.id"; ///< what the list is ordered by
    narrowing to;

    std::string sql() const { return from + to.conditions(); }
    /// With room for :most rows.
    std::string list_sql() const
    {
        return std::string(planned_anew) + "select " + case_row::columns + sql() + " order by " +
               id + " desc limit :most";
    }
};

found_cases narrowed(::soci::session& sql, case_filter const& only, visibility const& seen)
{
    found_cases found;
    auto& to = found.to;
    auto const given = leading_filters(only, to);
    auto const estimates = dialect_of(sql).estimates;
    auto leads = given.size();
    std::string of_family = "c.family = :family";
    if (estimates) {
        narrow_to_words(sql, to, found.id, only.words, only.family);
    } else if (!only.words.empty() && only.family.empty()) {
        to.by(std::string("c.id in (") + cases_with_words + ")", "words",
              pieces_asked({only.words}));
        to.with("titles", titles_asked({only.words}));
    } else if (!only.words.empty()) {
        // their index has the cases in the order of the list, however many have the words
        bool const are_matters = only.family == "legal_matter";
        std::string const pieces = are_matters ? "matter_pieces" : "case_pieces";
        found.from = " from " + pieces + " w join case_file c on c.id = w.rowid";
        found.id = "w.rowid";
        of_family = "(c.family || '') = :family";
        to.by(pieces + " match :words", "words",
              are_matters ? titles_asked({only.words}) : pieces_asked({only.words}));
    } else if (!given.empty()) {
        leads = given.size() > 1 ? narrowest(sql, given, only.family, to) : 0;
    }
    for (std::size_t i = 0; i < given.size(); ++i)
        to.add(estimates || i == leads ? given[i].by : given[i].as_test);
    to.by_if_given(of_family, "family", only.family);
    seen.narrow(to, only.family);
    if (given.empty() && only.words.empty() && !only.family.empty())
        seen.lead_from_organ(sql, to, found.id, only.family);
    to.by_if_given("c.shape = :shape", "shape", only.shape);
    to.by_if_given("c.matter = :matter", "matter", only.matter);
    if (only.stage) {
        // as text_of(stages) writes one member
        auto const member = text_of(std::vector{*only.stage});
        to.by("lower(c.stages) like :stage escape '\\'", "stage",
              anywhere(member.substr(1, member.size() - 2)));
    }
    return found;
}

/// One row more than asked tells whether there is a next page.
template <class T>
void cut(page<T>& of, long long limit, std::vector<long long> const& cursors)
{
    auto const most = static_cast<std::size_t>(limit);
    if (of.rows.size() <= most)
        return;
    of.rows.resize(most);
    of.next = cursors[most - 1];
}

} // namespace

reader::reader(database const& at, engine::clearance const& seeing)
    : sql_(at.open_session(access::reading)), seen_(seeing, dialect_of(*sql_))
{
    see_as(seeing);
}
reader::~reader() = default;
reader::reader(reader&&) noexcept = default;

void reader::see_as(engine::clearance const& who)
{
    seen_ = visibility(who, dialect_of(*sql_));
    person_ = who.whose().value;
    all_ = who.is_of_the_record();
}

std::optional<case_entry> reader::find_case(engine::case_id id)
{
    return faults_as_ours([&] { return find_case_where(*sql_, "c.id = :value", id.value, seen_); });
}

std::optional<case_entry> reader::find_case(std::string const& number)
{
    return faults_as_ours(
        [&] { return find_case_where(*sql_, "c.number = :value", number, seen_); });
}

std::optional<case_record> reader::read_case(engine::case_id id)
{
    return faults_as_ours([&]() -> std::optional<case_record> {
        snapshot const moment(*sql_);
        auto entry = find_case(id);
        if (!entry)
            return {};
        auto acts = soci::acts_of(*sql_, id);
        auto const broken_at = engine::first_break(entry->head.line, acts);
        withhold(id, acts);
        return case_record{std::move(*entry), std::move(acts), broken_at};
    });
}

std::vector<engine::act> reader::acts_of(engine::case_id id)
{
    return faults_as_ours([&]() -> std::vector<engine::act> {
        if (!find_case(id))
            return {};
        auto acts = soci::acts_of(*sql_, id);
        withhold(id, acts);
        return acts;
    });
}

void reader::withhold(engine::case_id of, std::span<engine::act> acts)
{
    withheld_documents const withheld(*sql_, of, seen_);
    for (auto& one : acts)
        withheld.take_from(one);
}

std::optional<engine::act> reader::find_act(engine::case_id id, long long seq)
{
    return faults_as_ours([&]() -> std::optional<engine::act> {
        query find(*sql_, select_act + " where case_id = :id and seq = :seq and " +
                              seen_.is_visible("case_id"));
        seen_.into(find.in("id", id.value).in("seq", seq));
        return act_of(find);
    });
}

std::optional<engine::act> reader::act_of(query& find)
{
    act_row row;
    row.out_of(find);
    if (!find.one())
        return {};
    auto found = row.to_act();
    withhold(found.on, {&found, 1});
    return found;
}

std::optional<engine::act> reader::find_act(std::string const& act_id)
{
    return faults_as_ours([&]() -> std::optional<engine::act> {
        query find(*sql_,
                   select_act + " where act_id = :act_id and " + seen_.is_visible("case_id"));
        seen_.into(find.in("act_id", act_id));
        return act_of(find);
    });
}

page<case_entry> reader::list_cases(case_filter const& only, std::optional<long long> before,
                                    long long limit)
{
    return faults_as_ours([&] {
        auto cases = narrowed(*sql_, only, seen_);
        if (before)
            cases.to.by(cases.id + " < :before", "before", *before);
        long long const most = limit + 1;
        case_row row;
        page<case_entry> found;
        std::vector<long long> cursors;
        query list(*sql_, cases.list_sql());
        cases.to.into(list.in("most", most));
        row.out_of(list);
        list.each([&] {
            found.rows.push_back(row.to_entry());
            cursors.push_back(row.id);
        });
        cut(found, limit, cursors);
        return found;
    });
}

std::vector<std::string> reader::plan_of_list(case_filter const& only)
{
    return faults_as_ours([&] {
        auto const cases = narrowed(*sql_, only, seen_);
        long long const most = 1;
        long long ignored = 0;
        std::string step;
        std::vector<std::string> steps;
        query explain(*sql_, "explain query plan " + cases.list_sql());
        cases.to.into(explain.in("most", most));
        explain.out(ignored).out(ignored).out(ignored).out(step);
        explain.each([&] { steps.push_back(step); });
        return steps;
    });
}

long long reader::count_cases(case_filter const& only)
{
    return faults_as_ours([&] {
        auto const found = narrowed(*sql_, only, seen_);
        long long cases = 0;
        query count(*sql_, "select count(*)" + found.sql());
        found.to.into(count.out(cases));
        count.one();
        return cases;
    });
}

std::vector<phase_count> reader::count_by_phase(std::string const& shape)
{
    return faults_as_ours([&] {
        narrowing to;
        to.by_if_given("t.shape = :shape", "shape", shape);
        phase_count one;
        long long closed = 0;
        std::vector<phase_count> counts;
        query count(*sql_, "select t.phase, t.closed, cast(sum(t.cases) as bigint)"
                           " from " +
                               seen_.sums_of_cases() + to.conditions() +
                               " group by t.phase, t.closed order by t.phase, t.closed");
        seen_.into(count);
        to.into(count.out(one.phase).out(closed).out(one.cases));
        count.each([&] {
            one.closed = closed != 0;
            counts.push_back(one);
        });
        return counts;
    });
}

std::vector<std::string> reader::phases(std::string const& family)
{
    // As below: from phase to phase through the index, however many cases there are.
    return faults_as_ours([&] {
        std::string phase;
        std::vector<std::string> found;
        auto const visible = seen_.of_case("case_file", family);
        query list(*sql_, "with recursive p (phase) as ("
                          " select min(phase) from case_file where family = :family and " +
                              visible +
                              " union all select (select min(phase) from case_file"
                              " where family = :family and phase > p.phase and " +
                              visible +
                              ") from p where p.phase is not null)"
                              " select phase from p where phase is not null");
        seen_.into(list.in("family", family));
        list.out(phase).each([&] { found.push_back(phase); });
        return found;
    });
}

std::vector<int> reader::years_opened(std::string const& family)
{
    // A distinct over a million rows reads them all; this walks the index from year to year.
    return faults_as_ours([&] {
        long long year = 0;
        std::vector<int> found;
        auto const visible = seen_.of_case("case_file", family);
        query list(*sql_, "with recursive y (year) as ("
                          " select max(opened_in) from case_file where family = :family and " +
                              visible +
                              " union all select (select max(opened_in) from case_file"
                              " where family = :family and opened_in < y.year and " +
                              visible +
                              ") from y where y.year is not null)"
                              " select cast(year as bigint) from y where year is not null");
        seen_.into(list.in("family", family));
        list.out(year).each([&] { found.push_back(static_cast<int>(year)); });
        return found;
    });
}

std::vector<engine::waiting_task> reader::tasks_of(engine::case_id id)
{
    return faults_as_ours([&] {
        task_row row;
        long long since = 0;
        std::string received_at;
        std::vector<engine::waiting_task> tasks;
        query list(*sql_, std::string("select ") + task_row::columns +
                              ", t.since, t.received_at from task t where t.case_id = :id and " +
                              seen_.is_visible("t.case_id") + " order by t.id");
        seen_.into(list.in("id", id.value));
        row.out_of(list);
        list.out(since).out(received_at);
        list.each([&] { tasks.push_back({row.to_task(), since, instant_of(received_at)}); });
        return tasks;
    });
}

std::vector<indicator_total> reader::totals(int year)
{
    return faults_as_ours([&] {
        long long const of = year;
        indicator_total one;
        std::vector<indicator_total> totals;
        auto const known = seen_.or_known(
            "select f.indicator, f.value from figure f where f.year = :year", "f.case_id");
        query list(*sql_, "select s.indicator, cast(sum(s.value) as bigint) from"
                          " (select indicator, value from figure_total"
                          " where year = :year and " +
                              seen_.of_figures() + known +
                              ") s group by s.indicator order by s.indicator");
        seen_.into(list.in("year", of));
        list.out(one.indicator).out(one.value).each([&] { totals.push_back(one); });
        return totals;
    });
}

std::vector<indicator_total> reader::totals_until(int year, engine::day until,
                                                  std::string const& unit)
{
    return faults_as_ours([&] {
        long long const of = year;
        auto const last = engine::to_text(until);
        indicator_total one;
        std::vector<indicator_total> totals;
        // The indicators of the year lead into the index of figures, which begins with them.
        query list(*sql_,
                   "select f.indicator, cast(sum(f.value) as bigint) from figure f"
                   " join act a on a.case_id = f.case_id and a.seq = f.seq"
                   " join case_file c on c.id = f.case_id"
                   " where f.indicator in (select t.indicator from figure_total t"
                   " where t.year = :year) and f.year = :year and a.counts_on <= :last"
                   " and (cast(:unit as text) = '' or (select count(distinct organ) from unit) < 2"
                   " or c.organ = (select o.organ from unit o where o.code = :unit)) and " +
                       seen_.of_case("c") + " group by f.indicator order by f.indicator");
        seen_.into(list.in("year", of).in("last", last).in("unit", unit));
        list.out(one.indicator).out(one.value).each([&] { totals.push_back(one); });
        return totals;
    });
}

page<figure_entry> reader::list_figures(std::string const& indicator, int year,
                                        std::optional<long long> after, long long limit)
{
    return faults_as_ours([&] {
        long long const of = year;
        long long const from = after.value_or(0);
        long long const most = limit + 1;
        long long id = 0;
        std::string counts_on;
        figure_entry one;
        page<figure_entry> found;
        std::vector<long long> cursors;
        query list(*sql_,
                   "select f.id, f.case_id, c.number, c.title, f.seq, a.kind, a.counts_on, f.value,"
                   " a.origin"
                   " from figure f join case_file c on c.id = f.case_id"
                   " join act a on a.case_id = f.case_id and a.seq = f.seq"
                   " where f.indicator = :indicator and f.year = :year and f.id > :from"
                   " and " +
                       seen_.of_case("c") + " order by f.id limit :most");
        list.in("indicator", indicator).in("year", of).in("from", from).in("most", most);
        seen_.into(list);
        list.out(id).out(one.on.value).out(one.number).out(one.title).out(one.seq).out(one.kind);
        list.out(counts_on).out(one.value).out(one.origin);
        list.each([&] {
            one.counts_on = day_of(counts_on);
            found.rows.push_back(one);
            cursors.push_back(id);
        });
        cut(found, limit, cursors);
        return found;
    });
}

std::vector<int> reader::years_counted()
{
    return faults_as_ours([&] {
        long long year = 0;
        std::vector<int> found;
        auto const known = seen_.or_known("select f.year from figure f where 1 = 1", "f.case_id");
        query list(*sql_, "select s.year from (select year from figure_total"
                          " where " +
                              seen_.of_figures() + known +
                              ") s group by s.year order by s.year desc");
        seen_.into(list);
        list.out(year).each([&] { found.push_back(static_cast<int>(year)); });
        return found;
    });
}

std::optional<document_entry> reader::find_document(std::string const& hash)
{
    return faults_as_ours([&]() -> std::optional<document_entry> {
        document_entry found;
        document_entry::own_upload own;
        std::string uploaded_at;
        query find(*sql_, "select p.hash, p.size, p.media_type, coalesce(o.name, ''),"
                          " coalesce(o.uploaded_at, '') from document p left join document_upload o"
                          " on o.hash = p.hash and o.person = :person where p.hash = :hash"
                          " and (:all = 1 or exists (select 1 from document_use u"
                          " where u.hash = :hash and " +
                              seen_.is_visible("u.case_id") + not_withheld(seen_) +
                              ") or (o.hash is not null and not exists"
                              " (select 1 from document_use u join act a on a.case_id = u.case_id"
                              " and a.seq = u.seq where u.hash = :hash"
                              " and a.entered_at >= o.uploaded_at)))");
        seen_.into(find.in("hash", hash).in("all", all_).in("person", person_));
        find.out(found.hash).out(found.size).out(found.media_type).out(own.name);
        find.out(uploaded_at);
        if (!find.one())
            return {};
        if (!uploaded_at.empty()) {
            own.at = instant_of(uploaded_at);
            found.own = std::move(own);
        }
        return found;
    });
}

std::vector<document_use> reader::uses_of(std::string const& hash)
{
    return faults_as_ours([&] {
        document_use one;
        std::vector<document_use> uses;
        query list(*sql_, "select u.case_id, u.seq from document_use u where u.hash = :hash"
                          " and " +
                              seen_.is_visible("u.case_id") + not_withheld(seen_) +
                              " order by u.case_id, u.seq");
        seen_.into(list.in("hash", hash));
        list.out(one.on.value).out(one.seq).each([&] { uses.push_back(one); });
        return uses;
    });
}

reader_pool::reader_pool(database const& at, std::size_t readers, replica* beside)
    : at_(at), beside_(beside)
{
    for (std::size_t i = 0; i < readers; ++i)
        free_.push_back(
            std::make_unique<reader>(at, engine::clearance(engine::confidentiality::open)));
}

reader_pool::lease reader_pool::borrow(engine::clearance const& seeing)
{
    std::unique_lock hold(door_);
    returned_.wait(hold, [this] { return !free_.empty(); });
    auto one = std::move(free_.back());
    free_.pop_back();
    hold.unlock();
    lease lent(*this, std::move(one)); // goes back if the database cannot be reached
    at_.revive(lent.reader_->sql_, access::reading);
    lent->see_as(seeing);
    return lent;
}

bool reader_pool::turn_to_replica(reader& one)
{
    if (!beside_)
        return false;
    if (!one.beside_)
        one.beside_ = std::make_unique<replica_session>();
    one.reads_replica_ = beside_->stands_in(*one.sql_, *one.beside_);
    if (one.reads_replica_)
        std::swap(one.sql_, one.beside_->sql);
    return one.reads_replica_;
}

void reader_pool::turn_back_from(reader& one, storage_fault const& why)
{
    turn_back(one);
    beside_->broke(why);
}

void reader_pool::turn_back(reader& one)
{
    if (!std::exchange(one.reads_replica_, false))
        return;
    std::swap(one.sql_, one.beside_->sql);
    beside_->done(*one.beside_);
}

void reader_pool::give_back(std::unique_ptr<reader> one)
{
    turn_back(*one);
    {
        std::lock_guard hold(door_);
        free_.push_back(std::move(one));
    }
    returned_.notify_one();
}

reader_pool::lease::~lease()
{
    if (pool_)
        pool_->give_back(std::move(reader_));
}

} // namespace adapters::soci
