#ifndef JUECE_WEB_HANDLERS_ARCHIVE_NUMBER_HPP
#define JUECE_WEB_HANDLERS_ARCHIVE_NUMBER_HPP

#include "engine/body.hpp"
#include "workflows/major_decision/archive.hpp"

#include <boost/json/object.hpp>
#include <optional>
#include <string_view>

namespace web::handlers {

/// How the number of a file (档号) writes how long the file is kept, as DA/T 22 does.
std::string_view code_of(workflows::major_decision::archive::retention_period kept);

/// What is wrong with the number that a form gives the file of a decision: fonds, year and item are
/// not all there, or it is the number of a file that is kept for another time than the form says.
/// Only forms are asked: the law says nothing of its shape, and numbers on record stay as they are.
std::optional<engine::field_fault> fault_of_archive_number(std::string_view kind,
                                                           boost::json::object const& body);

} // namespace web::handlers

#endif
