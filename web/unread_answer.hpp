#ifndef JUECE_WEB_UNREAD_ANSWER_HPP
#define JUECE_WEB_UNREAD_ANSWER_HPP

#include "web/language.hpp"
#include "web/request.hpp"
#include "web/response.hpp"

#include <chrono>

namespace web {

/// What is said to whoever sent something that was not read, since it is too large (413, 431), no
/// HTTP (400), or there is no room (503): a few words in both languages, for it may not be known
/// which one is read there; or JSON for whoever asks for that. `wait`: when to come again.
response unread_answer(int status, request const& head, languages const& tongues,
                       std::chrono::seconds wait);

} // namespace web

#endif
