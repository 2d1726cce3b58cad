#ifndef JUECE_WEB_RANDOM_ID_HPP
#define JUECE_WEB_RANDOM_ID_HPP

#include <string>

namespace web {

/// 32 hex digits that nobody can guess; from any thread. Throws when the system has no randomness.
std::string random_id();

} // namespace web

#endif
