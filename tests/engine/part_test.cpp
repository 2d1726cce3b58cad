#include "engine/confidentiality.hpp"

#include <boost/test/unit_test.hpp>

using namespace engine;

namespace {

actor adviser()
{
    return {.person = {17},
            .name = "王五",
            .role = "legal_adviser",
            .unit = "justice",
            .on_behalf_of = "赵六",
            .represents = {18}};
}

bool knows(std::string const& part, confidentiality level = confidentiality::secret)
{
    return clearance::by_part(confidentiality::secret, adviser()).covers(level, {part});
}

} // namespace

BOOST_AUTO_TEST_SUITE(part_test)

BOOST_AUTO_TEST_CASE(a_secret_is_known_by_unit_seat_role_person_or_name)
{
    BOOST_TEST(knows(part_of_unit("justice")));
    BOOST_TEST(knows(part_of_role("legal_adviser")));
    BOOST_TEST(knows(part_of_seat("legal_adviser", "justice")));
    BOOST_TEST(knows(part_of_person({17})));
    BOOST_TEST(knows(part_by_name("legal_adviser", "王五")));
    // in the place of another, what is theirs
    BOOST_TEST(knows(part_of_person({18})));
    BOOST_TEST(knows(part_by_name("legal_adviser", "赵六")));
}

BOOST_AUTO_TEST_CASE(it_is_not_known_by_what_only_looks_alike)
{
    BOOST_TEST(!knows(part_of_unit("water")));
    BOOST_TEST(!knows(part_of_seat("reviewer", "justice")));
    BOOST_TEST(!knows(part_of_person({1})));
    BOOST_TEST(!knows(part_by_name("reviewer", "王五")));
    BOOST_TEST(!clearance::by_part(confidentiality::secret, adviser())
                    .covers(confidentiality::secret, {}));
}

BOOST_AUTO_TEST_CASE(what_is_not_secret_needs_no_part_and_a_part_no_clearance)
{
    BOOST_TEST(knows("nobody", confidentiality::internal));
    auto const less = clearance::by_part(confidentiality::internal, adviser());
    BOOST_TEST(!less.covers(confidentiality::secret, parts_of(adviser())));
    BOOST_TEST(clearance(confidentiality::secret).covers(confidentiality::secret, {}));
}

BOOST_AUTO_TEST_CASE(a_seat_without_a_unit_is_a_role_and_without_a_role_a_unit)
{
    BOOST_TEST(part_of_seat("reviewer", "") == part_of_role("reviewer"));
    BOOST_TEST(part_of_seat("", "water") == part_of_unit("water"));
}

BOOST_AUTO_TEST_SUITE_END()
