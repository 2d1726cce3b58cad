#ifndef JUECE_ENGINE_FITTING_VALUES_HPP
#define JUECE_ENGINE_FITTING_VALUES_HPP

#include "engine/body.hpp"
#include "engine/day.hpp"

#include <boost/json/object.hpp>
#include <vector>

namespace engine {

/// Values that may stand in a field of a body that somebody wrote, one of them where it is a list:
/// such as nobody wrote, and what stands elsewhere in the body and in what its form came filled
/// with, for a condition may compare one place with another. None where there are too many to try.
std::vector<boost::json::value> fitting_values(field const& described,
                                               boost::json::object const& body,
                                               boost::json::object const& prepared, day today);

} // namespace engine

#endif
