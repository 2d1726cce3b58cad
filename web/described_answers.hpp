#ifndef JUECE_WEB_DESCRIBED_ANSWERS_HPP
#define JUECE_WEB_DESCRIBED_ANSWERS_HPP

#include "web/flat_schema.hpp"
#include "web/router.hpp"

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace web {

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

/// The schema of an answer of success in JSON; one of any object where nobody described it.
boost::json::object success_schema(route const& one, int status);

} // namespace web

#endif
