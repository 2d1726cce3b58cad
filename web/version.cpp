#include "web/version.hpp"

namespace web {

std::string_view const version = JUECE_VERSION;

} // namespace web
