#ifndef JUECE_WORKFLOWS_ADMINISTRATION_KNOWN_HPP
#define JUECE_WORKFLOWS_ADMINISTRATION_KNOWN_HPP

#include "workflows/administration/conditions.hpp"

// What several conditions ask of the register; each admits, or refuses under JC-10 or JC-1.

namespace workflows::administration {

verdict known_person(asked const& q, std::string const& login);
/// There, and not closed.
verdict known_organ(asked const& q, std::string const& code);
verdict known_unit(asked const& q, std::string const& code);
/// Refuses whoever acts upon themselves.
verdict not_oneself(asked const& q, std::string const& login);

/// The name of a person; the login of one who is not known.
std::string name_of_person(asked const& q, std::string const& login);

} // namespace workflows::administration

#endif
