#include "tests/bench/act_store.hpp"

#include "tests/bench/postgresql_store.hpp"
#include "tests/bench/sqlite_store.hpp"

namespace bench {

std::unique_ptr<act_store> open_store(adapters::soci::place const& at, std::string const& name)
{
    if (at.is_file())
        return std::make_unique<sqlite_store>(at.dir / (name + ".sqlite"));
    return std::make_unique<postgresql_store>(at.url);
}

} // namespace bench
