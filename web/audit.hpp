#ifndef JUECE_WEB_AUDIT_HPP
#define JUECE_WEB_AUDIT_HPP

#include "adapters/soci/audit_entry.hpp"
#include "adapters/soci/reader.hpp"
#include "web/visit.hpp"

#include <optional>
#include <string>

namespace web {

struct found_route;

/// An entry for the audit log about what the asking person does, from where they ask.
adapters::soci::audit_entry entry_about(visit const& v, std::string kind, std::string what = {});

/// Notes that what was asked of this page is refused, for a reason that its answer does not show.
void note_refused(visit const& v, std::string reason);

/// The entry for a refused attempt: to pass a door that is shut to this person, to enter an act
/// against separation of duties, secrecy or the rights of roles, to send a form from elsewhere or
/// without its secret, with the id of another act, to climb out of a path. Nothing for an answer
/// that is no such thing, or that its handler has entered itself.
std::optional<adapters::soci::audit_entry> entry_of_refusal(visit const& v, found_route const& at,
                                                            answer const& said);

/// The entry for what was not read, since it was too large or no HTTP; nothing for an answer that
/// has another ground.
std::optional<adapters::soci::audit_entry> entry_of_unread(visit const& v, found_route const& at,
                                                           int status);

/// True for a "not found" that may be about a case or a document which others find.
bool may_be_hidden(visit const& v, found_route const& at, answer const& said);

/// Whether the case or the document of the path is there for others and not for whoever asks. Both
/// answers take the same time, nearly, so that the asking tells nothing. Blocks.
bool hides(adapters::soci::reader_pool& readers, visit const& v);
adapters::soci::audit_entry entry_of_hidden(visit const& v);

} // namespace web

#endif
