#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_PROCEDURE_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_PROCEDURE_HPP

#include "engine/case_procedure.hpp"
#include "workflows/normative_document/dossier.hpp"

#include <string_view>
#include <vector>

namespace workflows::normative_document {

inline constexpr char const* shape_name = "normative_document/2026";
/// The family of all shapes of normative documents.
inline constexpr char const* shape_family = "normative_document";

/// The administrative normative document (行政规范性文件) as a procedure: one case per document,
/// from its project to the day on which it holds no more.
engine::procedure_shape shape();

// The parts, each in the .cpp file of its name.

/// What bars an act whatever its chapter says: no project yet, given up, or told of afterwards.
engine::verdict bars(engine::question<dossier> const& q, std::string_view kind);
engine::case_summary summary(dossier const& file, std::vector<engine::chapter_stage> const& stages);
/// The figures that an act gives; codes of config/indicators.csv.
std::vector<engine::figure> figures(dossier const& file, engine::act const& what,
                                    engine::working_days const& days);
/// The main facts for the case page.
boost::json::object facts(dossier const& file);

} // namespace workflows::normative_document

#endif
