#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_ORDERED_CHANGES_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_ORDERED_CHANGES_HPP

#include "workflows/major_decision/conditions.hpp"

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

/// What the last meeting ordered when it adopted the draft in principle is in a text that came
/// after it: no meeting has the same text before it again (R713-30.2).
struct ordered_changes_are_written {
    static verdict check(asked const& q)
    {
        auto const& facts = q.file.deliberation;
        if (facts.meetings.empty() || facts.acceptance ||
            facts.meetings.back().body.outcome !=
                deliberation::meeting_outcome::adopted_in_principle ||
            current_draft(q.file) > draft_to_be_changed(q.file))
            return {};
        return refusal{.rule = "R713-30.2",
                       .reason = say("{1}的会议原则通过并要求修改，此后尚未登记修改后的草案，"
                                     "现行草案仍是第{2}稿",
                                     facts.meetings.back().body.met_on, current_draft(q.file)),
                       .remedy = say("请承办单位先按会议要求登记新的草案版本")};
    }
};

} // namespace workflows::major_decision

#endif
