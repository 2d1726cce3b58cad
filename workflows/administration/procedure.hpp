#ifndef JUECE_WORKFLOWS_ADMINISTRATION_PROCEDURE_HPP
#define JUECE_WORKFLOWS_ADMINISTRATION_PROCEDURE_HPP

#include "engine/case_procedure.hpp"
#include "workflows/administration/register.hpp"

namespace workflows::administration {

inline constexpr char const* shape_name = "administration/2026";

std::unique_ptr<engine::chapter<register_of_house>> make_house();
std::unique_ptr<engine::chapter<register_of_house>> make_people();
std::unique_ptr<engine::chapter<register_of_house>> make_appointments();
std::unique_ptr<engine::chapter<register_of_house>> make_substitutions();
std::unique_ptr<engine::chapter<register_of_house>> make_settings();

/// Whoever is to sit in the seat of another is told so, until when, and that it ends earlier. The
/// part of a procedure named `tell`.
std::vector<engine::news> told_of_substitutions(register_of_house const& file,
                                                engine::act const& what);

/// The procedure of the house's administration, for houses that have these roles and rule packs.
engine::procedure_shape shape(std::shared_ptr<engine::rights const> entitled,
                              std::set<std::string> places);

} // namespace workflows::administration

#endif
