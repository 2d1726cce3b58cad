#ifndef JUECE_ADAPTERS_DEMO_DEMO_CATALOGUES_HPP
#define JUECE_ADAPTERS_DEMO_DEMO_CATALOGUES_HPP

#include "adapters/demo/storyteller.hpp"

#include <optional>
#include <string>
#include <vector>

namespace adapters::demo {

/// A decision of the sample, as a catalogue speaks of it.
struct catalogued_decision {
    std::string number; ///< that it will have on record
    matter what;
    engine::day started;
    bool names_entry = false; ///< its start says that it comes from the catalogue
    std::optional<engine::day> decided;
};

/// The decision that a story told, if it was started.
std::optional<catalogued_decision> decision_of(story const& one, telling const& told,
                                               std::string number);

/// Tells the catalogue of a year: called for, proposed by the sponsors of the decisions that come
/// from it, screened, adopted, consented to and published; adjusted in September, explained and
/// closed after the year; until `now`. Two entries are of decisions that nobody has begun: one is
/// late, one is dropped. `carries_on`: the late one comes over from the catalogue of the year
/// before. Each act is judged.
telling tell_catalogue(int year, bool carries_on, std::string const& place,
                       std::vector<catalogued_decision> const& decisions, officials const& by,
                       engine::law_in_force law, paper const& file_paper, engine::instant now);

} // namespace adapters::demo

#endif
