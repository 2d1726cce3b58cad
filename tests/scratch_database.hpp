#ifndef JUECE_TESTS_SCRATCH_DATABASE_HPP
#define JUECE_TESTS_SCRATCH_DATABASE_HPP

#include "adapters/soci/place.hpp"
#include "tests/server_database.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <optional>
#include <string>

namespace tests {

/// Whether the tests of the record run on PostgreSQL: JUECE_TEST_POSTGRESQL names a server on which
/// they may make databases. tests/on_postgresql starts one.
bool on_postgresql();

/// For tests that ask something of one kind of database only.
boost::test_tools::assertion_result needs_sqlite(boost::unit_test::test_unit_id);
boost::test_tools::assertion_result needs_postgresql(boost::unit_test::test_unit_id);
/// For tests that need a replica of that server: JUECE_TEST_REPLICA names it; tests/with_replica
/// starts one.
boost::test_tools::assertion_result needs_replica(boost::unit_test::test_unit_id);

/// A replica that replays nothing while this lives.
class held_replay {
public:
    held_replay();
    ~held_replay();
    held_replay(held_replay const&) = delete;
    held_replay& operator=(held_replay const&) = delete;
};

/// A database for one test: the file of its directory, or one of its own on the server, which goes
/// away at the end.
class scratch_database {
public:
    scratch_database();

    /// Empty on SQLite.
    std::string const& url() const;
    /// Of the same on the replica, where it arrives a little later.
    std::string url_on_replica() const;
    adapters::soci::place at(std::filesystem::path dir) const { return {std::move(dir), url()}; }

private:
    std::optional<server_database> on_server_;
};

} // namespace tests

#endif
