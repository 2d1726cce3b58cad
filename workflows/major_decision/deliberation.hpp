#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_DELIBERATION_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_DELIBERATION_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"
#include "workflows/major_decision/submission.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Collective discussion and decision (集体讨论决定).
/// Order 713 art. 30; Guangdong rules arts 37-40.
namespace deliberation {

enum class meeting_outcome { adopted, adopted_in_principle, discuss_again, postponed, rejected };
JUECE_CHOICE(meeting_outcome, adopted, adopted_in_principle, discuss_again, postponed, rejected)

enum class meeting_post {
    head,
    deputy_head,
    member,
    office_head,
    sponsor_head,
    reviewer_head,
    attendee,
    recorder
};
JUECE_CHOICE(meeting_post, head, deputy_head, member, office_head, sponsor_head, reviewer_head,
             attendee, recorder)

enum class stance { agrees, agrees_with_changes, disagrees, silent };
JUECE_CHOICE(stance, agrees, agrees_with_changes, disagrees, silent)

struct present_person {
    std::string name;
    meeting_post post;
};
BOOST_DESCRIBE_STRUCT(present_person, (), (name, post))

struct meeting_statement {
    std::string name;
    meeting_post post;
    stance view;
    std::optional<prose> words;
};
BOOST_DESCRIBE_STRUCT(meeting_statement, (), (name, post, view, words))

struct held {
    static constexpr std::string_view kind = "deliberation.held";
    submission::meeting_kind meeting;
    std::string meeting_name;
    day met_on;
    long long members_entitled = 0;
    std::vector<present_person> present;
    bool sponsor_explained = false;
    std::vector<meeting_statement> statements;
    meeting_outcome outcome;
    prose decision;
    std::optional<prose> departure_reason;
    bool substantive_changes = false;
    std::optional<prose> changes_ordered;
    document_ref draft;
    document_ref minutes;
    std::string recorder;
};
BOOST_DESCRIBE_STRUCT(held, (),
                      (meeting, meeting_name, met_on, members_entitled, present, sponsor_explained,
                       statements, outcome, decision, departure_reason, substantive_changes,
                       changes_ordered, draft, minutes, recorder))

/// After "in principle": the text now carries the changes that the meeting ordered.
struct changes_made {
    static constexpr std::string_view kind = "deliberation.changes_made";
    document_ref draft;
    prose account;
};
BOOST_DESCRIBE_STRUCT(changes_made, (), (draft, account))

/// The head finds the ordered changes made.
struct changes_accepted {
    static constexpr std::string_view kind = "deliberation.changes_accepted";
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(changes_accepted, (), (remarks))

/// What the chapter leaves on file.
struct facts {
    std::vector<entered<held>> meetings;
    std::optional<entered<changes_made>> changes;
    std::optional<entered<changes_accepted>> acceptance;
};

} // namespace deliberation

std::unique_ptr<engine::chapter<dossier>> make_deliberation();

} // namespace workflows::major_decision

#endif
