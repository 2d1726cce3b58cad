#include "tests/workflows/case_so_far.hpp"

using namespace tests;

namespace {

std::string report(std::string const& changes = "{}")
{
    return with(R"({"reported_on":"2024-03-04","reporter":"区政府党组","by_party_group":true,
        "document":)" +
                    paper_json('c') + "}",
                changes);
}

std::string answer(std::string const& what, std::string const& on = "2024-03-06")
{
    return R"({"answered_on":")" + on + R"(","answer":")" + what + R"(","words":"意见"})";
}

trial ready(std::string place = "gd")
{
    trial t(law::make_party_report(), std::move(place));
    adopt(t.file);
    t.on("2024-03-07").by("office_secretary", "office");
    return t;
}

} // namespace

BOOST_AUTO_TEST_SUITE(party_report_test)

BOOST_AUTO_TEST_CASE(the_report_becomes_due_when_the_meeting_adopts)
{
    auto t = ready();
    BOOST_TEST(t.stage() == "not_due");
    BOOST_TEST(!t.offers().front().duty);
    t.follows("deliberation.held",
              R"({"meeting":"executive","meeting_name":"会","met_on":"2024-03-01",
              "members_entitled":5,"present":[],"statements":[],"outcome":"adopted",
              "decision":"通过","draft":)" +
                  paper_json('a') + R"(,"minutes":)" + paper_json('b') + R"(,"recorder":"某"})");
    BOOST_TEST(t.stage() == "due");
    BOOST_TEST(t.offers().front().duty);
    t.enters("party_report.made", report());
    BOOST_TEST(t.stage() == "waiting");
}

BOOST_AUTO_TEST_CASE(an_agreeing_answer_settles_it)
{
    for (auto const* words : {"agrees", "takes_note"}) {
        auto t = ready();
        t.enters("party_report.made", report());
        BOOST_TEST(!law::party_done(t.file));
        t.enters("party_report.answered", answer(words));
        BOOST_TEST(t.stage() == "settled");
        BOOST_TEST(law::party_done(t.file));
    }
}

BOOST_AUTO_TEST_CASE(an_answer_that_wants_changes_is_settled_by_another_text)
{
    auto t = ready();
    t.enters("party_report.made", report());
    t.enters("party_report.answered", answer("agrees_with_changes"));
    BOOST_TEST(t.stage() == "settled");
    BOOST_TEST(law::party_waits_for_text(t.file));
    BOOST_TEST(!law::party_done(t.file));
    draft(t.file, 'b', law::drafting::change_class::non_substantive);
    BOOST_TEST(!law::party_waits_for_text(t.file));
    BOOST_TEST(law::party_done(t.file));
}

BOOST_AUTO_TEST_CASE(the_report_waits_until_the_ordered_changes_are_accepted)
{
    auto t = ready();
    t.follows("deliberation.held",
              R"({"meeting":"executive","meeting_name":"会","met_on":"2024-03-01",
              "members_entitled":5,"present":[],"statements":[],"outcome":"adopted_in_principle",
              "decision":"原则通过","draft":)" +
                  paper_json('a') + R"(,"minutes":)" + paper_json('b') + R"(,"recorder":"某"})");
    auto& decision = t.file.deliberation;
    decision.meetings.back().body.outcome =
        law::deliberation::meeting_outcome::adopted_in_principle;
    decision.acceptance.reset();
    BOOST_TEST(t.stage() == "due");
    BOOST_TEST(t.duties().empty());
    draft(t.file, 'b', law::drafting::change_class::non_substantive);
    decision.acceptance = entry(t.file, law::deliberation::changes_accepted{}, "2024-03-07", 31);
    BOOST_TEST(t.duties().contains("party_report.made"));
}

BOOST_AUTO_TEST_CASE(the_office_records_it)
{
    auto t = ready();
    t.by("sponsor_clerk", "water");
    BOOST_CHECK(t.refused("party_report.made", report()) == rules{"R713-31.1"});
}

BOOST_AUTO_TEST_CASE(there_is_a_text_to_report)
{
    trial t(law::make_party_report());
    t.by("office_secretary", "office").on("2024-03-07");
    BOOST_CHECK(t.refused("party_report.made", report()) == rules{"R713-12.1"});
}

BOOST_AUTO_TEST_CASE(in_guangdong_the_party_group_reports)
{
    auto gd = ready();
    BOOST_CHECK(gd.refused("party_report.made", report(R"({"by_party_group":false})")) ==
                rules{"GD21-4.1"});
    auto cn = ready("cn");
    cn.enters("party_report.made", report(R"({"by_party_group":false})"));
}

BOOST_AUTO_TEST_CASE(report_and_answer_have_happened_and_in_that_order)
{
    auto t = ready();
    BOOST_CHECK(t.refused("party_report.made", report(R"({"reported_on":"2024-03-08"})")) ==
                rules{"JC-3"});
    t.enters("party_report.made", report());
    BOOST_CHECK(t.refused("party_report.answered", answer("agrees", "2024-03-08")) ==
                rules{"JC-3"});
    BOOST_CHECK(t.refused("party_report.answered", answer("agrees", "2024-03-03")) ==
                rules{"R713-31.1"});
}

BOOST_AUTO_TEST_CASE(an_answer_is_asked_once_for_a_text)
{
    auto t = ready();
    t.enters("party_report.made", report());
    t.enters("party_report.answered", answer("agrees"));
    BOOST_CHECK(t.refused("party_report.made", report()) == rules{"R713-31.1"});
    BOOST_TEST(t.duties().empty());
    draft(t.file, 'd', law::drafting::change_class::substantive);
    BOOST_TEST(!law::party_done(t.file));
    BOOST_TEST(t.duties().empty()); // a meeting decides on it first
    meet(t.file, law::deliberation::meeting_outcome::adopted, "2024-03-07", 90);
    BOOST_TEST(t.duties().contains("party_report.made"));
    t.enters("party_report.made", report());
}

BOOST_AUTO_TEST_CASE(after_a_no_the_matter_is_discussed_again_first)
{
    auto t = ready();
    t.enters("party_report.made", report());
    t.file.deliberation.meetings.back().seq = 0;
    t.enters("party_report.answered", answer("disagrees"));
    BOOST_TEST(t.stage() == "disagreed");
    BOOST_TEST(law::party_disagrees(t.file));
    BOOST_TEST(!law::party_done(t.file));
    BOOST_CHECK(t.refused("party_report.made", report()) == rules{"R713-31.1"});
    meet(t.file, law::deliberation::meeting_outcome::adopted, "2024-03-07", 90);
    t.enters("party_report.made", report());
    BOOST_TEST(t.stage() == "waiting");
}

BOOST_AUTO_TEST_SUITE_END()
