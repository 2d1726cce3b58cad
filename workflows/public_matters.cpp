#include "workflows/public_matters.hpp"

#include "workflows/normative_document/project.hpp"
#include "workflows/normative_document/public_matter.hpp"

namespace workflows {

std::optional<major_decision::public_notice> public_notice_of(engine::act const& what)
{
    auto found = major_decision::notice_of(what);
    return found ? found : normative_document::notice_of(what);
}

std::optional<major_decision::public_matter> public_matter_of(std::vector<engine::act> const& acts,
                                                              engine::working_days const& days)
{
    auto const is_document =
        !acts.empty() && acts.front().kind == normative_document::project::proposed::kind;
    return is_document ? normative_document::public_matter_of(acts, days)
                       : major_decision::public_matter_of(acts, days);
}

} // namespace workflows
