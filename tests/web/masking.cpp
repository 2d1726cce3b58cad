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
                                    {"热线：83912345", "热线：83****45"}})
        BOOST_TEST(masked_words(one.written) == one.published);
}

BOOST_AUTO_TEST_CASE(papers_cards_and_mail_are_masked)
{
    BOOST_TEST(masked_words("身份证441283199001011234") == "身份证441***************");
    BOOST_TEST(masked_words("44128319900101123X。") == "441***************。");
    BOOST_TEST(masked_words("卡号6222020200112233445") == "卡号622****************");
    BOOST_TEST(masked_words("写信到zhang.san@example.com。") == "写信到z***@example.com。");
}

BOOST_AUTO_TEST_CASE(other_numbers_stay)
{
    for (auto const* words : {"投资1000000元", "2021-2025年", "第25条第3款", "面积12345678平方米",
                              "2024年4月2日", "每月1380元", "按0.85元/吨计收", "@所有人", "a@ b"})
        BOOST_TEST(masked_words(words) == words);
}

BOOST_AUTO_TEST_CASE(the_senders_name_is_masked_where_it_stands_in_the_words)
{
    BOOST_TEST(masked_words("我是张小明，住在城东。张小明", {"张小明"}) ==
               "我是张*，住在城东。张*");
    BOOST_TEST(masked_words("好建议", {"好"}) == "好建议");
    BOOST_TEST(masked_words("好建议", {""}) == "好建议");
}

BOOST_AUTO_TEST_CASE(masking_twice_changes_nothing_more)
{
    auto const once = masked_words("张小明 13812341234 a@b.cn", {"张小明"});
    BOOST_TEST(masked_words(once, {"张小明"}) == once);
}

BOOST_AUTO_TEST_SUITE_END()
