#ifndef JUECE_WEB_HANDLERS_DRAFT_VERSIONS_HPP
#define JUECE_WEB_HANDLERS_DRAFT_VERSIONS_HPP

#include "web/form_view.hpp"
#include "web/handlers/opened_case.hpp"

namespace web::handlers {

/// The versions of the draft, newest first, and each opinion with what changed since it was given:
/// for the case page and the page of comparisons. Reads and compares documents that nobody compared
/// before, so only for reading threads.
boost::json::object drafts_view(visit const& v, opened_case const& file);

/// What changed in the draft from a version to the current one: whether anything did, in words, and
/// where both are compared. Only for reading threads, too.
boost::json::object change_since(visit const& v, opened_case const& file, long long version);
/// The same from one version on file to another.
boost::json::object change_between(visit const& v, opened_case const& file, long long from,
                                   long long to);

/// The versions that changed another, for the reviewer's word on them: those that wait for it
/// first. Empty for every other act.
known_values versions_to_confirm(visit const& v, opened_case const& file, std::string_view kind);

/// Two versions compared: "counts" in words, and the changed paragraphs with a little around them,
/// or "why_not". Both versions are on file. Only for reading threads, too.
boost::json::object changes_between(visit const& v, opened_case const& file, long long from,
                                    long long to);

} // namespace web::handlers

#endif
