#ifndef JUECE_TESTS_WORKFLOWS_SOME_PEOPLE_HPP
#define JUECE_TESTS_WORKFLOWS_SOME_PEOPLE_HPP

#include "engine/seat_holders.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace tests {

/// The people of a house and what they hold, on whatever day.
class some_people final : public engine::seat_holders {
public:
    void add(engine::actor one) { all_.push_back(std::move(one)); }

    std::vector<engine::actor> seats_of(engine::person_id who, engine::day) override
    {
        std::vector<engine::actor> found;
        for (auto const& one : all_)
            if (one.person == who)
                found.push_back(one);
        return found;
    }
    bool is_held(std::string const& role, std::string const& unit, engine::day) override
    {
        return std::any_of(all_.begin(), all_.end(),
                           [&](auto const& one) { return one.role == role && one.unit == unit; });
    }

private:
    std::vector<engine::actor> all_;
};

} // namespace tests

#endif
