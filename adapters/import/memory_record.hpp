#ifndef JUECE_ADAPTERS_IMPORT_MEMORY_RECORD_HPP
#define JUECE_ADAPTERS_IMPORT_MEMORY_RECORD_HPP

#include "engine/record.hpp"

#include <functional>
#include <map>
#include <unordered_map>

namespace adapters::import {

/// A record that lives in memory: for judging without entering, and for tests.
class memory_record final : public engine::record {
public:
    using seats_on_a_day =
        std::function<std::vector<engine::actor>(engine::person_id, engine::day)>;

    /// `holds` answers for documents; empty: all are here. `seats` for people; empty: nobody is
    /// known.
    explicit memory_record(std::function<bool(std::string const&)> holds = {},
                           seats_on_a_day seats = {});

    std::vector<engine::actor> seats_of(engine::person_id who, engine::day on) override;
    std::optional<engine::case_head> find_case(engine::case_id id) override;
    std::vector<engine::act> acts_of(engine::case_id id) override;
    std::optional<engine::act> find_act(std::string const& act_id) override;
    bool holds_document(std::string const& hash) override;
    std::optional<engine::case_id> case_of_shape(std::string const& shape) override;
    /// Knows no organs: each unit counts as one of its own.
    std::optional<engine::case_id> case_standing_for(std::string const& what,
                                                     std::string const& family,
                                                     std::string const& unit) override;
    engine::case_id next_case_id() override;
    std::string next_number(std::string const& prefix, int year) override;
    void open(engine::case_line const& line, std::string const& hash) override;
    void append(engine::act const& what, engine::consequences const& then) override;

    /// Lets go of a case; its act ids stay known.
    void forget(engine::case_id id) { cases_.erase(id); }

private:
    struct kept {
        engine::case_head head;
        std::vector<engine::act> acts;
        std::string unit = {};
        std::string stands_for = {};
    };
    struct place_of_act {
        engine::case_id on;
        long long seq = 0;
    };

    std::function<bool(std::string const&)> holds_;
    seats_on_a_day seats_;
    std::unordered_map<engine::case_id, kept> cases_;
    std::unordered_map<std::string, place_of_act> acts_;
    std::map<std::pair<std::string, int>, long long> numbers_;
    long long last_id_ = 0;
};

} // namespace adapters::import

#endif
