#ifndef JUECE_WEB_HANDLERS_ADMINISTRATION_FORMS_HPP
#define JUECE_WEB_HANDLERS_ADMINISTRATION_FORMS_HPP

#include "web/handlers/opened_case.hpp"

#include <boost/json/array.hpp>
#include <string>
#include <string_view>

namespace web::handlers {

/// The form of one act of the administration for part_act_form, which leads back to a page below
/// /administration; none where whoever looks may not enter it.
boost::json::array administration_form(visit const& v, opened_case const& file,
                                       std::string_view kind, std::string const& return_to);

/// The address of such a form on the page of the administration, with these fields filled in.
std::string filled_in_form(std::string_view kind, pairs const& fields);

} // namespace web::handlers

#endif
