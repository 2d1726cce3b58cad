#include "adapters/import/known_columns.hpp"

#include <algorithm>

namespace adapters::import {

std::map<std::string, std::size_t, std::less<>> places_of(std::vector<known_column> const& known,
                                                          std::vector<std::string> const& headings)
{
    std::map<std::string, std::size_t, std::less<>> places;
    for (auto const& one : known) {
        auto const found = std::find_first_of(headings.begin(), headings.end(),
                                              one.headings.begin(), one.headings.end());
        if (found != headings.end())
            places[one.name] = static_cast<std::size_t>(found - headings.begin());
    }
    return places;
}

} // namespace adapters::import
