#ifndef JUECE_ADAPTERS_SOCI_NUMBERING_RULES_HPP
#define JUECE_ADAPTERS_SOCI_NUMBERING_RULES_HPP

#include "adapters/soci/numbering.hpp"

namespace soci {
class session;
}

namespace adapters::soci {

/// Sets or replaces the rule of that unit, kind and day: what an act of the administration case
/// leaves (workflows/administration/numbering.hpp), in its transaction.
void write_rule(::soci::session& sql, numbering_rule const& rule);

/// engine::record::is_number_given, as one session sees it.
bool is_number_given(::soci::session& sql, engine::case_id on, std::string const& number);

} // namespace adapters::soci

#endif
