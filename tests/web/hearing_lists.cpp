#include "web/handlers/hearing_lists.hpp"

#include "workflows/major_decision/hearing.hpp"

#include <boost/test/unit_test.hpp>

// What the forms of a hearing come filled with, from the acts on file.

namespace {

namespace json = boost::json;
namespace hearing = workflows::major_decision::hearing;

void enter(web::handlers::opened_case& on, std::string_view kind, json::object body)
{
    engine::act made;
    made.seq = on.version() + 1;
    made.kind = kind;
    made.body = std::move(body);
    on.record.acts.push_back(std::move(made));
}

json::object person(char const* name, char const* role)
{
    return {{"name", name}, {"role", role}};
}

json::array rows(web::handlers::opened_case const& on, std::string_view kind, char const* list)
{
    return web::handlers::hearing_lists(nullptr, on, kind).at(list).as_array();
}

/// A hearing with a host and three participants, one of whom has the papers.
web::handlers::opened_case listed_hearing()
{
    web::handlers::opened_case on;
    enter(on, hearing::announced::kind, {});
    enter(on, hearing::listed::kind,
          {{"people", json::array{person("陈主持", "host"), person("黎甲", "participant"),
                                  person("黎乙", "participant"), person("黎丙", "participant")}}});
    enter(on, hearing::delivered::kind,
          {{"deliveries",
            json::array{json::object{{"name", "黎乙"}, {"delivered_on", "2026-03-02"}}}}});
    return on;
}

} // namespace

BOOST_AUTO_TEST_SUITE(hearing_lists)

BOOST_AUTO_TEST_CASE(the_papers_are_still_to_be_delivered_to_whoever_has_none)
{
    auto const on = listed_hearing();
    BOOST_TEST(rows(on, hearing::delivered::kind, "deliveries") ==
               (json::array{json::object{{"name", "黎甲"}}, json::object{{"name", "黎丙"}}}));
}

BOOST_AUTO_TEST_CASE(a_list_that_is_changed_starts_from_the_one_before)
{
    auto const on = listed_hearing();
    auto const people = rows(on, hearing::listed::kind, "people");
    BOOST_TEST_REQUIRE(people.size() == 4u);
    BOOST_TEST(people.front().at("name").as_string() == "陈主持");
}

BOOST_AUTO_TEST_CASE(another_notice_begins_the_lists_anew)
{
    auto on = listed_hearing();
    enter(on, hearing::announced::kind, {});
    BOOST_TEST(rows(on, hearing::listed::kind, "people").empty());
    BOOST_TEST(rows(on, hearing::delivered::kind, "deliveries").empty());
}

BOOST_AUTO_TEST_CASE(the_record_of_the_hearing_starts_from_notice_and_list)
{
    web::handlers::opened_case on;
    enter(on, hearing::announced::kind, {{"hearing_on", "2026-03-12"}});
    auto against = person("黎甲", "participant");
    against["side"] = "against";
    auto substitute = person("黎丙", "participant");
    substitute["is_substitute"] = true;
    enter(on, hearing::listed::kind,
          {{"people", json::array{person("陈主持", "host"), against, substitute}}});
    auto form = web::handlers::hearing_lists(nullptr, on, hearing::held::kind);
    BOOST_TEST(form.at("held_on").as_string() == "2026-03-12");
    BOOST_TEST(form.at("present") == (json::array{"陈主持", "黎甲"}));
    BOOST_TEST(form.at("statements") ==
               (json::array{json::object{{"name", "黎甲"}, {"side", "against"}}}));
    BOOST_TEST(form.at("against").as_int64() == 1);
    BOOST_TEST(form.at("signatures").as_array().size() == 2u);
    enter(on, hearing::postponed::kind, {{"new_day", "2026-03-20"}});
    form = web::handlers::hearing_lists(nullptr, on, hearing::held::kind);
    BOOST_TEST(form.at("held_on").as_string() == "2026-03-20");
}

BOOST_AUTO_TEST_CASE(the_answer_takes_up_each_point_that_was_raised_once_on_a_line_of_its_own)
{
    auto on = listed_hearing();
    auto const said = [](char const* name, std::string words) {
        return json::object{{"name", name}, {"side", "against"}, {"words", std::move(words)}};
    };
    std::string longer;
    for (int i = 0; i < 400; ++i)
        longer += "费";
    enter(on, hearing::held::kind,
          {{"statements",
            json::array{said("黎甲", "标准偏高。\n宜分步实施。"), said("黎乙", "缓收"),
                        said("黎丙", "缓收"), said("黎丁", longer), said("黎戊", "")}}});
    auto const points = rows(on, hearing::answered::kind, "points");
    BOOST_TEST_REQUIRE(points.size() == 3u);
    BOOST_TEST(points.at(0) == (json::object{{"point", "标准偏高。 宜分步实施。"}}));
    BOOST_TEST(points.at(1) == (json::object{{"point", "缓收"}}));
    // each character has three bytes
    BOOST_TEST(points.at(2).at("point").as_string().size() == 999u);
}

BOOST_AUTO_TEST_CASE(other_acts_get_no_rows)
{
    BOOST_TEST(
        web::handlers::hearing_lists(nullptr, listed_hearing(), hearing::reported::kind).empty());
}

BOOST_AUTO_TEST_SUITE_END()
