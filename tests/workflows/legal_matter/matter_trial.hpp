#ifndef JUECE_TESTS_WORKFLOWS_LEGAL_MATTER_MATTER_TRIAL_HPP
#define JUECE_TESTS_WORKFLOWS_LEGAL_MATTER_MATTER_TRIAL_HPP

#include "tests/workflows/bodies.hpp"
#include "tests/workflows/case_trial.hpp"
#include "workflows/legal_matter/procedure.hpp"

#include <string>

namespace tests {

/// A legal matter as a whole, act by act, under the Guangdong rules.
///
///     matter_trial m;
///     m.registers(a_contract);
///     m.office().enters("handling.assigned", assignment);
///     m.adviser("王律师").refused("advice.opined", ...) == rules{"JC-41"}
class matter_trial : public case_trial {
public:
    matter_trial();

    matter_trial& on(std::string_view day);
    /// Each name is another person.
    matter_trial& by(std::string role, std::string unit, std::string name);
    matter_trial& unit() { return by("sponsor_clerk", "water", "水务局经办"); }
    matter_trial& office() { return by("reviewer", "justice", "法制科承办"); }
    matter_trial& adviser(std::string name) { return by("legal_adviser", "justice", name); }
    matter_trial& in_place_of(std::string name);

    /// The clerk of the water bureau asks.
    matter_trial& registers(std::string_view request);
    /// ... and the legal office takes it, with ten working days.
    matter_trial& taken(std::string_view request);
    /// ... and agrees in writing, the letter goes out, the unit follows it.
    matter_trial& followed(std::string_view request);
};

/// A contract of 12,000,000 yuan, asked about while it is negotiated.
extern std::string const a_contract;
/// A case before the court.
extern std::string const a_lawsuit;
/// Another matter, without an amount.
extern std::string const a_question;
extern std::string const assignment;
extern std::string const agreement;
extern std::string const objection;
extern std::string const letter;
/// Every question of a contract in order.
extern std::string const passed_review;

} // namespace tests

#endif
