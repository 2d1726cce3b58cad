#ifndef JUECE_ENGINE_CLAUSE_NAME_HPP
#define JUECE_ENGINE_CLAUSE_NAME_HPP

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace engine {

/// A literal as a template argument: the rule id of a clause.
template <std::size_t N>
struct clause_name {
    char letters[N]{};

    constexpr clause_name(char const (&literal)[N]) { std::copy_n(literal, N, letters); }
    constexpr std::string_view view() const { return {letters, N - 1}; }
};

/// The unqualified name of a type as it is written in the source, for printed tables. Template
/// arguments keep their names too. GCC and Clang only.
template <class T>
std::string name_of_type();

/// Strips namespaces from "a::b<c::d>" so that "b<d>" remains.
std::string without_namespaces(std::string_view qualified);

template <class T>
std::string name_of_type()
{
    std::string_view const here = __PRETTY_FUNCTION__;
    auto const from = here.find("T = ") + 4;
    auto const until = std::min(here.find(';', from), here.rfind(']'));
    return without_namespaces(here.substr(from, until - from));
}

} // namespace engine

#endif
