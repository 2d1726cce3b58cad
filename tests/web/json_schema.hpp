#ifndef JUECE_TESTS_WEB_JSON_SCHEMA_HPP
#define JUECE_TESTS_WEB_JSON_SCHEMA_HPP

#include <boost/json.hpp>
#include <string>
#include <vector>

// JSON Schema as far as the description of the interface uses it. A word that is not known here is
// a fault of its own, so that no schema is held to be kept because nobody looked.

namespace tests {

class json_schemas {
public:
    /// `description`: the OpenAPI document, whose components the references mean.
    explicit json_schemas(boost::json::object description) : whole_(std::move(description)) {}

    /// Where a value breaks a schema, and how: "/figures/0/value: is no string". Empty: nowhere.
    std::vector<std::string> breaches(boost::json::value const& of,
                                      boost::json::object const& schema) const;

    /// What in a schema cannot be checked: unknown words, references that lead nowhere.
    std::vector<std::string> unreadable(boost::json::object const& schema) const;

    /// The schema itself, or the one that it refers to.
    boost::json::object const& resolved(boost::json::object const& schema) const;

private:
    void check(boost::json::value const& of, boost::json::object const& schema,
               std::string const& place, std::vector<std::string>& found) const;
    void read(boost::json::object const& schema, std::string const& place,
              std::vector<std::string>& found) const;

    boost::json::object whole_;
};

} // namespace tests

#endif
