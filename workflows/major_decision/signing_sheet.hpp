#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_SIGNING_SHEET_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_SIGNING_SHEET_HPP

#include "engine/offer.hpp"
#include "workflows/major_decision/entered.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workflows::major_decision::circulation {

/// How many of those who stand at one step must agree (会签、或签、票签).
enum class signing_rule { everybody, anybody, vote };
JUECE_CHOICE(signing_rule, everybody, anybody, vote)

/// The act of the law that a sheet prepares; a sheet never takes its place (JC-12).
enum class prepared_step {
    nothing,
    draft_version,
    unit_answer,
    filing_for_review,
    review_opinion,
    filing_for_decision,
    office_check,
    signing_of_text
};
JUECE_CHOICE(prepared_step, nothing, draft_version, unit_answer, filing_for_review, review_opinion,
             filing_for_decision, office_check, signing_of_text)

/// The kind of that act; empty for none.
std::string_view kind_prepared(prepared_step step);

/// Roles whose word may be asked. The names are those of config/roles.csv.
enum class signer_role {
    sponsor_clerk,
    department_head,
    legal_officer,
    reviewer,
    legal_adviser,
    office_secretary,
    deputy_in_charge,
    head_of_government,
    executor
};
JUECE_CHOICE(signer_role, sponsor_clerk, department_head, legal_officer, reviewer, legal_adviser,
             office_secretary, deputy_in_charge, head_of_government, executor)

enum class signature_word { agrees, agrees_with_comments, disagrees };
JUECE_CHOICE(signature_word, agrees, agrees_with_comments, disagrees)

/// Where an added signer stands (加签): asked before the one who adds, at the same time, or after.
enum class added_where { before_me, beside_me, after_me };
JUECE_CHOICE(added_where, before_me, beside_me, after_me)

/// After a return (退回): everything from there on again, or straight back to who returned it.
enum class return_way { in_order, straight_back };
JUECE_CHOICE(return_way, in_order, straight_back)

struct signature {
    long long seq = 0;
    engine::person_id person;
    std::string name;
    std::string on_behalf_of;
    day on;
    signature_word word = signature_word::agrees;
    std::string words;
    std::vector<document_ref> documents;
};

/// A seat whose word is asked. Numbers count from 1 and are never given twice.
struct signer {
    long long number = 0;
    long long step = 1;
    engine::seat at;           ///< by name where `at.person` is somebody's
    long long added_by = 0;    ///< number of the signer who added it; 0: named by the opener
    bool is_consulted = false; ///< its word is advice to the one who added it; it decides nothing
    std::vector<long long> waits_for; ///< numbers of signers who sign first
    bool is_removed = false;
    std::optional<signature> given;
    std::vector<signature> overtaken; ///< void by a return or another draft; kept for the record
};

enum class sheet_state { open, returned, agreed, refused, withdrawn, stopped };
JUECE_CHOICE(sheet_state, open, returned, agreed, refused, withdrawn, stopped)

/// A return: by which signer, to which step (0: to the opener), and how it goes on.
struct sent_back {
    long long by = 0;
    long long to_step = 0;
    return_way way = return_way::in_order;
    std::string name;
    std::string reason;
    day on;
};

/// The opener sent a sheet on again, with the papers that were missing.
struct sending {
    std::string name;
    std::string words;
    std::vector<document_ref> documents;
    day on;
};

/// Somebody asked for the words that were still missing (催办).
struct urging {
    long long seq = 0;
    std::string name;
    std::string unit;
    std::string words;
    day on;
};

/// A sheet on which several seats give their word on one matter within a step (会签单、审批单).
struct sheet {
    long long number = 0; ///< from 1 in the case
    std::string subject;
    prepared_step prepares = prepared_step::nothing;
    signing_rule rule = signing_rule::everybody;
    std::optional<long long> needed; ///< votes; absent: more than half
    std::optional<day> sign_by;
    std::string words;
    std::vector<document_ref> documents;

    engine::person_id opener;
    engine::person_id opened_for; ///< whose place the opener took; 0: nobody's
    std::string opener_name;
    engine::seat opened_at;
    day opened_on;
    long long draft = 0; ///< version that the words are about; 0: there was none

    std::vector<signer> signers;
    sheet_state state = sheet_state::open;
    std::vector<sent_back> returns;
    std::vector<sending> sent_on; ///< again, after it came back or the draft had moved
    std::vector<urging> urged;
    std::string end_reason;       ///< why it was stopped
    long long decided_in = 0;     ///< seq of the last act that decided it, or undid that
    bool is_acted_on = false;     ///< a signer has acted since it was last sent
    long long last_signature = 0; ///< the signer, if a signature was the last that happened to it

    bool is_ended() const { return state != sheet_state::open && state != sheet_state::returned; }
};

// ---- what a sheet waits for

signer const* find_signer(sheet const& in, long long number);
long long last_step(sheet const& in);
/// Those who stand at a step and are not taken away have said what the rule asks for.
bool step_is_done(sheet const& in, long long step);
/// It is this signer's turn: the sheet is open, earlier steps are done, whoever was to sign before
/// has signed, and the step is not decided without them.
bool is_awaited(sheet const& in, signer const& who);
std::vector<signer const*> awaited(sheet const& in);
/// The awaited signer of that seat, or null.
signer const* awaited_at(sheet const& in, std::string_view role, std::string_view unit);
/// How many at a step must agree under `vote`.
long long votes_needed(sheet const& in, long long step);

// ---- what happens to it; the conditions of the chapter have been asked

/// The signer's word; may end the sheet.
void sign(sheet& in, long long number, signature given);
/// A new signer beside, before or after another; gives its number.
long long add_signer(sheet& in, long long beside, added_where where, engine::seat at);
/// Takes an added signer away; the sheet may be complete without it.
void remove_signer(sheet& in, long long number);
void send_back(sheet& in, sent_back const& how);
/// By the opener: on from where it was returned, or all anew where the draft has moved.
void send_again(sheet& in, long long draft, bool all_anew);
/// The signature given last is taken back; a sheet that it ended is open again.
void take_back_signature(sheet& in);

} // namespace workflows::major_decision::circulation

#endif
