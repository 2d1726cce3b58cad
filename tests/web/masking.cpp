#include "web/masking.hpp"

#include <boost/test/unit_test.hpp>

using web::masked_name;
using web::masked_words;

BOOST_AUTO_TEST_SUITE(masking)

BOOST_AUTO_TEST_CASE(a_name_keeps_its_first_character)
{
    BOOST_TEST(masked_name("张三") == "张*");
    BOOST_TEST(masked_name("欧阳小明") == "欧*");
    BOOST_TEST(masked_name("Smith") == "S*");
    BOOST_TEST(masked_name("高要区某某有限公司") == "高*");
    BOOST_TEST(masked_name("李") == "李*");
    BOOST_TEST(masked_name("") == "");
}

BOOST_AUTO_TEST_CASE(telephone_numbers_are_masked_however_they_are_written)
{
    struct row {
        std::string written, published;
    };
    for (auto const& one :
         std::initializer_list<row>{{"请打13812341234。", "请打138****1234。"},
                                    {"138-1234-1234", "138-****-1234"},
                                    {"138 1234 1234", "138 **** 1234"},
                                    {"+86 138 1234 1234", "+86 138 **** 1234"},
                                    {"8613812341234", "86138****1234"},
                                    {"１３８１２３４１２３４", "１３８****１２３４"},
                                    {"手机:19912345678,谢谢", "手机:199****5678,谢谢"},
                                    {"0758-8391234", "075*-*****34"},
                                    {"02083912345", "020******45"},
                                    {"电话8391234", "电话83***34"},
                                    {"热线：83912345", "热线：83****45"},
                                    {"138 - 1234 - 5678", "138 - **** - 5678"},
                                    {"138–8888–6666", "138–****–6666"},
                                    {"（0758）8391234", "（075*）*****34"}})
        BOOST_TEST(masked_words(one.written) == one.published);
}

BOOST_AUTO_TEST_CASE(papers_cards_and_mail_are_masked)
{
    BOOST_TEST(masked_words("身份证441283199001011234") == "身份证441***************");
    BOOST_TEST(masked_words("44128319900101123X。") == "441***************。");
    BOOST_TEST(masked_words("卡号6222020200112233445") == "卡号622****************");
    BOOST_TEST(masked_words("6222 0202 0011 2233 445") == "622* **** **** **** ***");
    BOOST_TEST(masked_words("441283 19900101 1234") == "441*** ******** ****");
    BOOST_TEST(masked_words("写信到zhang.san@example.com。") == "写信到z***@example.com。");
}

BOOST_AUTO_TEST_CASE(other_numbers_stay)
{
    for (auto const* words :
         {"投资1000000元", "2021-2025年", "第25条第3款", "面积12345678平方米", "2024年4月2日",
          "每月1380元", "按0.85元/吨计收", "@所有人", "a@ b", "2024.01.01-2026.12.31",
          "2021-2022-2023-2024", "电话咨询时间：2024.01.01-2026.12.31"})
        BOOST_TEST(masked_words(words) == words);
}

BOOST_AUTO_TEST_CASE(the_senders_name_is_masked_where_it_stands_in_the_words)
{
    BOOST_TEST(masked_words("我是张小明，住在城东。张小明", {"张小明"}) ==
               "我是张*，住在城东。张*");
    BOOST_TEST(masked_words("好建议", {"好"}) == "好建议");
    BOOST_TEST(masked_words("好建议", {""}) == "好建议");
}

BOOST_AUTO_TEST_CASE(whoever_is_named_by_another_is_masked_too)
{
    web::named_people people{"黎小敏", "黎小敏明", "微信lixiaomin88"};
    BOOST_TEST(masked_words("同意黎小敏的看法，黎小敏明也是。", people) ==
               "同意黎*的看法，黎*也是。");
    BOOST_TEST(masked_words("加我微信lixiaomin88", people) == "加我微*");
}

BOOST_AUTO_TEST_CASE(who_gives_no_name_is_nobody)
{
    BOOST_TEST(masked_name("匿名") == "匿名");
    BOOST_TEST(masked_name("匿名网友") == "匿名网友");
    BOOST_TEST(masked_words("匿名意见", {"匿名"}) == "匿名意见");
}

BOOST_AUTO_TEST_CASE(masking_twice_changes_nothing_more)
{
    auto const once = masked_words("张小明 13812341234 a@b.cn", {"张小明"});
    BOOST_TEST(masked_words(once, {"张小明"}) == once);
}

BOOST_AUTO_TEST_SUITE_END()
