#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_HANDED_WORK_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_HANDED_WORK_HPP

#include "engine/offer.hpp"
#include "workflows/major_decision/entered.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Tasks of a seat in the hands of somebody by name: handed over (转办), or given to a colleague to
// prepare (委派). Neither gives anybody a right, and neither bars anybody (JC-15, JC-16).

namespace workflows::major_decision::circulation {

/// A task goes from one holder of its seat to another.
struct handing_step {
    engine::person_id from;
    engine::person_id in_place_of; ///< whose place was taken; 0: nobody's
    std::string from_name;
    std::string on_behalf_of;
    engine::person_id to;
    std::string reason;
    day on;
};

/// A task of a seat that waits for one of those who hold the seat. Over once it was taken back, its
/// act was done, or its seat is not asked for it any more.
struct handing {
    std::string kind; ///< of the act that the task waits for
    engine::seat at;  ///< of whoever handed it over
    std::vector<handing_step> steps;
    bool is_over = false;

    engine::person_id waits_for() const { return steps.back().to; }
};

enum class delegation_state { asked, answered, declined, recalled, lapsed };
JUECE_CHOICE(delegation_state, asked, answered, declined, recalled, lapsed)

/// Somebody of a unit asks a colleague by name to prepare something for a task.
struct delegation {
    long long number = 0; ///< from 1 in the case
    std::string kind;     ///< of the act that the task waits for
    engine::seat from;    ///< of whoever delegated, by name
    std::string from_name;
    std::string on_behalf_of;
    engine::person_id colleague;
    std::string note;
    std::optional<day> answer_by;
    day asked_on;
    delegation_state state = delegation_state::asked;
    std::string words; ///< the answer, or why it was declined
    std::vector<document_ref> documents;
    std::string answered_by;
    std::vector<engine::person_id> prepared_by; ///< who answered, and in whose place
    std::optional<day> answered_on;

    /// Where it waits: at the colleague, in whatever role of the unit.
    engine::seat waits_at() const { return {"", from.unit, colleague}; }
};

/// The seat that a place of the law is for somebody who sits there.
bool is_place_of(engine::seat const& place, engine::seat const& sits);

/// The handing that a task of that kind and seat is under now, or null.
handing const* find_handing(std::vector<handing> const& all, std::string_view kind,
                            engine::seat const& sits);

/// Hands a task over, or on.
void hand_over(std::vector<handing>& all, std::string_view kind, engine::seat const& sits,
               handing_step step);
/// The last step by which somebody handed it over, themselves or through a substitute; null: none.
/// Asked on replay too, so of nothing but what is on the act.
handing_step const* step_of(handing const& one, engine::actor const& who);
/// Back to before that step; the first one taken back ends it.
void take_back(std::vector<handing>& all, std::string_view kind, engine::seat const& sits,
               engine::actor const& who);

using seats_of_kind = std::function<std::vector<engine::seat>(std::string_view)>;

/// Ends what an act has ended: it was the act that was waited for, or nobody asks the seat for it
/// any more. `seats`: from where an act is done now.
void settle(std::vector<handing>& handings, std::vector<delegation>& delegations,
            engine::act const& what, seats_of_kind const& seats);

} // namespace workflows::major_decision::circulation

#endif
