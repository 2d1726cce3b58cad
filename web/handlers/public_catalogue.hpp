#ifndef JUECE_WEB_HANDLERS_PUBLIC_CATALOGUE_HPP
#define JUECE_WEB_HANDLERS_PUBLIC_CATALOGUE_HPP

#include "adapters/soci/catalogue_board.hpp"
#include "web/visit.hpp"

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace web::handlers {

/// The entries of the published catalogue of a year as everybody may see them: those that hold and
/// are not lawfully withheld. Of the organ of the query's `unit`, else of the first that has one.
/// Nothing when none is published.
std::optional<boost::json::array> public_catalogue_rows(visit& v, int year);

/// The catalogues that were published, newest year first.
std::vector<adapters::soci::kept_catalogue> published_catalogues(visit& v);
/// Where one of them is read.
std::string public_href(adapters::soci::kept_catalogue const& of);

} // namespace web::handlers

#endif
