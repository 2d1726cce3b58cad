#ifndef JUECE_WORKFLOWS_CATALOGUE_PARTIES_HPP
#define JUECE_WORKFLOWS_CATALOGUE_PARTIES_HPP

#include "engine/offer.hpp"
#include "workflows/catalogue/yearly_catalogue.hpp"

// Who makes and carries out a catalogue, as seats. The names are keys "party.<name>" of the
// translations.

namespace workflows::catalogue {

/// The office of the government, which gathers and keeps the catalogue (GD21-6.1).
struct office {
    static constexpr std::string_view name = "office";
    static std::vector<engine::seat> seats(yearly_catalogue const& file);
};

/// A clerk or the head of any department, or the office (GD21-10.1).
struct any_department {
    static constexpr std::string_view name = "any_department";
    static std::vector<engine::seat> seats(yearly_catalogue const& file);
};

/// A unit that was called upon and has not answered (GD21-10.1).
struct called_unit {
    static constexpr std::string_view name = "called_unit";
    static std::vector<engine::seat> seats(yearly_catalogue const& file);
};

/// The unit that leads an entry which is neither completed nor explained; the office where none
/// is named (JC-54).
struct unit_behind {
    static constexpr std::string_view name = "unit_behind";
    static std::vector<engine::seat> seats(yearly_catalogue const& file);
};

/// A unit that the office asked to study what somebody of the public proposed, and that has not
/// reported (R713-10.4).
struct studying_unit {
    static constexpr std::string_view name = "studying_unit";
    static std::vector<engine::seat> seats(yearly_catalogue const& file);
};

} // namespace workflows::catalogue

#endif
