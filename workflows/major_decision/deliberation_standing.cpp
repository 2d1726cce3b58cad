#include "workflows/major_decision/dossier.hpp"

#include <algorithm>

namespace workflows::major_decision {

using deliberation::meeting_outcome;
using deliberation::meeting_post;
using deliberation::stance;

namespace {

entered<deliberation::held> const* last_meeting(dossier const& file)
{
    auto const& meetings = file.deliberation.meetings;
    return meetings.empty() ? nullptr : &meetings.back();
}

bool last_outcome_is(dossier const& file, std::initializer_list<meeting_outcome> any_of)
{
    auto const* last = last_meeting(file);
    return last && std::find(any_of.begin(), any_of.end(), last->body.outcome) != any_of.end();
}

/// The last words of a person in the meeting; silent only if they never spoke.
stance view_of(deliberation::held const& meeting, std::string const& name)
{
    auto view = stance::silent;
    for (auto const& one : meeting.statements)
        if (one.name == name && one.view != stance::silent)
            view = one.view;
    return view;
}

} // namespace

bool deliberation::is_member(meeting_post post)
{
    return post == meeting_post::head || post == meeting_post::deputy_head ||
           post == meeting_post::member;
}

bool decided(dossier const& file)
{
    if (party_disagrees(file))
        return false;
    return last_outcome_is(file, {meeting_outcome::adopted}) ||
           (last_outcome_is(file, {meeting_outcome::adopted_in_principle}) &&
            file.deliberation.acceptance);
}

std::optional<day> decided_on(dossier const& file)
{
    if (!decided(file))
        return {};
    auto const* last = last_meeting(file);
    return last->body.outcome == meeting_outcome::adopted ? last->body.met_on
                                                          : file.deliberation.acceptance->on;
}

long long decided_version(dossier const& file)
{
    if (!decided(file))
        return 0;
    auto const* last = last_meeting(file);
    return last->body.outcome == meeting_outcome::adopted ? last->draft
                                                          : file.deliberation.acceptance->draft;
}

bool rejected(dossier const& file)
{
    return last_outcome_is(file, {meeting_outcome::rejected});
}

bool put_off(dossier const& file)
{
    return last_outcome_is(file, {meeting_outcome::postponed, meeting_outcome::discuss_again});
}

count_of_views views_of_members(deliberation::held const& meeting, bool silence_agrees)
{
    count_of_views found;
    for (auto const& one : meeting.present) {
        if (one.post != meeting_post::deputy_head && one.post != meeting_post::member)
            continue;
        ++found.members;
        switch (view_of(meeting, one.name)) {
        case stance::agrees:
        case stance::agrees_with_changes:
            ++found.in_favour;
            break;
        case stance::disagrees:
            ++found.against;
            break;
        case stance::silent:
            ++found.silent;
            found.in_favour += silence_agrees;
            break;
        }
    }
    return found;
}

} // namespace workflows::major_decision
