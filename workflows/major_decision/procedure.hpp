#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_PROCEDURE_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_PROCEDURE_HPP

#include "engine/case_procedure.hpp"
#include "workflows/major_decision/dossier.hpp"

#include <string>
#include <vector>

namespace workflows::major_decision {

/// The chapters in the order of the law, and what the procedure tells of its file.
engine::procedure_parts<dossier> const& parts();

// The parts, each in the .cpp file of its name.

/// What bars an act whatever its chapter says: the procedure has not started, has ended, or is not
/// applicable.
engine::verdict bars(engine::question<dossier> const& q, std::string_view kind);
engine::case_summary summary(dossier const& file, std::vector<engine::chapter_stage> const& stages);
/// The figures that an act gives when it is entered; codes of config/indicators.csv.
std::vector<engine::figure> figures(dossier const& file, engine::act const& what,
                                    engine::working_days const& days);
/// What an act tells beside tasks, and whom.
std::vector<engine::news> told(dossier const& file, engine::act const& what);
/// Every time limit that runs or has run on the case.
std::vector<engine::limit_terms> time_limits(dossier const& file, engine::rules const& law,
                                             engine::circumstances const& now);
/// The steps that must still lie before the decision and the earliest day for each.
std::vector<engine::milestone> outlook(dossier const& file, engine::rules const& law,
                                       engine::circumstances const& now);
/// The main facts for the case page.
boost::json::object facts(dossier const& file);

} // namespace workflows::major_decision

#endif
