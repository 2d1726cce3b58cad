#ifndef JUECE_ADAPTERS_REPORT_REPORT_BODIES_HPP
#define JUECE_ADAPTERS_REPORT_REPORT_BODIES_HPP

#include "workflows/annual_report/report_file.hpp"

#include <boost/json/object.hpp>

namespace adapters::report {

/// The bodies of the acts that the house makes itself, for a submission.
boost::json::object body_of(workflows::annual_report::gate::checked const& what);
boost::json::object body_of(workflows::annual_report::freezing::frozen const& what);

} // namespace adapters::report

#endif
