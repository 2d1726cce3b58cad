#include "adapters/import/planned_case.hpp"

#include "adapters/import/acts_in_turn.hpp"
#include "adapters/import/objections.hpp"

namespace adapters::import {

void name_source(boost::json::object& body, std::string const& file_name,
                 std::optional<engine::document_ref> const& stored)
{
    body["source"] = file_name;
    if (stored)
        body["source_document"] = {{"hash", stored->hash}, {"name", stored->name}};
}

std::vector<engine::submission> wishes_of(planned_case const& one)
{
    std::vector<engine::submission> all;
    for (auto const& act : one.acts)
        all.push_back(act.wish);
    return all;
}

void note_objections(planned_case const& one, std::vector<engine::ruling> const& answers,
                     std::vector<csv::fault>& faults)
{
    for (std::size_t i = 0; i < answers.size(); ++i)
        for (auto& why : objections(answers[i]))
            faults.push_back({.line = one.acts[i].line, .reason = std::move(why)});
}

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
    auto const answers = judge_in_turn(wishes_of(one), law, sheet);
    note_objections(one, answers, faults);
    if (auto const* opened = std::get_if<engine::admitted>(&answers.front()))
        sheet.forget(opened->what.on);
}

} // namespace adapters::import
