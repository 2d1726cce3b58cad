#ifndef JUECE_TESTS_WORKFLOWS_LEGAL_MATTER_MATTER_TRIAL_HPP
#define JUECE_TESTS_WORKFLOWS_LEGAL_MATTER_MATTER_TRIAL_HPP

#include "tests/workflows/bodies.hpp"
#include "workflows/legal_matter/procedure.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tests {

/// A legal matter as a whole, act by act, under the Guangdong rules.
///
///     matter_trial m;
///     m.registers(a_contract);
///     m.office().enters("handling.assigned", assignment);
///     m.adviser("王律师").refused("advice.opined", ...) == rules{"JC-41"}
class matter_trial {
public:
    matter_trial();

    matter_trial& on(std::string_view day);
    /// Each name is another person.
    matter_trial& by(std::string role, std::string unit, std::string name);
    matter_trial& unit() { return by("sponsor_clerk", "water", "水务局经办"); }
    matter_trial& office() { return by("reviewer", "justice", "法制科承办"); }
    matter_trial& adviser(std::string name) { return by("legal_adviser", "justice", name); }
    matter_trial& in_place_of(std::string name);

    /// The act must be admitted; it is entered.
    void enters(std::string_view kind, std::string_view body = "{}");
    /// The rule ids of the refusals; nothing is entered.
    std::set<std::string> refused(std::string_view kind, std::string_view body = "{}");
    /// The rule ids of the advice that comes with an admitted act; the act is entered.
    std::set<std::string> advised(std::string_view kind, std::string_view body = "{}");

    /// The clerk of the water bureau asks.
    matter_trial& registers(std::string_view request);
    /// ... and the legal office takes it, with ten working days.
    matter_trial& taken(std::string_view request);
    /// ... and agrees in writing, the letter goes out, the unit follows it.
    matter_trial& followed(std::string_view request);

    std::string stage(std::string_view chapter) const;
    engine::case_summary summary() const { return file_->summary(); }
    /// The kinds of acts that the procedure waits for, from whomever.
    std::set<std::string> waits_for() const;
    std::vector<engine::limit> limits() const;
    engine::limit limit(std::string_view name) const;
    /// The sums of the figures of a year so far.
    std::map<std::string, long long> figures(int year = 2026) const;
    std::vector<engine::act> const& acts() const { return acts_; }
    engine::procedure const& file() const { return *file_; }

private:
    engine::judgement judge(std::string_view kind, std::string_view body);
    engine::circumstances now() const;

    engine::procedure_shape shape_ = workflows::legal_matter::shape();
    std::unique_ptr<engine::procedure> file_;
    engine::day today_;
    engine::actor by_;
    std::vector<engine::act> acts_;
    std::vector<engine::figure> figures_;
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
