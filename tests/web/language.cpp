#include "web/language.hpp"

#include <boost/test/unit_test.hpp>

using engine::say;

BOOST_AUTO_TEST_SUITE(language)

BOOST_AUTO_TEST_CASE(chinese_sentences_are_their_own_keys)
{
    web::language const zh("zh"), en("en");
    BOOST_TEST(zh(say("剩余{1}个工作日", 3)) == "剩余3个工作日");
    BOOST_TEST(en(say("剩余{1}个工作日", 3)) == "3 working days left");
    BOOST_TEST(zh(std::string_view("nav.tasks")) == "待办");
    BOOST_TEST(en(std::string_view("nav.tasks")) == "Tasks");
}

BOOST_AUTO_TEST_CASE(one_is_said_in_the_singular)
{
    web::language const en("en");
    BOOST_TEST(en(say("剩余{1}日", 1)) == "1 day left");
    BOOST_TEST(en(say("剩余{1}日", 2)) == "2 days left");
    BOOST_TEST(en(say("剩余{1}日", 0)) == "0 days left");
    BOOST_TEST(en(say("剩余{1}个工作日", 1)) == "1 working day left");
    BOOST_TEST(en(say("还差{1}个工作日", 1)) == "1 working day to go");
    BOOST_TEST(en(say("另有{1}项等待其他人员办理", "1")) == "1 more waits for others");
    BOOST_TEST(en(say("另有{1}项等待其他人员办理", "11")) == "11 more wait for others");
}

BOOST_AUTO_TEST_CASE(each_count_of_a_message_has_its_own_form)
{
    web::language const en("en");
    BOOST_TEST(en(say("{1} {1|day|days}, {2} {2|act|acts}", 1, 21)) == "1 day, 21 acts");
    BOOST_TEST(en(say("{1} {2|is|are} {1|x}", 5)) == "5 {2|is|are} {1|x}");
}

BOOST_AUTO_TEST_CASE(arguments_may_be_messages_and_dates)
{
    web::language const zh("zh"), en("en");
    engine::day const on = std::chrono::year(2024) / 4 / 2;
    BOOST_TEST(zh(say("不能查看将来的案卷：{1}。", on)) == "不能查看将来的案卷：2024年4月2日。");
    BOOST_TEST(en(say("不能查看将来的案卷：{1}。", on)) ==
               "A case cannot be shown as of a future day: 2 April 2024.");
    BOOST_TEST(zh(say("（第{1}项）", say("nav.tasks"))) == "（第待办项）");
}

BOOST_AUTO_TEST_CASE(what_is_unknown_is_shown_as_it_is)
{
    web::language const en("en");
    BOOST_TEST(en(say("没有人翻译过这句话{1}", "x")) == "没有人翻译过这句话x");
    BOOST_TEST(en(say("{1} {9} {a} {", "x")) == "x {9} {a} {");
    BOOST_TEST(!en.look_up("no.such.key"));
    BOOST_TEST(en(engine::text{}) == "");
}

BOOST_AUTO_TEST_CASE(an_argument_is_never_read_as_a_placeholder)
{
    web::language const zh("zh");
    BOOST_TEST(zh(say("{1}，{2}", "{2}", "{1}")) == "{2}，{1}");
}

BOOST_AUTO_TEST_CASE(a_unit_is_shown_by_its_name)
{
    auto const said = say("尚未收到{1}的意见", engine::unit_ref("water"));
    web::language const zh("zh", [](std::string const& code) { return code + "局"; });
    BOOST_TEST(zh(said) == "尚未收到water局的意见");
    BOOST_TEST(web::language("zh")(said) == "尚未收到water的意见");
    web::languages const both([](std::string const&) { return std::string("水务局"); });
    BOOST_TEST(both.of("en")(engine::unit_by_code("water")) == "水务局");
}

BOOST_AUTO_TEST_CASE(amounts_have_their_unit)
{
    web::language const zh("zh"), en("en");
    BOOST_TEST(zh.amount(123'456) == "1,234.56元");
    BOOST_TEST(zh.amount(500'000'000) == "500万元");
    BOOST_TEST(zh.amount(32'000'000'000) == "3.2亿元");
    BOOST_TEST(zh.amount(-100) == "-1元");
    BOOST_TEST(en.amount(123'400) == "CNY 1,234");
}

BOOST_AUTO_TEST_CASE(moments_are_told_in_china)
{
    web::language const zh("zh");
    BOOST_TEST(zh.moment(*engine::parse_instant("2024-04-01T16:05:00.000Z")) ==
               "2024年4月2日 00:05");
}

BOOST_AUTO_TEST_CASE(a_cookie_goes_before_the_browser)
{
    web::languages const both;
    BOOST_TEST(both.choose("en", "zh").code() == "en");
    BOOST_TEST(both.choose({}, "en-GB,en;q=0.9").code() == "en");
    BOOST_TEST(both.choose({}, "zh-CN,en").code() == "zh");
    BOOST_TEST(both.choose("fr", "").code() == "zh");
}

BOOST_AUTO_TEST_CASE(roles_are_called_as_their_table_calls_them)
{
    for (auto const& one : web::built_in_roles().roles()) {
        BOOST_TEST(web::language("zh")("role." + one.code) == one.name_zh);
        BOOST_TEST(web::language("en")("role." + one.code) == one.name_en);
    }
    engine::rights own;
    engine::role archivist;
    archivist.code = "archivist";
    archivist.name_zh = "档案员";
    archivist.name_en = "archivist";
    archivist.group = "office";
    BOOST_TEST_REQUIRE(!own.add(archivist).has_value());
    web::languages const both({}, own);
    BOOST_TEST(both.of("zh")("role.archivist") == "档案员");
}

BOOST_AUTO_TEST_SUITE_END()
