#include "tests/workflows/normative_document/document_trial.hpp"
#include "workflows/normative_document/needed_chapters.hpp"

using namespace tests;
using workflows::major_decision::chapter_need;
using workflows::normative_document::needs_of_chapters;

BOOST_AUTO_TEST_SUITE(document_needs_test)

BOOST_AUTO_TEST_CASE(what_makes_a_document_does_not_come_for_one_that_was_published_before)
{
    document_trial m;
    m.enters("document_project.proposed", a_proposal);
    BOOST_TEST(needs_of_chapters(m.file()).empty());
    m.justice().enters("document_project.told_afterwards", old_document);
    auto const needs = needs_of_chapters(m.file());
    for (auto const* one :
         {"document_opinions", "participation", "document_review", "document_filing"})
        BOOST_TEST((needs.at(one) == chapter_need::not_needed), one);
    BOOST_TEST((needs.at("hearing") == chapter_need::by_occasion));
    BOOST_TEST(!needs.contains("document_validity"));
}

BOOST_AUTO_TEST_CASE(a_hearing_is_not_needed_where_the_matter_asks_for_none)
{
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    BOOST_TEST((needs_of_chapters(m.file()).at("hearing") == chapter_need::not_needed));
    document_trial n;
    n.drafted(a_proposal, with(plain_matter, R"({"vital_interests": true})"));
    BOOST_TEST(!needs_of_chapters(n.file()).contains("hearing"));
    n.enters("document_opinions.hearing_held",
             R"({"noticed_on": "2026-03-01", "held_on": "2026-03-02", "participants": 5,
                 "summary": "赞成", "adoption_statement": "已采纳", "minutes": )" +
                 document('c') + "}");
    BOOST_TEST(!needs_of_chapters(n.file()).contains("hearing"));
    document_trial o; // taken over from the decision's case
    o.drafted(a_proposal, with(plain_matter, R"({"vital_interests": true})"));
    o.enters("document_project.linked",
             R"({"decision_number": "JC2026-0007", "how_they_meet": "同一事项"})");
    o.enters("document_project.step_taken_over", step_of_decision("hearing"));
    BOOST_TEST((needs_of_chapters(o.file()).at("hearing") == chapter_need::by_occasion));
}

BOOST_AUTO_TEST_SUITE_END()
