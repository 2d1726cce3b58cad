#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_DRAFT_HISTORY_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_DRAFT_HISTORY_HPP

#include "workflows/major_decision/draft_history.hpp"

#include <vector>

namespace workflows::normative_document {

/// The versions of a document's draft and the opinions on them, in the form that a decision has.
major_decision::draft_history history_of_drafts(std::vector<engine::act> const& acts);

} // namespace workflows::normative_document

#endif
