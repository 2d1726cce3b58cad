#include "tests/scratch_database.hpp"

#include "adapters/soci/database.hpp"

#include <algorithm>
#include <cstdlib>
#include <soci/soci.h>
#include <thread>
#include <unistd.h>

namespace tests {
namespace {

namespace fs = std::filesystem;
namespace store = adapters::soci;

std::string given(char const* name)
{
    auto const* value = std::getenv(name);
    return value ? value : "";
}

std::string server()
{
    return given("JUECE_TEST_POSTGRESQL");
}

std::string replica()
{
    return given("JUECE_TEST_REPLICA");
}

/// The URL of another database of a server.
std::string url_of(std::string const& database, std::string const& whole = server())
{
    auto const parameters = std::min(whole.find('?'), whole.size());
    auto const host = whole.find("://") + 3;
    auto const path = std::min(whole.find('/', host), parameters);
    return whole.substr(0, path) + '/' + database + whole.substr(parameters);
}

void tell_server(std::string const& statement)
{
    auto const sql = store::open_session({fs::path("."), server()}, store::access::writing);
    *sql << statement;
}

std::string fresh_name()
{
    static int made = 0;
    return "juece_test_" + std::to_string(::getpid()) + '_' + std::to_string(made++);
}

/// A database with the newest schema, to be copied: quicker than all migrations for each test.
class template_database {
public:
    template_database() : name(fresh_name())
    {
        tell_server("create database " + name);
        auto const dir = fs::temp_directory_path() / name;
        store::database({dir, url_of(name)});
        fs::remove_all(dir);
    }
    ~template_database()
    {
        try {
            tell_server("drop database " + name + " with (force)");
        } catch (std::exception const&) {
            // the server may be gone before the program
        }
    }

    std::string const name;
};

} // namespace

bool on_postgresql()
{
    return !server().empty();
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
    return url_of(name_, replica());
}

scratch_database::scratch_database()
{
    if (!on_postgresql())
        return;
    static template_database const filled;
    name_ = fresh_name();
    url_ = url_of(name_);
    tell_server("create database " + name_ + " template " + filled.name);
}

scratch_database::~scratch_database()
{
    if (name_.empty())
        return;
    try {
        tell_server("drop database " + name_ + " with (force)");
    } catch (std::exception const& e) {
        BOOST_TEST_MESSAGE("a database of a test stays: " << e.what());
    }
}

} // namespace tests
