#include "adapters/report/wording.hpp"

#include <boost/test/unit_test.hpp>
#include <vector>

using namespace adapters::report;

BOOST_AUTO_TEST_SUITE(wording_test)

BOOST_AUTO_TEST_CASE(a_qualifier_stands_where_it_belongs)
{
    struct row {
        char const* value;
        rounding exactness;
        char const* unit;
        char const* words;
    };
    for (auto const& one :
         std::vector<row>{{"707", rounding::exact, "项", "707项"},
                          {"1006", rounding::about, "亿元", "约1006亿元"},
                          {"1006", rounding::over, "亿元", "1006亿余元"},
                          {"4", rounding::over, "万户", "4万余户"},
                          {"640", rounding::over, "项", "640余项"},
                          {"98", rounding::at_least, "%", "98%以上"},
                          {"5.38", rounding::exact, "亿元", "5.38亿元"},
                          {"0", rounding::exact, "件", "0件"},
                          {"2021-08", rounding::exact, "年月", "2021年8月"},
                          {"2021-12", rounding::exact, "年月", "2021年12月"},
                          {"2022-02-23 14:58:44", rounding::exact, "时间", "2022-02-23 14:58:44"},
                          {"3", rounding::exact, "万", "3万"}})
        BOOST_TEST(with_unit(one.value, one.exactness, one.unit) == one.words);
}

BOOST_AUTO_TEST_CASE(numbers_are_written_in_characters_as_people_say_them)
{
    for (auto const& [value, words] :
         std::vector<std::pair<char const*, char const*>>{{"1", "一"},
                                                          {"2", "两"},
                                                          {"4", "四"},
                                                          {"10", "十"},
                                                          {"12", "十二"},
                                                          {"17", "十七"},
                                                          {"20", "二十"},
                                                          {"22", "二十二"},
                                                          {"101", "一百零一"},
                                                          {"110", "一百一十"},
                                                          {"1005", "一千零五"},
                                                          {"1050", "一千零五十"},
                                                          {"9999", "九千九百九十九"},
                                                          {"0", "0"},
                                                          {"10000", "10000"},
                                                          {"2.5", "2.5"}})
        BOOST_TEST(in_characters(value) == words);
    BOOST_TEST(as_ordinal("3", "次") == "第三次");
    BOOST_TEST(as_ordinal("2", "批") == "第二批");
    BOOST_TEST(as_ordinal("4", "批") == "第四批");
    BOOST_TEST(as_year("2035") == "二〇三五");
    BOOST_TEST(day_in_words(*engine::parse_day("2025-08-03")) == "2025年8月3日");
}

BOOST_AUTO_TEST_CASE(a_comparison_is_said_in_words)
{
    struct row {
        char const* value;
        std::optional<std::string> last;
        rounding exactness;
        char const* unit;
        int places;
        char const* words;
    };
    for (auto const& one :
         std::vector<row>{{"48865", "46858", rounding::exact, "户", 2, "同比增长4.28%"},
                          {"2185", "2420", rounding::exact, "件次", 1, "同比下降9.7%"},
                          {"640", "500", rounding::over, "项", 1, "同比约增长28%"},
                          {"12", "12", rounding::exact, "次", 1, "与上年持平"},
                          {"12", "12", rounding::about, "次", 1, "与上年大体持平"},
                          {"3", "0", rounding::exact, "次", 1, "上年为零"},
                          {"0", "3", rounding::exact, "次", 1, "上年为3次"},
                          {"0", "0", rounding::exact, "次", 1, "与上年持平"},
                          {"3", {}, rounding::exact, "次", 1, ""},
                          {"98", "95.9", rounding::exact, "%", 1, "同比提高2.1个百分点"},
                          {"98", "100", rounding::exact, "%", 1, "同比下降2个百分点"},
                          {"100001", "100000", rounding::exact, "件", 1, "同比增长不足0.1%"},
                          {"2021-08", "2020-08", rounding::exact, "年月", 1, ""}})
        BOOST_TEST(compared(one.value, one.last, one.exactness, one.unit, one.places) == one.words);
    BOOST_TEST(compared_in_numbers("48865", "46858", rounding::exact, "户") == "同比增加2007户");
    BOOST_TEST(compared_in_numbers("3", "0", rounding::exact, "宗") == "同比增加3宗");
    BOOST_TEST(compared_in_numbers("3", "5", rounding::exact, "宗") == "同比减少2宗");
    BOOST_TEST(compared_in_numbers("3", {}, rounding::exact, "宗").empty());
}

BOOST_AUTO_TEST_SUITE_END()
