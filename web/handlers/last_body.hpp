#ifndef JUECE_WEB_HANDLERS_LAST_BODY_HPP
#define JUECE_WEB_HANDLERS_LAST_BODY_HPP

#include "engine/body.hpp"
#include "web/handlers/opened_case.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace web::handlers {

/// The body of the last act of a kind, as it can be read; nothing where there is none.
template <class Body>
std::optional<Body> last_body(opened_case const& file)
{
    auto const& acts = file.record.acts;
    auto const found = std::find_if(acts.rbegin(), acts.rend(),
                                    [](engine::act const& one) { return one.kind == Body::kind; });
    if (found == acts.rend())
        return {};
    std::vector<engine::field_fault> faults;
    auto body = engine::read_body<Body>(found->body, faults);
    return faults.empty() ? std::optional(std::move(body)) : std::nullopt;
}

} // namespace web::handlers

#endif
