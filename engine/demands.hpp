#ifndef JUECE_ENGINE_DEMANDS_HPP
#define JUECE_ENGINE_DEMANDS_HPP

#include "engine/trial.hpp"

#include <boost/json/object.hpp>
#include <map>
#include <string>
#include <vector>

// Which optional fields of an act the law asks for all the same. The conditions that judge the act
// say so themselves: it is tried with everything filled in, and again without the one field.

namespace engine {

/// How far the law asks for a field that the form of an act leaves optional.
enum class demand { never, sometimes, always };

/// By the field, "statements.stance"; what is not there is asked for never.
using demands = std::map<std::string, demand, std::less<>>;

/// `as`: kind, and who would do it. `prepared`: what the form is filled with, such as the documents
/// on file. Always: whatever choices, numbers, days and lists the rest of the form holds, as far as
/// they were varied one by one; where only some of them bring the demand about, sometimes.
demands demands_of(act const& as, std::vector<field> const& fields,
                   boost::json::object const& prepared, day today, trial const& judge);

/// The same on a case, whose procedure is asked as nobody in particular and stays as it is.
demands demands_of(procedure& file, std::string const& kind, std::vector<field> const& fields,
                   boost::json::object const& prepared, circumstances const& now);

/// What else stands in the way of an act some of whose fields are faulty: the refusals that hold
/// whatever will stand there, but for those about who asks.
std::vector<refusal> beside_faults(act const& as, std::vector<field> const& fields,
                                   std::vector<field_fault> const& faults,
                                   boost::json::object const& prepared, day today,
                                   trial const& judge);

/// The same on a case.
std::vector<refusal> beside_faults(procedure& file, std::string const& kind,
                                   boost::json::object const& body,
                                   std::vector<field_fault> const& faults,
                                   boost::json::object const& prepared, circumstances const& now);

} // namespace engine

#endif
