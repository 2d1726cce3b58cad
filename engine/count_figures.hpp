#ifndef JUECE_ENGINE_COUNT_FIGURES_HPP
#define JUECE_ENGINE_COUNT_FIGURES_HPP

#include "engine/desk.hpp"

#include <vector>

namespace engine {

/// The figures that the act gives which was entered into the file last, each traced to it.
std::vector<figure> figures_given(procedure const& file, act const& last, working_days const& days);

/// What a case counts, and up to whom it may be told.
struct counted_figures {
    std::vector<figure> figures;
    confidentiality level = confidentiality::internal;
};

/// The figures that the acts of a case give, in order. Nothing else is derived from them, which
/// takes a fraction of derive(). Throws replay_fault.
counted_figures count_figures(case_line const& line, std::vector<act> const& acts,
                              law_in_force const& law);

} // namespace engine

#endif
