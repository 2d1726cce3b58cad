#ifndef JUECE_ENGINE_LIMIT_HPP
#define JUECE_ENGINE_LIMIT_HPP

#include "engine/act.hpp"
#include "engine/day.hpp"
#include "engine/refusal.hpp"
#include "engine/working_days.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

enum class day_unit { calendar, working };

/// Days on which a clock does not run, both ends included; an open end still runs. On the day of
/// its end nothing stands still any more, so that whoever is awaited may see that it goes on.
struct pause {
    day from;
    std::optional<day> until;
    text reason;
};

/// What one day does to a time limit.
struct counted_day {
    enum class effect { not_counted, counted, rest_day, paused, rolled };

    day on;
    effect what = effect::counted;
    long long number = 0; ///< of the days counted so far
    text note;            ///< festival, reason of the pause
};

/// A time limit that runs on a case (时限), with its reckoning.
struct limit {
    enum class state { running, paused, met, overdue };

    std::string name; ///< key "limit.<name>" of the catalogues
    rule_id rule;
    day begins; ///< the day that is not counted
    day due;    ///< the last day
    day_unit unit = day_unit::calendar;
    long long days = 0; ///< the length
    state is = state::running;
    std::optional<day> met_on = {};
    bool is_least = false; ///< a time that must have passed, nothing that is ever late
    long long used = 0;
    long long left = 0;       ///< negative when overdue
    bool provisional = false; ///< reaches a year whose holiday notice is not known
    std::vector<counted_day> reckoning = {};
    std::string unit_bound = {}; ///< as in its terms
};

/// What is asked of a limit before it is reckoned.
struct limit_terms {
    std::string name;
    rule_id rule;
    day begins;
    long long days = 0;
    day_unit unit = day_unit::calendar;
    std::vector<pause> pauses = {};
    std::optional<day> met_on = {};
    bool is_least = false; ///< a least time: when it is over it has been served, never overdue
    std::vector<std::string_view> binds = {}; ///< the kinds of acts that must be done within it
    std::string unit_bound = {};              ///< only the tasks of this unit; empty: of all
    person_id person_bound = {};              ///< only those that wait for this person; 0: all
    /// Somebody wrote the last day down: it is that day, a day of rest too, and never provisional.
    bool ends_as_written = false;
    /// What it binds rests until its last day, though it may be done sooner.
    bool rests_until_due = false;
    /// Of a least time: its last day belongs to those for whom it runs, and it is served after it.
    bool takes_whole_last_day = false;
};

/// What a list shows of the limit that a task runs against. It holds until the next act or the next
/// holiday list; what the light says today follows from it and the day.
struct task_limit {
    std::string name;
    day due; ///< while the clock stands still: as if it went on at once
    day_unit unit = day_unit::calendar;
    bool stopped = false;
    auto operator<=>(task_limit const&) const = default;
};

/// Counts a limit forward: first day excluded (TIME-1), pauses left out, a last calendar day that
/// is a rest day rolls to the next working day (TIME-3): a day that was named does not. `today`
/// decides used, left and state.
limit reckon(limit_terms const& terms, working_days const& days, day today);

/// The limit as a task shows it; nothing for one that is met or that is a least time.
std::optional<task_limit> running(limit_terms const& terms, working_days const& days, day today);

/// The last day on which something due "n days before" an event may be done: the event's day is
/// not counted.
struct backward {
    day latest;  ///< exactly n days before: lawful, with a remark
    day advised; ///< the working day before `latest` if that one is a rest day
    bool provisional = false;
};
backward days_before(day event, long long n, working_days const& days);

/// How a date stands to "n days before": too late, exactly n (lawful; clear days are disputed), or
/// in good time.
enum class in_advance { too_late, exactly, in_time };
in_advance stands(day done, day event, long long n);

} // namespace engine

#endif
