#ifndef JUECE_WEB_DESCRIBED_ANSWERS_HPP
#define JUECE_WEB_DESCRIBED_ANSWERS_HPP

#include "web/router.hpp"

#include <boost/json/object.hpp>
#include <string>
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

/// What is said of an upload under way.
std::vector<flat_member> upload_members();

/// The kinds of file that an address gives, and what is in them; empty: it gives its view as JSON.
struct given_file {
    std::vector<std::string_view> types;
    std::string_view words;
};
given_file file_of(route const& one);

/// The schemas of the views, and of the parts that several have in common
/// (config/openapi/views.json).
boost::json::object const& view_schemas();

/// Which of those an answer of success keeps to; empty: none, it is no view.
std::string view_name(route const& one, int status);

/// The schema of an answer of success in JSON.
boost::json::object success_schema(route const& one, int status);

} // namespace web

#endif
