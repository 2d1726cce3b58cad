#ifndef JUECE_WEB_HANDLERS_HEARING_LISTS_HPP
#define JUECE_WEB_HANDLERS_HEARING_LISTS_HPP

#include "web/handlers/opened_case.hpp"

#include <string_view>

namespace web::handlers {

/// The rows that a form of the hearing comes filled with, so that nobody retypes a name: the list
/// of those who take part holds the list before it, else whoever signed up; the delivery of the
/// papers holds the participants who have none yet; the record of the hearing holds the day that
/// was announced and those who were listed; the answer takes up what they said. Empty for every
/// other act. `records`: where sign-ups are kept; null: none are looked for.
boost::json::object hearing_lists(adapters::soci::reader* records, opened_case const& file,
                                  std::string_view kind);

} // namespace web::handlers

#endif
