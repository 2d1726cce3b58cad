#include "engine/leading_seats.hpp"

#include <boost/test/unit_test.hpp>

using namespace engine;

namespace {

bool is_of_each(std::string_view kind)
{
    return kind == "sheet.signed";
}

task owed(std::string role, std::string unit, std::string kind = "paper.noted", long long by = 0)
{
    task made;
    made.chapter = kind.substr(0, kind.find('.'));
    made.kind = std::move(kind);
    made.role = std::move(role);
    made.unit = std::move(unit);
    made.person = {by};
    return made;
}

/// Which of them lead, as "role@unit#person".
std::string leading(std::vector<task> all)
{
    mark_leading(all, is_of_each);
    std::string found;
    for (auto const& one : all)
        if (one.leads)
            found += (found.empty() ? "" : " ") + one.role + "@" + one.unit + "#" +
                     std::to_string(one.person.value);
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(leading_seats_test)

BOOST_AUTO_TEST_CASE(of_the_seats_of_a_unit_the_first_that_the_law_names_leads)
{
    BOOST_TEST(leading({}) == "");
    BOOST_TEST(leading({owed("head", "water")}) == "head@water#0");
    BOOST_TEST(leading({owed("clerk", "water"), owed("head", "water")}) == "clerk@water#0");
    BOOST_TEST(leading({owed("head", "water"), owed("clerk", "water")}) == "head@water#0");
    // every act and every unit has a seat of its own that leads
    BOOST_TEST(leading({owed("clerk", "water"), owed("head", "water"), owed("head", "roads"),
                        owed("head", "water", "paper.closed")}) ==
               "clerk@water#0 head@roads#0 head@water#0");
}

BOOST_AUTO_TEST_CASE(a_seat_of_no_unit_leads_where_no_unit_owes_the_act)
{
    BOOST_TEST(leading({owed("office", ""), owed("mayor", "")}) == "office@#0");
    BOOST_TEST(leading({owed("office", ""), owed("clerk", "water")}) == "clerk@water#0");
    BOOST_TEST(leading({owed("office", ""), owed("clerk", "water", "paper.closed")}) ==
               "office@#0 clerk@water#0");
}

BOOST_AUTO_TEST_CASE(whoever_waits_by_name_at_the_leading_seat_leads_with_it)
{
    BOOST_TEST(leading({owed("adviser", "", "paper.noted", 7),
                        owed("adviser", "", "paper.noted", 8), owed("reviewer", "")}) ==
               "adviser@#7 adviser@#8");
    BOOST_TEST(leading({owed("clerk", "water"), owed("head", "water", "paper.noted", 9)}) ==
               "clerk@water#0");
}

BOOST_AUTO_TEST_CASE(what_each_seat_owes_leads_at_each)
{
    BOOST_TEST(
        leading({owed("clerk", "water", "sheet.signed"), owed("head", "water", "sheet.signed"),
                 owed("mayor", "", "sheet.signed")}) == "clerk@water#0 head@water#0 mayor@#0");
}

BOOST_AUTO_TEST_SUITE_END()
