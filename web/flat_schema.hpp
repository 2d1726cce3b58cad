#ifndef JUECE_WEB_FLAT_SCHEMA_HPP
#define JUECE_WEB_FLAT_SCHEMA_HPP

#include <boost/json/object.hpp>
#include <cstddef>
#include <string_view>
#include <vector>

namespace web {

/// A member of a JSON object without depth.
struct flat_member {
    std::string_view name;
    std::string_view type = "string"; ///< or "integer", "boolean", "date", "strings"
    bool required = true;
    std::size_t most_characters = 0;            ///< 0: no limit of its own
    std::vector<std::string_view> choices = {}; ///< none: any words
    bool filled = false;                        ///< not empty
};

boost::json::object flat_schema(flat_member const& of);
/// Of an object that has such members, whatever else it has.
boost::json::object flat_object(std::vector<flat_member> const& members);

} // namespace web

#endif
