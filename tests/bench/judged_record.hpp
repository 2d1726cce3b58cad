#ifndef JUECE_TESTS_BENCH_JUDGED_RECORD_HPP
#define JUECE_TESTS_BENCH_JUDGED_RECORD_HPP

#include "engine/record.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bench {

/// The opening line of a case and its hash.
struct opened_line {
    engine::case_line line;
    std::string hash;
};

/// An act that the law admitted, with what follows from it, as a record is given it.
struct judged_act {
    std::optional<opened_line> opens; ///< set: the first act of its case
    engine::act what;
    engine::consequences then;
};

/// Takes what a desk enters, to be written by somebody else: judging and writing then use two
/// cores. It knows the case that was opened last and no other, so cases are told one after the
/// other, each to its end.
class judged_record final : public engine::record {
public:
    /// `last`: the newest case on file. The series of numbers that are given here have none yet.
    /// `holds`: whether a document is here. `people` outlive it.
    judged_record(engine::case_id last, std::function<bool(std::string const&)> holds,
                  engine::seat_holders& people);

    std::size_t size() const { return acts_.size(); }
    /// The number of the case that was opened last.
    std::string const& number() const { return head_.line.number; }
    /// What was entered since the last time, in order.
    std::vector<judged_act> take() { return std::exchange(acts_, {}); }

    std::vector<engine::actor> seats_of(engine::person_id who, engine::day on) override;
    std::optional<engine::case_head> find_case(engine::case_id id) override;
    std::vector<engine::act> acts_of(engine::case_id id) override;
    std::optional<engine::act> find_act(std::string const& act_id) override;
    bool holds_document(std::string const& hash) override;
    std::optional<engine::case_id> case_of_shape(std::string const& shape) override;
    std::optional<engine::case_id> case_standing_for(std::string const& what,
                                                     std::string const& family,
                                                     std::string const& unit) override;
    engine::case_id next_case_id() override;
    std::string next_number(std::string const& prefix, int year) override;
    void open(engine::case_line const& line, std::string const& hash) override;
    void append(engine::act const& what, engine::consequences const& then) override;

private:
    std::function<bool(std::string const&)> holds_;
    engine::seat_holders& people_;
    long long last_id_;
    std::map<std::pair<std::string, int>, long long> numbers_;
    engine::case_head head_;
    std::optional<opened_line> opening_; ///< of the act that comes next
    std::vector<judged_act> acts_;
};

} // namespace bench

#endif
