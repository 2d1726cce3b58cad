#ifndef JUECE_WEB_HANDLERS_SEAT_HOLDERS_HPP
#define JUECE_WEB_HANDLERS_SEAT_HOLDERS_HPP

#include "engine/offer.hpp"
#include "web/office.hpp"

#include <string>
#include <vector>

// The people behind a seat, in words.

namespace web::handlers {

/// So many of a seat are named; that there are more is said.
inline constexpr std::size_t most_holders = 3;

std::string joined_names(visit const& v, std::vector<std::string> const& all);

/// "区水务局（李四、王五）"
std::string with_holders(visit const& v, std::string const& seat, std::vector<std::string> names);

/// The code of the organ of a unit; empty for an unknown one.
std::string organ_of(visit const& v, std::string const& unit);

/// Who holds a seat today for the cases of an organ; one more than are named where there are more.
std::vector<std::string> holders_of(visit const& v, engine::seat const& place,
                                    std::string const& organ);

} // namespace web::handlers

#endif
