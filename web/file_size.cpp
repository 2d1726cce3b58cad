#include "web/file_size.hpp"

#include <fmt/format.h>

namespace web {

std::string size_words(std::uintmax_t bytes)
{
    if (bytes < 1'000)
        return fmt::format("{} B", bytes);
    if (bytes < 1'000'000)
        return fmt::format("{:.1f} KB", static_cast<double>(bytes) / 1e3);
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

} // namespace web
