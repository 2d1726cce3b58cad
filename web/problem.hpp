#ifndef JUECE_WEB_PROBLEM_HPP
#define JUECE_WEB_PROBLEM_HPP

#include "engine/body.hpp"
#include "engine/refusal.hpp"
#include "web/visit.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace adapters::soci {
struct fault;
}

namespace web {

/// Why a request was not done (RFC 9457): Problem+JSON for a client, a page for a browser.
/// `type` is the last part of "/problems/...": "malformed", "refused", "stale", "not-found" ...
answer problem(visit const& v, int status, std::string_view type, engine::text const& detail);

answer not_found(visit const& v);

/// What could not be judged or kept, with the number of the fault: 503 when the same may go well a
/// little later, 500 otherwise.
answer broken_off(visit const& v, adapters::soci::fault const& why);

/// One ground in words: rule, citation, reason, remedy, and from when it would be lawful.
boost::json::object refusal_view(visit const& v, engine::refusal const& ground);
boost::json::array refusals_view(visit const& v, std::vector<engine::refusal> const& grounds);
boost::json::array remarks_view(visit const& v, std::vector<engine::advice> const& remarks);

/// A rule with its citation and where its text is shown.
boost::json::object rule_view(visit const& v, engine::rule_id const& rule);

/// A body that is not right: the fields and why. Labels come from the catalogue.
boost::json::array faults_view(visit const& v, std::string_view kind,
                               std::vector<engine::field_fault> const& faults);

/// The words for a field: "field.<kind>.<name>", else "field.<name>", else its name.
std::string field_label(language const& words, std::string_view kind, std::string_view name);

/// The words for a path: "statements[1].stance" is "表态记录（第2项）：表态".
std::string path_label(language const& words, std::string_view kind, std::string_view path);

} // namespace web

#endif
