#ifndef JUECE_TESTS_WEB_DESCRIPTION_HPP
#define JUECE_TESTS_WEB_DESCRIPTION_HPP

#include "tests/web/json_schema.hpp"

#include <boost/json.hpp>
#include <string>
#include <string_view>

// What /openapi.json says of an answer.

namespace tests {

boost::json::object const& description();
json_schemas const& described_schemas();
boost::json::object const& operation(std::string_view method, std::string_view pattern);

/// A reply, whoever gave it.
struct plain_reply {
    int status = 0;
    std::string content_type;
    std::string body;
};
template <class Reply>
plain_reply plain(Reply const& got)
{
    return {got.status, got.header("Content-Type"), got.body};
}

/// The media type without its parameters.
std::string media_type(plain_reply const& got);

/// What about a reply the description of an operation does not say; empty: it says all of it.
std::string undescribed(plain_reply const& got, boost::json::object const& described);

/// True for a problem that the description knows.
bool is_described_refusal(plain_reply const& got, boost::json::object const& described);

/// Lines of complaints.
std::string joined(std::vector<std::string> const& all);

} // namespace tests

#endif
