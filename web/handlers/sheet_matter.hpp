#ifndef JUECE_WEB_HANDLERS_SHEET_MATTER_HPP
#define JUECE_WEB_HANDLERS_SHEET_MATTER_HPP

#include "web/handlers/opened_case.hpp"

// What somebody reads before they sign a sheet: what the matter is about, the draft, and what has
// changed in it.

namespace web::handlers {

/// What the matter is about, in the words of the proposal, and where they stand; empty words where
/// it has none.
boost::json::object summary_of_matter(visit const& v, opened_case const& file);

/// The draft on file, for everybody who looks at a sheet; not "any" before there is one.
boost::json::object current_draft_view(visit const& v, opened_case const& file);

/// The draft that a sheet is about, beside the one on file: which is which, and the paragraphs that
/// changed since this person last did something on the case; where they have done nothing, since
/// the sheet was sent, or from the version before. Not "any" while there is one version. Compares
/// documents, so only for reading threads.
boost::json::object changes_for_signer(visit const& v, opened_case const& file,
                                       long long draft_of_sheet);

} // namespace web::handlers

#endif
