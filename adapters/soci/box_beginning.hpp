#ifndef JUECE_ADAPTERS_SOCI_BOX_BEGINNING_HPP
#define JUECE_ADAPTERS_SOCI_BOX_BEGINNING_HPP

#include "adapters/soci/boxes.hpp"
#include "adapters/soci/narrowing.hpp"

#include <string>
#include <vector>

namespace adapters::soci {

/// What leads to the rows of a box: its own order, or a few cases.
enum class led_by { order, cases };

/// A text column as a condition has it: as an index knows it only where that is to lead.
std::string tested(std::string const& column, led_by lead);

/// The condition that a task t is of units or on cases that they sponsor. Its first column is no
/// plain one, so that the database walks an order instead of gathering all from two indexes.
std::string of_units(std::vector<std::string> const& units, narrowing& to);

/// Where a box begins: the tables with its tasks t or acts a, narrowed to its owner.
std::string begin_box(box const& of, narrowing& to, led_by lead);

} // namespace adapters::soci

#endif
