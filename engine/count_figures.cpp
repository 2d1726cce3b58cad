#include "engine/count_figures.hpp"

#include <iterator>
#include <utility>

namespace engine {

std::vector<figure> figures_given(procedure const& file, act const& last, working_days const& days)
{
    auto all = file.figures(days);
    for (auto& one : all) {
        one.on = last.on;
        one.seq = last.seq;
    }
    return all;
}

counted_figures count_figures(case_line const& line, std::vector<act> const& acts,
                              law_in_force const& law)
{
    auto const shape = law.shapes.find(line.shape);
    if (shape == law.shapes.end())
        throw replay_fault(line.id, 0, "unknown shape of procedure " + line.shape);
    auto const file = shape->second.make(line.place);
    counted_figures counted;
    for (auto const& one : acts) {
        file->replay(one);
        auto given = figures_given(*file, one, law.days);
        std::move(given.begin(), given.end(), std::back_inserter(counted.figures));
    }
    counted.level = file->summary().level;
    return counted;
}

} // namespace engine
