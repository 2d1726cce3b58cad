#include "tests/crash/history.hpp"

#include <boost/test/unit_test.hpp>

// The one who examines histories finds every fault that is planted, and none where there is none.

using namespace tests;
using fate = sent_act::fate;

namespace {

sent_act admitted(std::string id, moment sent, moment answered, long long seq)
{
    return {.act_id = std::move(id),
            .on = 1,
            .sent = sent,
            .answered = answered,
            .is = fate::admitted,
            .seq = seq};
}

/// Three acts on one case: the second and third at the same time, and someone who looks at it.
struct sound_history {
    history seen{{admitted("a", 0, 10, 1), admitted("b", 20, 40, 2), admitted("c", 25, 35, 3)},
                 {{.on = 1, .sent = 12, .answered = 15, .version = 1},
                  {.on = 1, .sent = 30, .answered = 33, .version = 2}}};
    recorded_cases record{{1, {{"a", 1}, {"b", 2}, {"c", 3}}}};

    void must_be_found(std::string const& fault) const
    {
        auto const wrong = what_cannot_be(seen, record);
        BOOST_TEST(!wrong.empty(), "not found: " << fault);
        bool named = false;
        std::string all;
        for (auto const& one : wrong) {
            named = named || one.find(fault) != std::string::npos;
            all += "\n" + one;
        }
        BOOST_TEST(named, "not called '" << fault << "' but:" << all);
    }
    void must_be_sound() const
    {
        for (auto const& one : what_cannot_be(seen, record))
            BOOST_ERROR("found in a sound history: " << one);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(history_test, sound_history)

BOOST_AUTO_TEST_CASE(a_sound_history_is_explained)
{
    must_be_sound();
}

BOOST_AUTO_TEST_CASE(what_went_on_at_the_same_time_may_stand_either_way)
{
    record[1] = {{"a", 1}, {"c", 2}, {"b", 3}};
    seen.acts[1].seq = 3;
    seen.acts[2].seq = 2;
    must_be_sound();
}

BOOST_AUTO_TEST_CASE(an_act_without_an_answer_may_be_there_or_not)
{
    seen.acts.push_back({.act_id = "d", .on = 1, .sent = 50});
    must_be_sound();
    record[1].push_back({"d", 4});
    must_be_sound();
    seen.acts.push_back(admitted("d", 60, 70, 4)); // sent again, told that it is a repetition
    seen.acts.back().repeated = true;
    must_be_sound();
}

BOOST_AUTO_TEST_CASE(a_doubled_act_is_found)
{
    record[1].push_back({"b", 4});
    must_be_found("b is twice on record");
}

BOOST_AUTO_TEST_CASE(an_act_that_is_entered_anew_when_it_is_repeated_is_found)
{
    seen.acts.push_back(admitted("a", 50, 60, 1));
    must_be_found("a was entered anew 2 times");
}

BOOST_AUTO_TEST_CASE(a_repetition_of_nothing_is_found)
{
    seen.acts[0].repeated = true;
    must_be_found("nobody entered it before");
}

BOOST_AUTO_TEST_CASE(a_lost_act_is_found)
{
    record[1].pop_back();
    must_be_found("c was admitted as act 3 of case 1 and is not there");
}

BOOST_AUTO_TEST_CASE(an_act_at_another_place_than_was_told_is_found)
{
    record[1] = {{"a", 1}, {"c", 2}, {"b", 3}};
    must_be_found("b was admitted as act 2 of case 1 and is act 3 of case 1");
}

BOOST_AUTO_TEST_CASE(a_gap_and_a_number_used_twice_are_found)
{
    record[1][2].seq = 4;
    seen.acts[2].seq = 4;
    must_be_found("act 4 of case 1 stands where 3 should");
    record[1][2].seq = 2;
    seen.acts[2].seq = 2;
    must_be_found("act 2 of case 1 stands where 3 should");
}

BOOST_AUTO_TEST_CASE(an_order_against_time_is_found)
{
    record[1] = {{"b", 1}, {"a", 2}, {"c", 3}};
    seen.acts[0].seq = 2;
    seen.acts[1].seq = 1;
    seen.looks.clear();
    must_be_found("a was known before b was sent, and stands behind it");
}

BOOST_AUTO_TEST_CASE(an_act_that_nobody_sent_is_found)
{
    record[1].push_back({"x", 4});
    must_be_found("x, was never sent");
}

BOOST_AUTO_TEST_CASE(a_refused_act_that_is_there_is_found)
{
    seen.acts.push_back({.act_id = "d", .on = 1, .sent = 50, .answered = 60, .is = fate::refused});
    must_be_sound();
    record[1].push_back({"d", 4});
    must_be_found("d, was refused each time");
}

BOOST_AUTO_TEST_CASE(an_act_on_an_old_screen_that_is_admitted_is_found)
{
    seen.acts[2].seen = 2;
    must_be_sound();
    seen.acts[2].seen = 1;
    must_be_found("c was admitted as act 3 of case 1 from somebody who had seen 1");
}

BOOST_AUTO_TEST_CASE(a_screen_that_is_called_old_and_is_not_is_found)
{
    seen.acts.push_back({.act_id = "d",
                         .on = 1,
                         .sent = 50,
                         .answered = 60,
                         .is = fate::stale,
                         .seen = 2,
                         .version = 3});
    must_be_sound();
    seen.acts.back().seen = 3;
    must_be_found("d was called stale by somebody who had seen 3 of 3");
    seen.acts.back().seen = 1;
    seen.acts.back().version = 2;
    must_be_found("saw act 2 only, after act 3 was known");
}

BOOST_AUTO_TEST_CASE(a_look_that_misses_what_was_known_is_found)
{
    seen.looks.push_back({.on = 1, .sent = 50, .answered = 60, .version = 2});
    must_be_found("saw act 2 only, after act 3 was known");
}

BOOST_AUTO_TEST_CASE(a_look_into_the_future_is_found)
{
    seen.looks.push_back({.on = 1, .sent = 12, .answered = 18, .version = 2});
    must_be_found("saw act 2 before act 2 was sent");
    seen.looks.back().version = 9;
    must_be_found("saw act 9, which is not there");
}

BOOST_AUTO_TEST_SUITE_END()
