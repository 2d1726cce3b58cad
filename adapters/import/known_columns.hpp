#ifndef JUECE_ADAPTERS_IMPORT_KNOWN_COLUMNS_HPP
#define JUECE_ADAPTERS_IMPORT_KNOWN_COLUMNS_HPP

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::import {

/// A column that an import reads, and the headings under which people keep it; the usual one first.
struct known_column {
    char const* name;
    std::vector<std::string_view> headings;
    bool is_needed = false; ///< no row does without it
    char const* form = "";  ///< what is written into its cells, as a message; empty: any words
};

/// By the name of each known column its place among the headings of a table: the first that is one
/// of its own. A column that is not there is left out.
std::map<std::string, std::size_t, std::less<>> places_of(std::vector<known_column> const& known,
                                                          std::vector<std::string> const& headings);

} // namespace adapters::import

#endif
