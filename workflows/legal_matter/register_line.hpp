#ifndef JUECE_WORKFLOWS_LEGAL_MATTER_REGISTER_LINE_HPP
#define JUECE_WORKFLOWS_LEGAL_MATTER_REGISTER_LINE_HPP

#include "workflows/legal_matter/registration.hpp"

#include <optional>
#include <string>

namespace workflows::legal_matter {

/// What a matter's line in the register takes from one act: of the request everything, of a
/// correction the amount alone.
struct register_line {
    std::optional<day> received_on;
    std::string counterparty;
    registration::amount_basis basis = registration::amount_basis::not_yet_known;
    long long amount_fen = 0; ///< 0 where the basis has no amount
};

/// Nothing for an act that changes no line.
std::optional<register_line> register_line_of(engine::act const& what);

} // namespace workflows::legal_matter

#endif
