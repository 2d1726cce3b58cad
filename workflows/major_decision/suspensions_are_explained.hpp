#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_SUSPENSIONS_ARE_EXPLAINED_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_SUSPENSIONS_ARE_EXPLAINED_HPP

#include "workflows/major_decision/conditions.hpp"
#include "workflows/major_decision/parameters.hpp"

namespace workflows::major_decision {

/// A suspension without its later explanation is a defect of the file: execution is not completed
/// and the file not archived with it (GD21-45.3).
struct suspensions_are_explained {
    static verdict check(asked const& q)
    {
        if (!suspension_unexplained(q.file) || !q.law.flag(suspension_explanation_required))
            return {};
        return refusal{.rule = q.law.rule_of(suspension_explanation_required, "GD21-45.3"),
                       .reason = say("先行中止执行后，尚未在常务会议或者全体会议上说明理由"),
                       .remedy = say("请办公室登记会议说明理由的情况")};
    }
};

} // namespace workflows::major_decision

#endif
