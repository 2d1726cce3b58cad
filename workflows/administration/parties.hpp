#ifndef JUECE_WORKFLOWS_ADMINISTRATION_PARTIES_HPP
#define JUECE_WORKFLOWS_ADMINISTRATION_PARTIES_HPP

#include "engine/offer.hpp"
#include "workflows/administration/register.hpp"

// Who administers, as seats. The names are keys "party.<name>" of the catalogues.

namespace workflows::administration {

/// Keeps the accounts (JC-10).
struct system_administrator {
    static constexpr std::string_view name = "system_administrator";
    static std::vector<engine::seat> seats(register_of_house const&)
    {
        return {{"system_administrator", ""}};
    }
};

/// Keeps the appointments (JC-10).
struct security_administrator {
    static constexpr std::string_view name = "security_administrator";
    static std::vector<engine::seat> seats(register_of_house const&)
    {
        return {{"security_administrator", ""}};
    }
};

/// The office of the government, for substitutions (JC-11).
struct government_office {
    static constexpr std::string_view name = "government_office";
    static std::vector<engine::seat> seats(register_of_house const&)
    {
        return {{"office_secretary", ""}};
    }
};

} // namespace workflows::administration

#endif
