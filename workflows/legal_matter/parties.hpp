#ifndef JUECE_WORKFLOWS_LEGAL_MATTER_PARTIES_HPP
#define JUECE_WORKFLOWS_LEGAL_MATTER_PARTIES_HPP

#include "engine/offer.hpp"
#include "workflows/legal_matter/dossier.hpp"

// Who takes part in a legal matter, as seats. The names are keys "party.<name>" of the catalogues.

namespace workflows::legal_matter {

/// Clerk, head or legal officer of any department: whoever may ask.
struct asking_department {
    static constexpr std::string_view name = "asking_department";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Clerk, head or legal officer of the unit that asked.
struct requesting_unit {
    static constexpr std::string_view name = "requesting_unit";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// The legal office of the government, the body of its advisers (GDLA-3/7).
struct legal_office {
    static constexpr std::string_view name = "legal_office";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Experts and lawyers who are engaged as advisers (GDLA-10), once one of them was called in.
struct engaged_adviser {
    static constexpr std::string_view name = "engaged_adviser";
    static std::vector<engine::seat> seats(dossier const& file);
};

} // namespace workflows::legal_matter

#endif
