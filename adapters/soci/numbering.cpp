#include "adapters/soci/numbering.hpp"

#include "adapters/soci/numbering_rules.hpp"
#include "adapters/soci/shared_session.hpp"

#include <algorithm>
#include <charconv>

namespace adapters::soci {
namespace {

constexpr std::string_view end_of_number = "号";

/// Mark and year as they stand before the number of a paper.
std::string beginning_of(std::string const& mark, int year)
{
    // U+3014 and U+3015, as GB/T 9704 asks.
    return mark + "\u3014" + std::to_string(year) + "\u3015";
}

/// What stands before the item of a file.
std::string beginning_of_file(std::string const& mark, int year, std::string_view retention)
{
    return mark + "·" + std::to_string(year) + "-" + std::string(retention) +
           (retention.empty() ? "" : "-");
}

/// The number between a beginning and an end; 0 for anything else that begins so.
long long number_in(std::string_view words, std::string_view beginning, std::string_view end_of_it)
{
    words.remove_prefix(beginning.size());
    long long number = 0;
    auto const [end, fault] = std::from_chars(words.data(), words.data() + words.size(), number);
    auto const rest = words.substr(static_cast<std::size_t>(end - words.data()));
    return fault == std::errc() && rest == end_of_it ? number : 0;
}

} // namespace

std::string document_number(std::string const& mark, int year, long long number)
{
    return beginning_of(mark, year) + std::to_string(number) + std::string(end_of_number);
}

std::string file_number(std::string const& mark, int year, std::string_view retention,
                        long long number)
{
    constexpr std::size_t digits = 4;
    auto serial = std::to_string(number);
    serial.insert(0, digits - std::min(digits, serial.size()), '0');
    return beginning_of_file(mark, year, retention) + serial;
}

numbering::numbering(database& at) : sql_(std::make_unique<shared_session>(at, turn::record)) {}
numbering::~numbering() = default;

std::map<long long, std::string> numbering::numbers_of(engine::case_id id) const
{
    return sql_->read([&](::soci::session& sql) {
        std::string mark;
        long long year = 0;
        long long number = 0;
        long long seq = 0;
        std::map<long long, std::string> found;
        query(sql, "select mark, year, number, seq from document_number where case_id = :id")
            .in("id", id.value)
            .out(mark)
            .out(year)
            .out(number)
            .out(seq)
            .each([&] { found[seq] = document_number(mark, static_cast<int>(year), number); });
        return found;
    });
}

std::vector<numbering_rule> numbering::rules() const
{
    return sql_->read([](::soci::session& sql) {
        std::vector<numbering_rule> all;
        numbering_rule one;
        std::string from;
        query(sql, "select unit, kind, from_day, mark from numbering order by unit, kind, from_day")
            .out(one.unit)
            .out(one.kind)
            .out(from)
            .out(one.mark)
            .each([&] {
                one.from = *engine::parse_day(from);
                all.push_back(one);
            });
        return all;
    });
}

std::string numbering::mark_of(std::string const& unit, std::string const& kind,
                               engine::day on) const
{
    return sql_->read([&](::soci::session& sql) {
        auto const day = engine::to_text(on);
        std::string mark;
        query(sql, "select mark from numbering where unit = :unit and kind = :kind"
                   " and from_day <= :day order by from_day desc limit 1")
            .in("unit", unit)
            .in("kind", kind)
            .in("day", day)
            .out(mark)
            .one();
        return mark;
    });
}

long long numbering::next_number(std::string const& unit, std::string const& mark, int year) const
{
    return sql_->read([&](::soci::session& sql) {
        long long const in_year = year;
        long long next = 1;
        query(sql, "select coalesce(max(d.number), 0) + 1 from document_number d"
                   " join unit u on u.organ = d.organ"
                   " where u.code = :unit and d.mark = :mark and d.year = :year")
            .in("unit", unit)
            .in("mark", mark)
            .in("year", in_year)
            .out(next)
            .one();
        return next;
    });
}

long long numbering::next_of_files(std::string const& unit, std::string const& mark, int year,
                                   std::string_view retention) const
{
    return sql_->read([&](::soci::session& sql) {
        auto const beginning = beginning_of_file(mark, year, retention);
        // ':' follows the digits.
        auto const from = beginning + "0";
        auto const until = beginning + ":";
        std::string words;
        long long last = 0;
        query(sql, "select p.words from passage p join case_file c on c.id = p.case_id"
                   " join unit u on u.organ = c.organ"
                   " where u.code = :unit and p.path = 'archive_number'"
                   " and p.words >= :from and p.words < :until and not exists"
                   " (select 1 from passage l where l.case_id = p.case_id"
                   " and l.path = 'archive_number' and l.seq > p.seq)")
            .in("unit", unit)
            .in("from", from)
            .in("until", until)
            .out(words)
            .each([&] { last = std::max(last, number_in(words, beginning, {})); });
        return last + 1;
    });
}

long long numbering::next_written(std::string const& mark, int year) const
{
    return sql_->read([&](::soci::session& sql) {
        auto const beginning = beginning_of(mark, year);
        // ':' follows the digits.
        auto const from = beginning + "0";
        auto const until = beginning + ":";
        std::string words;
        long long last = 0;
        query(sql, "select words from passage where path = 'document_number'"
                   " and words >= :from and words < :until")
            .in("from", from)
            .in("until", until)
            .out(words)
            .each([&] { last = std::max(last, number_in(words, beginning, end_of_number)); });
        return last + 1;
    });
}

bool numbering::is_given(engine::case_id on, std::string const& number) const
{
    return sql_->read([&](::soci::session& sql) { return is_number_given(sql, on, number); });
}

bool is_number_given(::soci::session& sql, engine::case_id on, std::string const& number)
{
    long long elsewhere = 0;
    // Organs number their archives each for itself, and a number that was corrected is free again.
    query find(sql,
               "select case_id from passage where path = 'document_number'"
               " and words = :number and case_id <> :case_id"
               " union all select p.case_id from passage p join case_file c on c.id = p.case_id"
               " where p.path = 'archive_number' and p.words = :number"
               " and p.case_id <> :case_id and not exists"
               " (select 1 from passage l where l.case_id = p.case_id"
               " and l.path = 'archive_number' and l.seq > p.seq)"
               " and c.organ = (select o.organ from case_file o where o.id = :case_id) limit 1");
    return find.in("number", number).in("case_id", on.value).out(elsewhere).one();
}

} // namespace adapters::soci
