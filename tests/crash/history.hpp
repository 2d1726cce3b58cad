#ifndef JUECE_TESTS_CRASH_HISTORY_HPP
#define JUECE_TESTS_CRASH_HISTORY_HPP

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

// What many clients saw of a few cases, and whether one order of acts for each case explains it.

namespace tests {

/// Any clock that goes forward only, the same for all.
using moment = long long;

/// One time that an act was sent.
struct sent_act {
    enum class fate {
        admitted,
        refused, ///< by the law
        stale,   ///< something was entered after what the sender had seen
        unknown  ///< no answer came: it may have been entered, now or later
    };

    std::string act_id;
    long long on = 0; ///< the case
    moment sent = 0;
    moment answered = std::numeric_limits<moment>::max();
    fate is = fate::unknown;
    long long seq = 0;             ///< admitted: its place in the case
    bool repeated = false;         ///< admitted: it was there already
    std::optional<long long> seen; ///< the last act that the sender had seen
    long long version = 0;         ///< stale: the last act there was
};

/// One time that a case was looked at.
struct look {
    long long on = 0;
    moment sent = 0;
    moment answered = 0;
    long long version = 0; ///< its last act
};

struct history {
    std::vector<sent_act> acts;
    std::vector<look> looks;
};

/// An act as the record has it in the end.
struct recorded_act {
    std::string act_id;
    long long seq = 0;
};
using recorded_cases = std::map<long long, std::vector<recorded_act>>;

/// Everything in which a history cannot have been, with this record at its end: empty, if acts
/// entered one after the other in each case explain every answer. The order is that of the record;
/// an act that was answered before another was sent stands before it; who looked saw no less than
/// had been answered and no more than had been sent. The record holds these cases whole.
std::vector<std::string> what_cannot_be(history const& seen, recorded_cases const& record);

} // namespace tests

#endif
