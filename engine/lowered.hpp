#ifndef JUECE_ENGINE_LOWERED_HPP
#define JUECE_ENGINE_LOWERED_HPP

#include <string>

namespace engine {

/// A text with the letters A-Z small and all others as they are, whatever the locale: as lower()
/// does with a column of either database, and as names of HTTP are compared (RFC 9110, 5.1).
std::string lowered(std::string text);

} // namespace engine

#endif
