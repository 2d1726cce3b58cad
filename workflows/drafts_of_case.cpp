#include "workflows/drafts_of_case.hpp"

#include "workflows/normative_document/draft_history.hpp"
#include "workflows/normative_document/project.hpp"

namespace workflows {

major_decision::draft_history drafts_of_case(std::vector<engine::act> const& acts)
{
    auto const is_document =
        !acts.empty() && acts.front().kind == normative_document::project::proposed::kind;
    return is_document ? normative_document::history_of_drafts(acts)
                       : major_decision::history_of_drafts(acts);
}

} // namespace workflows
