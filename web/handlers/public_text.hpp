#ifndef JUECE_WEB_HANDLERS_PUBLIC_TEXT_HPP
#define JUECE_WEB_HANDLERS_PUBLIC_TEXT_HPP

#include "web/visit.hpp"

#include <string>

namespace web::handlers {

/// Where everybody reads the words of a published document in a page; empty for what is only given
/// out as a file.
std::string public_text_href(visit const& v, engine::case_id on, std::string const& hash);

} // namespace web::handlers

#endif
