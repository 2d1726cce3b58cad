#include "workflows/set_back.hpp"

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

// Which acts send a matter back, put it off or ask for more, and what they say of it.

using workflows::may_set_back;
using workflows::set_back;
using workflows::set_back_by;

namespace {

std::optional<set_back> back(char const* kind, char const* body)
{
    engine::act what;
    what.kind = kind;
    what.body = boost::json::parse(body).as_object();
    BOOST_TEST(may_set_back(kind), kind);
    return set_back_by(what);
}

} // namespace

BOOST_AUTO_TEST_SUITE(set_back_test)

BOOST_AUTO_TEST_CASE(what_was_sent_back_tells_by_which_act_and_with_what_reason)
{
    for (auto const* kind : {"submission.returned_by_office", "submission.deputy_returned",
                             "submission.head_returned", "submission.removed_from_agenda",
                             "deliberation.changes_refused", "legality_review.returned",
                             "circulation.returned", "collection.sent_back", "release.returned"}) {
        auto const found = back(kind, R"({"reason":"请再核对材料"})");
        BOOST_TEST_REQUIRE(found.has_value(), kind);
        BOOST_TEST(found->what.id == "act." + std::string(kind));
        BOOST_TEST(found->reason == "请再核对材料");
    }
}

BOOST_AUTO_TEST_CASE(what_is_asked_for_is_the_reason_of_a_supplement)
{
    for (auto const* kind :
         {"submission.completion_demanded", "legality_review.supplement_requested",
          "document_review.supplement_asked", "handling.supplement_asked"}) {
        auto const found = back(kind, R"({"missing":["论证报告","评估报告"]})");
        BOOST_TEST_REQUIRE(found.has_value(), kind);
        BOOST_TEST(found->reason == "论证报告；评估报告");
    }
}

BOOST_AUTO_TEST_CASE(a_meeting_sets_a_matter_back_by_what_it_decides)
{
    auto const held = [](std::string const& outcome) {
        auto const body = R"({"decision":"再研究资金来源","outcome":")" + outcome + "\"}";
        return back("deliberation.held", body.c_str());
    };
    BOOST_TEST(!held("adopted"));
    auto const postponed = held("postponed");
    BOOST_TEST_REQUIRE(postponed.has_value());
    BOOST_TEST(postponed->what.id == "choice.meeting_outcome.postponed");
    BOOST_TEST(postponed->reason == "再研究资金来源");
    BOOST_TEST(!back("catalogue_approval.deliberated", R"({"outcome":"adopted"})"));
    auto const again = back("catalogue_approval.deliberated", R"({"outcome":"sent_back"})");
    BOOST_TEST_REQUIRE(again.has_value());
    BOOST_TEST(again->reason == "");
}

BOOST_AUTO_TEST_CASE(an_opinion_or_an_answer_that_lets_the_matter_go_on_sets_nothing_back)
{
    for (auto const* outcome : {"lawful", "lawful_with_risk_notice"})
        BOOST_TEST(!back("legality_review.concluded",
                         (R"({"outcome":")" + std::string(outcome) + "\"}").c_str()));
    auto const found = back("legality_review.concluded", R"({"outcome":"lawful_after_changes",
        "points":[{"point":"第五条收费依据","weight":"defect"}]})");
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST(found->what.id == "choice.review_outcome.lawful_after_changes");
    BOOST_TEST(found->reason == "第五条收费依据");
    for (auto const* answer : {"agrees", "takes_note"})
        BOOST_TEST(!back("party_report.answered",
                         (R"({"answer":")" + std::string(answer) + "\"}").c_str()));
    auto const no = back("party_report.answered", R"({"answer":"disagrees","words":"暂不宜"})");
    BOOST_TEST_REQUIRE(no.has_value());
    BOOST_TEST(no->reason == "暂不宜");
}

BOOST_AUTO_TEST_CASE(the_review_of_a_document_sets_it_back_unless_it_may_be_brought_to_a_meeting)
{
    BOOST_TEST(!back("document_review.concluded", R"({"outcome_is":"lawful"})"));
    for (std::string const outcome :
         {"to_be_amended", "ask_leave_first", "complete_procedure", "unlawful"}) {
        auto const body =
            R"({"points":["第三条收费","第七条期限"],"outcome_is":")" + outcome + "\"}";
        auto const found = back("document_review.concluded", body.c_str());
        BOOST_TEST_REQUIRE(found.has_value(), outcome);
        BOOST_TEST(found->what.id == "choice.document_review_outcome." + outcome);
        BOOST_TEST(found->reason == "第三条收费；第七条期限");
    }
}

BOOST_AUTO_TEST_CASE(other_acts_set_nothing_back)
{
    engine::act what;
    what.kind = "submission.office_passed";
    BOOST_TEST(!may_set_back(what.kind));
    BOOST_TEST(!set_back_by(what));
}

BOOST_AUTO_TEST_SUITE_END()
