#include "tests/workflows/submission_trial.hpp"
#include "workflows/major_decision/sent_back.hpp"

#include <boost/test/unit_test.hpp>

using namespace tests;
using namespace tests::a_submission;
using workflows::major_decision::earlier_submission_sent_back;
using workflows::major_decision::submission_sent_back;

BOOST_AUTO_TEST_SUITE(sent_back_test)

BOOST_AUTO_TEST_CASE(whoever_submits_again_learns_who_sent_it_back_and_why)
{
    auto t = filed();
    BOOST_TEST(!submission_sent_back(t.file));
    t.enters("submission.office_passed", R"({"opinion":"可"})");
    t.by("deputy_in_charge", "government")
        .enters("submission.deputy_returned", R"({"reason":"再研究"})");
    auto const deputy = submission_sent_back(t.file);
    BOOST_TEST_REQUIRE(deputy.has_value());
    BOOST_TEST(deputy->kind == "submission.deputy_returned");
    BOOST_TEST(deputy->reason == "再研究");
    BOOST_TEST(deputy->act == t.file.submission.deputy_returns.back().seq);

    BOOST_TEST(!earlier_submission_sent_back(t.file));

    t.by("sponsor_clerk", "water").enters("submission.filed", filing);
    BOOST_TEST(!submission_sent_back(t.file));
    // the office and the leaders read it still
    auto const earlier = earlier_submission_sent_back(t.file);
    BOOST_TEST_REQUIRE(earlier.has_value());
    BOOST_TEST(earlier->act == deputy->act);
    BOOST_TEST(earlier->reason == "再研究");
    t.by("office_secretary", "office")
        .enters("submission.returned_by_office", R"({"reason":"不符"})");
    auto const office = submission_sent_back(t.file);
    BOOST_TEST_REQUIRE(office.has_value());
    BOOST_TEST(office->kind == "submission.returned_by_office");
}

BOOST_AUTO_TEST_CASE(what_was_sent_back_before_a_meeting_is_over_with_it)
{
    auto t = filed();
    t.enters("submission.returned_by_office", R"({"reason":"不符"})");
    t.by("sponsor_clerk", "water").enters("submission.filed", filing);
    BOOST_TEST(earlier_submission_sent_back(t.file).has_value());
    using workflows::major_decision::deliberation::held;
    t.file.deliberation.meetings.push_back(on_record(t, held{}, t.seq() + 1));
    BOOST_TEST(!earlier_submission_sent_back(t.file).has_value());
    BOOST_TEST(!submission_sent_back(t.file).has_value());
}

BOOST_AUTO_TEST_CASE(the_word_of_the_head_goes_back_with_the_matter)
{
    auto t = filed("cn");
    t.by("head_of_government", "government")
        .enters("submission.head_returned", R"({"reason":"时机不成熟"})");
    auto const head = submission_sent_back(t.file);
    BOOST_TEST_REQUIRE(head.has_value());
    BOOST_TEST(head->kind == "submission.head_returned");
    BOOST_TEST(head->reason == "时机不成熟");
}

BOOST_AUTO_TEST_SUITE_END()
