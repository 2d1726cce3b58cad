#include "adapters/soci/matter_list.hpp"

#include "adapters/soci/dialect.hpp"
#include "adapters/soci/narrowing.hpp"
#include "adapters/soci/rows.hpp"

#include <limits>
#include <utility>

namespace adapters::soci {
namespace {

constexpr std::string_view family = "legal_matter";

/// Below it are all.
constexpr long long newest = std::numeric_limits<long long>::max();

constexpr char const* with_case = " join case_file c on c.id = m.case_id";
constexpr char const* with_request = " join act a on a.case_id = m.case_id and a.seq = 1";
constexpr char const* columns =
    "select m.case_id, c.number, c.title, c.unit, c.matter, c.phase, c.closed, m.received_on,"
    " m.counterparty, m.basis, m.amount_state, m.amount, a.origin";

/// The matters of a list, newest first, as m, with their cases as c.
struct found_matters {
    std::string from = " from legal_matter m";
    std::string id = "m.case_id"; ///< what the list is ordered by
    narrowing to;

    std::string sql() const { return from + with_case; }
    /// With room for :most rows before :before, without which the database would begin with the
    /// acts.
    std::string list_sql() const
    {
        return std::string(planned_anew) + columns + sql() + with_request + to.conditions() +
               " and " + id + " < :before order by " + id + " desc limit :most";
    }
};

/// The first filter that is given leads to its index, which has the matters in the order of the
/// list, and the others beside it to be checked. It is the one behind which the fewest matters
/// stand in most houses. A database that estimates finds it by itself.
found_matters narrowed(::soci::session& sql, matter_filter const& only, visibility const& seen)
{
    found_matters found;
    auto& to = found.to;
    auto const& kind = dialect_of(sql);
    bool led = false;
    if (!only.words.empty() && !kind.has_pieces) {
        narrow_matters_to_words(sql, to, only.words);
    } else if (!only.words.empty()) {
        // their index has the matters in the order of the list, however many have the words
        found.from = " from matter_pieces w join legal_matter m on m.case_id = w.rowid";
        found.id = "w.rowid";
        to.by("matter_pieces match :words", "words", pieces_asked({only.words}));
        led = true;
    }
    auto const by_text = [&](std::string const& column, std::string const& value) {
        if (value.empty())
            return;
        auto const tested =
            std::exchange(led, !kind.estimates) ? "(m." + column + " || '')" : "m." + column;
        to.by(tested + " = :" + column, column, value);
    };
    auto const by_number = [&](std::string const& column, long long value) {
        auto const tested =
            std::exchange(led, !kind.estimates) ? "(m." + column + " + 0)" : "m." + column;
        to.by(tested + " = :" + column, column, value);
    };
    by_text("unit", only.unit);
    if (only.received_in)
        by_number("received_in", *only.received_in);
    by_text("kind", only.kind);
    by_text("amount_state", only.amount);
    if (only.closed)
        by_number("closed", *only.closed ? 1 : 0);
    seen.narrow(to, family);
    if (!led)
        seen.lead_from_organ(sql, to, found.id, std::string(family));
    return found;
}

} // namespace

std::string amount_state_of(workflows::legal_matter::registration::amount_basis basis)
{
    using workflows::legal_matter::registration::amount_basis;
    if (basis == amount_basis::none)
        return "none";
    return basis == amount_basis::not_yet_known ? "unknown" : "known";
}

page<matter_entry> matter_list::list(matter_filter const& only, std::optional<long long> before,
                                     long long limit)
{
    return faults_as_ours([&] {
        auto const matters = narrowed(sql_, only, seen_);
        auto const below = before.value_or(newest);
        long long const most = limit + 1;
        long long closed = 0;
        long long amount = 0;
        std::string received_on;
        std::string state;
        matter_entry one;
        page<matter_entry> found;
        query list(sql_, matters.list_sql());
        matters.to.into(list.in("before", below).in("most", most));
        list.out(one.on.value).out(one.number).out(one.title).out(one.unit).out(one.kind);
        list.out(one.phase).out(closed).out(received_on).out(one.counterparty).out(one.basis);
        list.out(state).out(amount).out(one.origin);
        list.each([&] {
            one.closed = closed != 0;
            one.received_on = day_of(received_on);
            one.amount = state == "known" ? std::optional(amount) : std::nullopt;
            found.rows.push_back(one);
        });
        if (static_cast<long long>(found.rows.size()) > limit) {
            found.rows.resize(static_cast<std::size_t>(limit));
            found.next = found.rows.back().on.value;
        }
        return found;
    });
}

std::vector<std::string> matter_list::plan_of_list(matter_filter const& only)
{
    return faults_as_ours([&] {
        auto const matters = narrowed(sql_, only, seen_);
        long long const most = 1;
        long long ignored = 0;
        std::string step;
        std::vector<std::string> steps;
        query explain(sql_, "explain query plan " + matters.list_sql());
        matters.to.into(explain.in("before", newest).in("most", most));
        explain.out(ignored).out(ignored).out(ignored).out(step);
        explain.each([&] { steps.push_back(step); });
        return steps;
    });
}

long long matter_list::count(matter_filter const& only, long long most)
{
    return faults_as_ours([&] {
        auto const matters = narrowed(sql_, only, seen_);
        long long counted = 0;
        query count(sql_, "select count(*) from (select 1" + matters.sql() +
                              matters.to.conditions() + " limit :most) as found");
        matters.to.into(count.in("most", most).out(counted));
        count.one();
        return counted;
    });
}

std::vector<int> matter_list::years()
{
    // From year to year through the index, however many matters there are. A year shows only with a
    // matter that may be seen; the offset keeps PostgreSQL from joining all of them at once.
    return faults_as_ours([&] {
        long long year = 0;
        std::vector<int> found;
        query list(sql_,
                   "with recursive y (year) as ("
                   " select max(received_in) from legal_matter union all"
                   " select (select max(received_in) from legal_matter where received_in < y.year)"
                   " from y where y.year is not null)"
                   " select cast(year as bigint) from y where year is not null and exists ("
                   " select 1 from legal_matter m join case_file c on c.id = m.case_id"
                   " where m.received_in = y.year and " +
                       seen_.of_case("c", family) + " limit 1 offset 0)");
        seen_.into(list);
        list.out(year).each([&] { found.push_back(static_cast<int>(year)); });
        return found;
    });
}

std::vector<adviser_year> matter_list::advisers(int year, std::string const& adviser)
{
    return faults_as_ours([&] {
        narrowing to;
        seen_.narrow_by_number(to, "p.case_id");
        to.by("p.year = :year", "year", static_cast<long long>(year));
        to.by_if_given("p.adviser = :adviser", "adviser", adviser);
        adviser_year one;
        std::vector<adviser_year> found;
        query list(
            sql_,
            "select p.adviser, cast(sum(p.new_case) as bigint), count(*) from adviser_part p" +
                to.conditions() + " group by p.adviser order by p.adviser");
        to.into(list);
        list.out(one.adviser).out(one.cases).out(one.times);
        list.each([&] { found.push_back(one); });
        return found;
    });
}

std::vector<adviser_act> matter_list::acts_of(std::string const& adviser, int year, long long limit)
{
    return faults_as_ours([&] {
        long long const of = year;
        std::string counts_on;
        adviser_act one;
        std::vector<adviser_act> found;
        query list(sql_, "select p.case_id, p.seq, c.number, c.title, c.family, p.part, a.counts_on"
                         " from adviser_part p join case_file c on c.id = p.case_id"
                         " join act a on a.case_id = p.case_id and a.seq = p.seq"
                         " where p.adviser = :adviser and p.year = :year and " +
                             seen_.of_case("c") +
                             " order by p.case_id desc, p.seq desc limit :most");
        seen_.into(list.in("adviser", adviser).in("year", of).in("most", limit));
        list.out(one.on.value).out(one.seq).out(one.number).out(one.title).out(one.family);
        list.out(one.part).out(counts_on);
        list.each([&] {
            one.counts_on = day_of(counts_on);
            found.push_back(one);
        });
        return found;
    });
}

} // namespace adapters::soci
