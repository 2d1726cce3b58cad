#ifndef JUECE_WEB_HANDLERS_WORDS_ON_FILE_HPP
#define JUECE_WEB_HANDLERS_WORDS_ON_FILE_HPP

#include "web/handlers/opened_case.hpp"

#include <boost/json/object.hpp>
#include <string_view>

namespace web::handlers {

/// What a form asks to be told of earlier steps, as the record has it: how the procedure went, what
/// became of opinions, which risks were found. It stays to be changed. Empty for other acts, and
/// where nothing was done yet.
boost::json::object words_on_file(visit const& v, opened_case const& file, std::string_view kind);

} // namespace web::handlers

#endif
