#include "tests/bench/crowds.hpp"

#include "web/commands/house.hpp"

namespace bench {

engine::instant crowds::now()
{
    return web::commands::now();
}

} // namespace bench
