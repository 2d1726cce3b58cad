#include "tests/workflows/submission_trial.hpp"

#include <boost/test/unit_test.hpp>

using namespace tests;
using namespace tests::a_submission;

namespace {

std::set<std::string> told(trial const& t, std::string const& kind, std::string const& body = "{}")
{
    engine::act what;
    what.kind = kind;
    what.body = boost::json::parse(body).as_object();
    std::set<std::string> all;
    for (auto const& one : workflows::major_decision::told_of_submission(t.file, what)) {
        BOOST_TEST(one.to.unit == "water");
        all.insert(one.kind + " " + one.to.role);
    }
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(submission_told_test)

BOOST_AUTO_TEST_CASE(the_sponsor_is_told_that_its_matter_came_back_and_by_whom)
{
    auto const t = filed();
    for (auto const& [kind, news] :
         {std::pair("submission.returned_by_office", "news.returned_by_office"),
          std::pair("submission.deputy_returned", "news.returned_by_deputy"),
          std::pair("submission.head_returned", "news.returned_by_head")}) {
        std::string const words(news);
        BOOST_CHECK(told(t, kind) ==
                    (std::set<std::string>{words + " department_head", words + " sponsor_clerk"}));
    }
}

BOOST_AUTO_TEST_CASE(the_sponsor_is_told_of_the_agenda_that_its_matter_stands_on_or_has_left)
{
    auto const t = filed();
    BOOST_TEST(told(t, "submission.placed_on_agenda").size() == 2U);
    BOOST_TEST(told(t, "submission.removed_from_agenda")
                   .contains("news.removed_from_agenda sponsor_clerk"));
    // the order is read on the page of the meetings
    BOOST_TEST(told(t, "submission.moved_on_agenda").empty());
    BOOST_TEST(told(t, "submission.office_passed").empty());
}

BOOST_AUTO_TEST_CASE(the_sponsor_is_told_what_the_meeting_decided)
{
    auto const t = filed();
    for (auto const outcome :
         {"adopted", "adopted_in_principle", "discuss_again", "postponed", "rejected"}) {
        auto const news = std::string("news.meeting_") + outcome;
        auto const body =
            R"({"meeting":"executive","meeting_name":"会","met_on":"2024-03-01",
                "members_entitled":5,"present":[],"statements":[],"decision":"决定","draft":)" +
            document_json(101) + R"(,"minutes":)" + document_json(82) +
            R"(,"recorder":"某","outcome":")" + outcome + "\"}";
        BOOST_CHECK(told(t, "deliberation.held", body) ==
                    (std::set<std::string>{news + " department_head", news + " sponsor_clerk"}));
    }
}

BOOST_AUTO_TEST_SUITE_END()
