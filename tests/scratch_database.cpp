#include "tests/scratch_database.hpp"

#include "adapters/soci/database.hpp"

#include <cstdlib>
#include <soci/soci.h>
#include <thread>

namespace tests {
namespace {

namespace fs = std::filesystem;
namespace store = adapters::soci;

std::string replica()
{
    auto const* given = std::getenv("JUECE_TEST_REPLICA");
    return given ? given : "";
}

/// A database with the newest schema, to be copied: quicker than all migrations for each test.
class filled_database : public server_database {
public:
    filled_database()
    {
        auto const dir = fs::temp_directory_path() / name();
        store::database({dir, url()});
        fs::remove_all(dir);
    }
};

} // namespace

bool on_postgresql()
{
    return !postgresql_server().empty();
}

boost::test_tools::assertion_result needs_sqlite(boost::unit_test::test_unit_id)
{
    return !on_postgresql();
}

boost::test_tools::assertion_result needs_postgresql(boost::unit_test::test_unit_id)
{
    return on_postgresql();
}

boost::test_tools::assertion_result needs_replica(boost::unit_test::test_unit_id)
{
    return on_postgresql() && !replica().empty();
}

held_replay::held_replay()
{
    auto const sql = store::open_session({fs::path("."), replica()}, store::access::reading);
    *sql << "select pg_wal_replay_pause()";
    std::string state;
    for (int i = 0; state != "paused" && i < 500; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        *sql << "select pg_get_wal_replay_pause_state()", ::soci::into(state);
    }
    BOOST_REQUIRE(state == "paused");
}

held_replay::~held_replay()
{
    try {
        auto const sql = store::open_session({fs::path("."), replica()}, store::access::reading);
        *sql << "select pg_wal_replay_resume()";
    } catch (std::exception const& e) {
        BOOST_TEST_MESSAGE("the replica goes on replaying nothing: " << e.what());
    }
}

std::string scratch_database::url_on_replica() const
{
    return database_of(replica(), on_server_->name());
}

scratch_database::scratch_database()
{
    if (!on_postgresql())
        return;
    static filled_database const filled;
    on_server_.emplace(filled.name());
}

std::string const& scratch_database::url() const
{
    static std::string const none;
    return on_server_ ? on_server_->url() : none;
}

} // namespace tests
