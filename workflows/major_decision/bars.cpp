#include "workflows/chapter_of_act.hpp"
#include "workflows/major_decision/conditions.hpp"
#include "workflows/major_decision/procedure.hpp"

#include <algorithm>
#include <iterator>

namespace workflows::major_decision {
namespace {

/// The chapters that lead to a decision; once it is out they are over.
bool comes_before_the_issue(std::string_view kind)
{
    static constexpr std::string_view chapters[] = {
        "intake",         "drafting",        "consultation", "participation",
        "hearing",        "experts",         "risk",         "fair_competition",
        "sponsor_review", "legality_review", "submission",   "deliberation"};
    return std::any_of(std::begin(chapters), std::end(chapters),
                       [&](auto chapter) { return is_of(kind, chapter); });
}

/// Copies of what is over still go round and are read.
bool only_informs(std::string_view kind)
{
    return kind == circulation::copied::kind || kind == circulation::read::kind;
}

} // namespace

verdict bars(asked const& q, std::string_view kind)
{
    if (q.file.archive.closing && kind != archive::number_corrected::kind)
        return refusal{.rule = "R713-33.1",
                       .reason = say("本案已归档，不再登记新的行为"),
                       .remedy = say("档号有误的，请更正档号；如需变更，请另立案卷")};
    if (is_closed(q.file) && !is_of(kind, "archive") && !only_informs(kind))
        return refusal{.rule = "R713-37.1",
                       .reason = say("本案程序已经终结"),
                       .remedy = say("只能办理归档；如需重新决策，请另立案卷")};
    if (issued(q.file) && comes_before_the_issue(kind))
        return refusal{.rule = "R713-37.1",
                       .reason = say("决策已经公布，非经法定程序不得变更"),
                       .remedy = say("如需重大调整，请办理决策调整")};
    if (auto const* sheet = sheet_in_the_way(q.file, q.by.unit, kind))
        return refusal{.rule = "JC-12",
                       .reason = sheet->is_ended()
                                     ? say("本单位就此发起的第{1}号会签单“{2}”未获同意",
                                           sheet->number, sheet->subject)
                                     : say("本单位就此发起的第{1}号会签单“{2}”尚未办结",
                                           sheet->number, sheet->subject),
                       .remedy = say("请待会签同意后办理，或者由发起人撤回、写明理由终止会签")};
    if (is_of(kind, "intake") || is_of(kind, "archive") || is_of(kind, "closing") ||
        is_of(kind, "circulation"))
        return {};
    return procedure_started::check(q);
}

} // namespace workflows::major_decision
