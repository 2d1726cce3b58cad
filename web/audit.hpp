#ifndef JUECE_WEB_AUDIT_HPP
#define JUECE_WEB_AUDIT_HPP

#include "adapters/soci/audit_entry.hpp"
#include "web/visit.hpp"

#include <optional>
#include <string>

namespace web {

struct found_route;

/// An entry for the audit log about what the asking person does, from where they ask.
adapters::soci::audit_entry entry_about(visit const& v, std::string kind, std::string what = {});

/// The entry for a refused attempt: to pass a door that is shut to this person, to send a form from
/// elsewhere or without its secret, to climb out of a path. Nothing for an answer that is no such
/// thing, or that its handler has entered itself.
std::optional<adapters::soci::audit_entry> entry_of_refusal(visit const& v, found_route const& at,
                                                            answer const& said);

} // namespace web

#endif
