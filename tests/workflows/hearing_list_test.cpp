#include "tests/workflows/hearing_trial.hpp"
#include "workflows/major_decision/hearing_list.hpp"

using tests::with;
using namespace tests::a_hearing;
using namespace workflows::major_decision;

namespace json = boost::json;

BOOST_AUTO_TEST_SUITE(hearing_list_test)

BOOST_AUTO_TEST_CASE(the_number_of_participants_is_odd)
{
    auto gd = announced();
    JUECE_REFUSED(gd, "hearing.listed", list_of(people(10)), {"GDH303-19.1"});
    auto cn = announced("cn");
    cn.enters("hearing.listed", list_of(people(10)));
}

BOOST_AUTO_TEST_CASE(fewer_than_nine_participants_need_a_reason)
{
    auto t = announced();
    JUECE_REFUSED(t, "hearing.listed", list_of(people(7)), {"GDH303-19.1"});
    JUECE_ADVISED(t, "hearing.listed", with(list_of(people(7)), R"({"fewer_reason": "报名不足"})"),
                  {"GDH303-19.1"});
}

BOOST_AUTO_TEST_CASE(substitutes_do_not_count_towards_the_number)
{
    auto all = people(9);
    auto substitute = participant(10);
    substitute["is_substitute"] = true;
    all.push_back(substitute);
    auto t = announced();
    t.enters("hearing.listed", list_of(all));
}

BOOST_AUTO_TEST_CASE(every_role_is_filled_and_by_one_host)
{
    auto t = announced();
    for (std::size_t i = 0; i < 3; ++i) {
        auto all = people(9);
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
        JUECE_REFUSED(t, "hearing.listed", list_of(all), {"GDH303-8.1"});
    }
    auto two = people(9);
    two.push_back(person("host 2", "host"));
    JUECE_REFUSED(t, "hearing.listed", list_of(two), {"GDH303-8.1"});
    auto cn = announced("cn");
    JUECE_REFUSED(cn, "hearing.listed", list_of(people(0)), {"R713-16.3"});
}

BOOST_AUTO_TEST_CASE(the_host_stands_for_no_side)
{
    auto t = announced();
    auto all = people(9);
    all[0].as_object()["side"] = "in_favour";
    JUECE_REFUSED(t, "hearing.listed", list_of(all), {"GDH303-9.1"});
}

BOOST_AUTO_TEST_CASE(people_are_told_apart_and_described)
{
    auto t = announced();
    auto twice = people(9);
    twice[5].as_object()["name"] = "p1";
    JUECE_REFUSED(t, "hearing.listed", list_of(twice), {"R713-16.4"});
    auto nameless = people(9);
    nameless[1].as_object().erase("identity");
    JUECE_REFUSED(t, "hearing.listed", list_of(nameless), {"R713-16.4"});
    for (auto part : {"origin", "side"}) {
        auto unplaced = people(9);
        unplaced[4].as_object().erase(part);
        JUECE_REFUSED(t, "hearing.listed", list_of(unplaced), {"R713-16.3"});
    }
}

BOOST_AUTO_TEST_CASE(the_host_neither_drafted_nor_has_an_interest)
{
    auto t = announced();
    for (auto flaw : {"drafted_the_draft", "has_interest"}) {
        auto all = people(9);
        all[0].as_object()[flaw] = true;
        JUECE_REFUSED(t, "hearing.listed", list_of(all), {"GDH303-9.1"});
    }
    t.file.doings.push_back({1, "drafting.versioned", {5}, "host", "sponsor_clerk", "water", {}});
    JUECE_REFUSED(t, "hearing.listed", list_of(people(9)), {"GDH303-9.1"});
    auto cn = announced("cn");
    auto all = people(9);
    all[0].as_object()["has_interest"] = true;
    cn.enters("hearing.listed", list_of(all));
}

BOOST_AUTO_TEST_CASE(a_side_without_a_voice_is_remarked_on)
{
    auto all = people(9);
    for (std::size_t i = 3; i < all.size(); ++i)
        all[i].as_object()["side"] = "in_favour";
    auto t = announced();
    JUECE_ADVISED(t, "hearing.listed", list_of(all), {"R713-16.3"});
}

BOOST_AUTO_TEST_CASE(half_of_the_participants_have_an_interest_in_shandong)
{
    auto all = people(9);
    for (std::size_t i = 3; i < 7; ++i)
        all[i].as_object()["has_interest"] = true;
    auto t = announced("sd");
    JUECE_REFUSED(t, "hearing.listed", list_of(all), {"SD-24.2"});
    all[7].as_object()["has_interest"] = true;
    t.enters("hearing.listed", list_of(all));
}

BOOST_AUTO_TEST_CASE(two_thirds_of_the_participants_come)
{
    auto t = convened();
    JUECE_REFUSED(t, "hearing.held", session_with(5), {"GDH303-19.2"});
    t.enters("hearing.held", session_with(6));
}

BOOST_AUTO_TEST_CASE(a_substitute_comes_in_for_one_who_stays_away)
{
    auto all = people(9);
    auto substitute = participant(10);
    substitute["is_substitute"] = true;
    substitute["name"] = "p6";
    all[8].as_object()["name"] = "away";
    all.push_back(substitute);
    auto t = announced();
    t.enters("hearing.listed", list_of(all));
    t.on("2024-03-25").enters("hearing.delivered", papers_to(9));
    t.enters("hearing.delivered",
             R"({"deliveries": [{"name": "away", "delivered_on": "2024-03-20"}]})");
    t.on("2024-04-01");
    JUECE_REFUSED(t, "hearing.held", session_with(5), {"GDH303-19.2"});
    t.enters("hearing.held", session_with(6));
}

BOOST_AUTO_TEST_CASE(whoever_came_is_on_the_list_and_every_role_is_there)
{
    auto t = convened();
    auto session = json::parse(session_with(9)).as_object();
    session["present"].as_array().push_back("stranger");
    JUECE_REFUSED(t, "hearing.held", json::serialize(session), {"R713-16.4"});
    session["present"].as_array().back() = "p1";
    JUECE_REFUSED(t, "hearing.held", json::serialize(session), {"R713-16.4"});
    session["present"].as_array().pop_back();
    session["present"].as_array().erase(session["present"].as_array().begin());
    JUECE_REFUSED(t, "hearing.held", json::serialize(session), {"GDH303-8.1"});
}

BOOST_AUTO_TEST_CASE(the_record_is_signed_or_says_why_not)
{
    auto t = convened();
    auto session = json::parse(session_with(9)).as_object();
    session["signatures"].as_array()[4].as_object()["has_signed"] = false;
    JUECE_REFUSED(t, "hearing.held", json::serialize(session), {"GDH303-25.1"});
    session["signatures"].as_array()[4].as_object()["note"] = "拒绝签名";
    t.enters("hearing.held", json::serialize(session));
    auto unsigned_host = json::parse(session_with(9)).as_object();
    unsigned_host["signatures"].as_array().erase(unsigned_host["signatures"].as_array().begin());
    auto gd = convened();
    JUECE_REFUSED(gd, "hearing.held", json::serialize(unsigned_host), {"GDH303-25.1"});
    auto cn = convened("cn"); // order 713: the participants sign
    cn.enters("hearing.held", json::serialize(unsigned_host));
}

BOOST_AUTO_TEST_CASE(the_count_of_those_against_fits_what_was_said)
{
    auto t = convened();
    JUECE_REFUSED(t, "hearing.held", session_with(9, 10), {"GDH303-28.1"});
    JUECE_REFUSED(t, "hearing.held",
                  with(session_with(9), R"({"statements": [{"name": "p1", "side": "against",
                                            "words": "太贵"}]})"),
                  {"GDH303-28.1"});
    JUECE_REFUSED(t, "hearing.held",
                  with(session_with(8), R"({"statements": [{"name": "p9", "side": "neutral",
                                            "words": "无"}]})"),
                  {"R713-17.1"});
}

BOOST_AUTO_TEST_SUITE_END()
