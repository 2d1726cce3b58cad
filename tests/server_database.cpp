#include "tests/server_database.hpp"

#include "adapters/soci/dialect.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <iostream>
#include <soci/soci.h>
#include <unistd.h>

namespace tests {
namespace {

namespace store = adapters::soci;

void tell_server(std::string const& statement)
{
    auto const sql = store::open_session({".", postgresql_server()}, store::access::writing);
    *sql << statement;
}

std::string fresh_name()
{
    static std::atomic<int> made = 0;
    return "juece_test_" + std::to_string(::getpid()) + '_' + std::to_string(made++);
}

} // namespace

std::string postgresql_server()
{
    auto const* given = std::getenv("JUECE_TEST_POSTGRESQL");
    return given ? given : "";
}

std::string database_of(std::string const& server, std::string const& database)
{
    auto const parameters = std::min(server.find('?'), server.size());
    auto const host = server.find("://") + 3;
    auto const path = std::min(server.find('/', host), parameters);
    return server.substr(0, path) + '/' + database + server.substr(parameters);
}

server_database::server_database(std::string const& like)
    : name_(fresh_name()), url_(database_of(postgresql_server(), name_))
{
    tell_server("create database " + name_ + (like.empty() ? like : " template " + like));
}

server_database::~server_database()
{
    try {
        tell_server("drop database " + name_ + " with (force)");
    } catch (std::exception const& e) {
        // the server may be gone before the program
        std::cerr << "a database of a test stays: " << e.what() << '\n';
    }
}

} // namespace tests
