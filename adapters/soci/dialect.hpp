#ifndef JUECE_ADAPTERS_SOCI_DIALECT_HPP
#define JUECE_ADAPTERS_SOCI_DIALECT_HPP

#include "adapters/soci/place.hpp"

#include <memory>
#include <string>
#include <vector>

namespace soci {
class session;
}

// What SQLite and PostgreSQL do differently. Whatever is not asked here is the same for both.

namespace adapters::soci {

/// What a session may do.
enum class access { reading, writing };

/// Whose turn a write takes: writers of one turn wait for each other, in all processes that work on
/// the record. SQLite has one writer, so that there all wait for all.
enum class turn {
    record,   ///< acts and what is derived from them
    comments, ///< what the public sends in, numbered within its case
    audit,    ///< the chain of the audit log
    accounts, ///< what people have: passwords, sessions, drafts, wishes
    none      ///< rows that are locked one by one
};

/// The words in which the two differ, side by side in dialect.cpp.
struct dialect {
    char const* migrations;     ///< how the files of its schema end
    char const* counts_schema;  ///< gives 1 once there is a table of schema versions, before 0
    char const* begins_reading; ///< a transaction that sees one moment
    /// Behind a select: locks its rows, and leaves out those on which another process works.
    char const* passing_locked;
    char const* lists_columns; ///< name and type ("text" or another) of :table's columns, by name
    /// Rows that :table gets from now on have larger ids than :last; null where it is so anyhow.
    char const* numbers_on;
    char const* takes_stock; ///< run when much was written, so that plans fit; null: nothing
    char const* reads_all;   ///< run by who reads the whole record; null: nothing
    bool adds_at_once;       ///< takes the rows of a page as arrays, in one statement
    /// Words are found by pieces that word_index writes; otherwise in the rows themselves.
    bool has_pieces;
    char const* place_of; ///< the function that says where in a text another stands; 0: nowhere
    /// Knows how many rows stand behind a value, and needs no help to choose an index.
    bool estimates;
    char const* tries_to_write; ///< writes something that means nothing
};

dialect const& dialect_of(::soci::session const& sql);
dialect const& dialect_of(place const& at);

/// A session of its own, for one thread at a time. One for reading refuses to write. What is
/// committed is on disk. Throws storage_fault.
std::unique_ptr<::soci::session> open_session(place const& at, access how);

/// False when the database let go of an idle session, or something was left open in it. Asks
/// nothing over the network.
bool is_alive(::soci::session& sql);

/// Of PostgreSQL: the numbers in the one row of a select. Throws storage_fault; lost when the
/// server keeps silent for longer, and the connection has then ended.
std::vector<long long> numbers_of(::soci::session& sql, char const* select,
                                  std::chrono::milliseconds patience);
/// Ends the connection of a session on PostgreSQL, which somebody else may be waiting on: they are
/// told that it is lost.
void hang_up(::soci::session& sql);

/// Begins to write and waits for the turn.
void begin_work(::soci::session& sql, turn whose);
/// Waits for one more turn inside a transaction. Always after that of the record, never before.
void wait_for_turn(::soci::session& sql, turn whose);
/// Durable when it returns; throws when a statement failed on the way and was not heard of.
void commit_work(::soci::session& sql);
/// Logs when that fails; the session is then not alive.
void roll_back(::soci::session& sql) noexcept;

/// What one process at a time does, of all that work on the record.
enum class chore { calendar, sweep };

/// Inside a transaction: whether this process may do it; if so, no other may until its end.
bool may_do(::soci::session& sql, chore what);

/// Waits, however long, until no other process does it, and keeps the others waiting as long as it
/// lives. On a session of its own. Of SQLite one process at a time serves, so that none waits.
class sole_chore {
public:
    sole_chore(::soci::session& sql, chore what);
    ~sole_chore();
    sole_chore(sole_chore const&) = delete;
    sole_chore& operator=(sole_chore const&) = delete;

private:
    ::soci::session& sql_;
    bool locked_;
};

/// Throws storage_fault (busy) when another session of Juece has the database open.
void must_be_alone(::soci::session& sql);

/// What is wrong with the files or the references of the database; empty: nothing.
std::string fault_of_storage(::soci::session& sql);

} // namespace adapters::soci

#endif
