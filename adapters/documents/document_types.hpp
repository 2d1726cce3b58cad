#ifndef JUECE_ADAPTERS_DOCUMENTS_DOCUMENT_TYPES_HPP
#define JUECE_ADAPTERS_DOCUMENTS_DOCUMENT_TYPES_HPP

#include "engine/text.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace adapters::documents {

/// A kind of file that may be put on file.
struct document_type {
    std::string_view media_type;
    std::vector<std::string_view> endings; ///< ".docx", the usual one first
    std::string_view name;                 ///< for people: "DOCX"
    enum class preview { none, picture, pages, words } shown = preview::none;
};

/// All of them, in the order in which people are told of them.
std::vector<document_type> const& accepted_types();

/// The accepted type with this media type, or null.
document_type const* accepted_type(std::string_view media_type);

/// What a file is by its content, whatever it is called, or why it is not taken: its kind is not
/// on the list, it carries macros, it is damaged or a decompression bomb. `name` is for the reason.
std::variant<document_type const*, engine::text> type_of(std::filesystem::path const& file,
                                                         std::string const& name);

/// The name under which a file is given out: with an ending that fits its content, so that nobody's
/// computer takes a text for a program.
std::string safe_name(std::string const& name, std::string_view media_type);

} // namespace adapters::documents

#endif
