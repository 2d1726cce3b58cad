#ifndef JUECE_WEB_HANDLERS_READ_ACT_HPP
#define JUECE_WEB_HANDLERS_READ_ACT_HPP

#include "web/handlers/act_form.hpp"

namespace web::handlers {

/// An act as it was sent, by a form or as JSON.
struct read_act {
    typed_form typed;
    bool from_form = false;
    std::vector<engine::field_fault> envelope; ///< what is wrong outside the body
};

/// The pages that forms of a case stand on: below it, but for that of the meetings.
bool has_forms(std::string_view page);

/// The fields of an act; null where no shape knows its kind.
std::vector<engine::field> const* fields_of(office const& house, std::string const& shape,
                                            std::string const& kind);

/// Reads the body of the request as JSON, with what its headers say of the act.
void read_json(visit const& v, read_act& into);
/// Reads the fields of a form.
void read_fields(office const& house, pairs const& fields, read_act& into);

} // namespace web::handlers

#endif
