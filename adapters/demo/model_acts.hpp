#ifndef JUECE_ADAPTERS_DEMO_MODEL_ACTS_HPP
#define JUECE_ADAPTERS_DEMO_MODEL_ACTS_HPP

#include "engine/act.hpp"
#include "engine/body.hpp"
#include "engine/working_days.hpp"

#include <boost/json/object.hpp>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// A lawful body for every kind of act of a major decision, as an official would fill it in: for the
// sample data and for tests that walk through the law. No SQL, no HTTP.

namespace adapters::demo {

/// Files a document of these words and gives what acts name it by.
using paper =
    std::function<engine::document_ref(std::string const& name, std::string const& words)>;

/// Documents that are hashed and kept nowhere.
paper loose_paper();

/// The matter that is decided, and who takes part in it.
struct matter {
    std::string title;
    std::string type = "public_policy"; ///< a matter_type
    std::string sponsor;                ///< code of the leading unit
    std::vector<std::string> partners;  ///< codes of further sponsors
    std::vector<std::string> concerned; ///< codes of the units that are consulted
    std::string executor;
    std::string evaluator;
    /// What the matter touches: "technical", "risk", "operators", "business", "groups", "vital",
    /// "dispute", "concern", "secret", "reform"; and what was laid down for it: "catalogue",
    /// "hearing", "congress_report", "congress_decide".
    std::set<std::string, std::less<>> traits;
    long long seed = 0; ///< chooses names and wordings

    bool is(std::string_view trait) const { return traits.find(trait) != traits.end(); }
};

/// A case as the writer of a body sees it.
struct scene {
    matter const& what;
    std::vector<engine::act> const& acts; ///< entered so far
    engine::day today;
    engine::working_days const& days;
    paper const& file_paper;
    std::vector<engine::actor> const& people; ///< who holds which seat

    engine::act const* last(std::string_view kind) const;
    long long count(std::string_view kind) const;
    bool has(std::string_view kind) const { return last(kind) != nullptr; }
};

/// Every kind that has a model, in the order of the law.
std::vector<std::string> model_kinds();

/// The variants of a kind, the usual one first: "adopted", "postponed" ... One empty name where
/// there is but one way to do it.
std::vector<std::string> variants_of(std::string_view kind);

/// The body of an act. An empty variant is the one that suits the matter. Throws
/// std::invalid_argument for a kind without a model.
boost::json::object model_body(std::string_view kind, std::string_view variant, scene const& at);

/// The unit that must act next where several may: the unit asked for its opinion that has not
/// answered yet. Empty: any that holds the seat.
std::string unit_whose_turn_it_is(std::string_view kind, scene const& at);

/// A person's name for a number; the same number gives the same name.
std::string name_of_person(long long number);

} // namespace adapters::demo

#endif
