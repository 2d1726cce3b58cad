#include "adapters/soci/catalogue_board.hpp"

#include "adapters/soci/query.hpp"
#include "workflows/catalogue/procedure.hpp"

#include <charconv>

namespace adapters::soci {
namespace {

constexpr char const* select_line = "select c.id, c.number, c.title, c.unit, c.phase, c.closed";

/// Where `u` is the unit of a case and `own` the unit that was asked for.
constexpr char const* of_the_organ = " join unit u on u.code = c.unit"
                                     " join unit own on own.code = :unit and own.organ = u.organ";

class line_row {
public:
    query& out_of(query& from)
    {
        from.out(line_.id.value).out(line_.number).out(line_.title).out(line_.unit);
        return from.out(line_.phase).out(closed_);
    }
    decision_line const& line()
    {
        line_.closed = closed_ != 0;
        return line_;
    }

private:
    decision_line line_;
    long long closed_ = 0;
};

int year_in(std::string const& text)
{
    int year = 0;
    std::from_chars(text.data(), text.data() + text.size(), year);
    return year;
}

} // namespace

std::vector<kept_catalogue> catalogue_board::catalogues()
{
    return faults_as_ours([&] {
        std::string const family = workflows::catalogue::shape_family;
        kept_catalogue one;
        std::string year;
        std::vector<kept_catalogue> all;
        query list(sql_, "select c.id, c.stands_for, c.unit from case_file c"
                         " where c.stands_for <> ''"
                         " and c.family = :family and " +
                             seen_.of_case("c") + " order by c.stands_for desc, c.id");
        seen_.into(list.in("family", family));
        list.out(one.id.value).out(year).out(one.unit).each([&] {
            one.year = year_in(year);
            all.push_back(one);
        });
        return all;
    });
}

std::optional<kept_catalogue> catalogue_board::find(int year, std::string const& unit)
{
    return find(workflows::catalogue::shape_family, year, unit);
}

std::optional<kept_catalogue> catalogue_board::find(std::string const& family, int year,
                                                    std::string const& unit)
{
    return faults_as_ours([&]() -> std::optional<kept_catalogue> {
        auto const stands_for = std::to_string(year);
        kept_catalogue one{.id = {}, .year = year, .unit = {}};
        query find(sql_, std::string("select c.id, c.unit from case_file c") + of_the_organ +
                             " where c.stands_for = :year and c.stands_for <> ''"
                             " and c.family = :family and " +
                             seen_.of_case("c") + " order by c.id limit 1");
        seen_.into(find.in("unit", unit).in("year", stands_for).in("family", family));
        if (!find.out(one.id.value).out(one.unit).one())
            return {};
        return one;
    });
}

std::vector<decision_line> catalogue_board::naming(int year, long long number,
                                                   std::string const& name, std::string const& unit)
{
    return faults_as_ours([&] {
        long long const of = year;
        auto const by_number = std::to_string(number);
        line_row row;
        std::vector<decision_line> all;
        query find(sql_, std::string(select_line) +
                             " from catalogue_mention m join case_file c on c.id = m.case_id" +
                             of_the_organ +
                             " where m.year = :year and m.item in (:name, :number) and " +
                             seen_.of_case("c") + " order by c.id");
        seen_.into(find.in("unit", unit).in("year", of).in("name", name).in("number", by_number));
        row.out_of(find).each([&] {
            if (all.empty() || all.back() != row.line())
                all.push_back(row.line());
        });
        return all;
    });
}

page<decision_line> catalogue_board::without_entry(int year, std::string const& unit,
                                                   std::optional<long long> after, long long limit)
{
    return faults_as_ours([&] {
        long long const of = year;
        long long const from = after.value_or(0);
        long long const most = limit + 1;
        line_row row;
        page<decision_line> found;
        query list(sql_, std::string(select_line) +
                             " from catalogue_mention m join case_file c on c.id = m.case_id" +
                             of_the_organ +
                             " where m.year = :year and m.item = '' and m.case_id > :from and " +
                             seen_.of_case("c") +
                             " and not exists (select 1"
                             " from catalogue_mention l where l.decision = c.number"
                             " and l.decision <> '' and l.item <> '' and not exists (select 1"
                             " from catalogue_mention x where x.decision = l.decision"
                             " and x.decision <> '' and x.item = '' and x.case_id = l.case_id"
                             " and x.seq > l.seq)) order by m.case_id limit :most");
        seen_.into(list.in("unit", unit).in("year", of).in("from", from).in("most", most));
        row.out_of(list).each([&] { found.rows.push_back(row.line()); });
        if (static_cast<long long>(found.rows.size()) > limit) {
            found.rows.pop_back();
            found.next = found.rows.back().id.value;
        }
        return found;
    });
}

std::optional<decision_line> catalogue_board::decision(std::string const& number)
{
    return faults_as_ours([&]() -> std::optional<decision_line> {
        line_row row;
        query find(sql_, std::string(select_line) +
                             " from case_file c where c.number = :number and " +
                             seen_.of_case("c"));
        seen_.into(find.in("number", number));
        if (!row.out_of(find).one())
            return {};
        return row.line();
    });
}

} // namespace adapters::soci
