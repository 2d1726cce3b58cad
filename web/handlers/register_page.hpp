#ifndef JUECE_WEB_HANDLERS_REGISTER_PAGE_HPP
#define JUECE_WEB_HANDLERS_REGISTER_PAGE_HPP

#include "web/visit.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace web::handlers {

// What the pages of the registers share: filters in the address, choices, pages, exports.

/// The filters of the address that have a value, as they were asked for.
pairs asked_filters(visit const& v, std::span<char const* const> names);

/// The answer to words to look for that are too long; nothing when they may be looked for.
std::optional<answer> refuse_long_words(visit& v, std::string const& words);

/// A choice of a filter; the chosen one is marked.
boost::json::object choice_view(std::string code, std::string words, std::string const& chosen);

/// The address of the next page ("next", empty at the end) and of the list as a file ("as_xlsx",
/// "as_csv"), all with the filters of this one. `home` is the register's own address.
void put_addresses(answer& page, std::string const& home, pairs const& filters,
                   std::optional<long long> next);

/// The filters as a sentence for an exported list; `shown` says a value in words.
std::string told_filters(
    visit const& v, pairs const& filters,
    std::function<std::string(std::string const& name, std::string const& value)> const& shown);

} // namespace web::handlers

#endif
