#ifndef JUECE_WORKFLOWS_PROPOSAL_NAME_HPP
#define JUECE_WORKFLOWS_PROPOSAL_NAME_HPP

#include <optional>
#include <string>
#include <string_view>

namespace workflows {

/// A proposal of the public as other cases name it: "ML2026-0001/3" is the third that came in on
/// that catalogue.
struct proposal_name {
    std::string catalogue; ///< the number of the case
    long long number = 0;
    bool operator==(proposal_name const&) const = default;
};

std::string to_text(proposal_name const& name);
/// Nothing: the text names no proposal.
std::optional<proposal_name> proposal_named(std::string_view text);

} // namespace workflows

#endif
