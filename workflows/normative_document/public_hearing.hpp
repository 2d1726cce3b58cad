#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_PUBLIC_HEARING_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_PUBLIC_HEARING_HPP

#include "engine/chapter.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/normative_document/entered.hpp"

#include <memory>
#include <optional>

namespace workflows::normative_document {

struct dossier;

/// The way of a hearing to the public (听证): its notice, who takes part, another day, by the same
/// acts as in a decision, so that the same pages serve both (NORM-9). That it was held, and what
/// came of it, stands in `opinions`.
namespace public_hearing {

struct facts {
    std::optional<entered<major_decision::hearing::announced>> notice; ///< the last one
    std::optional<day> hearing_on;                                     ///< after any postponement
    std::optional<entered<major_decision::hearing::listed>> list;      ///< since that notice
};

} // namespace public_hearing

/// Announced, and not held since.
bool hearing_is_announced(dossier const& file);

std::unique_ptr<engine::chapter<dossier>> make_public_hearing();

} // namespace workflows::normative_document

#endif
