#ifndef JUECE_WEB_FORM_VIEW_HPP
#define JUECE_WEB_FORM_VIEW_HPP

#include "engine/body.hpp"
#include "web/visit.hpp"

#include <boost/json/object.hpp>
#include <string_view>
#include <vector>

namespace web {

/// The inputs of a form as its template wants them, filled with what was typed before and with the
/// faults of each. `kind` is the act's; it makes the ids on a page differ.
boost::json::array form_view(visit const& v, std::string_view kind,
                             std::vector<engine::field> const& described,
                             boost::json::object const& typed,
                             std::vector<engine::field_fault> const& faults);

/// A body in words: rows of label and value, for the page of an act.
boost::json::array body_view(visit const& v, std::string_view kind,
                             std::vector<engine::field> const& described,
                             boost::json::object const& body);

} // namespace web

#endif
