#include "tests/scratch_database.hpp"

#include "adapters/soci/database.hpp"

namespace tests {
namespace {

namespace fs = std::filesystem;

/// A database with the newest schema, to be copied: quicker than all migrations for each test.
class filled_database : public server_database {
public:
    filled_database()
    {
        auto const dir = fs::temp_directory_path() / name();
        adapters::soci::database({dir, url()});
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
