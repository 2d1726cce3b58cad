#include "workflows/major_decision/dossier.hpp"

#include <algorithm>

namespace workflows::major_decision {

using evaluation::evaluation_trigger;
using execution::problem_kind;

bool evaluation_open(dossier const& file)
{
    return file.evaluation.order && !file.evaluation.report;
}

std::vector<std::string> earlier_assessors(dossier const& file)
{
    std::vector<std::string> all;
    if (auto const& selection = file.experts.selection) {
        if (selection->body.institution)
            all.push_back(*selection->body.institution);
        for (auto const& one : selection->body.experts)
            all.push_back(one.institution);
    }
    if (auto const& plan = file.risk.plan; plan && plan->body.third_party)
        all.push_back(*plan->body.third_party);
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
