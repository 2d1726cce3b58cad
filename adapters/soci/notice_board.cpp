#include "adapters/soci/notice_board.hpp"

#include "adapters/soci/narrowing.hpp"
#include "adapters/soci/rows.hpp"

#include <set>
#include <tuple>
#include <utility>

namespace adapters::soci {
namespace {

/// Notices are for everybody: what stands above the lowest level shows not even its year or unit.
/// The plus keeps SQLite from the index of levels: a list is found by its own order.
constexpr char const* is_open = "+c.level = 0";

narrowing narrowed(notice_filter const& only)
{
    narrowing to;
    to.add(is_open);
    to.by_if_given("n.kind = :kind", "kind", only.kind);
    to.by_if_given("n.unit = :unit", "unit", only.unit);
    if (only.year) {
        auto const year = std::to_string(*only.year);
        to.by("n.from_day >= :first", "first", year + "-01-01");
        to.by("n.from_day <= :last", "last", year + "-12-31");
    }
    if (only.until_day)
        to.by("n.until_day >= :until_day", "until_day", engine::to_text(*only.until_day));
    if (only.before)
        to.by("n.until_day < :before", "before", engine::to_text(*only.before));
    return to;
}

} // namespace

std::vector<notice_entry> notice_board::list(notice_filter const& only,
                                             std::optional<notice_cursor> after, long long limit)
{
    return faults_as_ours([&] {
        auto to = narrowed(only);
        if (after) {
            to.by("(n.from_day, n.case_id, n.seq) < (:after_day, :after_case, :after_seq)",
                  "after_day", engine::to_text(after->from));
            to.with("after_case", after->on.value);
            to.with("after_seq", after->seq);
        }
        notice_entry one;
        std::string from;
        std::string until;
        std::string entered_at;
        std::vector<notice_entry> found;
        query list(sql_, "select n.case_id, n.seq, n.kind, n.from_day, n.until_day, a.entered_at"
                         " from public_notice n join case_file c on c.id = n.case_id"
                         " join act a on a.case_id = n.case_id and a.seq = n.seq" +
                             to.conditions() +
                             " order by n.from_day desc, n.case_id desc, n.seq desc limit :most");
        to.into(list.in("most", limit));
        list.out(one.on.value).out(one.seq).out(one.kind).out(from).out(until).out(entered_at);
        list.each([&] {
            one.from = day_of(from);
            one.until = day_of(until);
            one.entered_at = instant_of(entered_at);
            found.push_back(one);
        });
        return found;
    });
}

std::vector<int> notice_board::years(std::string const& kind)
{
    return faults_as_ours([&] {
        std::string year;
        std::vector<int> found;
        // From year to year through the index, however much was published. A year shows only with
        // something that is still open.
        query(sql_, std::string(
                        "with recursive y (last) as ("
                        " select max(n.from_day) from public_notice n where n.kind = :kind"
                        " union all select (select max(n.from_day) from public_notice n"
                        " where n.kind = :kind and n.from_day < substr(y.last, 1, 4))"
                        " from y where y.last is not null)"
                        " select substr(y.last, 1, 4) from y where y.last is not null and exists ("
                        " select 1 from public_notice n join case_file c on c.id = n.case_id"
                        " where n.kind = :kind and n.from_day >= substr(y.last, 1, 4)"
                        " and n.from_day <= y.last and ") +
                        is_open + ") order by 1 desc")
            .in("kind", kind)
            .out(year)
            .each([&] { found.push_back(std::stoi(year)); });
        return found;
    });
}

std::vector<std::string> notice_board::units(std::string const& kind)
{
    return faults_as_ours([&] {
        std::string unit;
        std::vector<std::string> found;
        // As the years: from unit to unit through the index of their notices.
        query(sql_,
              std::string("with recursive u (unit) as ("
                          " select min(n.unit) from public_notice n where n.kind = :kind"
                          " union all select (select min(n.unit) from public_notice n"
                          " where n.kind = :kind and n.unit > u.unit)"
                          " from u where u.unit is not null)"
                          " select u.unit from u where u.unit is not null and exists ("
                          " select 1 from public_notice n join case_file c on c.id = n.case_id"
                          " where n.kind = :kind and n.unit = u.unit and ") +
                  is_open + ") order by 1")
            .in("kind", kind)
            .out(unit)
            .each([&] { found.push_back(unit); });
        return found;
    });
}

} // namespace adapters::soci
