#include "adapters/soci/document_levels.hpp"
#include "adapters/soci/narrowing.hpp"
#include "adapters/soci/reader.hpp"
#include "adapters/soci/rows.hpp"

#include <algorithm>

// The acts of a page of a list: a statement for each of its rows would cost more than the list.

namespace adapters::soci {
namespace {

/// So many are asked for at once: each is two values of the statement.
constexpr std::size_t acts_a_statement = 200;

/// The acts at these places, at most so many, as far as their cases are visible.
std::vector<engine::act> read_acts(::soci::session& sql, visibility const& seen,
                                   std::span<act_place const> places)
{
    narrowing asked;
    std::string list;
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto const n = std::to_string(i);
        list += (list.empty() ? "" : ", ") + ("(cast(:on" + n + " as bigint), cast(:seq" + n) +
                " as bigint))";
        asked.with("on" + n, places[i].on.value);
        asked.with("seq" + n, places[i].seq);
    }
    act_row row;
    std::vector<engine::act> found;
    query find(sql, planned_anew + (std::string("select ") + act_row::columns) +
                        " from act where (case_id, seq) in (values " + list + ") and " +
                        seen.is_visible("case_id"));
    seen.into(find);
    asked.into(find);
    row.out_of(find);
    find.each([&] { found.push_back(row.to_act()); });
    return found;
}

} // namespace

std::map<act_place, engine::act> reader::find_acts(std::vector<act_place> const& places)
{
    return faults_as_ours([&] {
        std::map<act_place, engine::act> found;
        std::span<act_place const> left(places);
        while (!left.empty()) {
            auto const some = left.first(std::min(left.size(), acts_a_statement));
            left = left.subspan(some.size());
            auto acts = read_acts(*sql_, seen_, some);
            std::vector<long long> cases;
            for (auto const& one : acts)
                cases.push_back(one.on.value);
            auto const withheld = withheld_documents::of_cases(*sql_, cases, seen_);
            for (auto& one : acts) {
                if (auto const of = withheld.find(one.on); of != withheld.end())
                    of->second.take_from(one);
                act_place const at{one.on, one.seq};
                found.emplace(at, std::move(one));
            }
        }
        return found;
    });
}

} // namespace adapters::soci
