#include "adapters/report/decision_paragraph.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(decision_paragraph)

BOOST_AUTO_TEST_CASE(only_what_was_done_is_told)
{
    using adapters::report::decision_paragraph;
    BOOST_TEST(decision_paragraph(2023, {}) == "2023年，没有启动或者作出重大行政决策。");
    auto const text = decision_paragraph(2024, {{"DEC.adopted", 3},
                                                {"DEC.reviewed", 4},
                                                {"DEC.review_days_avg", 30},
                                                {"PART.opinions_received", 8},
                                                {"PART.opinions_adopted", 7}});
    BOOST_TEST(text.find("作出重大行政决策3项。") != std::string::npos);
    BOOST_TEST(text.find("收到公众意见8条，采纳7条，采纳率87.5%。") != std::string::npos);
    BOOST_TEST(text.find("平均用时7.5个工作日") != std::string::npos);
    BOOST_TEST(text.find("听证") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_share_is_never_rounded_to_all_or_nothing)
{
    using adapters::report::percentage;
    BOOST_TEST(percentage(9'999, 10'000) == "99.9%");
    BOOST_TEST(percentage(1, 10'000) == "0.1%");
    BOOST_TEST(percentage(2, 2) == "100%");
    BOOST_TEST(percentage(0, 0) == "0%");
}

BOOST_AUTO_TEST_SUITE_END()
