#ifndef JUECE_ENGINE_RECORD_HPP
#define JUECE_ENGINE_RECORD_HPP

#include "engine/act.hpp"
#include "engine/procedure.hpp"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// The opening line of a case: what its first act is chained to.
struct case_line {
    case_id id;
    std::string number; ///< "JC2024-0007", unique
    std::string shape;  ///< "major_decision/2019"
    std::string place;  ///< name of the organ's rule pack
    instant opened_at;
};

/// A case's line and where its chain stands.
struct case_head {
    case_line line;
    long long version = 0; ///< seq of the last act; 0: none yet
    std::string last_hash; ///< of the last act, or of the opening line
};

/// What an admitted act changes beside the act itself; all of it can be rebuilt from the acts.
struct consequences {
    case_summary summary;
    case_summary before; ///< as lists show it until then; of a fresh case: of one without acts
    std::vector<chapter_stage> stages;
    std::vector<task> tasks_opened;
    std::vector<task> tasks_closed;
    std::vector<task> tasks_changed = {}; ///< still waiting, with another day or limit
    std::vector<figure> figures = {};
    std::vector<passage> passages = {};
    std::vector<news> told = {};
};

/// The writing side of the record, inside one transaction that the caller began and will commit.
/// An adapter implements it; faults are exceptions.
class record : public seat_holders {
public:
    /// A record that keeps no appointments knows nobody.
    std::vector<actor> seats_of(person_id, day) override { return {}; }

    /// The head of a case, locked for this transaction.
    virtual std::optional<case_head> find_case(case_id id) = 0;
    virtual std::vector<act> acts_of(case_id id) = 0;
    /// The act with this client-made id, on whatever case.
    virtual std::optional<act> find_act(std::string const& act_id) = 0;
    virtual bool holds_document(std::string const& hash) = 0;
    /// Code of the organ of a unit; empty where no units are kept. Asked only of somebody whose
    /// house has several organs.
    virtual std::string organ_of(std::string const&) { return {}; }
    /// What was last said of the level of a document in a case. A record that keeps no levels knows
    /// none.
    virtual std::optional<confidentiality> level_of_document(case_id, std::string const& /*hash*/)
    {
        return {};
    }
    /// How many papers of a sort were sent in on a case (papers_received). A record without a box
    /// for them has none.
    virtual long long count_received(case_id, std::string_view /*purpose*/) { return 0; }
    /// Whether a case other than this one has a number (number_given): an act of it has it as its
    /// "document_number", or, of the same organ, as its "archive_number". A record that keeps no
    /// words of acts knows none.
    virtual bool is_number_given(case_id, std::string_view /*number*/) { return false; }
    /// The first case of a shape, for shapes of which there is one.
    virtual std::optional<case_id> case_of_shape(std::string const& shape) = 0;
    /// The case of a family ("catalogue") that stands for this in the organ of a unit.
    virtual std::optional<case_id> case_standing_for(std::string const& what,
                                                     std::string const& family,
                                                     std::string const& unit) = 0;
    /// The next free case id, and the next number for a prefix and year ("JC", 2024).
    virtual case_id next_case_id() = 0;
    virtual std::string next_number(std::string const& prefix, int year) = 0;

    virtual void open(case_line const& line, std::string const& hash) = 0;
    virtual void append(act const& what, consequences const& then) = 0;
};

} // namespace engine

#endif
