#ifndef JUECE_CONFIG_EMBEDDED_HPP
#define JUECE_CONFIG_EMBEDDED_HPP

#include <optional>
#include <string_view>
#include <vector>

namespace config {

/// A file that was built into the binary: "rules/cn.toml", "web/pages/case.mustache",
/// "soci/migrations/0001_start.sqlite.sql", "translations/en.mo". Nothing if there is none.
std::optional<std::string_view> embedded(std::string_view path);

/// The paths of all built-in files that begin so, in order.
std::vector<std::string_view> embedded_under(std::string_view prefix);

} // namespace config

#endif
