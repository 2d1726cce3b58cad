#ifndef JUECE_ENGINE_REFUSAL_HPP
#define JUECE_ENGINE_REFUSAL_HPP

#include "engine/day.hpp"
#include "engine/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// The identifier of a legal requirement or house rule, such as "R713-25.1" or "JC-1".
using rule_id = std::string;

/// One ground on which the law refuses an act (不予办理的理由).
struct refusal {
    rule_id rule;
    text reason;                      ///< what is wrong, with the facts on file
    text remedy;                      ///< what to supply or do, and by whom
    std::optional<day> opens_on = {}; ///< set when nothing but time is lacking
    bool about_role = false;          ///< the person may not do this, whatever the file says

    bool operator==(refusal const&) const = default;
};

/// A remark that stops nothing: lawful, but disputed or unwise (提示).
struct advice {
    rule_id rule;
    text words;

    bool operator==(advice const&) const = default;
};

/// What one or several conditions say: every refusal at once, and the advice.
struct verdict {
    std::vector<refusal> refusals;
    std::vector<advice> remarks;

    verdict() = default;
    verdict(refusal one) { refusals.push_back(std::move(one)); }
    verdict(advice one) { remarks.push_back(std::move(one)); }

    bool admits() const { return refusals.empty(); }
    verdict& operator+=(verdict&& more);
};

/// True when the person's role is the only ground (HTTP 403 rather than 422).
bool only_about_role(std::vector<refusal> const& refusals);

/// The day on which all refusals are over, if only time is lacking in each; nothing otherwise.
std::optional<day> opens_on(std::vector<refusal> const& refusals);

} // namespace engine

#endif
