#ifndef JUECE_WEB_HANDLERS_CASE_LIST_HPP
#define JUECE_WEB_HANDLERS_CASE_LIST_HPP

#include <string_view>

namespace web::handlers {

/// A page that lists the cases of a family.
struct case_list {
    char const* href;
    char const* words; ///< key of its name
};

/// Where the cases of a shape are listed; those of no other list are decisions.
case_list list_of(std::string_view shape);

} // namespace web::handlers

#endif
