#ifndef JUECE_ENGINE_CHAIN_HPP
#define JUECE_ENGINE_CHAIN_HPP

#include "engine/act.hpp"
#include "engine/record.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// SHA-256 (FIPS 180-4) as 64 lower-case hex digits.
std::string sha256(std::string_view bytes);

/// The text that is hashed for an opening line and for an act: canonical JSON of every member but
/// the act's own hash.
std::string sealed_text(case_line const& line);
std::string sealed_text(act const& what);

/// Fills previous_hash and hash.
void seal(act& what, std::string previous_hash);

/// The first act at which a chain breaks (wrong number, wrong previous hash, wrong hash); 0 if it
/// holds.
long long first_break(case_line const& line, std::vector<act> const& acts);

} // namespace engine

#endif
