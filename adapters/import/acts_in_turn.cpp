#include "adapters/import/acts_in_turn.hpp"

#include <future>
#include <memory>
#include <stdexcept>

namespace adapters::import {
namespace {

template <class Judge>
std::vector<engine::ruling> in_turn(std::vector<engine::submission> acts, Judge const& rule_on)
{
    std::vector<engine::ruling> answers;
    engine::case_id on;
    for (auto& wish : acts) {
        if (wish.on.value == 0)
            wish.on = on;
        answers.push_back(rule_on(std::move(wish)));
        auto const* taken = std::get_if<engine::admitted>(&answers.back());
        if (!taken)
            break;
        on = taken->what.on;
    }
    return answers;
}

engine::ruling ask(soci::clerk& clerk, engine::submission wish)
{
    auto answer = std::make_shared<std::promise<soci::outcome>>();
    auto waiting = answer->get_future();
    if (!clerk.submit(std::move(wish),
                      [answer](soci::outcome given) { answer->set_value(std::move(given)); }))
        throw std::runtime_error("the clerk takes no submissions");
    auto given = waiting.get();
    if (auto const* broken = std::get_if<soci::fault>(&given))
        throw std::runtime_error("an act could not be entered, see the log: " + broken->id);
    return std::get<engine::ruling>(std::move(given));
}

} // namespace

std::vector<engine::ruling> judge_in_turn(std::vector<engine::submission> acts,
                                          engine::law_in_force law, memory_record& sheet)
{
    engine::desk desk(law, 1);
    return in_turn(std::move(acts),
                   [&](engine::submission const& wish) { return desk.submit(wish, sheet); });
}

std::vector<engine::ruling> enter_in_turn(std::vector<engine::submission> acts, soci::clerk& clerk)
{
    return in_turn(std::move(acts),
                   [&](engine::submission wish) { return ask(clerk, std::move(wish)); });
}

} // namespace adapters::import
