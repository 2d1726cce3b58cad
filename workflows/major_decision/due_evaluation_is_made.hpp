#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_DUE_EVALUATION_IS_MADE_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_DUE_EVALUATION_IS_MADE_HPP

#include "workflows/major_decision/conditions.hpp"
#include "workflows/major_decision/parameters.hpp"

#include <algorithm>

namespace workflows::major_decision {

/// Where the place makes an evaluation a duty, it is ordered, and the file does not close without
/// its report (R713-36.1).
struct due_evaluation_is_made {
    static verdict check(asked const& q)
    {
        auto const duties = q.law.list(evaluation_duty_triggers);
        if (q.file.evaluation.report || is_closed(q.file))
            return {};
        for (auto one : triggers_on_file(q.file))
            if (std::find(duties.begin(), duties.end(), engine::name_of(one)) != duties.end())
                return refusal{.rule = q.law.rule_of(evaluation_duty_triggers, "R713-36.1"),
                               .reason = say("出现应当评估的情形“{1}”，尚未开展决策后评估",
                                             say("choice.evaluation_trigger." +
                                                 std::string(engine::name_of(one)))),
                               .remedy = say("请决策机关组织决策后评估")};
        return {};
    }
};

} // namespace workflows::major_decision

#endif
