#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_NEEDED_CHAPTERS_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_NEEDED_CHAPTERS_HPP

#include "workflows/major_decision/needed_chapters.hpp"

namespace workflows::normative_document {

/// As that of a decision: a document that was published before its registration is not made here,
/// so what makes one does not come any more (JC-60), and not every document needs a hearing
/// (NORM-9). Empty for a file of another procedure.
std::map<std::string, major_decision::chapter_need, std::less<>>
needs_of_chapters(engine::procedure const& of);

} // namespace workflows::normative_document

#endif
