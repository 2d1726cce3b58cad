#ifndef JUECE_WORKFLOWS_LEGAL_MATTER_CONDITIONS_HPP
#define JUECE_WORKFLOWS_LEGAL_MATTER_CONDITIONS_HPP

#include "engine/chapter.hpp"
#include "workflows/legal_matter/dossier.hpp"
#include "workflows/shared_conditions.hpp"

#include <optional>

// Conditions that several chapters share. Conditions of one chapter stand in its .cpp file.

namespace workflows::legal_matter {

using asked = engine::question<dossier>;
using engine::refusal;
using engine::say;
using engine::verdict;

/// An amount has a basis, and a basis has an amount; no amount is never written as 0 (JC-40).
verdict amount_fits_basis(registration::amount_basis basis, std::optional<money> const& amount);

/// A loss that was avoided is an amount; where there was none, or nobody knows, it is left out
/// (JC-40).
verdict loss_is_a_loss(std::optional<money> const& avoided);

/// Whoever asked for the advice does not give it (JC-1).
struct did_not_ask {
    static verdict check(asked const& q);
};

} // namespace workflows::legal_matter

#endif
