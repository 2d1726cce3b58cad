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

/// Whoever sits in the meeting (组成人员, 出席); the others attend (列席).
bool is_member(meeting_post post); // deliberation_standing.cpp

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

/// The head finds them not made; the sponsor changes the text again.
struct changes_refused {
    static constexpr std::string_view kind = "deliberation.changes_refused";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(changes_refused, (), (reason))

/// What the chapter leaves on file.
struct facts {
    std::vector<entered<held>> meetings;
    std::optional<entered<changes_made>> changes;
    std::vector<entered<changes_refused>> refusals;
    std::optional<entered<changes_accepted>> acceptance;
};

} // namespace deliberation

std::unique_ptr<engine::chapter<dossier>> make_deliberation();

// ---- deliberation_standing.cpp

/// The organ has decided for the matter: the last meeting adopted it, or adopted it in principle
/// and the head has accepted the ordered changes; and the party committee has not disagreed since.
bool decided(dossier const& file);

/// The day of the decision: of the meeting, or of the acceptance of the ordered changes.
std::optional<day> decided_on(dossier const& file);

/// The version of the draft that was decided; 0 while nothing is decided (JC-2).
long long decided_version(dossier const& file);

/// The last meeting rejected the matter.
bool rejected(dossier const& file);

/// The last meeting postponed the matter or wants to discuss it again.
bool put_off(dossier const& file);

/// What the members other than the head think: each one's last word counts.
struct count_of_views {
    long long in_favour = 0;
    long long against = 0;
    long long silent = 0; ///< of those, silence counted as consent is in `in_favour` too
    long long members = 0;

    bool most_in_favour() const { return in_favour * 2 > members; }
    bool most_against() const { return against * 2 > members; }
};
count_of_views views_of_members(deliberation::held const& meeting, bool silence_is_consent);

} // namespace workflows::major_decision

#endif
