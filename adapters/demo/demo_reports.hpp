#ifndef JUECE_ADAPTERS_DEMO_DEMO_REPORTS_HPP
#define JUECE_ADAPTERS_DEMO_DEMO_REPORTS_HPP

#include "adapters/demo/storyteller.hpp"
#include "adapters/soci/database.hpp"

namespace adapters::demo {

struct demo_organ {
    std::string name;
    std::string place; ///< its rule pack
};

/// The annual reports of the sample district: the last one is published, with the figures that the
/// record counts and those of config/sample/report_answers.csv; the next one is being compiled.
/// Gives how many acts were entered; throws std::runtime_error when the law refuses one.
std::size_t add_reports(soci::database& at, engine::law_in_force law, officials const& seats,
                        demo_organ const& organ, engine::instant now);

} // namespace adapters::demo

#endif
