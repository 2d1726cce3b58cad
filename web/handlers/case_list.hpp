#ifndef JUECE_WEB_HANDLERS_CASE_LIST_HPP
#define JUECE_WEB_HANDLERS_CASE_LIST_HPP

#include "web/visit.hpp"

#include <boost/json/object.hpp>
#include <string_view>

namespace web::handlers {

/// A page that lists the cases of a family.
struct case_list {
    char const* href;
    char const* words; ///< key of its name
};

/// Where the cases of a shape are listed; those of no other list are decisions.
case_list list_of(std::string_view shape);

/// The same for the line above a page of a case, and for the navigation.
void put_list(visit const& v, std::string_view shape, boost::json::object& into);

} // namespace web::handlers

#endif
