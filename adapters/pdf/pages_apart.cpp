#include "adapters/pdf/pages_apart.hpp"

#include <charconv>

namespace adapters::pdf {
namespace {

/// Whoever counts has a reading thread waiting; a picture has a thread for that.
constexpr apart::allowance for_counting{std::chrono::seconds(2), 64};
constexpr apart::allowance for_drawing{std::chrono::seconds(6), 32U << 20};

} // namespace

std::variant<int, apart::missing> page_count(apart::reading_room& room, std::string const& hash,
                                             std::filesystem::path const& file)
{
    auto const said = room.ask("count " + hash, {"apart", "count", file.string()}, for_counting);
    if (auto const* why = std::get_if<apart::missing>(&said))
        return *why;
    auto const& words = std::get<std::string>(said);
    int count = 0;
    auto const read = std::from_chars(words.data(), words.data() + words.size(), count);
    if (read.ec != std::errc() || count < 1)
        return apart::missing::unreadable;
    return count;
}

std::variant<std::string, apart::missing> page_picture(apart::reading_room& room,
                                                       std::string const& hash,
                                                       std::filesystem::path const& file, int page,
                                                       int width)
{
    auto const number = std::to_string(page);
    return room.ask("page " + number + " " + hash,
                    {"apart", "page", file.string(), number, std::to_string(width)}, for_drawing);
}

} // namespace adapters::pdf
