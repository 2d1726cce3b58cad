#include "adapters/soci/kept_registers.hpp"

#include "adapters/soci/document_rows.hpp"
#include "adapters/soci/matter_list.hpp"
#include "adapters/soci/query.hpp"
#include "workflows/adviser_file/participation.hpp"
#include "workflows/legal_matter/register_line.hpp"

#include <optional>
#include <set>
#include <utility>

namespace adapters::soci {
namespace {

/// A line of the register of matters.
struct matter_line {
    std::string received_on, counterparty, basis, state;
    long long received_in = 0;
    long long amount = 0;

    register_entry as_entry() const
    {
        return {received_on + ' ' + std::to_string(received_in) + ' ' + counterparty + ' ' + basis +
                ' ' + state + ' ' + std::to_string(amount)};
    }
};

register_entry entry_of(long long seq, std::string const& adviser, std::string const& part,
                        long long year, bool is_new_case)
{
    return {'#' + std::to_string(seq) + ' ' + adviser + ' ' + part + ' ' + std::to_string(year) +
            (is_new_case ? " *" : "")};
}

} // namespace

std::vector<register_entry> register_entries_in(std::vector<engine::act> const& acts)
{
    std::vector<register_entry> all;
    std::optional<matter_line> matter;
    std::optional<workflows::normative_document::register_line> document;
    std::set<std::pair<std::string, int>> had; // the case, of an adviser in a year
    for (auto const& act : acts) {
        if (workflows::normative_document::is_of_register(act.kind))
            take_into(document ? *document : document.emplace(), act);
        for (auto const& one : workflows::adviser_file::participations_in(act))
            all.push_back(entry_of(act.seq, one.adviser, one.part, one.year,
                                   had.emplace(one.adviser, one.year).second));
        auto const line = workflows::legal_matter::register_line_of(act);
        if (!line)
            continue;
        if (line->received_on) {
            matter.emplace();
            matter->received_on = engine::to_text(*line->received_on);
            matter->received_in = engine::year_of(*line->received_on);
            matter->counterparty = line->counterparty;
        }
        if (!matter)
            continue;
        matter->basis = engine::name_of(line->basis);
        matter->state = amount_state_of(line->basis);
        matter->amount = line->amount_fen;
    }
    if (matter)
        all.push_back(matter->as_entry());
    if (document)
        all.push_back({in_words(document_row::of(*document))});
    return all;
}

std::vector<register_entry> register_entries_of(::soci::session& sql, engine::case_id id)
{
    std::vector<register_entry> all;
    matter_line line;
    // A line that says otherwise than its case of the unit, the kind or the end is on none of their
    // lists: it counts as missing.
    query matters(sql, "select m.received_on, m.received_in, m.counterparty, m.basis,"
                       " m.amount_state, m.amount from legal_matter m"
                       " join case_file c on c.id = m.case_id and c.unit = m.unit"
                       " and c.matter = m.kind and c.closed = m.closed where m.case_id = :id");
    matters.in("id", id.value).out(line.received_on).out(line.received_in);
    matters.out(line.counterparty).out(line.basis).out(line.state).out(line.amount);
    matters.each([&] { all.push_back(line.as_entry()); });
    long long seq = 0;
    long long year = 0;
    long long new_case = 0;
    std::string adviser, part;
    query parts(sql, "select seq, adviser, part, year, new_case from adviser_part"
                     " where case_id = :id");
    parts.in("id", id.value).out(seq).out(adviser).out(part).out(year).out(new_case);
    parts.each([&] { all.push_back(entry_of(seq, adviser, part, year, new_case != 0)); });
    if (auto const document = document_row_of(sql, id))
        all.push_back({in_words(*document)});
    return all;
}

void drop_register_entries(::soci::session& sql, engine::case_id id)
{
    for (auto const* statement : {"delete from legal_matter where case_id = :id",
                                  "delete from adviser_part where case_id = :id",
                                  "delete from normative_document where case_id = :id"})
        query(sql, statement).in("id", id.value).run();
}

} // namespace adapters::soci
