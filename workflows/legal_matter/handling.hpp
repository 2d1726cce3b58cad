#ifndef JUECE_WORKFLOWS_LEGAL_MATTER_HANDLING_HPP
#define JUECE_WORKFLOWS_LEGAL_MATTER_HANDLING_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/legal_matter/entered.hpp"
#include "workflows/supplied_items.hpp"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace workflows::legal_matter {

struct dossier;

/// Handling (办理): who handles the matter, which advisers are called in, the rounds of its draft,
/// and the clock with its stops. Guangdong rules on government legal advisers, arts 7, 10, 19, 20.
namespace handling {

enum class conflict { none_declared, has_conflict };
JUECE_CHOICE(conflict, none_declared, has_conflict)

enum class standstill { outside_opinion, court_or_arbitration, negotiation_goes_on, other_ground };
JUECE_CHOICE(standstill, outside_opinion, court_or_arbitration, negotiation_goes_on, other_ground)

/// The legal office takes the matter and names its handler. From here it is handled and counted;
/// done again, it changes hands.
struct assigned {
    static constexpr std::string_view kind = "handling.assigned";
    engine::named_person handler; ///< by number; by name alone in acts from before
    long long working_days = 0;   ///< within which it is to be answered
    std::optional<prose> instruction;
};
BOOST_DESCRIBE_STRUCT(assigned, (), (handler, working_days, instruction))

struct counsel_named {
    static constexpr std::string_view kind = "handling.counsel_named";
    std::string counsel;
    std::optional<std::string> firm;
    conflict conflict_declared;
    std::optional<prose> declaration;
};
BOOST_DESCRIBE_STRUCT(counsel_named, (), (counsel, firm, conflict_declared, declaration))

struct counsel_withdrew {
    static constexpr std::string_view kind = "handling.counsel_withdrew";
    std::string counsel;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(counsel_withdrew, (), (counsel, reason))

/// The draft once more, after an opinion: another round of the same matter.
struct round_sent {
    static constexpr std::string_view kind = "handling.round_sent";
    document_ref draft;
    prose what_changed;
};
BOOST_DESCRIBE_STRUCT(round_sent, (), (draft, what_changed))

struct supplement_asked {
    static constexpr std::string_view kind = "handling.supplement_asked";
    std::vector<std::string> missing;
    day answer_by;
};
BOOST_DESCRIBE_STRUCT(supplement_asked, (), (missing, answer_by))

struct supplement_given {
    static constexpr std::string_view kind = "handling.supplement_given";
    std::vector<supplied_item> supplied; ///< none: the answer was given for the whole
    std::vector<document_ref> materials; ///< beside what was asked for
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(supplement_given, (), (supplied, materials, remarks))

struct paused {
    static constexpr std::string_view kind = "handling.paused";
    standstill ground;
    prose what_for;
};
BOOST_DESCRIBE_STRUCT(paused, (), (ground, what_for))

struct resumed {
    static constexpr std::string_view kind = "handling.resumed";
    prose outcome;
};
BOOST_DESCRIBE_STRUCT(resumed, (), (outcome))

/// A matter that was over before it came into this register: what is known of it, told in one act
/// and shown as what it is. Nothing here was judged by the conditions of the other chapters.
struct told_afterwards {
    static constexpr std::string_view kind = "handling.told_afterwards";
    day closed_on;
    std::optional<std::string> handler;
    std::optional<std::string> counsel;
    std::optional<prose> opinion;
    std::optional<std::string> letter_number;
    std::optional<prose> adoption;
    std::optional<prose> outcome;
    std::optional<money> loss_avoided;
    std::optional<std::string> archive_number;
};
BOOST_DESCRIBE_STRUCT(told_afterwards, (),
                      (closed_on, handler, counsel, opinion, letter_number, adoption, outcome,
                       loss_avoided, archive_number))

/// A time in which the clock stands still.
struct stop {
    day from;
    std::optional<day> until;
    engine::text reason;
    std::optional<day> answer_by = {}; ///< of a supplement
    std::vector<std::string> missing = {};
};

struct facts {
    std::vector<entered<assigned>> assignments; ///< the last one holds
    std::vector<entered<counsel_named>> counsels;
    std::vector<entered<counsel_withdrew>> withdrawals;
    std::vector<entered<round_sent>> rounds; ///< those after the first
    std::vector<stop> stops;
    std::optional<entered<told_afterwards>> told;
};

} // namespace handling

/// The round of the draft that is looked at now; 1 is what came with the request.
long long current_round(dossier const& file);

/// True for somebody who was named and then withdrew, or never was to come in (GDLA-19/20).
bool has_withdrawn(dossier const& file, std::string_view counsel);

/// The advisers who are called in and have not withdrawn.
std::vector<handling::counsel_named> counsels_of(dossier const& file);
/// The same for pages; nobody on a file of another procedure.
std::vector<handling::counsel_named> counsels_of(engine::procedure const& of);

/// Tells the legal office that an adviser withdrew, so that it names another.
std::vector<engine::news> told_of_handling(dossier const& file, engine::act const& what);

/// For whom by name what the legal office is to do waits: the handler, where known by number. The
/// part of a procedure named `named_for`.
std::vector<engine::person_id> handler_by_number(dossier const& file, std::string_view kind,
                                                 engine::seat const& from);

/// The time to answer, from the assignment to the answer of the last round; and the time for a
/// supplement.
std::vector<engine::limit_terms> handling_limits(dossier const& file);

std::unique_ptr<engine::chapter<dossier>> make_handling();

} // namespace workflows::legal_matter

#endif
