#ifndef JUECE_WORKFLOWS_SHAPES_HPP
#define JUECE_WORKFLOWS_SHAPES_HPP

#include "engine/procedure.hpp"

namespace workflows {

/// Every released shape of a procedure that this program knows.
engine::procedure_shapes shapes();

} // namespace workflows

#endif
