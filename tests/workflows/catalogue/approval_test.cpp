#include "tests/workflows/catalogue/told_catalogue.hpp"

using tests::consent;
using tests::meeting;
using tests::publication;
using tests::rules;
using tests::told_catalogue;
using tests::with;
using words = std::set<std::string>;

BOOST_FIXTURE_TEST_SUITE(catalogue_approval_test, told_catalogue)

BOOST_AUTO_TEST_CASE(nothing_is_published_without_the_consent_of_the_party_committee)
{
    is_adopted();
    on("2026-03-20");
    are_refused({{"未经同意就公布", "catalogue_approval.published", publication, {"R713-3.4"}}});
    enters("catalogue_approval.consent_answered",
           with(consent, R"({"answer": "agrees_with_changes"})"));
    beside([](std::string_view one) { return one == "高府办〔2026〕6号"; });
    are_refused({{"文号已用", "catalogue_approval.published", publication, {"JC-25"}}});
    beside({});
    enters("catalogue_approval.published", publication);
    BOOST_TEST(stage("catalogue_approval") == "published");
    BOOST_TEST(procedure().summary().phase == "catalogue_in_force");
}

BOOST_AUTO_TEST_CASE(taking_note_is_no_consent)
{
    for (auto const* answer : {"takes_note", "disagrees"}) {
        told_catalogue one;
        one.is_adopted();
        one.on("2026-03-17")
            .enters("catalogue_approval.consent_answered",
                    with(consent, R"({"answer": ")" + std::string(answer) + "\"}"));
        BOOST_TEST(one.stage("catalogue_approval") == "not_yet");
        BOOST_TEST(one.stage("catalogue_screening") == "awaited");
        BOOST_TEST(one.file().items.empty());
        one.are_refused(
            {{"不同意也公布", "catalogue_approval.published", publication, {"R713-3.4"}}});
    }
}

BOOST_AUTO_TEST_CASE(after_a_refusal_it_goes_through_screening_meeting_and_consent_again)
{
    is_adopted();
    on("2026-03-17")
        .enters("catalogue_approval.consent_answered", with(consent, R"({"answer": "disagrees"})"));
    enters("catalogue_screening.held", with(tests::screening, R"({"held_on": "2026-03-17"})"));
    enters("catalogue_approval.deliberated", with(meeting, R"({"met_on": "2026-03-17"})"));
    enters("catalogue_approval.consent_answered",
           with(consent, R"({"answered_on": "2026-03-17"})"));
    on("2026-03-20").enters("catalogue_approval.published", publication);
    BOOST_TEST(file().items.size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_meeting_comes_after_the_screening_and_is_recorded_by_the_office)
{
    is_screened();
    on("2026-03-11");
    are_refused({
        {"会议在遴选之前",
         "catalogue_approval.deliberated",
         with(meeting, R"({"met_on": "2026-03-01"})"),
         {"R713-3.4"}},
        {"会议在将来",
         "catalogue_approval.deliberated",
         with(meeting, R"({"met_on": "2026-03-12"})"),
         {"JC-3"}},
        {"删去没有列入的",
         "catalogue_approval.deliberated",
         with(meeting, R"({"struck": [{"proposal": 7, "reason": "不成熟"}]})"),
         {"R713-3.4"}},
        {"退回没有意见",
         "catalogue_approval.deliberated",
         with(meeting, R"({"outcome": "sent_back"})"),
         {"R713-3.4"}},
        {"退回的会议在遴选之前",
         "catalogue_approval.deliberated",
         with(meeting, R"({"outcome": "sent_back", "remarks": "再议", "met_on": "2026-03-01"})"),
         {"R713-3.4"}},
    });
    unit("water");
    are_refused({{"部门登记会议", "catalogue_approval.deliberated", meeting, {"R713-3.4"}}});
}

BOOST_AUTO_TEST_CASE(what_was_withdrawn_or_came_in_since_is_screened_first)
{
    is_proposed();
    on("2026-03-03")
        .enters("catalogue_screening.held",
                with(tests::screening, R"({"verdicts": [{"proposal": 1, "verdict": "goes_in"},
            {"proposal": 2, "verdict": "merged", "merged_into": 1, "reason": "同类"}]})"));
    enters("catalogue_call.withdrawn", R"({"proposal": 1, "reason": "不办了"})");
    on("2026-03-11");
    are_refused({{"并入的申报已撤回", "catalogue_approval.deliberated", meeting, {"JC-53"}}});

    told_catalogue other;
    other.is_screened();
    other.enters("catalogue_call.proposed",
                 with(tests::drainage, R"({"item_name": "补报的事项"})"));
    other.on("2026-03-11")
        .are_refused({{"补报的没有遴选", "catalogue_approval.deliberated", meeting, {"JC-53"}},
                      {"退回时也一样",
                       "catalogue_approval.deliberated",
                       with(meeting, R"({"outcome": "sent_back", "remarks": "再议"})"),
                       {"JC-53"}}});
}

BOOST_AUTO_TEST_CASE(the_meeting_may_strike_entries_or_send_the_list_back)
{
    is_screened();
    on("2026-03-11");
    enters("catalogue_approval.deliberated",
           with(meeting, R"({"outcome": "sent_back", "remarks": "再作研究"})"));
    BOOST_TEST(stage("catalogue_screening") == "awaited");
    enters("catalogue_screening.held", tests::screening);
    enters("catalogue_approval.deliberated",
           with(meeting, R"({"struck": [{"proposal": 1, "reason": "不成熟"}]})"));
    auto const made = file();
    BOOST_TEST_REQUIRE(made.items.size() == 1u);
    BOOST_TEST(made.items.front().details.item_name == "机动车停放服务收费方案");
    BOOST_TEST(made.items.front().number == 1);
}

BOOST_AUTO_TEST_CASE(what_entries_leave_open_is_remarked_on_before_they_are_published)
{
    is_consented();
    on("2026-03-20");
    // The parking charges do not say their steps.
    BOOST_CHECK(advised("catalogue_approval.published", publication) == rules{"R713-3.4"});
    BOOST_TEST(stage("catalogue_approval") == "published");

    told_catalogue complete;
    complete.is_screened();
    complete.on("2026-03-11")
        .enters("catalogue_approval.deliberated",
                with(meeting, R"({"struck": [{"proposal": 2, "reason": "不成熟"}]})"));
    complete.on("2026-03-16").enters("catalogue_approval.consent_answered", consent);
    complete.on("2026-03-20");
    BOOST_TEST(complete.advised("catalogue_approval.published", publication).empty());
}

BOOST_AUTO_TEST_CASE(a_catalogue_without_entries_is_remarked_on)
{
    is_screened();
    on("2026-03-11");
    BOOST_TEST(advised("catalogue_approval.deliberated",
                       with(meeting, R"({"struck": [{"proposal": 1, "reason": "不成熟"},
                           {"proposal": 2, "reason": "不成熟"}]})")) == rules{"R713-3.4"});
}

BOOST_AUTO_TEST_CASE(consent_and_publication_come_in_their_order)
{
    is_adopted();
    on("2026-03-17");
    are_refused({
        {"答复在会议之前",
         "catalogue_approval.consent_answered",
         with(consent, R"({"answered_on": "2026-03-09"})"),
         {"R713-3.4"}},
        {"答复在将来",
         "catalogue_approval.consent_answered",
         with(consent, R"({"answered_on": "2026-03-18"})"),
         {"JC-3"}},
        {"不同意的答复在会议之前",
         "catalogue_approval.consent_answered",
         with(consent, R"({"answer": "disagrees", "answered_on": "2026-03-09"})"),
         {"R713-3.4"}},
    });
    unit("water");
    are_refused({{"部门登记同意", "catalogue_approval.consent_answered", consent, {"R713-3.4"}}});
    office().enters("catalogue_approval.consent_answered", consent);
    on("2026-03-20");
    are_refused({
        {"公布在同意之前",
         "catalogue_approval.published",
         with(publication, R"({"published_on": "2026-03-15"})"),
         {"R713-3.4"}},
        {"公布在将来",
         "catalogue_approval.published",
         with(publication, R"({"published_on": "2026-03-21"})"),
         {"JC-3"}},
        {"说明期限在公布之前",
         "catalogue_approval.published",
         with(publication, R"({"explanations_due": "2026-03-20"})"),
         {"JC-54"}},
    });
    unit("water");
    are_refused({{"部门公布目录", "catalogue_approval.published", publication, {"R713-3.4"}}});
    office().enters("catalogue_approval.published", publication);
    BOOST_TEST(figures() == words{"DEC.catalogue_items 2"});
    BOOST_TEST((procedure().summary().level == engine::confidentiality::open));
}

BOOST_AUTO_TEST_CASE(whichever_way_the_list_goes_it_has_one)
{
    is_screened();
    on("2026-03-11");
    enters("catalogue_approval.deliberated",
           with(meeting, R"({"outcome": "sent_back", "remarks": "再作研究"})"));
    BOOST_TEST(stage("catalogue_screening") == "awaited");
    enters("catalogue_screening.held", with(tests::screening, R"({"held_on": "2026-03-11"})"));
    enters("catalogue_approval.deliberated", with(meeting, R"({"met_on": "2026-03-11"})"));
    BOOST_TEST(stage("catalogue_screening") == "settled");
    enters("catalogue_approval.consent_answered",
           with(consent, R"({"answer": "disagrees", "answered_on": "2026-03-11"})"));
    BOOST_TEST(stage("catalogue_screening") == "awaited");
    enters("catalogue_screening.held", with(tests::screening, R"({"held_on": "2026-03-11"})"));
    enters("catalogue_approval.deliberated", with(meeting, R"({"met_on": "2026-03-11"})"));
    enters("catalogue_approval.consent_answered",
           with(consent, R"({"answered_on": "2026-03-11"})"));
    BOOST_TEST(stage("catalogue_screening") == "settled");
    BOOST_TEST(stage("catalogue_approval") == "awaiting_publication");
    BOOST_TEST(has_one_way());
}

BOOST_AUTO_TEST_SUITE_END()
