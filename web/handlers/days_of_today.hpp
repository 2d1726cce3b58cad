#ifndef JUECE_WEB_HANDLERS_DAYS_OF_TODAY_HPP
#define JUECE_WEB_HANDLERS_DAYS_OF_TODAY_HPP

#include "engine/body.hpp"
#include "engine/day.hpp"

#include <boost/json/object.hpp>
#include <string_view>
#include <vector>

namespace web::handlers {

/// The days of an act that are nearly always the one on which it is entered: what somebody does
/// and records in one go. No terms, nothing that lies ahead, and nothing that may be left out.
boost::json::object days_of_today(std::string_view kind, std::vector<engine::field> const& fields,
                                  engine::day today);

} // namespace web::handlers

#endif
