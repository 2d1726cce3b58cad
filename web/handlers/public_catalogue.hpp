#ifndef JUECE_WEB_HANDLERS_PUBLIC_CATALOGUE_HPP
#define JUECE_WEB_HANDLERS_PUBLIC_CATALOGUE_HPP

#include "web/visit.hpp"

#include <boost/json.hpp>
#include <optional>

namespace web::handlers {

/// The entries of the published catalogue of a year as everybody may see them: those that hold and
/// are not lawfully withheld. Of the organ of the query's `unit`, else of the first that has one.
/// Nothing when none is published.
std::optional<boost::json::array> public_catalogue_rows(visit& v, int year);

} // namespace web::handlers

#endif
