#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_OPINIONS_ON_FILE_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_OPINIONS_ON_FILE_HPP

#include "engine/act.hpp"
#include "workflows/major_decision/participation.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace workflows::major_decision {

/// An opinion on file, and what acts say of it.
struct opinion_on_file {
    participation::opinion what;
    long long seq = 0;        ///< of the act that put it on file
    day on;                   ///< the day on which that act counts
    std::string same_as = {}; ///< the number of the opinion that it repeats; empty: of none
    long long marked_at = 0;  ///< seq of the act that said so last
    std::optional<participation::decided_opinion> own_decision = {};
    long long decided_at = 0; ///< seq of the act that decided on it last
    day decided_on = {};      ///< the day on which that act counts

    bool counts() const { return same_as.empty(); }
};

/// All opinions on a file, each counted once: one that repeats another counts with that one and
/// shares its decision (R713-18.1). The one source of every count of opinions.
class opinions_on_file {
public:
    void take(participation::opinions_recorded const& body, long long seq, day on);
    void take(participation::opinions_decided const& body, long long seq, day on);
    void take(participation::repeats_noted const& body, long long seq);
    /// Whatever an act says of opinions; any other act says nothing.
    void take(engine::act const& what);

    /// In the order of the file, with those that repeat another.
    std::vector<opinion_on_file> const& all() const { return all_; }
    opinion_on_file const* find(std::string_view number) const;
    /// Numbers of the opinions that repeat this one.
    std::vector<std::string> repeats_of(std::string_view number) const;
    /// How many there are.
    long long counted() const;
    /// How many of these were put on file after an act.
    long long counted_after(long long seq) const;
    /// How many of these are decided.
    long long decided() const;
    /// Numbers of those that have no decision.
    std::vector<std::string> undecided() const;

    /// A decision that holds for an opinion, its own or that of the one it repeats.
    struct holding_decision {
        participation::decided_opinion const* what;
        long long since; ///< seq of the act by which it came to hold
    };
    std::optional<holding_decision> decision_on(opinion_on_file const& one) const;

private:
    std::vector<opinion_on_file> all_;
    std::map<std::string, std::size_t, std::less<>> places_; ///< in all_, by number
};

opinions_on_file opinions_of(participation::facts const& facts);
opinions_on_file opinions_of(std::vector<engine::act> const& acts);

/// How many opinions were put on file after an act, with those that repeat another.
long long put_on_file_after(participation::facts const& facts, long long seq);

} // namespace workflows::major_decision

#endif
