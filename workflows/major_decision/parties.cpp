#include "workflows/major_decision/parties.hpp"

namespace workflows::major_decision {

using engine::seat;
using seat_list = std::vector<seat>;

namespace {

constexpr char const* clerk = "sponsor_clerk";
constexpr char const* department_head = "department_head";
constexpr char const* executor_clerk = "executor";

/// No unit is known yet: nobody holds the seat.
seat_list in_unit(std::string const& unit, std::initializer_list<char const*> roles)
{
    seat_list all;
    if (!unit.empty())
        for (auto const* role : roles)
            all.push_back({role, unit});
    return all;
}

void add_unit(seat_list& all, std::string const& unit)
{
    for (auto& one : in_unit(unit, {clerk, department_head}))
        all.push_back(std::move(one));
}

std::string lead_of(dossier const& file)
{
    if (!file.intake.started)
        return {};
    return file.intake.started->body.lead;
}

} // namespace

seat_list any_department::seats(dossier const&)
{
    return {{clerk, ""}, {department_head, ""}, {"office_secretary", ""}};
}

seat_list studying_unit::seats(dossier const& file)
{
    if (!file.intake.assigned)
        return {};
    return in_unit(file.intake.assigned->body.to_unit, {clerk, department_head});
}

seat_list sponsor::seats(dossier const& file)
{
    return in_unit(lead_of(file), {clerk, department_head});
}

seat_list sponsor_head::seats(dossier const& file)
{
    return in_unit(lead_of(file), {department_head});
}

seat_list sponsor_legal_officer::seats(dossier const& file)
{
    return in_unit(lead_of(file), {"legal_officer"});
}

seat_list consulted_unit::seats(dossier const& file)
{
    seat_list all;
    for (auto const& request : file.consultation.requests)
        for (auto const& unit : request.body.units)
            if (!answer_of(file, unit)) // who has answered has no task left
                add_unit(all, unit);
    return all;
}

seat_list hearing_organiser::seats(dossier const& file)
{
    auto const& decision = file.hearing.decision;
    if (decision && decision->body.organiser)
        return in_unit(*decision->body.organiser, {clerk, department_head});
    return sponsor::seats(file);
}

seat_list risk_assessor::seats(dossier const& file)
{
    auto const& plan = file.risk.plan;
    if (plan && plan->body.assessor_unit)
        return in_unit(*plan->body.assessor_unit, {clerk, department_head});
    return sponsor::seats(file);
}

seat_list competition_reviewer::seats(dossier const&)
{
    return {{"competition_reviewer", ""}};
}

seat_list reviewer::seats(dossier const&)
{
    return {{"reviewer", ""}};
}

seat_list legal_adviser::seats(dossier const&)
{
    return {{"legal_adviser", ""}};
}

seat_list office::seats(dossier const&)
{
    return {{"office_secretary", ""}};
}

seat_list deputy::seats(dossier const&)
{
    return {{"deputy_in_charge", ""}};
}

seat_list head::seats(dossier const&)
{
    return {{"head_of_government", ""}};
}

seat_list executing_unit::seats(dossier const& file)
{
    if (!file.execution.executor)
        return {};
    return seats_in(file.execution.executor->body.executor);
}

seat_list executing_unit::seats_in(std::string const& unit)
{
    return in_unit(unit, {executor_clerk, clerk, department_head});
}

seat_list evaluator::seats(dossier const& file)
{
    if (!file.evaluation.order)
        return {};
    return seats_in(file.evaluation.order->body.evaluator);
}

seat_list evaluator::seats_in(std::string const& unit)
{
    return in_unit(unit, {clerk, department_head});
}

seat_list evaluated_unit::seats(dossier const& file)
{
    seat_list all;
    for (auto const& request : file.evaluation.requests)
        add_unit(all, request.body.from_unit);
    if (file.evaluation.report)
        for (auto const& matter : file.evaluation.report->body.follow_ups)
            add_unit(all, matter.unit_concerned);
    return all;
}

} // namespace workflows::major_decision
