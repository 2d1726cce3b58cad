#ifndef JUECE_WORKFLOWS_ADVISER_FILE_PROCEDURE_HPP
#define JUECE_WORKFLOWS_ADVISER_FILE_PROCEDURE_HPP

#include "engine/case_procedure.hpp"
#include "workflows/adviser_file/engagement.hpp"

namespace workflows::adviser_file {

inline constexpr char const* shape_name = "adviser_file/2026";

/// The files of the legal advisers as a procedure: one case per adviser.
engine::procedure_shape shape();

} // namespace workflows::adviser_file

#endif
