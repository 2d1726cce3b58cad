#ifndef JUECE_WORKFLOWS_LEGAL_MATTER_CONDITIONS_HPP
#define JUECE_WORKFLOWS_LEGAL_MATTER_CONDITIONS_HPP

#include "engine/chapter.hpp"
#include "workflows/legal_matter/dossier.hpp"

#include <optional>

// Conditions that several chapters share. Conditions of one chapter stand in its .cpp file.

namespace workflows::legal_matter {

using asked = engine::question<dossier>;
using engine::refusal;
using engine::say;
using engine::verdict;

/// Something that happened outside carries its own day; it is never in the future (JC-3).
verdict not_in_future(asked const& q, day when);

/// `not_in_future` for one member of a body: has_happened<&recorded::happened_on>.
template <auto Member>
struct has_happened {
    template <class Body>
    static verdict check(asked const& q, Body const& body)
    {
        return not_in_future(q, body.*Member);
    }
};

/// An amount has a basis, and a basis has an amount; no amount is never written as 0 (JC-40).
verdict amount_fits_basis(registration::amount_basis basis, std::optional<money> const& amount);

/// Whoever asked for the advice does not give it (JC-1).
struct did_not_ask {
    static verdict check(asked const& q);
};

} // namespace workflows::legal_matter

#endif
