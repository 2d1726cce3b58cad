#include "workflows/major_decision/dossier.hpp"

namespace workflows::major_decision {

bool suspension_unexplained(dossier const& file)
{
    return file.execution.suspensions.size() > file.execution.explanations.size();
}

std::vector<engine::limit_terms> execution_limits(dossier const& file, engine::rules const&)
{
    auto const& named = file.execution.executor;
    if (!named || !named->body.due_on)
        return {};
    engine::limit_terms terms{.name = "execution",
                              .rule = "R713-34.3",
                              .begins = named->on,
                              .days = (*named->body.due_on - named->on).count(),
                              .binds = {execution::reported::kind, execution::completed::kind}};
    if (auto const& completion = file.execution.completion)
        terms.met_on = completion->body.completed_on;
    return {terms};
}

} // namespace workflows::major_decision
