#include "adapters/soci/numbering_rules.hpp"

#include "adapters/soci/query.hpp"

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

} // namespace adapters::soci
