#include "adapters/soci/storage_fault.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace adapters::soci {
namespace {

using sort = storage_fault::sort;

// SOCI gives every error of SQLite the category "unknown", so the result code has to be asked.
sort sort_of(::soci::sqlite3_soci_error const& e)
{
    switch (e.result() & 0xff) {
    case 19: // SQLITE_CONSTRAINT
        return sort::clash;
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return sort::busy;
    case 14: // SQLITE_CANTOPEN
        return sort::lost;
    case 8:  // SQLITE_READONLY
    case 10: // SQLITE_IOERR: also a write to a disk that has become read-only
    case 13: // SQLITE_FULL
        return sort::unwritable;
    }
    return sort::broken;
}

sort sort_of(::soci::postgresql_soci_error const& e)
{
    auto const state = e.sqlstate();
    if (state.starts_with("23"))
        return sort::clash;
    if (state == "40001" || state == "40P01") // serialization, deadlock
        return sort::crossed;
    // lock_timeout, statement_timeout, connections used up
    if (state == "55P03" || state == "57014" || state == "53300")
        return sort::busy;
    // No state at all: libpq had no answer to read one from. 25006: the server is read-only, as one
    // is that has just lost its place to another. 25P03: it had not heard of the transaction for
    // too long.
    if (state.starts_with("08") || state.starts_with("57P") || state == "25006" ||
        state == "25P03" || state.find_first_not_of(' ') == state.npos)
        return sort::lost;
    if (state == "53100" || state == "58030") // the server's disk is full, or fails
        return sort::unwritable;
    return sort::broken;
}

// SOCI adds the statement and every bound value; values are people's words and hashes of
// passwords, and do not belong in a log.
std::string without_values(std::string words)
{
    if (auto const values = words.find("\" with :"); values != words.npos)
        words.erase(values + 1);
    return words;
}

} // namespace

void rethrow_as_ours()
{
    try {
        throw;
    } catch (::soci::sqlite3_soci_error const& e) {
        throw storage_fault(sort_of(e), without_values(e.what()));
    } catch (::soci::postgresql_soci_error const& e) {
        throw storage_fault(sort_of(e), without_values(e.what()));
    } catch (::soci::soci_error const& e) {
        throw storage_fault(sort::broken, without_values(e.what()));
    }
}

} // namespace adapters::soci
