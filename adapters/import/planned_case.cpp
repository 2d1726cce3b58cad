#include "adapters/import/planned_case.hpp"

#include <future>
#include <memory>
#include <stdexcept>

namespace adapters::import {

using engine::say;

std::vector<engine::text> objections(engine::ruling const& answer)
{
    std::vector<engine::text> all;
    if (auto const* refused = std::get_if<engine::refused>(&answer))
        for (auto const& ground : refused->grounds)
            all.push_back(say("{1}：{2}", ground.rule, ground.reason));
    else if (auto const* malformed = std::get_if<engine::malformed>(&answer))
        for (auto const& one : malformed->faults)
            all.push_back(say("{1}：{2}", one.path, one.reason));
    else if (auto const* missing = std::get_if<engine::not_found>(&answer))
        all.push_back(missing->what);
    else if (auto const* clash = std::get_if<engine::clash>(&answer))
        all.push_back(say("编号{1}已用于另一行为", clash->act_id));
    else if (!std::holds_alternative<engine::admitted>(answer))
        all.push_back(say("案卷无法续办"));
    return all;
}

void rehearse(planned_case const& one, engine::law_in_force law, memory_record& sheet,
              std::vector<csv::fault>& faults)
{
    engine::desk desk(law, 1);
    engine::case_id id;
    for (auto const& act : one.acts) {
        auto wish = act.wish;
        wish.on = id;
        auto const answer = desk.submit(wish, sheet);
        auto said = objections(answer);
        for (auto& why : said)
            faults.push_back({.line = act.line, .reason = std::move(why)});
        if (!said.empty())
            break; // the acts after it stand on it
        id = std::get<engine::admitted>(answer).what.on;
    }
    sheet.forget(id);
}

engine::ruling enter(soci::clerk& clerk, engine::submission wish)
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

} // namespace adapters::import
