#ifndef JUECE_WEB_HANDLERS_FIGURE_WORDS_HPP
#define JUECE_WEB_HANDLERS_FIGURE_WORDS_HPP

#include "adapters/report/wording.hpp"
#include "web/visit.hpp"

#include <string>

namespace web::handlers {

/// A figure of a report with its unit and its qualifier, in the language of the page: "约1006亿元",
/// "about 1,006 (100 million yuan)".
std::string figure_words(visit const& v, std::string const& value,
                         adapters::report::rounding exactness, std::string const& unit);

} // namespace web::handlers

#endif
