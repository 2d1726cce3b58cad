#include "workflows/major_decision/sent_back.hpp"

#include "engine/case_procedure.hpp"
#include "workflows/major_decision/dossier.hpp"

namespace workflows::major_decision {
namespace {

engine::case_procedure<dossier> const* known_file(engine::procedure const& of)
{
    return dynamic_cast<engine::case_procedure<dossier> const*>(&of);
}

/// Nothing once a meeting had the matter before it: what was asked for before is over.
std::optional<sent_back> last_return(dossier const& file)
{
    auto const& facts = file.submission;
    std::optional<sent_back> last;
    auto const look_at = [&]<class Body>(std::vector<entered<Body>> const& returns) {
        if (returns.empty() || (last && returns.back().seq < last->act))
            return;
        auto const& back = returns.back();
        last = {.kind = Body::kind, .reason = back.body.reason, .on = back.on, .act = back.seq};
    };
    look_at(facts.returns);
    look_at(facts.deputy_returns);
    look_at(facts.head_returns);
    auto const& meetings = file.deliberation.meetings;
    if (last && !meetings.empty() && meetings.back().seq > last->act)
        return {};
    return last;
}

bool came_before_filing(dossier const& file, sent_back const& back)
{
    auto const& filing = file.submission.filing;
    return filing && back.act < filing->seq;
}

} // namespace

std::optional<sent_back> submission_sent_back(dossier const& file)
{
    auto last = last_return(file);
    return last && !came_before_filing(file, *last) ? last : std::nullopt;
}

std::optional<sent_back> earlier_submission_sent_back(dossier const& file)
{
    auto last = last_return(file);
    return last && came_before_filing(file, *last) ? last : std::nullopt;
}

std::optional<sent_back> submission_sent_back(engine::procedure const& of)
{
    auto const* known = known_file(of);
    return known ? submission_sent_back(known->file()) : std::nullopt;
}

std::optional<sent_back> earlier_submission_sent_back(engine::procedure const& of)
{
    auto const* known = known_file(of);
    return known ? earlier_submission_sent_back(known->file()) : std::nullopt;
}

} // namespace workflows::major_decision
