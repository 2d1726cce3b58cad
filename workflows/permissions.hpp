#ifndef JUECE_WORKFLOWS_PERMISSIONS_HPP
#define JUECE_WORKFLOWS_PERMISSIONS_HPP

#include "engine/procedure.hpp"
#include "engine/rights.hpp"

#include <string>
#include <vector>

namespace workflows {

/// The acts that a chapter admits, in the order of its table.
struct chapter_acts {
    std::string shape; ///< the first that has the chapter: "major_decision/2019"
    std::string chapter;
    std::vector<std::string> kinds;
};

/// Every act of every procedure, once.
std::vector<chapter_acts> acts_by_chapter(engine::procedure_shapes const& shapes);

/// In which relations to the case somebody in a role may enter an act, by the table of rights:
/// `any` alone, or one or both of the others, or none.
std::vector<engine::relation> relations_allowed(engine::rights const& table,
                                                std::string const& role, std::string const& kind);

} // namespace workflows

#endif
