#ifndef JUECE_WEB_HANDLERS_CASE_OFFERS_HPP
#define JUECE_WEB_HANDLERS_CASE_OFFERS_HPP

#include "web/handlers/act_form.hpp"
#include "web/handlers/offer_forms.hpp"
#include "web/handlers/opened_case.hpp"

namespace web::handlers {

/// Whose body nobody types: the house makes it on the page of the report.
bool is_made_by_the_house(std::string_view kind);

/// What may be done on a case and what is missing, on its page: the view "offers" and "missing",
/// and the forms of what whoever looks may do: duties, what may be done instead of them, and the
/// rest. `typed`: a form that came back.
void show_offers(visit const& v, opened_case const& file, kept_drafts const& kept,
                 typed_form const* typed, answer& page);

/// True if the page has the form of an act.
bool has_form_of(answer const& page, std::string_view kind);

} // namespace web::handlers

#endif
