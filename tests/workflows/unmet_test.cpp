#include "tests/workflows/bodies.hpp"
#include "tests/workflows/wanderer.hpp"
#include "workflows/major_decision/participation.hpp"

#include <map>

// What a later act asks for is a task of somebody as long as it is owed.

using tests::trial;
using tests::wanderer;
using namespace workflows::major_decision;

namespace {

using words = std::set<std::string, std::less<>>;

std::string meeting_with(char const* kind)
{
    return std::string(R"({"form": "symposium", "held_on": "2024-03-01", "summary": "座谈",
        "attendees": [{"name": "张三", "main_points": "要点", "reasons": "理由", "kind": ")") +
           kind + "\"}]}";
}
std::string const notice =
    R"({"opens_on": "2024-03-01", "closes_on": "2024-04-01", "channels": ["government_site"],
        "contact": "水务局 0758-8390001", "draft": )" +
    tests::document('a') + R"(, "explanation": )" + tests::document('e') + "}";

trial drafted(std::string_view touches)
{
    trial t(make_participation(), "gd");
    tests::start(t);
    tests::assess(t, touches);
    tests::add_draft(t);
    t.on("2024-03-01");
    return t;
}

void records(trial& t, std::string const& number)
{
    t.enters("participation.opinions_recorded",
             R"({"opinions": [{"from": "甲", "kind": "citizen", "words": "贵", "number": ")" +
                 number + "\"}]}");
}

bool waits(trial& t, char const* kind)
{
    return t.duties().contains(kind);
}

/// For whom there is only what waits (待办): does one of the tasks, such as was done least so far,
/// what can be done today before what opens later. False if none of them can be done.
bool does_a_task(wanderer& at)
{
    std::map<std::string, int> times;
    for (auto const& one : at.acts())
        ++times[one.kind];
    auto tasks = at.file().tasks(at.now());
    std::stable_sort(tasks.begin(), tasks.end(), [&](auto const& a, auto const& b) {
        return std::pair(a.opens_on.has_value(), times[a.kind]) <
               std::pair(b.opens_on.has_value(), times[b.kind]);
    });
    for (auto const& task : tasks)
        for (auto& variant : adapters::demo::variants_of(task.kind))
            if (at.go({task.kind, std::move(variant)}).found.admitted())
                return true;
    return false;
}

/// Nothing is left but to close the file.
bool is_over(wanderer const& at)
{
    auto const tasks = at.file().tasks(at.now());
    return std::any_of(tasks.begin(), tasks.end(),
                       [](auto const& one) { return one.kind == "archive.archived"; });
}

/// From every so many acts of a story on, the tasks alone lead to its end.
void tasks_lead_on(words const& traits, words const& turns, std::size_t every)
{
    constexpr std::size_t most_acts = 200;
    constexpr int most_days = 40; // until a meeting
    auto const what = tests::a_matter(traits);
    auto const told = tests::told(tests::a_story(traits, turns));
    for (std::size_t n = 1; n + 2 < told.entered.size(); n += every) {
        wanderer at(what,
                    {told.entered.begin(), told.entered.begin() + static_cast<std::ptrdiff_t>(n)},
                    told.entered[n - 1].counts_on());
        int waited = 0;
        while (!is_over(at) && at.acts().size() < most_acts && waited < most_days)
            if (does_a_task(at))
                waited = 0;
            else {
                at.wait_until(tests::built_in_days().after(at.today(), 1));
                ++waited;
            }
        BOOST_TEST(is_over(at),
                   "from act " << n << " on nobody has a next step after " << path_of(at));
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(unmet_test)

BOOST_AUTO_TEST_CASE(groups_that_must_be_heard_wait_until_they_were)
{
    auto t = drafted(R"("technical": true, "special_groups": ["farmers"])");
    BOOST_TEST(waits(t, "participation.activity_held"));
    t.enters("participation.published", notice);
    BOOST_TEST(waits(t, "participation.activity_held"));
    t.enters("participation.activity_held", meeting_with("citizen"));
    t.on("2024-04-02").enters("participation.window_closed", R"({"received": 0})");
    BOOST_TEST(waits(t, "participation.activity_held"));
    t.enters("participation.activity_held", meeting_with("group_representative"));
    BOOST_TEST(!waits(t, "participation.activity_held"));
    auto plain = drafted(R"("technical": true)");
    BOOST_TEST(!waits(plain, "participation.activity_held"));
}

BOOST_AUTO_TEST_CASE(enterprises_and_their_association_wait_until_both_were_heard)
{
    auto t = drafted(R"("technical": true, "business_related": true)");
    t.enters("participation.activity_held", meeting_with("enterprise"));
    BOOST_TEST(waits(t, "participation.activity_held"));
    t.enters("participation.activity_held", meeting_with("trade_association"));
    BOOST_TEST(!waits(t, "participation.activity_held"));
}

BOOST_AUTO_TEST_CASE(opinions_wait_for_their_decision_and_the_public_for_the_reasons)
{
    auto t = drafted(R"("technical": true)");
    t.enters("participation.activity_held", meeting_with("citizen"));
    t.enters("participation.opinions_recorded",
             R"({"opinions": [{"number": "1", "from": "甲", "kind": "citizen", "words": "贵"},
                              {"number": "2", "from": "乙", "kind": "citizen", "words": "好"}]})");
    BOOST_TEST(waits(t, "participation.opinions_decided"));
    t.enters("participation.opinions_decided",
             R"({"decisions": [{"number": "1", "outcome": "not_adopted", "reason": "成本"}]})");
    BOOST_TEST(waits(t, "participation.opinions_decided"));
    BOOST_TEST(!waits(t, "participation.feedback_given")); // once, when all is decided
    t.enters("participation.opinions_decided",
             R"({"decisions": [{"number": "2", "outcome": "adopted"}]})");
    BOOST_TEST(!waits(t, "participation.opinions_decided"));
    BOOST_TEST(waits(t, "participation.feedback_given"));
    t.enters("participation.feedback_given",
             R"({"way": "telephone", "given_on": "2024-03-01", "words": "答复"})");
    BOOST_TEST(!waits(t, "participation.feedback_given"));
}

BOOST_AUTO_TEST_CASE(opinions_that_came_in_wait_until_each_is_on_file)
{
    auto const kind = "participation.opinions_recorded";
    auto t = drafted(R"("technical": true)");
    records(t, "of an earlier meeting");
    t.enters("participation.published", notice);
    records(t, "1");
    BOOST_TEST(!waits(t, kind));
    t.on("2024-04-02").enters("participation.window_closed", R"({"received": 3})");
    BOOST_TEST(waits(t, kind));
    records(t, "2");
    BOOST_TEST(waits(t, kind));
    records(t, "3");
    BOOST_TEST(!waits(t, kind));
    t.enters("participation.repeats_noted",
             R"({"opinions": [{"number": "3", "same_as": "1"}, {"number": "2", "same_as": "1"}]})");
    BOOST_TEST(!waits(t, kind));
    t.enters("participation.published",
             tests::with(notice, R"({"opens_on": "2024-04-02", "closes_on": "2024-05-06"})"));
    BOOST_TEST(!waits(t, kind));
    t.on("2024-05-07").enters("participation.window_closed", R"({"received": 1})");
    BOOST_TEST(waits(t, kind));
    records(t, "4");
    BOOST_TEST(!waits(t, kind));
}

BOOST_AUTO_TEST_CASE(opinions_that_were_counted_once_do_not_wait_with_their_repeats)
{
    auto t = drafted(R"("technical": true)");
    t.enters("participation.published", notice);
    for (auto const* number : {"1", "2", "3"})
        records(t, number);
    t.enters("participation.repeats_noted", R"({"opinions": [{"number": "3", "same_as": "1"}]})");
    t.on("2024-04-02").enters("participation.window_closed", R"({"received": 2})");
    BOOST_TEST(!waits(t, "participation.opinions_recorded"));
}

BOOST_AUTO_TEST_CASE(the_public_waits_to_be_heard_on_another_text)
{
    using drafting::change_class;
    auto t = drafted(R"("technical": true)");
    t.enters("participation.published", notice);
    BOOST_TEST(!waits(t, "participation.published"));
    tests::add_draft(t, change_class::substantive);
    BOOST_TEST(waits(t, "participation.published"));
    auto over = drafted(R"("technical": true)");
    over.enters("participation.activity_held", meeting_with("citizen"));
    over.enters("participation.concluded",
                R"({"summary": "完成", "report": )" + tests::document('c') + "}");
    BOOST_TEST(over.duties().empty());
    tests::add_draft(over, change_class::substantive);
    BOOST_TEST(waits(over, "participation.published"));
}

BOOST_AUTO_TEST_CASE(who_does_only_what_waits_comes_to_the_end_of_a_plain_matter)
{
    tasks_lead_on({}, {"unit_disagrees", "changes_first"}, 5);
    tasks_lead_on({}, {"in_principle"}, 7);
}

BOOST_AUTO_TEST_CASE(who_does_only_what_waits_comes_to_the_end_of_a_matter_that_touches_much)
{
    tasks_lead_on({"technical", "risk", "operators", "business", "groups", "vital", "hearing"},
                  {"expert_excluded", "negative_first"}, 9);
}

BOOST_AUTO_TEST_SUITE_END()
