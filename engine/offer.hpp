#ifndef JUECE_ENGINE_OFFER_HPP
#define JUECE_ENGINE_OFFER_HPP

#include "engine/act.hpp"
#include "engine/body.hpp"
#include "engine/limit.hpp"
#include "engine/refusal.hpp"

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A place from which an act may be done: a role, the unit if it must be a certain one, and the
/// person if it must be somebody by name.
struct seat {
    std::string role;      ///< empty: any role; only of somebody by name
    std::string unit;      ///< empty: any unit of the organ whose case it is (JC-18)
    person_id person = {}; ///< 0: whoever holds the seat
    auto operator<=>(seat const&) const = default;
};

/// True if who acts sits there.
inline bool is_held_by(seat const& place, actor const& who)
{
    return (place.role.empty() || place.role == who.role) &&
           (place.unit.empty() ? !who.is_elsewhere : place.unit == who.unit) &&
           (place.person.value == 0 || who.stands_for(place.person));
}

/// Something that may be done now (可办事项), or is blocked and why.
struct offer {
    std::string chapter;
    std::string stage;
    std::string kind;
    bool duty = false; ///< the procedure waits for it; otherwise it is open to choice
    std::vector<rule_id> rules;
    std::vector<seat> seats;
    std::vector<refusal> refusals; ///< empty: open
    std::vector<advice> remarks;
    std::vector<field> const* fields = nullptr;

    bool is_open() const { return refusals.empty(); }
};

/// A duty that waits for somebody (待办).
struct task {
    std::string chapter;
    std::string kind;
    std::string role;
    std::string unit;
    std::optional<day> opens_on;           ///< it rests until that day
    std::optional<task_limit> within = {}; ///< the first of its limits to end
    person_id person = {};                 ///< 0: it waits for whoever holds the seat
    bool leads = true; ///< stands for the act among the seats that may do it (leading_seats.hpp)
    auto operator<=>(task const&) const = default;
};

/// True if both are the same task of a case; its day, its limit and whether it leads may change
/// while it waits.
inline bool is_same_task(task const& a, task const& b)
{
    return a.chapter == b.chapter && a.kind == b.kind && a.role == b.role && a.unit == b.unit &&
           a.person == b.person;
}

/// Where a chapter stands.
struct chapter_stage {
    std::string chapter;
    std::string stage;
    bool operator==(chapter_stage const&) const = default;
};

/// One row of a chapter's table, for people, maps and golden files.
struct table_row {
    std::string chapter;
    std::string rule;
    std::string stage;
    std::string kind;
    std::string next;
    std::string sort; ///< "duty", "option" or "follows"
    std::vector<std::string> conditions;
    bool goes_on = false; ///< the chapter is not over at `stage`, whether or not a task waits
};

} // namespace engine

#endif
