#ifndef JUECE_ENGINE_PROCEDURE_HPP
#define JUECE_ENGINE_PROCEDURE_HPP

#include "engine/act.hpp"
#include "engine/confidentiality.hpp"
#include "engine/figure.hpp"
#include "engine/limit.hpp"
#include "engine/offer.hpp"
#include "engine/rule_pack.hpp"
#include "engine/seat_holders.hpp"

#include <boost/json/object.hpp>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// How many papers of a sort ("opinion", "hearing_wish") people sent in on a case over the public's
/// page. What came in is no act: it is asked when an act is submitted or offered, never on replay.
using papers_received = std::function<long long(std::string_view purpose)>;

/// Whether an act of another case has given a paper this number (发文字号), or filed its case under
/// it (档号). Asked when an act is submitted, never on replay.
using number_given = std::function<bool(std::string_view number)>;

/// What the law asks beside the file: the numbers in force, the calendar, the day, the people, what
/// came in, and which numbers papers have.
struct circumstances {
    rule_book const& book;
    working_days const& days;
    day today;
    seat_holders* people = nullptr; ///< null: nobody is known, and nobody can be named
    papers_received received = {};  ///< empty: nothing came in
    number_given is_given = {};     ///< empty: no paper has a number
};

/// How the procedure judged an act.
struct judgement {
    std::vector<field_fault> faults;       ///< the body is malformed; nothing else was asked
    bool known = true;                     ///< false: no chapter knows this kind of act
    verdict answer;                        ///< refusals: the law refuses
    std::shared_ptr<void const> body = {}; ///< as its chapter read it, for those that follow

    bool admitted() const { return known && faults.empty() && answer.admits(); }
};

/// What lists show of a case without reading its acts.
struct case_summary {
    std::string title;
    std::string unit;   ///< code of the sponsoring unit
    std::string matter; ///< kind of the matter, a choice name
    std::string phase;  ///< key "phase.<phase>"
    bool closed = false;
    std::string place; ///< the rule pack of the organ
    confidentiality level = confidentiality::internal;
    std::vector<std::string> concerned; ///< codes of the other units with a part in it, sorted
    std::vector<std::string> known_to;  ///< of a secret case: who needs to know (part.hpp), sorted
    /// What the case is the only one of its procedure for in its organ, such as a year: "2026".
    /// Empty: there may be any number.
    std::string stands_for = {};
    auto operator<=>(case_summary const&) const = default;
};

/// A step that must still lie before the decision, and the earliest day it can be over.
struct milestone {
    std::string name; ///< key "milestone.<name>"
    rule_id rule;
    day earliest;
    text because;
    bool provisional = false;
};

/// What an act tells a seat beside what waits for it (告知).
struct news {
    std::string chapter;
    std::string kind; ///< key of the catalogue: "news.sheet_agreed"
    seat to;
    std::optional<day> due = {}; ///< of what the seat is reminded of
};

/// The file and its chapters under one version of the law's shape. Rebuilt from the acts.
class procedure {
public:
    virtual ~procedure() = default;

    /// Judges an act; if it is admitted, enters it. A judgement that is not admitted changes
    /// nothing.
    virtual judgement attempt(act const& what, circumstances const& now) = 0;
    /// Enters an act that was admitted before, without judging. Throws replay_fault.
    virtual void replay(act const& what) = 0;

    /// Why no act of a kind is taken as the file stands, whatever its body says: another stage than
    /// its own, or a bar on the whole file. Says nothing of a kind that nobody knows.
    virtual verdict out_of_place(std::string_view kind, actor const& who,
                                 circumstances const& now) const = 0;

    /// What this person may do and what is blocked for them, on duty and by choice.
    virtual std::vector<offer> offers(actor const& who, circumstances const& now) const = 0;
    /// What the procedure waits for, from anybody.
    virtual std::vector<task> tasks(circumstances const& now) const = 0;
    virtual std::vector<chapter_stage> stages() const = 0;
    virtual std::vector<limit> limits(circumstances const& now) const = 0;
    /// The steps to the decision, in order; the last one is the earliest lawful decision date.
    /// Empty once decided or closed.
    virtual std::vector<milestone> outlook(circumstances const& now) const = 0;
    /// The figures that the last entered act gives; some count working days.
    virtual std::vector<figure> figures(working_days const& days) const = 0;
    /// What the last entered act tells, and whom.
    virtual std::vector<news> told() const = 0;
    /// What of the file this act rests on, as text: for it, two states of the file that give the
    /// same text are the same (JC-6). Nothing: it rests on all of the file.
    virtual std::optional<std::string> rests_on(act const& what) const = 0;
    virtual case_summary summary() const = 0;
    /// The facts on file, for the case page: sections of label and value.
    virtual boost::json::object facts() const = 0;

    virtual std::vector<table_row> table() const = 0;
    /// How many clauses claim an act where the file stands now; 1 for every act that a chapter
    /// takes at its stage, 0 for the others. For the tests of the tables.
    virtual int ways(act const& what) const = 0;
    /// Field description of an act's body; null for an unknown kind.
    virtual std::vector<field> const* fields_of(std::string_view kind) const = 0;
};

/// An act on file that the procedure cannot take: a fault, never a refusal.
struct replay_fault : std::runtime_error {
    replay_fault(case_id on, long long seq, std::string const& why);
    case_id on;
    long long seq;
};

/// A released shape of a procedure: "major_decision/2019".
struct procedure_shape {
    std::string name;
    std::string opening_kind;  ///< the act that opens a case
    std::string number_prefix; ///< of case numbers: "JC"
    std::function<std::unique_ptr<procedure>(std::string const& place)> make;
    bool is_sole = false; ///< a house has one case of it at most
};

/// The family of a shape: "major_decision" of "major_decision/2019". Lists are of one family.
inline std::string_view family_of(std::string_view shape)
{
    return shape.substr(0, shape.find('/'));
}

using procedure_shapes = std::map<std::string, procedure_shape, std::less<>>;

} // namespace engine

#endif
