#ifndef JUECE_TESTS_WEB_VIEW_SCHEMAS_HPP
#define JUECE_TESTS_WEB_VIEW_SCHEMAS_HPP

#include <boost/json.hpp>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

// The schemas of what GET answers as JSON (config/openapi/views.json): learned from the answers
// that the tests get, written when JUECE_WRITE_VIEWS names a file, and otherwise held against every
// answer of the tests.

namespace tests {

/// What JSON values that stood in the same place have in common.
class learned_schema {
public:
    void see(boost::json::value const& sample);
    /// As if it had seen what another one saw.
    void add(learned_schema const& other);
    boost::json::object schema() const;

private:
    learned_schema& member(std::string const& name);
    learned_schema& item();
    bool is_map() const;
    boost::json::object of_map() const;
    boost::json::object of_object() const;

    std::set<std::string> types_;
    long long seen_ = 0;
    long long objects_ = 0;
    std::map<std::string, std::unique_ptr<learned_schema>> members_;
    std::unique_ptr<learned_schema> items_;
};

/// What stands in several views becomes a part of its own, which they refer to.
boost::json::object with_shared_parts(boost::json::object const& views);

/// JSON with a member on each line, in the order of their names, and what is short on one.
std::string in_lines(boost::json::value const& of);

/// Said where an answer is not as it was.
inline constexpr char const* how_views_are_written =
    "if that is meant, JUECE_WRITE_VIEWS=config/openapi/views.json build/dev/tests/test_web";

/// True while answers are learned from instead of held against what was learned.
bool writes_views();

/// Fails the test when an answer in JSON that is no problem is not as /openapi.json says.
void hold_answer(std::string_view method, std::string_view target, int status,
                 std::string_view content_type, std::string const& body);

} // namespace tests

#endif
