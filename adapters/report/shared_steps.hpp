#ifndef JUECE_ADAPTERS_REPORT_SHARED_STEPS_HPP
#define JUECE_ADAPTERS_REPORT_SHARED_STEPS_HPP

#include "adapters/soci/reader.hpp"

#include <string>
#include <vector>

namespace adapters::report {

/// The steps that a normative document took over and that the record does not prove (JC-61), by
/// their names: the linked case is none, an act that is named is not one of that case, or the text
/// was not the current draft there when the last of the acts was done. `acts`: of the document.
std::vector<std::string> unproved_steps(soci::reader& record, std::vector<engine::act> const& acts);

} // namespace adapters::report

#endif
