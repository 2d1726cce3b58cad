#ifndef JUECE_ENGINE_SEAT_HOLDERS_HPP
#define JUECE_ENGINE_SEAT_HOLDERS_HPP

#include "engine/act.hpp"

#include <string>
#include <vector>

namespace engine {

/// Who sits where (任职), for conditions on an act that names somebody. It is asked when an act is
/// submitted and never on replay, so that later appointments disturb no file.
class seat_holders {
public:
    virtual ~seat_holders() = default;

    /// Somebody as they act under each appointment that holds on a day, in the place of others too.
    /// Empty for whoever is not known.
    virtual std::vector<actor> seats_of(person_id who, day on) = 0;

    /// Whether anybody holds a role in a unit on a day. Where seats are not looked up by their
    /// unit, nothing is said against one.
    virtual bool is_held(std::string const& /*role*/, std::string const& /*unit*/, day)
    {
        return true;
    }
};

} // namespace engine

#endif
