#include "adapters/import/enter_cases.hpp"

#include "adapters/import/acts_in_turn.hpp"

namespace adapters::import {

imported_cases enter_cases(std::vector<planned_case> const& cases, soci::clerk& clerk)
{
    imported_cases done;
    for (auto const& one : cases) {
        auto const answers = enter_in_turn(wishes_of(one), clerk);
        for (auto const& answer : answers)
            if (auto const* taken = std::get_if<engine::admitted>(&answer))
                ++(taken->repeated ? done.already_here : done.acts);
        note_objections(one, answers, done.faults);
        if (!std::holds_alternative<engine::admitted>(answers.back()))
            break;
        ++done.cases;
    }
    return done;
}

} // namespace adapters::import
