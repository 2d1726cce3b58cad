#ifndef JUECE_WORKFLOWS_DRAFTS_OF_CASE_HPP
#define JUECE_WORKFLOWS_DRAFTS_OF_CASE_HPP

#include "workflows/major_decision/draft_history.hpp"

#include <vector>

namespace workflows {

/// The versions of the draft of a case and the opinions on them, whichever procedure it is of;
/// empty for one that drafts nothing.
major_decision::draft_history drafts_of_case(std::vector<engine::act> const& acts);

} // namespace workflows

#endif
