#include "tests/workflows/drafts.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;
using namespace workflows::major_decision;
using drafting::change_class;

std::string const opinion =
    R"({"outcome":"lawful","opinion":"合法","document":)" + document_json(80) + "}";
std::string const discussion =
    R"({"met_on":"2024-03-20","meeting":"局务会","present":["甲","乙"],"passed":true,"summary":"同意","minutes":)" +
    document_json(81) + "}";

trial drafted(std::string place = "gd")
{
    trial t(make_sponsor_review(), std::move(place));
    start(t);
    put_draft(t, change_class::first_draft);
    tell_draft(t);
    t.on("2024-03-20").by("legal_officer", "water");
    return t;
}

void hear_the_public(trial& t)
{
    t.file.participation.conclusion = on_record(t, participation::concluded{}, 10);
}

trial discussed()
{
    auto t = drafted();
    t.enters("sponsor_review.legal_opinion_given", opinion);
    t.by("department_head", "water").enters("sponsor_review.discussed", discussion);
    return t;
}

} // namespace

BOOST_AUTO_TEST_SUITE(sponsor_review_test)

BOOST_AUTO_TEST_CASE(the_sponsor_reviews_and_then_discusses)
{
    auto t = discussed();
    BOOST_TEST(t.stage() == "passed");
    BOOST_TEST(sponsor_opinion_holds(t.file));
    BOOST_TEST(sponsor_discussion_holds(t.file));
}

BOOST_AUTO_TEST_CASE(an_opinion_on_a_text_that_lacks_what_was_adopted_is_given_with_a_remark)
{
    auto t = drafted();
    t.file.hearing.reply.emplace().seq = 50;
    t.file.hearing.reply->body.points = {{"缓行", participation::adoption::adopted, {}}};
    JUECE_ADVISED(t, "sponsor_review.legal_opinion_given", opinion, {"GD21-31.1", "R713-18.1"});
}

BOOST_AUTO_TEST_CASE(an_opinion_before_the_steps_that_may_change_the_draft_is_given_with_a_remark)
{
    auto t = drafted();
    JUECE_ADVISED(t, "sponsor_review.legal_opinion_given", opinion, {"GD21-31.1"});
    auto heard = drafted();
    hear_the_public(heard);
    JUECE_ADVISED(heard, "sponsor_review.legal_opinion_given", opinion, {});
    auto changed = drafted();
    hear_the_public(changed);
    put_draft(changed, change_class::editorial);
    JUECE_ADVISED(changed, "sponsor_review.legal_opinion_given", opinion, {"JC-2"});
    auto national = drafted("cn");
    JUECE_ADVISED(national, "sponsor_review.legal_opinion_given", opinion, {});
}

BOOST_AUTO_TEST_CASE(the_legal_officer_of_the_sponsor_opines_and_its_head_reports_the_meeting)
{
    auto t = drafted();
    t.by("legal_officer", "justice");
    CHECK_RULES(t.refused("sponsor_review.legal_opinion_given", opinion), "GD21-31.1");
    t.by("legal_officer", "water").enters("sponsor_review.legal_opinion_given", opinion);
    t.by("sponsor_clerk", "water");
    CHECK_RULES(t.refused("sponsor_review.discussed", discussion), "GD21-31.2");
}

BOOST_AUTO_TEST_CASE(who_drafted_does_not_review_for_the_sponsor)
{
    auto t = drafted();
    t.by("legal_officer", "water", "王五");
    auto const number = static_cast<long long>(std::hash<std::string>{}("王五") >> 8);
    t.file.doings.push_back(
        {2, "drafting.versioned", {number}, "王五", "sponsor_clerk", "water", {}});
    CHECK_RULES(t.refused("sponsor_review.legal_opinion_given", opinion), "JC-1");
}

BOOST_AUTO_TEST_CASE(unreviewed_or_unlawful_means_no_discussion)
{
    auto t = drafted();
    t.by("department_head", "water");
    CHECK_RULES(t.refused("sponsor_review.discussed", discussion), "GD21-31.1");
    t.by("legal_officer", "water");
    CHECK_RULES(
        t.refused("sponsor_review.legal_opinion_given", with(opinion, R"({"outcome":"unlawful"})")),
        "GD21-31.1");
    t.enters("sponsor_review.legal_opinion_given",
             with(opinion, R"({"outcome":"unlawful","points":["越权"]})"));
    BOOST_TEST(t.stage() == "awaiting_changes");
    BOOST_TEST(!sponsor_opinion_holds(t.file));
    auto national = drafted("cn");
    national.by("department_head", "water").enters("sponsor_review.discussed", discussion);
}

BOOST_AUTO_TEST_CASE(how_the_sponsor_reviews_is_its_own_affair_where_no_rule_asks_for_its_review)
{
    auto national = drafted("cn");
    national.enters("sponsor_review.legal_opinion_given",
                    with(opinion, R"({"outcome":"unlawful"})"));
    auto other = drafted("cn");
    other.by("department_head", "water")
        .enters("sponsor_review.discussed", with(discussion, R"({"present":["甲"]})"));
    auto there = drafted("hlj");
    CHECK_RULES(there.refused("sponsor_review.legal_opinion_given",
                              with(opinion, R"({"outcome":"unlawful"})")),
                "HLJ-33.1");
}

BOOST_AUTO_TEST_CASE(changes_that_were_asked_for_are_made_before_the_discussion)
{
    auto t = drafted();
    t.enters("sponsor_review.legal_opinion_given",
             with(opinion, R"({"outcome":"lawful_after_changes","points":["第三条措辞"]})"));
    BOOST_TEST(!sponsor_opinion_holds(t.file));
    put_draft(t, change_class::non_substantive);
    tell_draft(t);
    BOOST_TEST(t.stage() == "awaiting_discussion");
    t.by("department_head", "water").enters("sponsor_review.discussed", discussion);
    BOOST_TEST(t.stage() == "passed");
}

BOOST_AUTO_TEST_CASE(a_discussion_is_collective_and_has_happened)
{
    auto t = drafted();
    t.enters("sponsor_review.legal_opinion_given", opinion);
    t.by("department_head", "water");
    CHECK_RULES(t.refused("sponsor_review.discussed", with(discussion, R"({"present":["甲"]})")),
                "GD21-31.2");
    CHECK_RULES(
        t.refused("sponsor_review.discussed", with(discussion, R"({"met_on":"2024-03-21"})")),
        "JC-3");
}

BOOST_AUTO_TEST_CASE(a_discussion_that_does_not_pass_is_held_again)
{
    auto t = drafted();
    t.enters("sponsor_review.legal_opinion_given", opinion);
    t.by("department_head", "water")
        .enters("sponsor_review.discussed", with(discussion, R"({"passed":false})"));
    BOOST_TEST(t.stage() == "awaiting_discussion");
    BOOST_TEST(!sponsor_discussion_holds(t.file));
}

BOOST_AUTO_TEST_CASE(a_substantive_change_starts_the_sponsors_review_again)
{
    auto t = discussed();
    put_draft(t, change_class::editorial);
    tell_draft(t);
    BOOST_TEST(t.stage() == "passed");
    confirm_change(t, change_class::substantive);
    tell_confirmation(t);
    BOOST_TEST(t.stage() == "awaiting_opinion");
    BOOST_TEST(!sponsor_discussion_holds(t.file));
    confirm_change(t, change_class::non_substantive);
    tell_confirmation(t);
    BOOST_TEST(t.stage() == "passed");
}

BOOST_AUTO_TEST_CASE(the_national_order_waits_for_neither_review_nor_discussion_of_the_sponsor)
{
    auto national = drafted("cn");
    hear_the_public(national);
    BOOST_TEST(national.duties().empty());
    auto t = drafted();
    hear_the_public(t);
    BOOST_TEST(t.duties() == std::set<std::string>{"sponsor_review.legal_opinion_given"});
    t.enters("sponsor_review.legal_opinion_given", opinion);
    BOOST_TEST(t.duties() == std::set<std::string>{"sponsor_review.discussed"});
}

BOOST_AUTO_TEST_CASE(the_sponsors_own_review_is_waited_for_when_what_comes_before_it_is_done)
{
    auto t = drafted();
    touches(t).technical = true;
    BOOST_TEST(t.duties().empty());
    hear_the_public(t);
    BOOST_TEST(t.duties().empty());                          // the experts are still to be heard
    t.enters("sponsor_review.legal_opinion_given", opinion); // sooner than asked for
    BOOST_TEST(t.stage() == "awaiting_discussion");
    BOOST_TEST(t.duties().empty());
    t.file.experts.report = on_record(t, experts::reported{}, 11);
    BOOST_TEST(t.duties() == std::set<std::string>{"sponsor_review.discussed"});
    touches(t).vital_interests = true;
    BOOST_TEST(t.duties().empty()); // whether there is a hearing is to be said first
    t.file.hearing.decision = on_record(t, hearing::decided{}, 12);
    BOOST_TEST(t.duties() == std::set<std::string>{"sponsor_review.discussed"});
}

BOOST_AUTO_TEST_CASE(the_sponsors_own_review_comes_after_the_text_that_is_owed)
{
    auto t = drafted();
    hear_the_public(t);
    BOOST_TEST(t.duties().contains("sponsor_review.legal_opinion_given"));
    t.file.hearing.reply.emplace().seq = 50;
    t.file.hearing.reply->body.points = {{"缓行", participation::adoption::adopted, {}}};
    BOOST_TEST(t.duties().empty());
    t.enters("sponsor_review.legal_opinion_given", opinion); // it keeps the text as it is
}

BOOST_AUTO_TEST_CASE(the_sponsors_own_review_comes_after_the_word_on_a_change)
{
    auto t = drafted();
    hear_the_public(t);
    std::set<std::string> const own_review = {"sponsor_review.legal_opinion_given"};
    BOOST_TEST(t.duties() == own_review);
    put_draft(t, change_class::editorial);
    BOOST_TEST(t.duties().empty());
    confirm_change(t, change_class::editorial);
    BOOST_TEST(t.duties() == own_review);
}

BOOST_AUTO_TEST_CASE(no_substitution_leads_from_the_draft_to_the_sponsors_own_review)
{
    auto t = drafted();
    t.bars_all_ways_round("drafting.versioned", "sponsor_review.legal_opinion_given",
                          "legal_officer", "water");
}

BOOST_AUTO_TEST_SUITE_END()
