#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"
#include "tests/web/water_matter.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <set>
#include <tuple>

// What every page of a case says of who does what next.

using tests::district;
using tests::has;
using tests::hidden;
using tests::home_of;
using tests::water_matter;

namespace {

namespace json = boost::json;

json::object first_step(json::object const& next)
{
    BOOST_TEST_REQUIRE(!next.at("steps").as_array().empty());
    return next.at("steps").as_array().front().as_object();
}

std::string kind_of(json::object const& step)
{
    return std::string(step.at("acts").at(0).at("kind").as_string());
}

json::object first_act(json::object const& step)
{
    return step.at("acts").at(0).as_object();
}

std::string text(json::object const& of, char const* name)
{
    return std::string(of.at(name).as_string());
}

} // namespace

BOOST_AUTO_TEST_SUITE(next_steps)

BOOST_AUTO_TEST_CASE(whoever_proposed_reads_who_goes_on_and_that_nothing_waits_for_themselves)
{
    water_matter const m("next-proposed");
    auto const next = m.next("sponsor");
    auto const step = first_step(next);
    BOOST_TEST(kind_of(step) == "intake.study_assigned");
    BOOST_TEST(!step.at("own").as_bool());
    BOOST_TEST(has(text(step, "who"), "区人民政府办公室（"));
    BOOST_TEST(has(text(first_act(step), "when_words"), "2026年6月15日 10:00送达"));
    BOOST_TEST(text(next, "own_words") == "您现在没有需要办理的事项。");
    auto const page = m.page("sponsor", "?done=1");
    auto const note = page.find("已办理");
    auto const line = page.find("class=\"next\"");
    BOOST_TEST_REQUIRE(note != std::string::npos);
    BOOST_TEST_REQUIRE(line != std::string::npos);
    BOOST_TEST(note < line); // right under what was done
    BOOST_TEST(line < page.find("id=\"h-offers\""));
}

BOOST_AUTO_TEST_CASE(whose_turn_it_is_finds_the_way_to_their_form)
{
    water_matter const m("next-own");
    auto const step = first_step(m.next("office"));
    BOOST_TEST(step.at("own").as_bool());
    BOOST_TEST(text(first_act(step), "href") == m.home() + "#act-intake.study_assigned");
    BOOST_TEST(text(m.next("office"), "own_words").empty());
    BOOST_TEST(has(m.page("office"), "id=\"act-intake.study_assigned\""));
}

BOOST_AUTO_TEST_CASE(who_is_to_act_in_another_seat_of_theirs_changes_to_it_on_the_page_of_the_case)
{
    std::string const who = "clerk_agriculture"; // an executor too
    auto const row = district().view(who, "/?kind=archive.archived").at("rows").as_array().at(0);
    auto const home = home_of(row.at("case").as_int64());
    long long present = 0;
    long long other = 0;
    auto const held = district().view(who, "/appointments");
    for (auto const& one : held.at("appointments").as_array())
        (one.at("current").as_bool() ? present : other) = one.at("id").as_int64();
    auto const takes = [&](long long seat) {
        auto const got = district().json(who, "POST", "/appointments", {{"appointment", seat}});
        BOOST_TEST_REQUIRE(got.status == 200, got.body);
    };
    auto const next = [&] { return district().view(who, home).at("next").as_object(); };
    BOOST_TEST(first_step(next()).at("own_seats").as_array().empty());
    takes(other);
    auto const beside = next();
    auto const page = district().ask(who, "GET", home).body;
    takes(present);
    auto const seats = first_step(beside).at("own_seats").as_array();
    BOOST_TEST_REQUIRE(seats.size() == 1u);
    BOOST_TEST(seats.front().at("appointment").as_int64() == present);
    BOOST_TEST(has(text(beside, "own_words"), "改用另一项任职可以办理"));
    auto const shown = page.substr(page.find("id=\"h-next\""));
    auto const form = shown.substr(0, shown.find("</section>"));
    BOOST_TEST(has(form, "name=\"appointment\" value=\"" + std::to_string(present) + "\""));
    BOOST_TEST(has(form, "name=\"next\" value=\"" + home + "\""));
    BOOST_TEST(has(form, "改用这项任职"));
}

BOOST_AUTO_TEST_CASE(in_english_it_says_the_same)
{
    water_matter const m("next-english");
    auto const got = district().ask("sponsor", "GET", m.home(), {{"accept-language", "en"}});
    BOOST_TEST(has(got.body, ">Next<"));
    BOOST_TEST(has(got.body, "Nothing waits for you now."));
}

BOOST_AUTO_TEST_CASE(who_decides_reads_what_they_decide_on_above_the_form)
{
    water_matter m("next-decides");
    m.comes_before_the_head();
    auto const page = m.page("mayor");
    auto const form = page.find("id=\"act-intake.start_decided\"");
    BOOST_TEST_REQUIRE(form != std::string::npos);
    auto const end = page.find("</form>", form);
    auto const whole = page.substr(form, end - form);
    BOOST_TEST(has(whole, "内涝点二十六处")); // the proposal
    BOOST_TEST(has(whole, "可行"));           // the study
    BOOST_TEST(has(whole, "同意启动"));       // the office
    BOOST_TEST(has(whole, "value=\"2026-06-15\""));
    BOOST_TEST(has(whole, "value=\"" + m.own_unit() + "\" selected"));
}

BOOST_AUTO_TEST_CASE(what_is_done_is_no_task_any_more_and_may_be_done_again)
{
    water_matter m("next-research");
    m.is_started();
    auto const kinds = [&] {
        std::vector<std::string> found;
        auto const next = m.next("sponsor");
        auto const step = first_step(next);
        for (auto const& one : step.at("acts").as_array())
            found.emplace_back(one.at("kind").as_string());
        return found;
    };
    using list = std::vector<std::string>;
    BOOST_TEST(kinds() == (list{"drafting.researched", "drafting.assessed"}),
               boost::test_tools::per_element());
    m.enters("sponsor", "drafting.researched",
             {{"summary", "走访"}, {"legal_basis", json::array{json::object{{"title", "水法"}}}}});
    BOOST_TEST(kinds() == list{"drafting.assessed"}, boost::test_tools::per_element());
    auto const offers = m.view("sponsor").at("offers").as_object();
    auto const& options = offers.at("options").as_array();
    BOOST_TEST(std::any_of(options.begin(), options.end(), [](auto const& one) {
        return one.at("kind") == "drafting.researched";
    }));
    auto const stages = m.view("sponsor").at("stages").as_array();
    for (auto const& one : stages)
        if (one.at("chapter") == "drafting")
            BOOST_TEST(one.at("standing") == "current");
}

BOOST_AUTO_TEST_CASE(what_a_head_leaves_to_the_clerks_is_said_to_be_open_to_the_head_as_well)
{
    water_matter m("next-left");
    m.is_started();
    BOOST_TEST(first_step(m.next("sponsor")).at("own").as_bool());
    auto const next = m.next("head_water");
    auto const step = first_step(next);
    BOOST_TEST(kind_of(step) == "drafting.researched");
    BOOST_TEST(!step.at("own").as_bool());
    BOOST_TEST(has(text(step, "who"), "您可以办理，一般由本单位经办人办理（"));
    BOOST_TEST(has(text(first_act(step), "href"), "#act-drafting.researched"));
    BOOST_TEST(text(next, "own_words") == "没有必须由您办理的事项。");
}

BOOST_AUTO_TEST_CASE(acts_that_wait_for_several_people_stand_by_who_does_them)
{
    std::size_t found = 0;
    for (long long id = 1; id <= 95; ++id) {
        auto const got = district().json("sponsor", "GET", home_of(id));
        if (got.status != 200)
            continue;
        std::set<std::tuple<std::string, bool, bool>> people;
        bool rests = false;
        bool of_others = false;
        std::size_t now = 0;
        auto const next = got.view().at("next").as_object();
        for (auto const& value : next.at("steps").as_array()) {
            auto const& step = value.as_object();
            bool const waits = step.at("waits").as_bool();
            bool const own = step.at("own").as_bool();
            BOOST_TEST((waits || !rests), id); // what rests stands behind
            if (waits && !rests)
                of_others = false;
            BOOST_TEST((!own || !of_others), id); // own ones first
            rests = waits;
            of_others = of_others || !own;
            if (own)
                BOOST_TEST(people.emplace("", own, waits).second, id);
            now += waits ? 0 : step.at("acts").as_array().size();
        }
        if (now > 1)
            ++found;
        // acts that shut each other out are not said to go side by side
        if (now < 2)
            BOOST_TEST(!next.at("side_by_side").as_bool(), id);
    }
    BOOST_TEST(found > 0u);
}

BOOST_AUTO_TEST_CASE(what_can_be_done_at_the_same_time_is_said_to)
{
    water_matter m("next-parallel");
    m.comes_before_the_head();
    BOOST_TEST(!m.next("mayor").at("side_by_side").as_bool());
    m.enters("mayor", "intake.start_decided",
             {{"decided_on", "2026-06-15"},
              {"sponsors", json::array{m.own_unit()}},
              {"lead", m.own_unit()},
              {"congress", "none"}});
    BOOST_TEST(m.next("sponsor").at("side_by_side").as_bool());
    BOOST_TEST(has(m.page("sponsor"), "可同时办理，不分先后"));
}

BOOST_AUTO_TEST_CASE(an_act_is_said_to_wait_since_the_moment_that_the_desk_shows)
{
    std::size_t compared = 0;
    for (auto const* who : {"sponsor", "office", "reviewer", "adviser", "head_water"}) {
        auto const desk = district().view(who, "/");
        for (auto const& value : desk.at("rows").as_array()) {
            auto const& row = value.as_object();
            auto const home = home_of(row.at("case").as_int64());
            auto const next = district().view(who, home).at("next").as_object();
            for (auto const& line : next.at("steps").as_array())
                for (auto const& one : line.at("acts").as_array())
                    if (one.at("kind") == row.at("kind") && line.at("own").as_bool()) {
                        ++compared;
                        BOOST_TEST(text(one.as_object(), "since") == text(row, "at"),
                                   who << " " << home << " " << text(row, "kind"));
                    }
        }
    }
    BOOST_TEST(compared > 0u);
}

BOOST_AUTO_TEST_CASE(what_only_a_day_keeps_waiting_says_which_day_and_why)
{
    std::size_t found = 0;
    for (long long id = 1; id <= 60; ++id) {
        auto const got = district().json("sponsor", "GET", home_of(id));
        if (got.status != 200)
            continue;
        auto const view = got.view();
        for (auto const& value : view.at("next").at("steps").as_array()) {
            auto const& step = value.as_object();
            if (!step.at("waits").as_bool())
                continue;
            ++found;
            for (auto const& one : step.at("acts").as_array()) {
                auto const& act = one.as_object();
                BOOST_TEST(text(act, "opens_on") > "2026-06-15");
                BOOST_TEST(has(text(act, "when_words"), "起可以办理"));
                BOOST_TEST(!text(act, "because").empty());
                BOOST_TEST(text(act, "href").empty()); // there is no form yet
            }
        }
    }
    BOOST_TEST(found > 0u);
}

BOOST_AUTO_TEST_CASE(a_case_that_is_over_says_so_and_lists_nothing_that_cannot_be_done)
{
    auto const id = district().case_with({"archive.archived"});
    auto const view = district().view("office", home_of(id.value));
    BOOST_TEST(view.at("next").at("steps").as_array().empty());
    BOOST_TEST(text(view.at("next").as_object(), "own_words") ==
               "本案已经办结，没有需要办理的事项。");
    BOOST_TEST(!has(district().ask("office", "GET", home_of(id.value)).body, "现在不能办理"));
}

BOOST_AUTO_TEST_CASE(a_case_as_it_was_says_nothing_of_what_comes_next)
{
    auto const id = district().case_with({"archive.archived"});
    auto const on = engine::to_text(district().acts_of(id).front().counts_on());
    auto const view = district().view("office", home_of(id.value) + "?as_of=" + on);
    BOOST_TEST(!view.at("next").at("any").as_bool());
}

BOOST_AUTO_TEST_CASE(an_opinion_that_needs_a_reason_before_its_day_says_so)
{
    tests::public_house house;
    auto const on = house.tell("河涌整治方案", {}, "legality_review.adviser_opined");
    house.clock = on.last + std::chrono::hours(1);
    auto const page = [&] {
        return house.get(on.home(), house.sign_in("sponsor").headers + house.html).body;
    };
    BOOST_TEST(has(page(), "日前出具意见须写明理由"));
    house.clock += std::chrono::days(40);
    BOOST_TEST(!has(page(), "日前出具意见须写明理由"));
}

BOOST_AUTO_TEST_CASE(no_act_waits_for_a_role_without_a_name)
{
    water_matter const m("next-nameless");
    auto const view = m.view("sponsor");
    for (auto const& one : view.at("offers").at("of_others").as_array())
        BOOST_TEST(one.at("role").as_string() != "role.");
    BOOST_TEST(!has(m.page("sponsor"), "role."));
}

BOOST_AUTO_TEST_CASE(the_desks_say_it_as_the_page_of_the_case_does)
{
    auto const id = district().case_with({"legality_review.accepted"});
    BOOST_TEST(has(district().ask("reviewer", "GET", home_of(id.value) + "/review").body,
                   "class=\"next\""));
}

BOOST_AUTO_TEST_CASE(what_is_not_listed_is_said_to_wait_for_others_only_where_others_do_it)
{
    for (long long id = 1; id <= 95; ++id)
        for (auto const* who : {"sponsor", "office"}) {
            auto const got = district().json(who, "GET", home_of(id));
            if (got.status != 200)
                continue;
            auto const next = got.view().at("next").as_object();
            auto const words = text(next, "more_words");
            // own acts that can be done stand first, so that only later ones are left over
            BOOST_TEST(has(words, "您的事项") == has(words, "尚未到可办日期"), id);
            auto const& lines = next.at("steps").as_array();
            auto const is_short = [](auto const& one) {
                return one.at("acts").as_array().size() < 6;
            };
            if (lines.size() < 4 && std::all_of(lines.begin(), lines.end(), is_short))
                BOOST_TEST(words.empty(), id);
        }
}

BOOST_AUTO_TEST_CASE(the_task_of_another_seat_is_no_duty_of_whoever_may_do_it_as_well)
{
    constexpr std::string_view filing = "archive.part_filed";
    auto const has_filing = [&](boost::json::value const& offers) {
        auto const& all = offers.as_array();
        return std::any_of(all.begin(), all.end(), [&](auto const& one) {
            return text(one.as_object(), "kind") == filing;
        });
    };
    tests::public_house house;
    auto const on = house.tell("河涌整治方案", {}, "execution.completed");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const offers_to = [&](char const* login) {
        return house.get(on.home(), house.sign_in(login).headers + house.json).view().at("offers");
    };
    BOOST_TEST(has_filing(offers_to("sponsor").at("duties")));
    auto const of_office = offers_to("auditor");
    BOOST_TEST(!has_filing(of_office.at("duties")));
    BOOST_TEST(has_filing(of_office.at("options")));
}

BOOST_AUTO_TEST_CASE(a_seat_shows_those_who_hold_it)
{
    auto const& h = tests::here();
    auto const opened = h.open_case("next-small-0001", R"({"title":"小事项"})");
    BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
    auto const home = home_of(opened.view().at("case").as_int64());
    auto const view = h.site.send("GET", home, h.clerk + "Accept: application/json\r\n").view();
    auto const step = first_step(view.at("next").as_object());
    BOOST_TEST(has(text(step, "who"), "发展和改革局（"));
    BOOST_TEST(has(text(step, "who"), "王五"));
    BOOST_TEST(text(first_act(step), "due") == "2024-05-02");
    BOOST_TEST(first_act(step).at("light").at("colour") == "green");
}

BOOST_AUTO_TEST_SUITE_END()
