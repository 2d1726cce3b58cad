#include "workflows/catalogue/conditions.hpp"
#include "workflows/catalogue/procedure.hpp"

namespace workflows::catalogue {

engine::verdict bars(asked const& q, std::string_view)
{
    if (!is_closed(q.file))
        return {};
    return refusal{.rule = "JC-54",
                   .reason = say("{1}年度目录已经办结", q.file.year),
                   .remedy = say("未完成而继续办理的事项，请结转到以后年度的目录")};
}

} // namespace workflows::catalogue
