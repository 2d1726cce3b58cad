#ifndef JUECE_WORKFLOWS_ADMINISTRATION_NUMBERING_HPP
#define JUECE_WORKFLOWS_ADMINISTRATION_NUMBERING_HPP

#include "workflows/administration/conditions.hpp"

#include <optional>
#include <string>

// How the papers of units are numbered (字号), as an act on the administration case. The register
// of the house holds nothing of it: the table of rules follows from the acts.

namespace workflows::administration {
namespace settings {

/// From a day on, the papers that acts of that kind issue in a unit are numbered under a mark.
struct numbering_set {
    static constexpr std::string_view kind = "settings.numbering_set";
    engine::unit_ref unit;
    std::string numbered_act; ///< "legality_review.concluded"
    day from;
    std::optional<std::string> mark; ///< missing: not numbered any more
};
BOOST_DESCRIBE_STRUCT(numbering_set, (), (unit, numbered_act, from, mark))

} // namespace settings

inline void enter(register_of_house&, settings::numbering_set const&, engine::act const&) {}

/// The unit is there and not closed.
struct numbered_unit_is_known {
    static verdict check(asked const& q, settings::numbering_set const& body);
};
/// An act that the table of rights knows.
struct numbered_act_is_known {
    static verdict check(asked const& q, settings::numbering_set const& body);
};
/// Year and number are put behind the mark, so that it brings none of its own.
struct mark_is_without_a_number {
    static verdict check(asked const& q, settings::numbering_set const& body);
};

} // namespace workflows::administration

#endif
