#ifndef JUECE_WEB_FORM_TOKEN_HPP
#define JUECE_WEB_FORM_TOKEN_HPP

#include "engine/day.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace web {

/// What a form for everybody carries instead of a session's secret: "id.seconds.seal". The id
/// makes a form that is sent twice the same thing; the time tells a hand from a machine.
struct form_token {
    std::string id;
    engine::instant made;
};

enum class token_state { good, too_quick, too_old, wrong };

/// No hand fills a form faster; what is older is asked to be sent again.
inline constexpr std::chrono::seconds quickest_form{3};
inline constexpr std::chrono::hours oldest_form{24};

/// A token for one form on one matter; `about` names both. Sealed with HMAC-SHA256.
std::string seal_form(std::string_view key, std::string_view about, form_token const& what);

struct read_token {
    token_state is = token_state::wrong;
    form_token what; ///< of a token that is ours, whatever its age
};
read_token read_form_token(std::string_view key, std::string_view about, std::string_view token,
                           engine::instant now);

} // namespace web

#endif
