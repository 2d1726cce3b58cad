#ifndef JUECE_ADAPTERS_DEMO_TELLER_HPP
#define JUECE_ADAPTERS_DEMO_TELLER_HPP

#include "adapters/demo/storyteller.hpp"

#include <string>

namespace adapters::demo {

/// Enters one act after the other into a file of its own, each judged by the law.
class teller {
public:
    /// Begins on that day or the next working day. Throws std::invalid_argument for a shape that is
    /// none.
    teller(char const* shape, std::string const& place, engine::law_in_force law,
           engine::day begins, engine::instant now);

    /// So many working days later. False when that lies in the future.
    bool wait(long long working_days);
    /// False when the law refuses; then the telling says why.
    bool enter(std::string kind, boost::json::object body, engine::actor const& by);

    engine::day today() const { return today_; }
    telling finish() { return std::move(told_); }

private:
    /// Within office hours, a few minutes after the act before.
    engine::instant at() const;

    engine::law_in_force law_;
    engine::instant now_;
    engine::day today_;
    telling told_;
};

/// Who holds the seat; throws std::invalid_argument when nobody does.
engine::actor seated(officials const& by, std::string const& role, std::string const& unit = {});

} // namespace adapters::demo

#endif
