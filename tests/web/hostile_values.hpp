#ifndef JUECE_TESTS_WEB_HOSTILE_VALUES_HPP
#define JUECE_TESTS_WEB_HOSTILE_VALUES_HPP

#include "tests/web/json_schema.hpp"

#include <string>
#include <vector>

namespace tests {

/// A value that breaks a schema in one place.
struct hostile_value {
    std::string how; ///< "members: '1' for an integer"
    boost::json::value value;
};

/// A value that keeps to a schema: the required members, the first of the choices, short words.
boost::json::value sample_of(json_schemas const& schemas, boost::json::object const& schema);

/// Values that break it, each in one place of the sample: members that are missing, unknown or of
/// another type, words that are too long, no dates, no choices, numbers as words.
std::vector<hostile_value> hostile_values(json_schemas const& schemas,
                                          boost::json::object const& schema);

/// Bodies that are no JSON object, or that a reader may choke on.
std::vector<hostile_value> hostile_bodies();

} // namespace tests

#endif
