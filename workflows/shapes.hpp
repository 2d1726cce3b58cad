#ifndef JUECE_WORKFLOWS_SHAPES_HPP
#define JUECE_WORKFLOWS_SHAPES_HPP

#include "engine/procedure.hpp"
#include "engine/rights.hpp"

namespace workflows {

/// Every released shape of a procedure that this program knows.
/// `entitled`: the roles that the house's administration may appoint to; without them, to none.
engine::procedure_shapes shapes(engine::rights const& entitled = {});

} // namespace workflows

#endif
