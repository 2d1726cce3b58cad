#ifndef JUECE_TESTS_WORKFLOWS_WANDERER_HPP
#define JUECE_TESTS_WORKFLOWS_WANDERER_HPP

#include "tests/workflows/told_case.hpp"
#include "workflows/major_decision/dossier.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tests {

/// Something that may be tried where a case stands: a kind of act and one of its model bodies.
struct attempt {
    std::string kind;
    std::string variant;
};

/// What became of an attempt.
struct tried {
    engine::act what;
    int ways = 0; ///< how many clauses claimed it
    engine::judgement found;
};

/// A case on which model acts are tried, by whoever holds the seat.
class wanderer {
public:
    wanderer(adapters::demo::matter const& what, engine::day begins);
    /// The same case rebuilt from its acts.
    wanderer(adapters::demo::matter const& what, std::vector<engine::act> acts, engine::day today);

    /// Every kind that the chapters offer here, in every variant.
    std::vector<attempt> open_attempts() const;
    /// Tries an act; entered if it is admitted. Where only time is lacking it is tried on the day
    /// that the law names.
    tried go(attempt const& one);

    engine::procedure const& file() const { return *file_; }
    workflows::major_decision::dossier const& dossier() const;
    std::vector<engine::act> const& acts() const { return acts_; }
    engine::day today() const { return today_; }
    void wait_until(engine::day on) { today_ = on; }
    engine::circumstances now() const;

private:
    engine::actor actor_of(std::string const& kind) const;
    tried go_once(attempt const& one);

    adapters::demo::matter const& what_;
    std::unique_ptr<engine::procedure> file_;
    std::vector<engine::act> acts_;
    engine::day today_;
    std::vector<engine::offer> mutable offers_; ///< of the case as it stands; empty: not asked yet
};

/// The kinds of its acts so far, in a row, for what a test tells.
std::string path_of(wanderer const& at);

} // namespace tests

#endif
