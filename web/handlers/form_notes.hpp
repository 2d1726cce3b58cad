#ifndef JUECE_WEB_HANDLERS_FORM_NOTES_HPP
#define JUECE_WEB_HANDLERS_FORM_NOTES_HPP

#include "web/form_view.hpp"
#include "web/handlers/opened_case.hpp"

#include <string_view>

namespace web::handlers {

/// What is said beside the fields of an act on a case that the words of the form cannot say: the
/// number that is in force in its place, which limit was missed by how many days, on which
/// version of the draft an opinion was given that the form comes with, what a change of substance
/// leads to, and which numbers of files come next.
field_notes form_notes(visit const& v, opened_case const& file, std::string_view kind);

} // namespace web::handlers

#endif
