#include "tests/workflows/normative_document/document_trial.hpp"
#include "workflows/drafts_of_case.hpp"

using namespace tests;
using workflows::drafts_of_case;

BOOST_AUTO_TEST_SUITE(document_drafts_test)

BOOST_AUTO_TEST_CASE(the_versions_of_a_document_are_those_of_its_draft_with_the_opinions_on_them)
{
    document_trial m;
    m.reviewed(a_proposal);
    auto const before = drafts_of_case(m.acts());
    BOOST_TEST_REQUIRE(before.versions.size() == 1u);
    BOOST_TEST_REQUIRE(before.opinions.size() == 1u);
    BOOST_TEST(before.opinions.front().kind == "document_review.concluded");
    BOOST_TEST(before.opinions.front().version == 1);
    BOOST_TEST(before.opinions.front().conclusion == "choice.document_review_outcome.lawful");
    BOOST_TEST(!before.versions.front().awaits_reviewer);
}

BOOST_AUTO_TEST_CASE(a_change_after_the_review_awaits_the_reviewer_until_it_is_confirmed)
{
    document_trial m;
    m.reviewed(a_proposal);
    m.enters("document_project.drafted", version('f', "editorial"));
    BOOST_TEST(drafts_of_case(m.acts()).versions.back().awaits_reviewer);
    m.justice().enters("document_review.change_confirmed",
                       R"({"version": 2, "change": "non_substantive", "reason": "期限"})");
    auto const confirmed = drafts_of_case(m.acts()).versions.back();
    BOOST_TEST(!confirmed.awaits_reviewer);
    BOOST_TEST(engine::name_of(confirmed.change) == "non_substantive");

    document_trial n; // a substantive change is reviewed anew, and one before the review too
    n.commented(a_proposal, plain_matter);
    n.enters("document_project.drafted", version('f', "editorial"));
    BOOST_TEST(!drafts_of_case(n.acts()).versions.back().awaits_reviewer);
    document_trial o;
    o.reviewed(a_proposal);
    o.enters("document_project.drafted", version('f', "substantive"));
    BOOST_TEST(!drafts_of_case(o.acts()).versions.back().awaits_reviewer);
}

BOOST_AUTO_TEST_SUITE_END()
