#include "web/handlers/planned_words.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(planned_words)

BOOST_AUTO_TEST_CASE(what_offices_write_in_many_ways_is_shown_in_one)
{
    std::pair<char const*, char const*> const all[] = {{"2026年8月", "2026年8月"},
                                                       {"8月份", "2026年8月"},
                                                       {"2026-08", "2026年8月"},
                                                       {"第二季度", "2026年第二季度"},
                                                       {"4-6月", "2026年第二季度"},
                                                       {"2027年三季度", "2027年第三季度"},
                                                       {"6月底前", "2026年上半年"},
                                                       {"下半年", "2026年下半年"},
                                                       {"9月底前", "2026年9月底前"},
                                                       {"年底前", "2026年内"},
                                                       {"4月至5月", "2026年4月至2026年5月"},
                                                       {"6月15日前", "2026年6月15日前"},
                                                       {"6月15日", "2026年6月15日"},
                                                       {"尽快", "尽快"},
                                                       {"", ""}};
    web::language const chinese("zh");
    for (auto const& [typed, shown] : all)
        BOOST_TEST(web::handlers::planned_words(chinese, typed, 2026) == shown, typed);
}

BOOST_AUTO_TEST_CASE(in_english_a_planned_time_has_its_year_behind)
{
    std::pair<char const*, char const*> const all[] = {{"8月", "August 2026"},
                                                       {"第二季度", "Second quarter 2026"},
                                                       {"上半年", "First half 2026"},
                                                       {"9月底前", "By the end of September 2026"},
                                                       {"本年度内", "Within 2026"}};
    web::language const english("en");
    for (auto const& [typed, shown] : all)
        BOOST_TEST(web::handlers::planned_words(english, typed, 2026) == shown, typed);
}

BOOST_AUTO_TEST_SUITE_END()
