#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_CIRCULATION_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_CIRCULATION_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/handed_work.hpp"
#include "workflows/major_decision/signing_sheet.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Approvals inside one step (会签、或签、票签、加签、退回、撤回、催办、抄送) and tasks in the
/// hands of somebody by name (转办、委派). House rules JC-12 to JC-16: they prepare an act of the
/// law and never take its place.
namespace circulation {

/// One seat whose word is asked; those of one step at the same time, the next step after them.
struct named_signer {
    long long turn = 1;
    signer_role seat = signer_role::department_head;
    unit_ref unit;
    std::optional<engine::person_id> person; ///< only this one of those who hold the seat
};
BOOST_DESCRIBE_STRUCT(named_signer, (), (turn, seat, unit, person))

struct opened {
    static constexpr std::string_view kind = "circulation.opened";
    std::string subject;
    prepared_step prepares;
    signing_rule rule_of_signing;
    std::optional<long long> votes_needed;
    std::vector<named_signer> signers;
    std::optional<day> sign_by;
    std::optional<prose> message;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(opened, (),
                      (subject, prepares, rule_of_signing, votes_needed, signers, sign_by, message,
                       documents))

struct given {
    static constexpr std::string_view kind = "circulation.given";
    long long sheet = 0;
    signature_word word;
    std::optional<prose> opinion;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(given, (), (sheet, word, opinion, documents))

struct signer_added {
    static constexpr std::string_view kind = "circulation.signer_added";
    long long sheet = 0;
    signer_role seat;
    unit_ref unit;
    added_where where;
    std::optional<prose> message;
    std::optional<engine::person_id> person;
};
BOOST_DESCRIBE_STRUCT(signer_added, (), (sheet, seat, unit, where, message, person))

struct signer_removed {
    static constexpr std::string_view kind = "circulation.signer_removed";
    long long sheet = 0;
    long long signer = 0;
};
BOOST_DESCRIBE_STRUCT(signer_removed, (), (sheet, signer))

/// `to_turn` 0: to the opener.
struct returned {
    static constexpr std::string_view kind = "circulation.returned";
    long long sheet = 0;
    long long to_turn = 0;
    return_way way;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(returned, (), (sheet, to_turn, way, reason))

struct sent_again {
    static constexpr std::string_view kind = "circulation.sent_again";
    long long sheet = 0;
    std::optional<prose> message;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(sent_again, (), (sheet, message, documents))

/// The opener takes the sheet back before anybody has acted on it.
struct withdrawn {
    static constexpr std::string_view kind = "circulation.withdrawn";
    long long sheet = 0;
};
BOOST_DESCRIBE_STRUCT(withdrawn, (), (sheet))

/// The opener ends it although somebody has, and says why.
struct stopped {
    static constexpr std::string_view kind = "circulation.stopped";
    long long sheet = 0;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(stopped, (), (sheet, reason))

struct signature_withdrawn {
    static constexpr std::string_view kind = "circulation.signature_withdrawn";
    long long sheet = 0;
};
BOOST_DESCRIBE_STRUCT(signature_withdrawn, (), (sheet))

struct urged {
    static constexpr std::string_view kind = "circulation.urged";
    long long sheet = 0;
    std::optional<prose> message;
};
BOOST_DESCRIBE_STRUCT(urged, (), (sheet, message))

struct copied_to {
    signer_role seat = signer_role::department_head;
    unit_ref unit;
};
BOOST_DESCRIBE_STRUCT(copied_to, (), (seat, unit))

struct copied {
    static constexpr std::string_view kind = "circulation.copied";
    std::vector<copied_to> to;
    std::optional<prose> message;
};
BOOST_DESCRIBE_STRUCT(copied, (), (to, message))

struct read {
    static constexpr std::string_view kind = "circulation.read";
    long long copy = 0;
};
BOOST_DESCRIBE_STRUCT(read, (), (copy))

/// Handing over (转办): from one holder of a seat to another. `task` is the kind of the act that
/// the task waits for.
struct handed_over {
    static constexpr std::string_view kind = "circulation.handed_over";
    std::string task;
    engine::person_id receiver;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(handed_over, (), (task, receiver, reason))

struct handing_taken_back {
    static constexpr std::string_view kind = "circulation.handing_taken_back";
    std::string task;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(handing_taken_back, (), (task, reason))

/// Delegation (委派): a colleague of the unit, in whatever role, prepares something for a task.
struct delegated {
    static constexpr std::string_view kind = "circulation.delegated";
    std::string task;
    engine::person_id colleague;
    prose note;
    std::optional<day> answer_by;
};
BOOST_DESCRIBE_STRUCT(delegated, (), (task, colleague, note, answer_by))

/// It comes back to whoever delegated, in words or with documents.
struct delegation_answered {
    static constexpr std::string_view kind = "circulation.delegation_answered";
    long long delegation = 0;
    std::optional<prose> answer;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(delegation_answered, (), (delegation, answer, documents))

struct delegation_declined {
    static constexpr std::string_view kind = "circulation.delegation_declined";
    long long delegation = 0;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(delegation_declined, (), (delegation, reason))

struct delegation_recalled {
    static constexpr std::string_view kind = "circulation.delegation_recalled";
    long long delegation = 0;
};
BOOST_DESCRIBE_STRUCT(delegation_recalled, (), (delegation))

/// Something sent to a seat to know of (抄送), and whether it was read.
struct copy {
    long long number = 0; ///< from 1 in the case
    engine::seat to;
    std::string from_name;
    std::string from_unit;
    std::string words;
    day sent_on;
    long long sheet = 0; ///< set: sent by the house because this sheet was urged again
    std::optional<day> read_on;
    std::string read_by;
};

/// What the chapter leaves on file.
struct facts {
    std::vector<sheet> sheets;
    std::vector<copy> copies;
    std::vector<handing> handings;
    std::vector<delegation> delegations;
};

/// The rungs of urging: the signers; their heads too; the government's office too (JC-14).
inline constexpr std::size_t heads_learn_at = 2;
inline constexpr std::size_t office_learns_at = 3;

} // namespace circulation

/// The sheet of that number, or null.
circulation::sheet const* find_sheet(dossier const& file, long long number);

/// The words on it are about another draft than the one on file (JC-2).
bool sheet_is_overtaken(dossier const& file, circulation::sheet const& one);

/// The delegation of that number, or null.
circulation::delegation const* find_delegation(dossier const& file, long long number);

/// Whom a task was handed to; 0: nobody.
engine::person_id handed_to(dossier const& file, std::string_view kind, engine::seat const& from);

/// Ends what an act has ended. The part of a procedure named `settle`.
void settle_handed_work(dossier& file, engine::act const& what,
                        circulation::seats_of_kind const& seats);

/// What keeps this unit from an act: a sheet of its own that prepares it and is not agreed (JC-12).
circulation::sheet const* sheet_in_the_way(dossier const& file, std::string_view unit,
                                           std::string_view kind);

/// What an act on a sheet tells: whoever is awaited that they were urged (JC-14), whoever opened it
/// how it ended.
std::vector<engine::news> told_of_sheets(dossier const& file, engine::act const& what);

/// A signature, or the word that sends the sheet back, rests on the sheet and the draft, and on the
/// words that the signer had to wait for; not on those of others at the same turn (JC-6). Nothing
/// for other acts.
std::optional<std::string> ground_of_signature(dossier const& file, engine::act const& what);

/// The days by which open sheets are to be signed.
std::vector<engine::limit_terms> circulation_terms(dossier const& file);

/// Sheets and copies for the pages.
boost::json::object circulation_facts(dossier const& file);

std::unique_ptr<engine::chapter<dossier>> make_circulation();

} // namespace workflows::major_decision

#endif
