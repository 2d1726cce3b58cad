#ifndef JUECE_TESTS_WORKFLOWS_NORMATIVE_DOCUMENT_DOCUMENT_TRIAL_HPP
#define JUECE_TESTS_WORKFLOWS_NORMATIVE_DOCUMENT_DOCUMENT_TRIAL_HPP

#include "tests/workflows/bodies.hpp"
#include "tests/workflows/case_trial.hpp"
#include "workflows/normative_document/procedure.hpp"

#include <string>
#include <vector>

namespace tests {

/// A normative document as a whole, act by act, under the rules of Shandong, which are those that
/// were read best. It begins on Monday, 2 March 2026.
///
///     document_trial m;
///     m.reviewed();
///     m.office().refused("document_issue.deliberated", ...) == rules{"NORM-12"}
class document_trial : public case_trial {
public:
    explicit document_trial(std::string const& place = "sd");

    document_trial& on(std::string_view day);
    /// Each name is another person.
    document_trial& by(std::string role, std::string unit, std::string name);
    document_trial& drafter() { return by("sponsor_clerk", "water", "水务局经办"); }
    document_trial& unit_head() { return by("department_head", "water", "水务局局长"); }
    document_trial& office() { return by("office_secretary", "office", "政府办秘书"); }
    document_trial& justice() { return by("reviewer", "justice", "法制科审核"); }
    document_trial& examiner() { return by("reviewer", "justice", "备案科审查"); }
    document_trial& market() { return by("competition_reviewer", "market", "市场监管审查员"); }
    document_trial& mayor() { return by("head_of_government", "office", "区长"); }
    /// Of a department that has no part in the document.
    document_trial& outsider() { return by("sponsor_clerk", "transport", "交通局经办"); }

    /// What the clerk of the water bureau is shown of an act on that day.
    engine::offer shown_to_drafter(std::string_view kind, std::string_view day) const;

    // Each goes on from the one before, and leaves the drafter to act.

    /// The water bureau proposes; whoever may approves.
    document_trial& approved(std::string_view proposal);
    /// ... and says what it touches, drafts document 'a' and evaluates it.
    document_trial& drafted(std::string_view proposal, std::string_view touches);
    /// ... and hears the public until 11 March: it is the 12th.
    document_trial& commented(std::string_view proposal, std::string_view touches);
    /// ... and the justice department accepts the file.
    document_trial& under_review(std::string_view proposal);
    /// ... and finds it lawful on the 19th.
    document_trial& reviewed(std::string_view proposal);
    /// ... and the meeting of the 20th adopts it.
    document_trial& adopted(std::string_view proposal);
    /// ... and it is signed, numbered, and published on the 23rd; it is that day.
    document_trial& issued(std::string_view proposal, std::string_view document_publication);
};

/// Of the government, meant to last.
extern std::string const a_proposal;
/// Of the water bureau, meant to last.
extern std::string const a_departments_proposal;
/// Touches rights and needs no step beside the usual.
extern std::string const plain_matter;
extern std::string const evaluation;
extern std::string const comment_notice;
extern std::string const comments_end;
extern std::string const competition_review;
extern std::string const review_file;
extern std::string const lawful_opinion;
extern std::string const executive_meeting;
extern std::string const office_meeting;
extern std::string const document_publication;
/// Told of a document that was published in 2020.
extern std::string const old_document;

/// An act that somebody tries, and the rule that it must be refused by.
struct attempted_act {
    char const* kind;
    std::string body;
    char const* rule;
};
/// Whoever acts is refused each of them, by its rule and no other.
void is_refused_each(document_trial& m, std::vector<attempted_act> const& acts);

/// A version of the draft.
std::string version(char letter, std::string const& change,
                    std::string const& reason = "按意见修改");
/// A step of the decision, taken over for document 'a'.
std::string step_of_decision(std::string const& step);

} // namespace tests

#endif
