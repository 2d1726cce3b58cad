#ifndef JUECE_WEB_HANDLERS_CATALOGUE_ENTRIES_HPP
#define JUECE_WEB_HANDLERS_CATALOGUE_ENTRIES_HPP

#include "web/form_view.hpp"
#include "web/handlers/opened_case.hpp"

#include <boost/json/array.hpp>

namespace web::handlers {

/// The entries of the catalogues of its organ, of this year and of the one before, that a decision
/// may be started for, as lists for the form that starts it. Empty where none is kept here.
known_values entries_to_choose(visit const& v, opened_case const& decision);

/// The entries that a decision is known to carry out, since one of them has its title or was linked
/// with it, as rows of the form that starts it.
boost::json::array entries_of(visit const& v, opened_case const& decision);

} // namespace web::handlers

#endif
