#ifndef JUECE_WEB_BUSY_ANSWER_HPP
#define JUECE_WEB_BUSY_ANSWER_HPP

#include "web/visit.hpp"

#include <chrono>

namespace web {

/// 503 to somebody for whose request there was no room: when to come again, as a few words or as
/// JSON. Made without a template or a thread, since it is made for many at once.
response busy_answer(visit const& v, std::chrono::seconds wait);

} // namespace web

#endif
