#ifndef JUECE_ENGINE_BLAMED_FIELDS_HPP
#define JUECE_ENGINE_BLAMED_FIELDS_HPP

#include "engine/trial.hpp"

#include <boost/json/object.hpp>
#include <string>
#include <vector>

// What of a body a refusal is about. The conditions say so themselves: the act is tried again with
// another value in one place after the other.

namespace engine {

/// By refusal the paths, "statements[1].stance", where something is to be put right: what is
/// missing there, else what stands there wrongly, else the list that lacks a row. None for what no
/// single place of the body mends, so that the act is refused for how the file stands.
std::vector<std::vector<std::string>> blamed_fields(act const& as, std::vector<field> const& fields,
                                                    std::vector<refusal> const& refusals,
                                                    boost::json::object const& prepared, day today,
                                                    trial const& judge);

/// The same on a case, whose procedure is asked as nobody in particular and stays as it is.
std::vector<std::vector<std::string>> blamed_fields(procedure& file, std::string const& kind,
                                                    boost::json::object const& body,
                                                    std::vector<refusal> const& refusals,
                                                    boost::json::object const& prepared,
                                                    circumstances const& now);

} // namespace engine

#endif
