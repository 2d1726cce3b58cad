#include "workflows/major_decision/sent_back.hpp"

#include "engine/case_procedure.hpp"
#include "workflows/major_decision/dossier.hpp"

namespace workflows::major_decision {

std::optional<sent_back> submission_sent_back(dossier const& file)
{
    auto const& facts = file.submission;
    std::optional<sent_back> last;
    auto const look_at = [&]<class Body>(std::vector<entered<Body>> const& returns) {
        if (returns.empty() || (facts.filing && returns.back().seq < facts.filing->seq))
            return;
        auto const& back = returns.back();
        last = {.kind = Body::kind, .reason = back.body.reason, .on = back.on, .act = back.seq};
    };
    look_at(facts.returns);
    look_at(facts.deputy_returns);
    look_at(facts.head_returns);
    return last;
}

std::optional<sent_back> submission_sent_back(engine::procedure const& of)
{
    auto const* known = dynamic_cast<engine::case_procedure<dossier> const*>(&of);
    return known ? submission_sent_back(known->file()) : std::nullopt;
}

} // namespace workflows::major_decision
