#ifndef JUECE_ENGINE_DEPENDENT_FIELD_HPP
#define JUECE_ENGINE_DEPENDENT_FIELD_HPP

#include <string_view>

namespace engine {

/// Says of a field of a body that it means something where another field of the same body, a choice
/// or a flag ("true"), has a value; one row for each such value, in a member `dependent_fields` of
/// the body. Forms show it there alone; what is given elsewhere is no fault.
struct dependent_field {
    std::string_view name;
    std::string_view on;
    std::string_view value;
};

} // namespace engine

#endif
