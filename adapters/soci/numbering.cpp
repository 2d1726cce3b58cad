#include "adapters/soci/numbering.hpp"

#include "adapters/soci/query.hpp"
#include "adapters/soci/storage_fault.hpp"

namespace adapters::soci {

std::string document_number(std::string const& mark, int year, long long number)
{
    // U+3014 and U+3015, as GB/T 9704 asks; no leading zeros.
    return mark + "\u3014" + std::to_string(year) + "\u3015" + std::to_string(number) + "号";
}

std::map<long long, std::string> numbering::numbers_of(engine::case_id id) const
{
    return faults_as_ours([&] {
        auto const sql = at_.open_session(access::reading);
        std::string mark;
        long long year = 0;
        long long number = 0;
        long long seq = 0;
        std::map<long long, std::string> found;
        query(*sql, "select mark, year, number, seq from document_number where case_id = :id")
            .in("id", id.value)
            .out(mark)
            .out(year)
            .out(number)
            .out(seq)
            .each([&] { found[seq] = document_number(mark, static_cast<int>(year), number); });
        return found;
    });
}

bool numbering::set(numbering_rule const& rule)
{
    return faults_as_ours([&] {
        auto const from = engine::to_text(rule.from);
        auto const sql = at_.open_session(access::writing);
        work writing(at_, *sql);
        auto const set = query(*sql, "insert into numbering (unit, kind, from_day, mark)"
                                     " select code, :kind, :from_day, :mark from unit"
                                     " where code = :unit"
                                     " on conflict (unit, kind, from_day)"
                                     " do update set mark = excluded.mark")
                             .in("unit", rule.unit)
                             .in("kind", rule.kind)
                             .in("from_day", from)
                             .in("mark", rule.mark)
                             .run();
        writing.commit();
        return set > 0;
    });
}

std::vector<numbering_rule> numbering::rules() const
{
    return faults_as_ours([&] {
        auto const sql = at_.open_session(access::reading);
        std::vector<numbering_rule> all;
        numbering_rule one;
        std::string from;
        query(*sql,
              "select unit, kind, from_day, mark from numbering order by unit, kind, from_day")
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

} // namespace adapters::soci
