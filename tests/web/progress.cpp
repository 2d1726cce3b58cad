#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"
#include "tests/web/water_matter.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <map>

// Where the chapters of a case stand, as its page lists them.

using tests::district;
using tests::has;
using tests::water_matter;

namespace {

namespace json = boost::json;

constexpr long long most_cases = 120;

std::map<std::string, json::object> chapters_of(json::object const& view)
{
    std::map<std::string, json::object> found;
    for (auto const& one : view.at("stages").as_array())
        found.emplace(one.at("chapter").as_string(), one.as_object());
    return found;
}

std::string standing(std::map<std::string, json::object> const& chapters, char const* chapter)
{
    auto const found = chapters.find(chapter);
    return found == chapters.end() ? "left out"
                                   : std::string(found->second.at("standing").as_string());
}

void is_started_and_assessed(water_matter& m)
{
    m.is_started();
    m.enters("sponsor", "drafting.assessed",
             {{"technical", false},
              {"not_technical_reason", "常规工程"},
              {"no_risk_reason", "不影响他人"},
              {"operators_affected", false}});
}

} // namespace

BOOST_AUTO_TEST_SUITE(progress)

BOOST_AUTO_TEST_CASE(a_chapter_that_the_matter_does_not_need_is_told_from_one_to_come)
{
    water_matter m("progress-needs");
    BOOST_TEST(standing(chapters_of(m.view("sponsor")), "experts") == "to_come"); // who knows
    is_started_and_assessed(m);
    auto const chapters = chapters_of(m.view("sponsor"));
    for (auto const* one : {"hearing", "experts", "risk", "fair_competition", "congress"})
        BOOST_TEST(standing(chapters, one) == "not_needed", one);
    for (auto const* one : {"legality_review", "deliberation", "publication", "execution"})
        BOOST_TEST(standing(chapters, one) == "to_come", one);
    BOOST_TEST(chapters.at("hearing").at("stage_words") == "没有应当听证的情形");
    BOOST_TEST(has(m.page("sponsor"), "本案不需要：没有应当听证的情形"));
}

BOOST_AUTO_TEST_CASE(a_review_that_nobody_began_is_to_come_though_the_draft_opened_it)
{
    std::size_t looked = 0;
    for (long long id = 1; id <= 60; ++id) {
        auto const acts = district().acts_of({id});
        auto const has = [&](std::string_view chapter) {
            return std::any_of(acts.begin(), acts.end(), [&](auto const& one) {
                return one.kind.starts_with(std::string(chapter) + ".");
            });
        };
        if (!has("drafting") || has("sponsor_review"))
            continue;
        auto const view = district().json("office", "GET", tests::home_of(id));
        if (view.status != 200)
            continue;
        ++looked;
        BOOST_TEST(standing(chapters_of(view.view()), "sponsor_review") != "done", id);
    }
    BOOST_TEST(looked > 0u);
}

BOOST_AUTO_TEST_CASE(a_decision_that_the_meeting_put_off_is_still_to_be_made)
{
    tests::public_house h;
    auto const told = h.tell("河堤加固方案", {"vital"}, "deliberation.held", {"postponed"});
    auto const clerk = h.sign_in("sponsor");
    auto const view = h.get(told.home(), clerk.headers + tests::public_house::json).view();
    auto const chapters = chapters_of(view);
    BOOST_TEST(chapters.at("deliberation").at("stage") == "waiting");
    BOOST_TEST(standing(chapters, "deliberation") == "to_come");
}

BOOST_AUTO_TEST_CASE(a_document_published_before_its_registration_stands_where_it_is_in_force)
{
    std::size_t looked = 0;
    for (long long id = 1; id <= most_cases; ++id) {
        auto const acts = district().acts_of({id});
        if (std::none_of(acts.begin(), acts.end(), [](auto const& one) {
                return one.kind == "document_project.told_afterwards";
            }))
            continue;
        ++looked;
        auto const chapters =
            chapters_of(district().json("reviewer", "GET", tests::home_of(id)).view());
        BOOST_TEST(standing(chapters, "document_issue") == "done");
        for (auto const* one : {"document_validity", "document_requests"})
            BOOST_TEST(standing(chapters, one) == "current", one);
        for (auto const* one :
             {"document_opinions", "participation", "document_review", "document_filing"})
            BOOST_TEST(standing(chapters, one) == "not_needed", one);
    }
    BOOST_TEST(looked > 0u);
}

BOOST_AUTO_TEST_CASE(only_of_a_procedure_that_ended_early_a_chapter_says_that_it_ended)
{
    std::size_t executed = 0, ended = 0;
    for (long long id = 1; id <= most_cases; ++id) {
        auto const acts = district().acts_of({id});
        auto const has = [&](std::string_view kind) {
            return std::any_of(acts.begin(), acts.end(),
                               [&](auto const& one) { return one.kind == kind; });
        };
        if (!has("archive.archived"))
            continue;
        auto const shown = district().json("office", "GET", tests::home_of(id));
        if (shown.status != 200)
            continue;
        ++(has("execution.completed") ? executed : ended);
        for (auto const& [chapter, one] : chapters_of(shown.view()))
            if (one.at("not_needed").as_bool())
                BOOST_TEST((one.at("stage_words") == "本案程序已经终结") ==
                               !has("execution.completed"),
                           id << " " << chapter);
    }
    BOOST_TEST(executed > 0u);
    BOOST_TEST(ended > 0u);
}

BOOST_AUTO_TEST_CASE(what_is_not_needed_stands_behind_the_steps_of_the_case)
{
    water_matter m("progress-order");
    is_started_and_assessed(m);
    auto const view = m.view("sponsor");
    auto const& stages = view.at("stages").as_array();
    auto const is_aside = [](auto const& one) { return one.at("not_needed").as_bool(); };
    BOOST_TEST(std::is_partitioned(stages.begin(), stages.end(), std::not_fn(is_aside)));
}

BOOST_AUTO_TEST_CASE(what_comes_by_occasion_is_listed_once_it_has_begun)
{
    water_matter m("progress-occasion");
    is_started_and_assessed(m);
    auto const before = chapters_of(m.view("sponsor"));
    for (auto const* one : {"closing", "adjustment", "circulation", "evaluation"})
        BOOST_TEST(standing(before, one) == "left out", one);
    m.enters("sponsor", "closing.withdrawal_requested", {{"reason", "计划有变"}});
    BOOST_TEST(standing(chapters_of(m.view("sponsor")), "closing") == "current");
}

BOOST_AUTO_TEST_SUITE_END()
