#include "web/handlers/marked_words.hpp"

#include "engine/lowered.hpp"

#include <string_view>

namespace web::handlers {
namespace {

constexpr std::size_t characters_before = 30;
constexpr std::size_t characters_after = 90;

bool begins_character(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

std::size_t back(std::string_view text, std::size_t at, std::size_t characters)
{
    while (at > 0 && characters > 0)
        if (begins_character(text[--at]))
            --characters;
    return at;
}

std::size_t forth(std::string_view text, std::size_t at, std::size_t characters)
{
    while (at < text.size() && characters > 0) {
        ++at;
        while (at < text.size() && !begins_character(text[at]))
            ++at;
        --characters;
    }
    return at;
}

struct hit {
    std::size_t at = std::string::npos;
    std::size_t size = 0;
};

/// The first of the words at or behind a place; of two at one place the longer.
hit next_hit(std::string const& text, std::vector<std::string> const& words, std::size_t from)
{
    hit found;
    for (auto const& word : words) {
        auto const at = text.find(word, from);
        if (at < found.at || (at == found.at && at != text.npos && word.size() > found.size))
            found = {at, word.size()};
    }
    return found;
}

} // namespace

std::vector<marked_piece> marked(std::string const& passage, std::vector<std::string> const& words)
{
    auto const text = engine::lowered(passage);
    std::vector<std::string> wanted;
    for (auto const& word : words)
        wanted.push_back(engine::lowered(word));
    auto at = next_hit(text, wanted, 0);
    auto const middle = at.at == text.npos ? 0 : at.at;
    auto place = back(passage, middle, characters_before);
    auto const end = forth(passage, middle, characters_after);

    std::vector<marked_piece> pieces;
    if (place > 0)
        pieces.push_back({"…"});
    for (; at.at != text.npos && at.at + at.size <= end; at = next_hit(text, wanted, place)) {
        if (at.at > place)
            pieces.push_back({passage.substr(place, at.at - place)});
        pieces.push_back({passage.substr(at.at, at.size), true});
        place = at.at + at.size;
    }
    if (place < end)
        pieces.push_back({passage.substr(place, end - place)});
    if (end < passage.size())
        pieces.push_back({"…"});
    return pieces;
}

std::string beginning_of(std::string const& passage, std::size_t characters)
{
    auto const end = forth(passage, 0, characters);
    return passage.substr(0, end) + (end < passage.size() ? "…" : "");
}

} // namespace web::handlers
