#ifndef JUECE_WEB_INDICATOR_NAMES_HPP
#define JUECE_WEB_INDICATOR_NAMES_HPP

#include "web/visit.hpp"

#include <string>
#include <string_view>

namespace web {

/// The words with each code of the dictionary as the name of its indicator: the law knows codes
/// only. A code in braces is a mark in a text, and stays as it was written there.
std::string with_names_of_indicators(visit const& v, std::string_view words);

} // namespace web

#endif
