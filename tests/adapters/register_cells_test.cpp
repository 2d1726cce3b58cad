#include "adapters/import/register_cells.hpp"

#include <boost/test/unit_test.hpp>

using namespace adapters::import;

namespace {

written_amount amount(std::string_view cell, std::string_view unit = "")
{
    auto const read = read_amount(cell, unit);
    BOOST_TEST_REQUIRE(std::holds_alternative<written_amount>(read), cell << " is refused");
    return std::get<written_amount>(read);
}

} // namespace

BOOST_AUTO_TEST_SUITE(register_cells_test)

BOOST_AUTO_TEST_CASE(amounts_are_read_in_their_units)
{
    struct scenario {
        char const* cell;
        char const* unit;
        long long fen;
        bool approximate;
    };
    for (auto const& one :
         std::initializer_list<scenario>{{"500", "", 50'000, false},
                                         {"500.5", "", 50'050, false},
                                         {"1200万元", "", 1'200'000'000, false},
                                         {"１２００万元", "", 1'200'000'000, false},
                                         {"12,000,000元", "", 1'200'000'000, false},
                                         {"12，000，000", "元", 1'200'000'000, false},
                                         {"1200", "万元", 1'200'000'000, false},
                                         {"1.2亿元", "", 12'000'000'000, false},
                                         {"1.2亿", "万元", 12'000'000'000, false},
                                         {"约1006亿元", "", 10'060'000'000'000, true},
                                         {"1200余万元", "", 1'200'000'000, true},
                                         {"1200万元左右", "", 1'200'000'000, true},
                                         {"近300万", "", 300'000'000, true},
                                         {"人民币88元", "", 8'800, false},
                                         {"￥88.08", "", 8'808, false}}) {
        auto const read = amount(one.cell, one.unit);
        BOOST_TEST((read.is == written_amount::sort::known), one.cell);
        BOOST_TEST(read.fen == one.fen, one.cell << " is " << read.fen);
        BOOST_TEST(read.approximate == one.approximate, one.cell);
    }
}

BOOST_AUTO_TEST_CASE(no_amount_and_an_unknown_one_are_told_apart_and_are_never_zero)
{
    for (auto const* cell : {"无", "不涉及", "-", "—", "/"})
        BOOST_TEST((amount(cell).is == written_amount::sort::none), cell);
    for (auto const* cell : {"", " ", "待定", "不详", "未知"})
        BOOST_TEST((amount(cell).is == written_amount::sort::unknown), cell);
    for (auto const* cell : {"0", "0.00", "0万元", "约0元"})
        BOOST_TEST(std::holds_alternative<engine::text>(read_amount(cell, "")), cell);
}

BOOST_AUTO_TEST_CASE(what_is_no_amount_is_refused)
{
    for (auto const* cell : {"很多", "12万3千", "1.2.3", "-5", "0.001", "300美元", "USD5",
                             "99999999999999999999", "约", "元", "1万2"})
        BOOST_TEST(std::holds_alternative<engine::text>(read_amount(cell, "")), cell);
}

BOOST_AUTO_TEST_CASE(days_are_read_in_their_forms)
{
    auto const wanted = engine::parse_day("2021-03-05");
    for (auto const* cell :
         {"2021-03-05", "2021-3-5", "2021/3/5", "2021.3.5", "2021年3月5日", "2021 年 3 月 5 日",
          "20210305", "2021-03-05 18:00", "２０２１年３月５日"})
        BOOST_TEST((read_day(cell) == wanted), cell);
}

BOOST_AUTO_TEST_CASE(what_is_no_whole_day_is_none)
{
    for (auto const* cell : {"", "2021年3月", "2021", "第二季度", "2021-02-30", "21-3-5", "3月5日",
                             "2021-13-01", "202103051"})
        BOOST_TEST(!read_day(cell), cell);
}

BOOST_AUTO_TEST_SUITE_END()
