#ifndef JUECE_WEB_HANDLERS_BASIS_ON_FILE_HPP
#define JUECE_WEB_HANDLERS_BASIS_ON_FILE_HPP

#include "web/handlers/opened_case.hpp"

#include <string_view>

namespace web::handlers {

/// The laws and policies that a decision rests on, as the last act that named them did and as an
/// act that asks for them takes them; empty: nothing is on file, or the act does not ask. Nobody
/// has to type again what is on file.
boost::json::array basis_on_file(opened_case const& file, std::string_view kind);

} // namespace web::handlers

#endif
