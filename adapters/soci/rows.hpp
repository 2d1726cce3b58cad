#ifndef JUECE_ADAPTERS_SOCI_ROWS_HPP
#define JUECE_ADAPTERS_SOCI_ROWS_HPP

#include "adapters/soci/query.hpp"
#include "adapters/soci/reader.hpp"
#include "engine/act.hpp"
#include "engine/offer.hpp"

#include <optional>
#include <string>
#include <vector>

// The rows of the record as the database holds them, and the way to and from the engine's types.

namespace adapters::soci {

/// Throws storage_fault when the text is none that this program writes.
engine::day day_of(std::string const& text);
engine::instant instant_of(std::string const& text);
/// An empty text means: none.
std::optional<engine::day> optional_day_of(std::string const& text);
std::string text_of(std::optional<engine::day> on);

/// {"intake":"started","participation":"idle"}, in the order of the law.
std::string text_of(std::vector<engine::chapter_stage> const& stages);
std::vector<engine::chapter_stage> stages_of(std::string const& text);

/// A row of act. The order of the columns is that of `columns`.
struct act_row {
    static constexpr char const* columns =
        "case_id, seq, act_id, kind, body, by_person, by_name, by_role, by_unit,"
        " by_on_behalf_of, by_represents, entered_at, counts_on, origin, previous_hash, hash";

    long long case_id = 0;
    long long seq = 0;
    std::string act_id;
    std::string kind;
    std::string body;
    long long by_person = 0;
    std::string by_name;
    std::string by_role;
    std::string by_unit;
    std::string by_on_behalf_of;
    long long by_represents = 0;
    std::string entered_at;
    std::string counts_on;
    std::string origin;
    std::string previous_hash;
    std::string hash;

    void out_of(query& from);
    void into(query& to) const;
    void fill(engine::act const& what);
    engine::act to_act() const;
};

/// A row of case_file without what only lists filter on.
struct case_row {
    static constexpr char const* columns =
        "c.id, c.number, c.shape, c.place, c.opened_at, c.title, c.unit, c.matter, c.phase,"
        " c.closed, c.version, c.last_hash, c.stages, c.changed_at, c.level, c.stands_for";

    long long id = 0;
    std::string number;
    std::string shape;
    std::string place;
    std::string opened_at;
    std::string title;
    std::string unit;
    std::string matter;
    std::string phase;
    long long closed = 0;
    long long version = 0;
    std::string last_hash;
    std::string stages;
    std::string changed_at;
    long long level = 0;
    std::string stands_for;

    void out_of(query& from);
    engine::case_head to_head() const;
    case_entry to_entry() const;
};

struct task_row {
    static constexpr char const* columns =
        "t.chapter, t.kind, t.role, t.unit, t.opens_on,"
        " t.limit_name, t.due, t.in_working_days, t.stopped, t.person, t.leads";
    /// The due day of a task without a limit: sorts behind all others.
    static constexpr char const* never_due = "9999-12-31";
    /// One task among the rows of task as t; bound by key_into() and the case's id as case_id. Only
    /// the case is asked as an index has it: PostgreSQL, before it knew anything of a new table,
    /// took the index of chapters and passed all tasks of one for each act.
    static constexpr char const* is_same =
        "t.case_id = :case_id and (t.chapter || '') = :chapter and (t.kind || '') = :kind"
        " and (t.role || '') = :role and (t.unit || '') = :unit and (t.person + 0) = :person";

    std::string chapter;
    std::string kind;
    std::string role;
    std::string unit;
    std::string opens_on;
    std::string limit_name;
    std::string due;
    long long in_working_days = 0;
    long long stopped = 0;
    long long person = 0; ///< 0: whoever holds the seat
    long long leads = 1;  ///< 0: the act is owed as another task of the case says

    void out_of(query& from);
    void into(query& to) const;
    void key_into(query& to) const;
    void fill(engine::task const& what);
    engine::task to_task() const;
};

/// Levels are kept as numbers, so that one comparison finds what somebody may see.
long long number_of(engine::confidentiality level);
engine::confidentiality level_of(long long number);
/// By its name; an empty text means: none.
std::optional<engine::confidentiality> level_named(std::string const& name);

/// The acts of a case, in order.
std::vector<engine::act> acts_of(::soci::session& sql, engine::case_id id);

/// The hashes of all documents that a body names: every object that has the form of a
/// document_ref, wherever it stands.
std::vector<std::string> documents_named_in(boost::json::object const& body);

} // namespace adapters::soci

#endif
