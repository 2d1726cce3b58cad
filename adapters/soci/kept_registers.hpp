#ifndef JUECE_ADAPTERS_SOCI_KEPT_REGISTERS_HPP
#define JUECE_ADAPTERS_SOCI_KEPT_REGISTERS_HPP

#include "engine/act.hpp"

#include <compare>
#include <soci/soci.h>
#include <string>
#include <vector>

// The registers of legal matters, of what advisers did and of normative documents follow from the
// acts; here they are compared for `verify` and emptied for a rebuild.

namespace adapters::soci {

/// A line of a register, as a text to compare.
struct register_entry {
    std::string words;
    auto operator<=>(register_entry const&) const = default;
};
inline std::string in_words(register_entry const& one)
{
    return one.words;
}

/// What the acts of a case give.
std::vector<register_entry> register_entries_in(std::vector<engine::act> const& acts);
/// What is kept of a case.
std::vector<register_entry> register_entries_of(::soci::session& sql, engine::case_id id);
/// Takes away what is kept of a case.
void drop_register_entries(::soci::session& sql, engine::case_id id);

} // namespace adapters::soci

#endif
