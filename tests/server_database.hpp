#ifndef JUECE_TESTS_SERVER_DATABASE_HPP
#define JUECE_TESTS_SERVER_DATABASE_HPP

#include <string>

namespace tests {

/// The PostgreSQL server on which tests may make databases, as JUECE_TEST_POSTGRESQL names it;
/// empty where it names none. tests/on_postgresql starts one.
std::string postgresql_server();

/// The URL of a database of a server.
std::string database_of(std::string const& server, std::string const& database);

/// A database of its own on that server, which goes away with it.
class server_database {
public:
    /// `like`: the name of a database to be copied; an empty one if left out. Throws storage_fault.
    explicit server_database(std::string const& like = {});
    ~server_database();
    server_database(server_database const&) = delete;
    server_database& operator=(server_database const&) = delete;

    std::string const& name() const { return name_; }
    std::string const& url() const { return url_; }

private:
    std::string name_;
    std::string url_;
};

} // namespace tests

#endif
