#ifndef JUECE_WEB_FORM_VIEW_HPP
#define JUECE_WEB_FORM_VIEW_HPP

#include "engine/body.hpp"
#include "engine/demands.hpp"
#include "web/visit.hpp"

#include <boost/json/object.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace web {

/// Values that a page offers for fields whose type names none, such as a sign-in name: by the name
/// of the field, the value and its words.
using known_values =
    std::map<std::string, std::vector<std::pair<std::string, std::string>>, std::less<>>;

/// Under which name a page offers values for a field that takes any other as well: they are
/// suggested while somebody types.
std::string suggested_for(std::string_view field);

/// What a page says beside a field, by its name.
using field_notes = std::map<std::string, std::string, std::less<>>;

/// The inputs of a form as its template wants them, filled with what was typed before and with the
/// faults of each. `kind` is the act's; it makes the ids on a page differ. `asked`: which of the
/// optional fields the law asks for; they are marked as those that have to be there.
boost::json::array form_view(visit const& v, std::string_view kind,
                             std::vector<engine::field> const& described,
                             boost::json::object const& typed,
                             std::vector<engine::field_fault> const& faults,
                             known_values const& known = {}, engine::demands const& asked = {},
                             field_notes const& notes = {});

/// A body in words: rows of label and value, for the page of an act.
boost::json::array body_view(visit const& v, std::string_view kind,
                             std::vector<engine::field> const& described,
                             boost::json::object const& body);

} // namespace web

#endif
