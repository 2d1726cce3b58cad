#ifndef JUECE_TESTS_ADAPTERS_STAFFED_HOUSE_HPP
#define JUECE_TESTS_ADAPTERS_STAFFED_HOUSE_HPP

#include "tests/adapters/record_context.hpp"

namespace tests {

/// An organ with two units, and Li with a password and a post in one of them.
struct staffed_house : fresh_record {
    engine::instant const now = at("2024-03-01T01:00:00.000Z");
    adapters::soci::accounts people{db};
    adapters::soci::house_register house{db};
    engine::person_id li;
    long long first_post = 0;

    staffed_house()
    {
        house.add_organ({"440000", "某区", "county", "gd", ""}, now);
        house.add_unit({"water", "水务局", "440000"}, now);
        house.add_unit({"law", "司法局", "440000"}, now);
        li = house.add_person("lisi", "李四", "right password", now);
        first_post = house.add_appointment(post("sponsor_clerk", "water"), now);
    }

    /// A post for Li.
    adapters::soci::appointment post(std::string const& role, std::string const& unit,
                                     std::string const& from = "2024-01-01",
                                     std::string const& until = {})
    {
        adapters::soci::appointment one;
        one.who = li;
        one.role = role;
        one.unit = unit;
        one.from = *engine::parse_day(from);
        one.until = engine::parse_day(until);
        return one;
    }
};

} // namespace tests

#endif
