#ifndef JUECE_WORKFLOWS_ANNUAL_REPORT_PROCEDURE_HPP
#define JUECE_WORKFLOWS_ANNUAL_REPORT_PROCEDURE_HPP

#include "engine/case_procedure.hpp"
#include "workflows/annual_report/report_file.hpp"

namespace workflows::annual_report {

inline constexpr char const* shape_name = "annual_report/2026";

std::unique_ptr<engine::chapter<report_file>> make_report();
std::unique_ptr<engine::chapter<report_file>> make_collection();
std::unique_ptr<engine::chapter<report_file>> make_gate();
std::unique_ptr<engine::chapter<report_file>> make_freezing();
std::unique_ptr<engine::chapter<report_file>> make_narrative();
std::unique_ptr<engine::chapter<report_file>> make_release();

/// The procedure of the annual report: one case per organ and year (JC-51).
engine::procedure_shape shape();

} // namespace workflows::annual_report

#endif
