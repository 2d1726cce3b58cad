#ifndef JUECE_TESTS_ADAPTERS_NOTICES_TOLD_HOUSE_HPP
#define JUECE_TESTS_ADAPTERS_NOTICES_TOLD_HOUSE_HPP

#include "adapters/soci/outbox.hpp"
#include "adapters/soci/own_notices.hpp"
#include "tests/adapters/record_context.hpp"

namespace tests {

/// A house whose people are told of papers. Zhang (person 1) enters all acts. A paper that is
/// opened waits for the head of its unit, Li, and for any reviewer, Wang.
struct told_house : fresh_record {
    engine::instant const now = at("2024-03-01T02:00:00.000Z");
    adapters::soci::house_register keeping{db};
    engine::person_id zhang, li, wang, zhao;
    adapters::soci::own_notices own{db};
    adapters::soci::outbox out{db};
    adapters::soci::clerk clerk{db, law.law()};

    told_house()
    {
        keeping.add_organ({"440000", "某区", "county", "gd", ""}, now);
        keeping.add_unit({"water", "水务局", "440000"}, now);
        keeping.add_unit({"law", "司法局", "440000"}, now);
        zhang = keeping.add_person("zhang", "张三", "", now);
        li = keeping.add_person("li", "李四", "", now);
        wang = keeping.add_person("wang", "王五", "", now);
        zhao = keeping.add_person("zhao", "赵六", "", now);
        BOOST_REQUIRE(zhang.value == 1);
        appoint(zhang, "sponsor_clerk", "water");
        appoint(li, "department_head", "water");
        appoint(wang, "reviewer", "law");
        appoint(zhao, "department_head", "law"); // of another unit
    }

    void appoint(engine::person_id who, std::string const& role, std::string const& unit,
                 std::string const& from = "2024-01-01", std::string const& until = {})
    {
        adapters::soci::appointment one;
        one.who = who;
        one.role = role;
        one.unit = unit;
        one.from = *engine::parse_day(from);
        one.until = engine::parse_day(until);
        keeping.add_appointment(one, now);
    }

    /// A paper that was opened, and what is its level.
    engine::case_id paper(std::string const& title, std::string const& level_note = {})
    {
        auto const opened = admit(clerk, opening_of(title));
        if (!level_note.empty())
            admit(clerk, note_on(opened.what.on, "level-" + opened.what.act_id, level_note));
        return opened.what.on;
    }

    /// How far somebody sees who may see secret cases.
    static engine::clearance seeing(engine::person_id who)
    {
        return engine::clearance(engine::confidentiality::secret, who);
    }
    long long told(engine::person_id who)
    {
        return static_cast<long long>(own.list(seeing(who), {}, 100).rows.size());
    }
    long long deliveries(std::string const& way)
    {
        return number("select count(*) from delivery where way = '" + way + "'");
    }
    void wants_mail(engine::person_id who, std::string const& address)
    {
        own.set_mail(who, {address, true});
    }
};

} // namespace tests

#endif
