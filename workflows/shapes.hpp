#ifndef JUECE_WORKFLOWS_SHAPES_HPP
#define JUECE_WORKFLOWS_SHAPES_HPP

#include "engine/procedure.hpp"
#include "engine/rights.hpp"

#include <set>
#include <string>

namespace workflows {

/// Every released shape of a procedure that this program knows.
/// `entitled`: the roles that the house's administration may appoint to; `places`: the rule packs
/// that its organs may have. Without them, none.
engine::procedure_shapes shapes(engine::rights const& entitled = {},
                                std::set<std::string> places = {});

} // namespace workflows

#endif
