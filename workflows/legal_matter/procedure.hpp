#ifndef JUECE_WORKFLOWS_LEGAL_MATTER_PROCEDURE_HPP
#define JUECE_WORKFLOWS_LEGAL_MATTER_PROCEDURE_HPP

#include "engine/case_procedure.hpp"
#include "workflows/legal_matter/dossier.hpp"

#include <string>
#include <vector>

namespace workflows::legal_matter {

inline constexpr char const* shape_name = "legal_matter/2026";

/// The register of legal affairs (法律事务) as a procedure: one case per request.
engine::procedure_shape shape();

// The parts, each in the .cpp file of its name.

/// What bars an act whatever its chapter says: not yet taken, over, or archived (JC-45).
engine::verdict bars(engine::question<dossier> const& q, std::string_view kind);
engine::case_summary summary(dossier const& file, std::vector<engine::chapter_stage> const& stages);
/// The figures that an act gives; a matter counts once, for the year in which it was received, from
/// the moment the legal office takes it. Amounts in fen.
std::vector<engine::figure> figures(dossier const& file, engine::act const& what,
                                    engine::working_days const& days);
/// The main facts for the case page.
boost::json::object facts(dossier const& file);

} // namespace workflows::legal_matter

#endif
