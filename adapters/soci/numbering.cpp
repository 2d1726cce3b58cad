#include "adapters/soci/numbering.hpp"

#include "adapters/soci/shared_session.hpp"

namespace adapters::soci {

std::string document_number(std::string const& mark, int year, long long number)
{
    // U+3014 and U+3015, as GB/T 9704 asks; no leading zeros.
    return mark + "\u3014" + std::to_string(year) + "\u3015" + std::to_string(number) + "号";
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

} // namespace adapters::soci
