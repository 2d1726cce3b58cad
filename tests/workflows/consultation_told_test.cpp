#include "workflows/major_decision/consultation_told.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

namespace law = workflows::major_decision;

BOOST_AUTO_TEST_SUITE(consultation_told_test)

BOOST_AUTO_TEST_CASE(a_unit_is_told_that_it_is_on_file_what_became_of_its_opinion)
{
    engine::act what;
    what.kind = "consultation.settled";
    what.body =
        boost::json::parse(R"({"with_unit":"finance","agreed":true,"outcome":"采纳"})").as_object();
    auto const told = law::told_of_consultation(what);
    BOOST_TEST_REQUIRE(told.size() == 2u);
    for (auto const& one : told) {
        BOOST_TEST(one.kind == "news.opinion_settled");
        BOOST_TEST(one.to.unit == "finance");
    }
    what.kind = "consultation.concluded";
    BOOST_TEST(law::told_of_consultation(what).empty());
}

BOOST_AUTO_TEST_SUITE_END()
