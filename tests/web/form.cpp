#include "web/form.hpp"

#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using engine::field;
using engine::field_type;

std::vector<field> const described = {
    {.name = "title", .type = field_type::line},
    {.name = "reason", .type = field_type::prose},
    {.name = "cost", .type = field_type::money},
    {.name = "count", .type = field_type::number},
    {.name = "secret", .type = field_type::flag, .required = false},
    {.name = "on", .type = field_type::date},
    {.name = "draft", .type = field_type::document},
    {.name = "forms", .type = field_type::choice, .many = true, .choices = {"a", "b"}},
    {.name = "statements",
     .type = field_type::group,
     .many = true,
     .of = {{.name = "member", .type = field_type::line},
            {.name = "points", .type = field_type::line, .many = true}}},
};

std::string read(web::pairs const& fields)
{
    auto const made = web::read_form(fields, described);
    BOOST_TEST(made.faults.empty());
    return boost::json::serialize(made.body);
}

std::vector<std::string> faults(web::pairs const& fields)
{
    std::vector<std::string> paths;
    for (auto const& one : web::read_form(fields, described).faults)
        paths.push_back(one.path);
    return paths;
}

} // namespace

BOOST_AUTO_TEST_SUITE(form)

BOOST_AUTO_TEST_CASE(empty_inputs_are_left_out)
{
    BOOST_TEST(
        read({{"f.title", " 道路规划 "}, {"f.reason", ""}, {"f.cost", "  "}, {"csrf", "x"}}) ==
        R"({"title":"道路规划"})");
}

BOOST_AUTO_TEST_CASE(values_take_their_form)
{
    BOOST_TEST(read({{"f.cost", "1,234.5"},
                     {"f.count", "7"},
                     {"f.secret", "true"},
                     {"f.on", "2024-04-02"},
                     {"f.reason", "一\r\n二"}}) ==
               R"({"reason":"一\n二","cost":123450,"count":7,"secret":true,"on":"2024-04-02"})");
}

BOOST_AUTO_TEST_CASE(a_value_of_the_wrong_form_stays_as_typed)
{
    BOOST_TEST(read({{"f.cost", "很多"}, {"f.count", "3.5"}}) ==
               R"({"cost":"很多","count":"3.5"})");
}

BOOST_AUTO_TEST_CASE(empty_rows_are_dropped_and_the_others_move_up)
{
    BOOST_TEST(read({{"f.statements[0].member", ""},
                     {"f.statements[1].member", "张三"},
                     {"f.statements[1].points[0]", "同意"},
                     {"f.statements[9].member", "李四"}}) ==
               R"({"statements":[{"member":"张三","points":["同意"]},{"member":"李四"}]})");
}

BOOST_AUTO_TEST_CASE(a_list_may_repeat_its_name)
{
    BOOST_TEST(read({{"f.forms", "a"}, {"f.forms", "b"}}) == R"({"forms":["a","b"]})");
}

BOOST_AUTO_TEST_CASE(a_newly_chosen_file_replaces_the_one_kept)
{
    BOOST_TEST(read({{"f.draft.hash", "11"},
                     {"f.draft.name", "旧.pdf"},
                     {"f.draft.hash", "22"},
                     {"f.draft.name", "新.pdf"}}) == R"({"draft":{"hash":"22","name":"新.pdf"}})");
}

BOOST_AUTO_TEST_CASE(a_level_goes_with_its_file_and_says_nothing_alone)
{
    BOOST_TEST(
        read({{"f.draft.level", "secret"}, {"f.draft.hash", "22"}, {"f.draft.name", "新.pdf"}}) ==
        R"({"draft":{"hash":"22","level":"secret","name":"新.pdf"}})");
    BOOST_TEST(read({{"f.draft.level", ""}, {"f.draft.hash", "22"}, {"f.draft.name", "新.pdf"}}) ==
               R"({"draft":{"hash":"22","name":"新.pdf"}})");
    BOOST_TEST(read({{"f.title", "a"}, {"f.draft.level", "secret"}}) == R"({"title":"a"})");
}

BOOST_AUTO_TEST_CASE(what_only_a_form_can_do_wrong_is_named)
{
    using paths = std::vector<std::string>;
    BOOST_TEST(faults({{"f.title", "a"}, {"f.title", "b"}}) == paths{"title"});
    BOOST_TEST(faults({{"f.nothing", "a"}}) == paths{"nothing"});
    BOOST_TEST(faults({{"f.statements[0].who", "a"}}) == paths{"statements[0].who"});
    BOOST_TEST(faults({{"f.title[0]", "a"}}) == paths{"title"});
    BOOST_TEST(faults({{"f.statements.member", "a"}}) == paths{"statements"});
    for (auto const* path :
         {"statements[999999999999].member", "statements[2000].member", "statements[-1].member",
          "statements[].member", "statements[1", "a..b", ".a", "a.", ""})
        BOOST_TEST(faults({{"f." + std::string(path), "x"}}).size() >= 1, path);
    std::string deep = "f.a";
    for (int i = 0; i < 1'000; ++i)
        deep += "[0]";
    BOOST_TEST(faults({{deep, "x"}}).size() == 1);
}

BOOST_AUTO_TEST_CASE(money_is_read_as_people_type_it)
{
    BOOST_TEST(web::fen_of("0.01").value() == 1);
    BOOST_TEST(web::fen_of("１２．５").value() == 1'250);
    BOOST_TEST(web::fen_of("3.2亿元").value() == 32'000'000'000);
    BOOST_TEST(web::fen_of("1,000万元").value() == 1'000'000'000);
    BOOST_TEST(web::fen_of("200万").value() == 200'000'000);
    BOOST_TEST(web::fen_of("1.2亿").value() == 12'000'000'000);
    BOOST_TEST(web::fen_of("5.00元").value() == 500);
    BOOST_TEST(web::fen_of("5.01000元").value() == 501);
    for (auto const* bad :
         {"", ".", "1.", "0.001", "-1", "1e9", "abc", "99999999999999", "1.2.3",
          "9999999999999亿元", "100000亿元", "1.0005", "1.00000000005亿元", "三千万", "万"})
        BOOST_TEST(!web::fen_of(bad), bad);
    BOOST_TEST(web::yuan_of(123'405) == "1234.05");
    BOOST_TEST(web::yuan_of(500) == "5");
    auto const most = web::fen_of("99999.9999999999亿元").value();
    BOOST_TEST(web::fen_of(web::yuan_of(most)).value() == most);
}

BOOST_AUTO_TEST_SUITE_END()
