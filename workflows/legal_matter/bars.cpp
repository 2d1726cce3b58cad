#include "workflows/chapter_of_act.hpp"
#include "workflows/legal_matter/conditions.hpp"
#include "workflows/legal_matter/procedure.hpp"

namespace workflows::legal_matter {
namespace {

bool is_correction(std::string_view kind)
{
    return kind == registration::amount_corrected::kind ||
           kind == registration::kind_corrected::kind;
}

} // namespace

verdict bars(asked const& q, std::string_view kind)
{
    auto const& file = q.file;
    if (is_correction(kind))
        return {}; // a figure that is wrong is put right at any time
    if (file.outcome.archive)
        return refusal{.rule = "JC-45",
                       .reason = say("本事项已归档，只能更正金额和类别"),
                       .remedy = say("如有新的请求，请另行登记")};
    if (is_over(file) && kind != outcome::archived::kind)
        return refusal{.rule = "JC-45",
                       .reason = say("本事项已经了结"),
                       .remedy = say("只能办理归档；如有新的请求，请另行登记")};
    bool const needs_taking = is_of(kind, "advice") || is_of(kind, "outcome");
    if (needs_taking && !is_over(file) && file.handling.assignments.empty())
        return refusal{.rule = "JC-45",
                       .reason = say("法制机构尚未接办本事项"),
                       .remedy = say("请法制机构先接办并明确承办人")};
    return {};
}

} // namespace workflows::legal_matter
