#ifndef JUECE_ADAPTERS_RULES_PARSE_TOML_HPP
#define JUECE_ADAPTERS_RULES_PARSE_TOML_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace adapters::rules {

/// What toml++ takes for granted about a text, and what some texts that are no TOML break.
struct broken_assumption {};
[[noreturn]] void break_off();

} // namespace adapters::rules

// In a release toml++ would go on as if nothing were wrong, and otherwise it would end the program.
#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(expr) ((expr) ? void() : adapters::rules::break_off())
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

namespace adapters::rules {

/// Why a text is no TOML, and on which line, counted from 1.
struct toml_fault {
    std::size_t line = 1;
    std::string why;
};

/// Reads any text whatever. Letters beyond ASCII may stand in double quotes and in remarks; in
/// single quotes they are a fault.
std::variant<::toml::table, toml_fault> parse_toml(std::string_view text);

} // namespace adapters::rules

#endif
