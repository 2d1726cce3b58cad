#include "adapters/import/planned_case.hpp"

#include "adapters/import/objections.hpp"

namespace adapters::import {

void copy_onto(memory_record& sheet, soci::case_record const& from)
{
    engine::consequences const then{
        .summary = from.entry.summary, .stages = {}, .tasks_opened = {}, .tasks_closed = {}};
    sheet.open(from.entry.head.line, {});
    for (auto const& act : from.acts)
        sheet.append(act, then);
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

} // namespace adapters::import
