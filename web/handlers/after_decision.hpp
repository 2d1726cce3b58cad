#ifndef JUECE_WEB_HANDLERS_AFTER_DECISION_HPP
#define JUECE_WEB_HANDLERS_AFTER_DECISION_HPP

#include "web/handlers/opened_case.hpp"

#include <string_view>

namespace web::handlers {

/// What the forms of execution, evaluation, adjustment and of a corrected file number come filled
/// with, so that nobody types what is on file: the lead unit as the one that executes, half a year
/// or the term as the day of the next report, the kinds of people whom an evaluation must hear, the
/// adjustment as it was proposed, the number as it stands. Empty for every other act.
boost::json::object body_after_decision(visit const& v, opened_case const& file,
                                        std::string_view kind);

} // namespace web::handlers

#endif
