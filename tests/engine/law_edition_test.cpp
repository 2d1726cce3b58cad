#include "engine/law_edition.hpp"
#include "tests/engine/sample_law.hpp"

#include <boost/test/unit_test.hpp>

using namespace engine;

namespace {

struct house {
    procedure_shapes shapes = tests::sample_shapes();
    rule_book book = tests::sample_book();
    working_days days;
    rights entitled;

    std::string edition() const { return law_edition({shapes, book, days, entitled}); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(law_edition_test, house)

BOOST_AUTO_TEST_CASE(the_same_law_has_the_same_edition_whatever_days_are_free)
{
    auto const before = edition();
    BOOST_TEST(house().edition() == before);
    days = working_days({{day{std::chrono::year{2024} / 10 / 1}, "国庆节", false}});
    BOOST_TEST(edition() == before);
}

BOOST_AUTO_TEST_CASE(another_number_of_a_pack_is_another_edition)
{
    auto const before = edition();
    BOOST_TEST(book.add({.name = "gd", .title = "广东", .parent = "cn", .parameters = {}}).empty());
    BOOST_TEST(edition() != before);
}

BOOST_AUTO_TEST_CASE(another_right_to_an_act_is_another_edition_and_one_to_a_page_is_not)
{
    entitled.add(role{"clerk", "承办人", "Clerk", "office", confidentiality::open, {}, {}});
    auto const before = edition();
    BOOST_TEST(!entitled.add(right{{"clerk"}, sphere::page, "GET /cases", relation::any}));
    BOOST_TEST(edition() == before);
    BOOST_TEST(!entitled.add(right{{"clerk"}, sphere::act, "asking.asked", relation::any}));
    BOOST_TEST(edition() != before);
}

BOOST_AUTO_TEST_CASE(a_shape_less_is_another_edition)
{
    auto const before = edition();
    shapes.clear();
    BOOST_TEST(edition() != before);
}

BOOST_AUTO_TEST_SUITE_END()
