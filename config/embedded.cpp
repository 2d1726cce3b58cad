#include "config/embedded.hpp"

#include <algorithm>
#include <array>

namespace config {
namespace {

struct entry {
    std::string_view path;
    char const* begin;
    char const* end;
};

#include "embedded_files.inc"

} // namespace

std::optional<std::string_view> embedded(std::string_view path)
{
    for (auto const& e : listing)
        if (e.path == path)
            return std::string_view(e.begin, static_cast<std::size_t>(e.end - e.begin));
    return {};
}

std::vector<std::string_view> embedded_under(std::string_view prefix)
{
    std::vector<std::string_view> found;
    for (auto const& e : listing)
        if (e.path.starts_with(prefix))
            found.push_back(e.path);
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace config
