#ifndef JUECE_TESTS_WORKFLOWS_CASE_TRIAL_HPP
#define JUECE_TESTS_WORKFLOWS_CASE_TRIAL_HPP

#include "engine/procedure.hpp"
#include "tests/workflows/trial.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// A case of one procedure as a whole, act by act, under the built-in rules of a place. Derived
/// trials say who acts in words of their own.
class case_trial {
public:
    case_trial(engine::procedure_shape const& shape, std::string const& place);

    /// The act must be admitted; it is entered.
    void enters(std::string_view kind, std::string_view body = "{}");
    /// The rule ids of the refusals; nothing is entered.
    std::set<std::string> refused(std::string_view kind, std::string_view body = "{}");
    /// The rule ids of the advice that comes with an admitted act; the act is entered.
    std::set<std::string> advised(std::string_view kind, std::string_view body = "{}");

    std::string stage(std::string_view chapter) const;
    engine::case_summary summary() const { return file_->summary(); }
    /// The kinds of acts that the procedure waits for, from whomever.
    std::set<std::string> waits_for() const;
    /// The same with the days from which they may be done; only those that have one.
    std::map<std::string, engine::day> waits_until() const;
    std::vector<engine::limit> limits() const;
    engine::limit limit(std::string_view name) const;
    /// The sums of the figures of a year so far.
    std::map<std::string, long long> figures(int year = 2026) const;
    std::vector<engine::act> const& acts() const { return acts_; }
    engine::procedure const& file() const { return *file_; }
    /// The built-in law on the day of the trial.
    engine::circumstances now() const;
    /// Who sits where, from here on; without, nobody is known.
    void among(engine::seat_holders& people) { people_ = &people; }
    /// So much was sent in, from here on; without, nothing was.
    void receives(engine::papers_received papers) { received_ = std::move(papers); }
    /// Papers of other cases have these numbers, from here on.
    void beside(engine::number_given numbers) { is_given_ = std::move(numbers); }

protected:
    engine::actor const& whoever_acts() const { return by_; }
    void set_day(std::string_view day);
    /// Each name is another person.
    void set_actor(std::string role, std::string unit, std::string name);
    void set_represented(std::string name);

private:
    engine::judgement judge(std::string_view kind, std::string_view body);

    std::unique_ptr<engine::procedure> file_;
    engine::day today_;
    engine::seat_holders* people_ = nullptr;
    engine::papers_received received_;
    engine::number_given is_given_;
    engine::actor by_;
    std::vector<engine::act> acts_;
    std::vector<engine::figure> figures_;
};

} // namespace tests

#endif
