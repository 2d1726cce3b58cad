#include "web/percent.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(percent)

BOOST_AUTO_TEST_CASE(a_form_is_read_in_order)
{
    auto const found = web::parse_pairs("a=1&b=%E5%86%B3+x&a=2&c&=d&&e==");
    BOOST_REQUIRE(found);
    web::pairs const wanted = {{"a", "1"}, {"b", "决 x"}, {"a", "2"},
                               {"c", ""},  {"", "d"},     {"e", "="}};
    BOOST_TEST((*found == wanted));
}

BOOST_AUTO_TEST_CASE(what_does_not_decode_is_refused)
{
    for (auto const* bad :
         {"a=%", "a=%1", "a=%zz", "a=%00", "%00=1", "a=%ff", "a=%c0%80", "a=%ed%a0%80"})
        BOOST_TEST(!web::parse_pairs(bad), bad);
    std::string many;
    for (std::size_t i = 0; i <= web::most_pairs; ++i)
        many += "a&";
    BOOST_TEST(!web::parse_pairs(many));
}

BOOST_AUTO_TEST_CASE(a_query_reads_back_as_it_was_written)
{
    web::pairs const fields = {{"f.名[0]", "a&b=c d+%\n"}, {"x", ""}};
    BOOST_TEST((web::parse_pairs(web::to_query(fields)) == fields));
}

BOOST_AUTO_TEST_SUITE_END()
