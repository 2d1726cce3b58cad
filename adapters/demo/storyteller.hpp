#ifndef JUECE_ADAPTERS_DEMO_STORYTELLER_HPP
#define JUECE_ADAPTERS_DEMO_STORYTELLER_HPP

#include "adapters/demo/model_acts.hpp"
#include "engine/desk.hpp"
#include "engine/seat_holders.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace adapters::demo {

/// Who holds the seats of a government, from whatever day.
class officials final : public engine::seat_holders {
public:
    void add(engine::actor one) { all_.push_back(std::move(one)); }
    /// Somebody who holds one of these seats; the `turn`-th where several do, or of a certain unit
    /// if `unit` is not empty. Null if nobody does.
    engine::actor const* holding(std::vector<engine::seat> const& seats,
                                 std::string const& unit = {}, std::size_t turn = 0) const;
    std::vector<engine::actor> const& all() const { return all_; }
    std::vector<engine::actor> seats_of(engine::person_id who, engine::day on) override;

private:
    std::vector<engine::actor> all_;
};

/// The officials of a small government, numbered from 1, for tests: one clerk, head and legal
/// officer for each of the units, and one of every other role.
officials made_up_officials(std::vector<std::string> const& units);

/// A decision to be told: the matter, when it begins and which turns it takes.
struct story {
    matter what;
    std::string place = "gd";
    std::string shape = "major_decision/2019";
    engine::day begins;
    /// Turns off the straight way: "declined", "excluded", "excluded_at_once", "risk_first",
    /// "negative_first", "changes_first", "supplement", "clock_stop", "office_return",
    /// "completion", "unit_comments", "unit_disagrees", "hearing_postponed", "hearing_against",
    /// "expert_excluded", "postponed", "rejected", "in_principle", "discuss_again", "terminated",
    /// "withdrawn", "suspended", "evaluated", "adjusted", "asked_early", "countersigned".
    std::set<std::string, std::less<>> turns;
    std::string until; ///< the kind of the last act; empty: to the archive
};

/// One act of a story, as somebody would submit it.
struct told_act {
    std::string kind;
    boost::json::object body;
    engine::actor by;
    engine::instant at;
};

/// How far a story went.
struct telling {
    std::vector<told_act> acts;
    std::vector<engine::act> entered;        ///< the same, as the procedure entered them
    std::unique_ptr<engine::procedure> file; ///< where the case stands now
    /// Set when the law refused what the story wanted: the model does not fit the law.
    std::string refused_kind;
    std::vector<engine::refusal> refusals;
    std::vector<engine::field_fault> faults;

    bool went_well() const { return refused_kind.empty(); }
};

/// Tells a decision act by act with realistic spacing of days, each act judged by the law. It goes
/// on to the story's end or until `now`, whatever comes first. The same story gives the same acts.
telling tell(story const& one, officials const& by, engine::law_in_force law,
             paper const& file_paper, engine::instant now);

} // namespace adapters::demo

#endif
