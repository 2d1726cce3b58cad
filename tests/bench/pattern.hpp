#ifndef JUECE_TESTS_BENCH_PATTERN_HPP
#define JUECE_TESTS_BENCH_PATTERN_HPP

#include "adapters/demo/demo_catalogues.hpp"
#include "adapters/demo/storyteller.hpp"
#include "tests/bench/filling.hpp"
#include "tests/bench/particulars.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bench {

/// A case from its first act to its last, as it would be submitted. Many cases follow one pattern:
/// they begin on the same day and differ in their particulars.
struct pattern {
    std::string shape;
    std::string origin;
    std::vector<adapters::demo::told_act> acts;
    /// Of a decision that was started: what a catalogue says of it.
    std::optional<adapters::demo::catalogued_decision> started = {};
};

/// The acts of a pattern with the particulars of one case in them.
std::vector<adapters::demo::told_act> told_of(pattern const& like, particulars const& what);

/// Tells the patterns: which ways decisions and legal matters go, and how many of a thousand go
/// which. The law judges each act of a decision and of a matter that is handled; one that it
/// refuses is a std::runtime_error.
class pattern_book {
public:
    /// All of it outlives the book. Nothing happens after `now`.
    pattern_book(engine::law_in_force law, adapters::demo::officials const& by, std::string place,
                 engine::instant now);
    pattern_book(pattern_book const&) = delete;
    pattern_book& operator=(pattern_book const&) = delete;

    static std::size_t decision_ways();
    static std::size_t matter_ways();
    /// The way that a lot of 0 to 999 gives.
    static std::size_t decision_way(std::size_t lot);
    static std::size_t matter_way(std::size_t lot);

    /// `turn`: other numbers give other units, kinds and traits.
    pattern decision(std::size_t way, engine::day begins, std::size_t turn);
    pattern matter(std::size_t way, engine::day begins, std::size_t turn);

    /// The same paper for every case: what it is called is all that it says.
    adapters::demo::paper const& paper() const { return paper_; }
    bool holds(std::string const& hash) const { return known_.contains(hash); }
    /// The papers that were written since the last time.
    written_papers take_papers() { return std::exchange(fresh_, {}); }

private:
    pattern told_afterwards(std::size_t turn, engine::day on) const;
    bool may_be_excluded(engine::day on) const;

    engine::law_in_force law_;
    adapters::demo::officials const& by_;
    std::string place_;
    engine::instant now_;
    std::vector<std::string> units_; ///< that have everybody whom a decision needs
    adapters::demo::paper paper_;
    written_papers known_;
    written_papers fresh_;
};

} // namespace bench

#endif
