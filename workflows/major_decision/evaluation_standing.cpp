#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/parties.hpp"
#include "workflows/major_decision/sides.hpp"

#include <algorithm>

namespace workflows::major_decision {

using evaluation::evaluation_trigger;
using execution::problem_kind;

bool evaluation_open(dossier const& file)
{
    return file.evaluation.order && !file.evaluation.report;
}

bool evaluation_unanswered(dossier const& file)
{
    auto const& facts = file.evaluation;
    if (!facts.report || facts.answer)
        return false;
    auto const& proposal = file.adjustment.proposal;
    return !proposal || proposal->seq < facts.report->seq;
}

namespace {

/// The request that a unit owes an answer to; null if it owes none.
entered<evaluation::data_requested> const* request_open_to(dossier const& file,
                                                           std::string const& unit)
{
    auto const& facts = file.evaluation;
    auto supplies = std::count_if(facts.supplies.begin(), facts.supplies.end(),
                                  [&](auto const& one) { return one.unit == unit; });
    for (auto const& one : facts.requests)
        if (one.body.from_unit == unit && supplies-- == 0)
            return &one;
    return nullptr;
}

} // namespace

std::vector<unit_ref> units_owing_data(dossier const& file)
{
    std::vector<unit_ref> all;
    for (auto const& one : file.evaluation.requests)
        if (auto const& unit = one.body.from_unit;
            request_open_to(file, unit) && std::find(all.begin(), all.end(), unit) == all.end())
            all.push_back(unit);
    return all;
}

std::vector<unit_ref> units_owing_follow_up(dossier const& file)
{
    std::vector<unit_ref> all;
    auto const& facts = file.evaluation;
    if (!facts.report)
        return all;
    for (auto const& one : facts.report->body.follow_ups) {
        auto const& unit = one.unit_concerned;
        bool const answered =
            std::any_of(facts.follow_ups.begin(), facts.follow_ups.end(),
                        [&](auto const& answer) { return answer.body.by_unit == unit; });
        if (!answered && std::find(all.begin(), all.end(), unit) == all.end())
            all.push_back(unit);
    }
    return all;
}

std::vector<engine::limit_terms> evaluation_terms(dossier const& file)
{
    std::vector<engine::limit_terms> all;
    if (file.evaluation.report)
        return all;
    for (auto const& unit : units_owing_data(file))
        if (auto const* request = request_open_to(file, unit); request->body.answer_by)
            all.push_back({.name = "evaluation_data",
                           .rule = "GD21-50.1",
                           .begins = request->on,
                           .days = (*request->body.answer_by - request->on).count(),
                           .binds = {evaluation::data_supplied::kind},
                           .unit_bound = unit,
                           .ends_as_written = true});
    return all;
}

std::vector<engine::news> told_of_evaluation(dossier const& file, engine::act const& what)
{
    std::vector<engine::news> all;
    auto const tell = [&](char const* news, std::vector<engine::seat> const& seats) {
        for (auto const& one : seats)
            all.push_back({"evaluation", news, one});
    };
    if (what.kind == evaluation::reported::kind)
        for (auto const& unit : units_owing_data(file))
            tell("news.evaluation_data_awaited_no_more", evaluator::seats_in(unit));
    if (what.kind == evaluation::result_answered::kind)
        tell("news.evaluation_answered", evaluator::seats(file));
    return all;
}

namespace {

/// The latest of a kind of entries, and those before it.
template <class Body, class Visit>
void each_of(std::vector<entered<Body>> const& earlier, std::optional<entered<Body>> const& latest,
             Visit const& visit)
{
    for (auto const& one : earlier)
        visit(one.body);
    if (latest)
        visit(latest->body);
}

} // namespace

std::vector<std::string> earlier_assessors(dossier const& file)
{
    std::vector<std::string> all;
    each_of(file.experts.earlier_selections, file.experts.selection,
            [&](experts::selected const& body) {
                if (body.institution)
                    all.push_back(*body.institution);
                for (auto const& one : body.experts)
                    all.push_back(one.institution);
            });
    each_of(file.risk.earlier_plans, file.risk.plan, [&](risk::planned const& body) {
        if (body.third_party)
            all.push_back(*body.third_party);
        if (body.assessor_unit)
            all.push_back(*body.assessor_unit);
    });
    return all;
}

std::vector<std::string> people_who_assessed(dossier const& file)
{
    std::vector<std::string> all;
    each_of(file.experts.earlier_selections, file.experts.selection,
            [&](experts::selected const& body) {
                for (auto const& one : body.experts)
                    all.push_back(one.name);
            });
    for (auto const& one : file.doings)
        if (assesses(one.kind)) {
            all.push_back(one.name);
            if (!one.on_behalf_of.empty())
                all.push_back(one.on_behalf_of);
        }
    return all;
}

std::vector<evaluation_trigger> triggers_on_file(dossier const& file)
{
    std::vector<evaluation_trigger> all;
    auto const add = [&](evaluation_trigger one) {
        if (std::find(all.begin(), all.end(), one) == all.end())
            all.push_back(one);
    };
    for (auto const& problem : file.execution.problems)
        switch (problem.body.problem) {
        case problem_kind::short_of_aim:
            add(evaluation_trigger::short_of_effect);
            break;
        case problem_kind::circumstances_changed:
        case problem_kind::force_majeure:
            add(evaluation_trigger::basis_changed);
            break;
        case problem_kind::many_citizen_opinions:
            add(evaluation_trigger::many_opinions);
            break;
        }
    return all;
}

} // namespace workflows::major_decision
