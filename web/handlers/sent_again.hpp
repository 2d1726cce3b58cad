#ifndef JUECE_WEB_HANDLERS_SENT_AGAIN_HPP
#define JUECE_WEB_HANDLERS_SENT_AGAIN_HPP

#include "web/visit.hpp"

#include <string>

namespace web::handlers {

/// A form that came after its session had ended, of a page that does not show it again by itself:
/// what was typed, to be looked at and sent once more to `path`.
answer sent_again_page(visit const& v, std::string const& path, pairs const& form);

/// What is said above a form that is shown again behind the sign-in.
engine::text signed_in_again(pairs const& form);

} // namespace web::handlers

#endif
