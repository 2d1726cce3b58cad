#ifndef JUECE_WORKFLOWS_COURSE_HPP
#define JUECE_WORKFLOWS_COURSE_HPP

#include "engine/offer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace workflows {

/// The way of a procedure through its chapters, as the law orders it: for maps.
struct course {
    std::vector<std::vector<std::string>> rows; ///< one after another; a row runs side by side
    std::vector<std::string> at_any_time;       ///< what stands in no row
};

/// `stages`: of all chapters of a procedure of the family, in their order.
course course_of(std::string_view family, std::vector<engine::chapter_stage> const& stages);

} // namespace workflows

#endif
