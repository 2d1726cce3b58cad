#include "engine/lowered.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(lowered_test)

BOOST_AUTO_TEST_CASE(letters_of_a_to_z_become_small_and_all_others_stay)
{
    BOOST_TEST(engine::lowered("Content-TYPE 09") == "content-type 09");
    BOOST_TEST(engine::lowered("Ⅱ期ＰＰＰ ÉA 决策") == "Ⅱ期ＰＰＰ Éa 决策");
    BOOST_TEST(engine::lowered("").empty());
}

BOOST_AUTO_TEST_SUITE_END()
