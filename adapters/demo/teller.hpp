#ifndef JUECE_ADAPTERS_DEMO_TELLER_HPP
#define JUECE_ADAPTERS_DEMO_TELLER_HPP

#include "adapters/demo/storyteller.hpp"

#include <functional>
#include <string>
#include <vector>

namespace adapters::demo {

/// One act of a story, to be told when the story is there.
struct story_step {
    long long wait; ///< working days after the act before
    char const* kind;
    engine::actor const& who;
    std::function<boost::json::object()> body;
    bool is_taken = true; ///< false: this story does without it
};

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
    /// The steps in their order: until the law refuses one, the next lies in the future, or the one
    /// of the kind `until` was told.
    void tell(std::vector<story_step> const& steps, std::string const& until);

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
