#include "workflows/major_decision/conditions.hpp"
#include "workflows/major_decision/procedure.hpp"

namespace workflows::major_decision {
namespace {

bool is_of(std::string_view kind, std::string_view chapter)
{
    return kind.starts_with(chapter) && kind.substr(chapter.size()).starts_with('.');
}

} // namespace

verdict bars(asked const& q, std::string_view kind)
{
    if (q.file.archive.closing)
        return refusal{.rule = "R713-33.1",
                       .reason = say("本案已归档，不再登记新的行为"),
                       .remedy = say("如需变更，请另立案卷")};
    if (is_closed(q.file) && !is_of(kind, "archive"))
        return refusal{.rule = "R713-37.1",
                       .reason = say("本案程序已经终结"),
                       .remedy = say("只能办理归档；如需重新决策，请另立案卷")};
    if (is_of(kind, "intake") || is_of(kind, "archive") || is_of(kind, "closing"))
        return {};
    return procedure_started::check(q);
}

} // namespace workflows::major_decision
