#include "tests/adapters/record_context.hpp"

#include <cstdlib>
#include <future>
#include <stdexcept>

namespace tests {

scratch_dir::scratch_dir()
{
    auto name = (std::filesystem::temp_directory_path() / "juece-test-XXXXXX").string();
    if (!::mkdtemp(name.data()))
        throw std::runtime_error("no scratch directory");
    path_ = name;
}

scratch_dir::~scratch_dir()
{
    std::error_code ignored; // a destructor must not throw, and nothing depends on it
    std::filesystem::remove_all(path_, ignored);
}

void fresh_record::tamper(std::string const& statement)
{
    auto const sql = db.open_session(adapters::soci::access::writing);
    *sql << (on_postgresql() ? "set session_replication_role = replica"
                             : "pragma foreign_keys = off");
    *sql << statement;
}

void fresh_record::unguard_audit()
{
    if (on_postgresql()) {
        tamper("drop trigger if exists audit_entry_is_guarded on audit_entry");
        return;
    }
    for (auto const* guard : {"audit_entry_is_last", "audit_entry_stays", "audit_entry_is_kept"})
        tamper(std::string("drop trigger if exists ") + guard);
}

long long fresh_record::number(std::string const& select)
{
    auto const sql = db.open_session(adapters::soci::access::reading);
    long long value = 0;
    *sql << select, ::soci::into(value);
    return value;
}

adapters::soci::outcome ask(adapters::soci::clerk& by, engine::submission wish)
{
    // shared: the clerk may still be inside set_value() when this returns
    auto answer = std::make_shared<std::promise<adapters::soci::outcome>>();
    auto waiting = answer->get_future();
    BOOST_REQUIRE(by.submit(std::move(wish), [answer](adapters::soci::outcome given) {
        answer->set_value(std::move(given));
    }));
    return waiting.get();
}

engine::admitted admit(adapters::soci::clerk& by, engine::submission wish)
{
    auto answer = ask(by, std::move(wish));
    BOOST_REQUIRE(is<engine::admitted>(answer));
    return std::get<engine::admitted>(std::get<engine::ruling>(std::move(answer)));
}

} // namespace tests
