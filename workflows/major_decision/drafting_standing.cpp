#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/parameters.hpp"

#include <algorithm>

namespace workflows::major_decision {

std::optional<engine::limit_terms> drafting_terms(dossier const& file, engine::rules const& law)
{
    auto const months = law.number(drafting_limit_months);
    if (!months || !file.intake.started)
        return {};
    auto const begins = file.intake.started->on;
    auto const due = engine::add_months(begins, static_cast<int>(*months)); // TIME-2
    engine::limit_terms terms{
        .name = "drafting",
        .rule = law.rule_of(drafting_limit_months, "R713-12.1"),
        .begins = begins,
        .days = (due - begins).count(),
        .binds = {drafting::researched::kind, drafting::assessed::kind, drafting::versioned::kind}};
    if (!file.drafting.versions.empty())
        terms.met_on = file.drafting.versions.front().on;
    return terms;
}

entered<drafting::versioned> const* version_of_text(dossier const& file, std::string_view hash)
{
    auto const& versions = file.drafting.versions;
    auto const found = std::find_if(versions.begin(), versions.end(),
                                    [&](auto const& one) { return one.body.draft.hash == hash; });
    return found == versions.end() ? nullptr : &*found;
}

bool draft_is_settled(dossier const& file)
{
    auto const& meetings = file.deliberation.meetings;
    if (meetings.empty() || party_wants_changes(file) || party_disagrees(file))
        return false;
    switch (meetings.back().body.outcome) {
    case deliberation::meeting_outcome::adopted:
    case deliberation::meeting_outcome::rejected:
        return true;
    case deliberation::meeting_outcome::adopted_in_principle:
        return file.deliberation.acceptance.has_value();
    case deliberation::meeting_outcome::discuss_again:
    case deliberation::meeting_outcome::postponed:
        return false;
    }
    return false;
}

bool is_secret(dossier const& file)
{
    if (auto const& touches = file.drafting.touches)
        return touches->body.secret;
    return file.intake.proposal && file.intake.proposal->body.secret;
}

engine::verdict secrecy_is_founded(bool secret, std::optional<std::string> const& basis)
{
    if (!secret || basis)
        return {};
    return engine::refusal{.rule = "R713-14.1",
                           .reason = engine::say("登记为依法不予公开，但未写明法律依据"),
                           .remedy = engine::say("请填写规定不予公开的法律、法规及条款")};
}

} // namespace workflows::major_decision
