#include "adapters/soci/house_register.hpp"
#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// What the record of a discussion calls its meeting, by the agenda on which the matter stands.

using tests::has;
using tests::home_of;

namespace {

namespace json = boost::json;

/// A district of its own, with a matter that waits for its discussion.
class matter_on_agenda {
public:
    matter_on_agenda()
    {
        auto const waiting = at_.view("office", "/?kind=deliberation.held");
        BOOST_TEST_REQUIRE(!waiting.at("rows").as_array().empty());
        id_ = waiting.at("rows").at(0).at("case").as_int64();
        enters("submission.removed_from_agenda", {{"reason", "改期"}});
    }

    void is_placed(json::object body)
    {
        body["meeting"] = "plenary";
        body["meeting_on"] = "2026-06-15";
        enters("submission.placed_on_agenda", std::move(body));
    }

    /// The page on which the discussion is recorded.
    std::string record() { return at_.ask("office", "GET", home_of(id_) + "/meeting").body; }

private:
    void enters(std::string const& kind, json::object body)
    {
        auto const got =
            at_.json("mayor", "POST", home_of(id_) + "/acts",
                     {{"kind", kind},
                      {"act_id", "named-meeting-" + std::to_string(++acts_)},
                      {"seen", json::value(at_.view("mayor", home_of(id_)).at("version"))},
                      {"body", std::move(body)}});
        BOOST_TEST_REQUIRE(got.status == 201, kind << ": " << got.body);
    }

    tests::demo_house at_;
    long long id_ = 0;
    int acts_ = 0;
};

} // namespace

BOOST_AUTO_TEST_SUITE(named_meeting)

BOOST_AUTO_TEST_CASE(the_record_calls_the_meeting_as_the_agenda_does)
{
    matter_on_agenda matter;
    matter.is_placed({{"meeting_name", "第三次全体会议"}});
    BOOST_TEST(has(matter.record(), "name=\"f.meeting_name\" value=\"第三次全体会议\""));
}

BOOST_AUTO_TEST_CASE(a_meeting_without_a_name_is_called_by_its_day_and_kind)
{
    matter_on_agenda matter;
    matter.is_placed({});
    auto const record = matter.record();
    BOOST_TEST(has(record, "name=\"f.meeting_name\" value=\"2026年6月15日全体会议\""));
    BOOST_TEST(has(record, "name=\"f.met_on\" value=\"2026-06-15\""));
}

BOOST_AUTO_TEST_CASE(
    a_meeting_recorded_after_its_day_is_called_as_the_agenda_of_another_matter_does)
{
    tests::public_house house;
    auto const named = house.tell("河涌整治方案", {}, "submission.placed_on_agenda");
    auto const without = house.tell("公园改造方案", {}, "submission.placed_on_agenda");
    house.gets_a_head(std::max(named.last, without.last));
    auto const on = engine::to_text(engine::legal_day(house.clock) + std::chrono::days(1));
    auto const is_placed = [&](tests::told_decision const& matter, json::object body) {
        house.enters("mayor", matter, "submission.removed_from_agenda", {{"reason", "改期"}});
        body["meeting"] = "plenary";
        body["meeting_on"] = on;
        house.enters("mayor", matter, "submission.placed_on_agenda", std::move(body));
    };
    is_placed(named, {{"meeting_name", "第三次全体会议"}});
    is_placed(without, {});
    house.clock += std::chrono::days(3);
    // one who had no part in the review
    adapters::soci::house_register keeping(house.record());
    auto const who = keeping.add_person("secretary", "新秘书", "correct horse", house.clock);
    keeping.add_appointment({.who = who,
                             .role = "office_secretary",
                             .unit = "office",
                             .from = std::chrono::year(2020) / 1 / 1,
                             .until = {}},
                            house.clock);
    house.clock += std::chrono::hours(1);
    auto const headers = house.sign_in("secretary").headers;
    auto const record = house.get(without.home() + "/meeting", headers + house.html).body;
    BOOST_TEST(has(record, "name=\"f.meeting_name\" value=\"第三次全体会议\""));
    BOOST_TEST(has(record, "name=\"f.met_on\" value=\"" + on + "\""));
}

BOOST_AUTO_TEST_SUITE_END()
