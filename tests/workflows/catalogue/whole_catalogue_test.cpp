#include "engine/desk.hpp"
#include "tests/workflows/catalogue/told_catalogue.hpp"
#include "tests/workflows/told_case.hpp"

using tests::told_catalogue;
using tests::with;
using words = std::set<std::string>;

BOOST_AUTO_TEST_SUITE(whole_catalogue_test)

BOOST_AUTO_TEST_CASE(a_year_from_the_call_to_the_closing)
{
    told_catalogue year;
    year.is_published();
    year.on("2026-07-06")
        .unit("water")
        .enters("catalogue_items.linked",
                R"({"item_number": 1, "decision_number": "JC2026-0003"})");
    year.on("2026-09-28")
        .enters("catalogue_items.completed", R"({"item_number": 1, "completed_on": "2026-09-25"})");
    year.on("2027-01-05")
        .unit("transport")
        .enters("catalogue_items.explained", R"({"item_number": 2, "reason": "成本监审未完成",
            "progress": "已公开征求意见", "prospect": "goes_on_next_year"})");
    year.on("2027-02-01").office().enters("catalogue_items.closed");
    BOOST_TEST(year.procedure().summary().phase == "catalogue_closed");
    for (auto const& one : year.procedure().limits(year.now()))
        BOOST_TEST((one.is == engine::limit::state::met), one.name);

    std::map<std::string, long long> sums;
    auto const again = workflows::catalogue::shape().make("gd");
    for (auto const& act : year.acts()) {
        BOOST_TEST(again->ways(act) == 1, act.kind);
        again->replay(act);
        for (auto const& one : again->figures(tests::built_in_days()))
            sums[one.indicator] += one.value;
    }
    BOOST_TEST(sums["DEC.catalogue_items"] == 2);
    BOOST_TEST(sums["DEC.catalogue_completed"] == 1);
    BOOST_TEST(sums["DEC.catalogue_on_time"] == 1);
    BOOST_TEST(tests::picture_of(*again, tests::date("2027-02-01")) ==
               tests::picture_of(year.procedure(), tests::date("2027-02-01")));
}

BOOST_AUTO_TEST_CASE(it_is_internal_until_it_is_published)
{
    told_catalogue year;
    year.is_consented();
    BOOST_TEST((year.procedure().summary().level == engine::confidentiality::internal));
    BOOST_TEST(year.procedure().summary().title == "2026年度重大行政决策事项目录");
    BOOST_TEST((year.procedure().summary().concerned ==
                std::vector<std::string>{"finance", "reform", "transport", "water"}));
}

BOOST_AUTO_TEST_CASE(whoever_the_law_seats_is_not_shut_out)
{
    told_catalogue year;
    year.is_published();
    auto const law = tests::built_in_law();
    auto const file = workflows::catalogue::shape().make("gd");
    for (auto const& act : year.acts()) {
        file->replay(act);
        auto const summary = file->summary();
        for (auto const& offer : file->offers({}, {law.book, law.days, act.counts_on()}))
            for (auto const& seat : offer.seats)
                BOOST_TEST(
                    law.entitled.may_act(
                        {{1}, "甲", seat.role, seat.unit.empty() ? "any" : seat.unit, {}, {}},
                        offer.kind, &summary),
                    seat.role << " has the seat of " << offer.kind << " and is shut out");
    }
}

BOOST_AUTO_TEST_CASE(an_organ_has_one_catalogue_a_year)
{
    adapters::import::memory_record papers;
    engine::desk desk(tests::built_in_law());
    auto const set_up = [&](std::string const& unit, int year, std::string const& id) {
        return desk.submit(
            {.on = {},
             .shape = workflows::catalogue::shape_name,
             .place = "gd",
             .act_id = id,
             .kind = "catalogue_call.set_up",
             .body = {{"year", year}},
             .seen = {},
             .by = {{1}, "甲", "office_secretary", unit, {}, {}},
             .now = engine::instant(tests::date("2026-01-12")) + std::chrono::hours(1),
             .seeing = engine::clearance::of_the_record()},
            papers);
    };
    auto const first = set_up("office", 2026, "first");
    auto const* opened = std::get_if<engine::admitted>(&first);
    BOOST_TEST_REQUIRE(opened);
    BOOST_TEST(opened->number == "ML2026-0001");
    auto const second = set_up("office", 2026, "second");
    auto const* refused = std::get_if<engine::refused>(&second);
    BOOST_TEST_REQUIRE(refused);
    BOOST_TEST(refused->grounds.at(0).rule == "JC-51");
    BOOST_TEST(std::holds_alternative<engine::admitted>(set_up("office", 2027, "third")));
    BOOST_TEST(std::holds_alternative<engine::admitted>(set_up("town_office", 2026, "fourth")));
}

BOOST_AUTO_TEST_SUITE_END()
