#ifndef JUECE_WEB_HANDLERS_SENT_FIELDS_HPP
#define JUECE_WEB_HANDLERS_SENT_FIELDS_HPP

#include "web/visit.hpp"

#include <optional>

namespace web::handlers {

/// The fields of a form, or the members of a JSON object that holds only texts; nothing for
/// anything else.
std::optional<pairs> sent_fields(visit const& v);

} // namespace web::handlers

#endif
