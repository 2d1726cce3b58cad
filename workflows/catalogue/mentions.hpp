#ifndef JUECE_WORKFLOWS_CATALOGUE_MENTIONS_HPP
#define JUECE_WORKFLOWS_CATALOGUE_MENTIONS_HPP

#include "engine/act.hpp"

#include <string>
#include <vector>

namespace workflows::catalogue {

/// What an act says of an entry of a catalogue and a decision that carries it out.
struct mention {
    long long year = 0; ///< of the catalogue; 0: of the catalogue whose act it is
    /// Its name or number as the act has it. Empty: the start names none; or, of an act of a
    /// catalogue, its earlier links with the decision do not hold.
    std::string item;
    std::string decision; ///< the number of the decision; empty: that whose act it is
    bool operator==(mention const&) const = default;
};

/// The mentions of an act: the start of a decision names the entries it comes from, or none; an act
/// of a catalogue links an entry with a decision, or takes that back. Read from the act alone.
std::vector<mention> mentions_in(engine::act const& what);

} // namespace workflows::catalogue

#endif
