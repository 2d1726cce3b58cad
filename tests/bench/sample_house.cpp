#include "tests/bench/sample_house.hpp"

#include "adapters/demo/demo.hpp"
#include "adapters/import/import_people.hpp"
#include "adapters/soci/house_register.hpp"
#include "adapters/soci/sessions.hpp"

#include <stdexcept>

namespace bench {

namespace demo = adapters::demo;
namespace soci = adapters::soci;

void add_sample_people(soci::database& at, engine::law_in_force law, engine::instant now)
{
    soci::accounts people(at);
    soci::house_register house(at, engine::entered_as_demo);
    auto const added =
        adapters::import::import_people(demo::sample_people(), people, house, law, now, false,
                                        [] { return std::string(demo::demo_password); });
    if (!added.faults.empty())
        throw std::runtime_error("the sample people have a fault in line " +
                                 std::to_string(added.faults.front().line));
}

std::string token_of(soci::database& at, engine::actor const& who, engine::instant now)
{
    soci::accounts people(at);
    for (auto const& seat : people.appointments_of(who.person, engine::legal_day(now)))
        if (seat.role == who.role && seat.unit == who.unit)
            return soci::sessions(at).start(who.person, seat.id, now).token;
    throw std::runtime_error(who.name + " is no " + who.role + " today");
}

} // namespace bench
