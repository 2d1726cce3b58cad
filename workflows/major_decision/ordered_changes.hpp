#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_ORDERED_CHANGES_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_ORDERED_CHANGES_HPP

#include "workflows/major_decision/dossier.hpp"

namespace workflows::major_decision {

/// The version of the draft that the last meeting discussed, or that was sent back to the sponsor
/// after it: what the meeting ordered to change is not in it. There was a meeting.
inline long long draft_to_be_changed(dossier const& file)
{
    auto const& facts = file.deliberation;
    auto const& meeting = facts.meetings.back();
    bool const sent_back = !facts.refusals.empty() && facts.refusals.back().seq > meeting.seq;
    return sent_back ? facts.refusals.back().draft : meeting.draft;
}

} // namespace workflows::major_decision

#endif
