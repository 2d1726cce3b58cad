#include "adapters/soci/numbering_rules.hpp"

#include "adapters/soci/shared_session.hpp"

namespace adapters::soci {

void write_rule(::soci::session& sql, numbering_rule const& rule)
{
    auto const from = engine::to_text(rule.from);
    query(sql, "insert into numbering (unit, kind, from_day, mark)"
               " values (:unit, :kind, :from_day, :mark)"
               " on conflict (unit, kind, from_day) do update set mark = excluded.mark")
        .in("unit", rule.unit)
        .in("kind", rule.kind)
        .in("from_day", from)
        .in("mark", rule.mark)
        .run();
}

numbering_series::numbering_series(database& at)
    : sql_(std::make_unique<shared_session>(at, turn::record))
{}
numbering_series::~numbering_series() = default;

long long numbering_series::next_number(std::string const& unit, std::string const& mark,
                                        int year) const
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

} // namespace adapters::soci
