#ifndef JUECE_ENGINE_TEXT_HPP
#define JUECE_ENGINE_TEXT_HPP

#include "engine/day.hpp"

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engine {

/// Words for people that are not yet in a language. A message is a key of the translation
/// catalogues: the Chinese sentence itself with {1}, {2} for the arguments, or a dotted name such
/// as "act.intake.proposed". The engine never translates; web/ and the command line do.
struct text {
    enum class sort { message, literal, date, unit };

    std::string id;
    std::vector<text> args;
    sort is = sort::message;

    bool operator==(text const&) const = default;
    bool empty() const { return id.empty(); }
};

/// Words that are the same in every language: names, numbers, titles.
inline text literal(std::string words)
{
    return {std::move(words), {}, text::sort::literal};
}

/// A unit by its code; whoever shows it puts the name.
inline text unit_by_code(std::string code)
{
    return {std::move(code), {}, text::sort::unit};
}

inline text as_text(text words)
{
    return words;
}
inline text as_text(std::string words)
{
    return literal(std::move(words));
}
inline text as_text(std::string_view words)
{
    return literal(std::string(words));
}
inline text as_text(char const* words)
{
    return literal(words);
}
inline text as_text(day on)
{
    return {to_text(on), {}, text::sort::date};
}
inline text as_text(std::integral auto number)
{
    return literal(std::to_string(number));
}

/// A message with its arguments; the extraction of catalogues looks for calls of this name.
template <class... Args>
text say(std::string_view id, Args&&... args)
{
    return {std::string(id), {as_text(std::forward<Args>(args))...}, text::sort::message};
}

} // namespace engine

#endif
