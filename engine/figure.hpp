#ifndef JUECE_ENGINE_FIGURE_HPP
#define JUECE_ENGINE_FIGURE_HPP

#include "engine/act.hpp"

#include <string>

namespace engine {

/// A counted fact (数字): so much for an indicator in a year, and the act behind it.
struct figure {
    std::string indicator; ///< code of config/indicators.csv, "DEC.adopted"
    int year = 0;
    long long value = 1;
    case_id on = {};
    long long seq = 0;

    auto operator<=>(figure const&) const = default;
};

} // namespace engine

#endif
