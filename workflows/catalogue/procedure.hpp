#ifndef JUECE_WORKFLOWS_CATALOGUE_PROCEDURE_HPP
#define JUECE_WORKFLOWS_CATALOGUE_PROCEDURE_HPP

#include "engine/case_procedure.hpp"
#include "workflows/catalogue/yearly_catalogue.hpp"

namespace workflows::catalogue {

inline constexpr char const* shape_name = "catalogue/2026";
/// The family of all shapes of catalogues.
inline constexpr char const* shape_family = "catalogue";

/// The chapters in the order of the year, and what the procedure tells of its file.
engine::procedure_parts<yearly_catalogue> const& parts();

// The parts, each in the .cpp file of its name.

/// What bars an act whatever its chapter says: the catalogue was closed.
engine::verdict bars(engine::question<yearly_catalogue> const& q, std::string_view kind);
engine::case_summary summary(yearly_catalogue const& file,
                             std::vector<engine::chapter_stage> const& stages);
/// The figures that an act gives when it is entered; codes of config/indicators.csv.
std::vector<engine::figure> figures(yearly_catalogue const& file, engine::act const& what,
                                    engine::working_days const& days);
/// The main facts for the case page.
boost::json::object facts(yearly_catalogue const& file);

/// The procedure of a year's catalogue: one case for an organ and a year.
engine::procedure_shape shape();

/// The facts of a catalogue, for pages; null for the file of another procedure.
yearly_catalogue const* content_of(engine::procedure const& of);

} // namespace workflows::catalogue

#endif
