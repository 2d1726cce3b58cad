#ifndef JUECE_ADAPTERS_SOCI_BOXES_HPP
#define JUECE_ADAPTERS_SOCI_BOXES_HPP

#include "engine/act.hpp"
#include "engine/offer.hpp"

#include <optional>
#include <string>
#include <vector>

namespace adapters::soci {

/// One of the lists that people live in.
enum class box_name {
    waiting, ///< 待办: tasks for these seats, or by name
    done,    ///< 已办: acts of this person
    opened,  ///< 我发起的: cases that this person opened, or whose place they took
    copied, ///< 抄送我的: what these seats were sent to know of, and behind it what this person
            ///< has confirmed
    overseen ///< 督办: acts that these units owe, or others on cases that they sponsor, each once
};

/// A box and whose it is; what does not belong to its name is not asked.
struct box {
    box_name name = box_name::waiting;
    std::vector<engine::seat> seats = {};
    /// Whose tasks by name are in it, beside those that wait for whoever holds the seats; of
    /// `opened`, those whose place the person took.
    std::vector<engine::person_id> by_name = {};
    engine::person_id person = {};
    std::vector<std::string> units = {};
    /// Of `waiting`: what waits for this role of the same unit as well is left to it.
    std::string left_to = {};
    /// The kind of act that confirms a copy: the tasks of `copied`, and of no other box.
    std::string kind_of_copies = {};
};

/// The days on which lights change: red before `today`, yellow up to `soon`.
struct light_days {
    engine::day today;
    engine::day soon;         ///< of a limit in calendar days
    engine::day soon_working; ///< of a limit in working days
};

/// What a box is narrowed by; an empty member narrows nothing.
struct box_filter {
    std::string words;   ///< in the title or the number, letter case of a-z ignored
    std::string matter;  ///< kind of the matter
    std::string chapter; ///< of the task, or of the act that was done
    std::string kind;    ///< of the task, or of the act that was done
    std::string phase;
    std::string unit; ///< that sponsors the case
    /// Of tasks: the unit that is to act; empty: a role in whatever unit, or somebody by name.
    std::optional<std::string> acting;
    /// "red", "yellow", "green", "grey" (the clock stands still), "none" (no limit), "due" (red or
    /// yellow).
    std::string light;
    std::optional<engine::day> from;    ///< received, done or opened on that day or later
    std::optional<engine::day> until;   ///< ... on that day or earlier
    std::optional<engine::day> open_on; ///< only what may be done on that day
    light_days lights = {};             ///< needed for `light`
};

/// Which row comes first. `done` may be ordered by all of them, tasks not by title and kind,
/// `opened` by its age alone. `to_do` is how a desk is worked off: what is due (red or yellow) by
/// its day, then the newest, then what rests (grey) by `opening`, unless that is much. `opening` is
/// the day from which a task can be done, and behind them stand those whose clock stands still.
enum class box_order { newest, oldest, due, to_do, opening, number, title, kind };

/// Where a list goes on: behind this row. It stays right while rows come and go.
struct box_cursor {
    long long part = 0; ///< of a list that is made of several, one behind the other
    std::string key;    ///< what the list is ordered by
    long long id = 0;
    long long seq = 0;

    std::string to_text() const;
    /// Nothing for what to_text() does not write.
    static std::optional<box_cursor> parse(std::string const& text);
};

/// A row of a box: a case, the task that waits on it, and an act: the one that brought the task,
/// the one that was done, or the one that opened the case.
struct box_row {
    engine::case_id on;
    std::string number;
    std::string title;
    std::string matter;
    std::string unit; ///< that sponsors the case
    std::string phase;
    bool closed = false;
    engine::task waits; ///< of a case: its most urgent task; without a kind: none
    long long seq = 0;
    std::string kind; ///< of the act
    std::string by_name;
    std::string by_unit;
    std::string by_role;
    std::optional<engine::instant> at;
};

struct box_page {
    std::vector<box_row> rows;
    std::optional<box_cursor> next;
};

/// How many acts of some sort are owed, by the unit that sponsors the case, the chapter, and the
/// unit that is to act.
struct waiting_count {
    std::string unit;
    std::string chapter;
    std::string acting; ///< empty: a role in whatever unit, or somebody by name
    long long waiting = 0;
    long long red = 0;
    long long yellow = 0;
};

/// How many cases a unit sponsors, running or ended, of this year or of years before.
struct case_count {
    std::string unit;
    bool closed = false;
    bool opened_this_year = false;
    long long cases = 0;
};

} // namespace adapters::soci

#endif
