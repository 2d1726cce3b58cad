#ifndef JUECE_WEB_HANDLERS_BOX_TABS_HPP
#define JUECE_WEB_HANDLERS_BOX_TABS_HPP

#include "web/handlers/asked_box.hpp"
#include "web/visit.hpp"

#include <boost/json/array.hpp>
#include <string>
#include <string_view>

namespace web::handlers {

/// Boxes are counted no further than that; the page then says "99+".
inline constexpr long long most_counted = 100;
std::string counted_words(long long rows);

/// How much waits for whoever looks in the seat in which they act now.
struct waiting_count {
    long long now = 0;   ///< in the list of 待办, and what is no task of a case
    long long later = 0; ///< tasks of that list that cannot be done yet
};
waiting_count waiting_in_seat(visit& v, asked_box const& waiting);

/// The boxes with their counts, for the tabs above every list. A person who oversees nothing has no
/// such box.
boost::json::array tabs_view(visit& v, std::string_view current);

} // namespace web::handlers

#endif
