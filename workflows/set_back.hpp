#ifndef JUECE_WORKFLOWS_SET_BACK_HPP
#define JUECE_WORKFLOWS_SET_BACK_HPP

#include "engine/act.hpp"
#include "engine/text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace workflows {

/// An act sent a matter back, put it off or asked for more, so that whoever finds a task that it
/// brought has had the matter before: what it did, and what for.
struct set_back {
    engine::text what;
    std::string reason; ///< as it was written; empty where the act has none
};

/// Acts of this kind do so, always or by what they say: for lists that have no bodies.
bool may_set_back(std::string_view kind);

/// Nothing for an act that let the matter go on.
std::optional<set_back> set_back_by(engine::act const& what);

} // namespace workflows

#endif
