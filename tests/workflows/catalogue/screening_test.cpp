#include "tests/workflows/catalogue/told_catalogue.hpp"

using tests::screening;
using tests::told_catalogue;
using tests::with;

BOOST_FIXTURE_TEST_SUITE(catalogue_screening_test, told_catalogue)

BOOST_AUTO_TEST_CASE(the_office_does_not_screen_alone)
{
    is_proposed();
    on("2026-03-03");
    are_refused({
        {"没有别的单位参加",
         "catalogue_screening.held",
         with(screening, R"({"joined": []})"),
         {"JC-53"}},
        {"只有办公室自己",
         "catalogue_screening.held",
         with(screening, R"({"joined": ["office"]})"),
         {"JC-53"}},
        {"日期在将来",
         "catalogue_screening.held",
         with(screening, R"({"held_on": "2026-03-04"})"),
         {"JC-3"}},
        {"早于征集",
         "catalogue_screening.held",
         with(screening, R"({"held_on": "2026-01-11"})"),
         {"JC-53"}},
    });
    unit("finance");
    are_refused({{"财政部门自行遴选", "catalogue_screening.held", screening, {"JC-53"}}});
}

BOOST_AUTO_TEST_CASE(every_proposal_is_judged_once)
{
    is_proposed();
    on("2026-03-03");
    are_refused({
        {"漏了一项",
         "catalogue_screening.held",
         with(screening, R"({"verdicts": [{"proposal": 1, "verdict": "goes_in"}]})"),
         {"JC-53"}},
        {"重复",
         "catalogue_screening.held",
         with(screening, R"({"verdicts": [{"proposal": 1, "verdict": "goes_in"},
             {"proposal": 2, "verdict": "goes_in"}, {"proposal": 2, "verdict": "goes_in"}]})"),
         {"JC-53"}},
        {"没有这个申报",
         "catalogue_screening.held",
         with(screening, R"({"verdicts": [{"proposal": 1, "verdict": "goes_in"},
             {"proposal": 2, "verdict": "goes_in"}, {"proposal": 3, "verdict": "goes_in"}]})"),
         {"JC-53"}},
    });
}

BOOST_AUTO_TEST_CASE(what_stays_out_or_is_merged_has_its_reason)
{
    is_proposed();
    on("2026-03-03");
    auto const second = [](std::string const& verdict) {
        return with(screening,
                    R"({"verdicts": [{"proposal": 1, "verdict": "goes_in"}, )" + verdict + "]}");
    };
    are_refused({
        {"不列入没有理由",
         "catalogue_screening.held",
         second(R"({"proposal": 2, "verdict": "stays_out"})"),
         {"JC-53"}},
        {"合并没有理由",
         "catalogue_screening.held",
         second(R"({"proposal": 2, "verdict": "merged", "merged_into": 1})"),
         {"JC-53"}},
        {"没有写并入哪一项",
         "catalogue_screening.held",
         second(R"({"proposal": 2, "verdict": "merged", "reason": "同类"})"),
         {"JC-53"}},
        {"并入自己",
         "catalogue_screening.held",
         second(R"({"proposal": 2, "verdict": "merged", "merged_into": 2, "reason": "同类"})"),
         {"JC-53"}},
    });
    enters("catalogue_screening.held",
           second(R"({"proposal": 2, "verdict": "merged", "merged_into": 1, "reason": "同类"})"));
    BOOST_TEST(stage("catalogue_approval") == "awaiting_meeting");
    on("2026-03-11").enters("catalogue_approval.deliberated", tests::meeting);
    auto const made = file();
    BOOST_TEST_REQUIRE(made.items.size() == 1u);
    BOOST_TEST((made.items.front().from_proposals == std::vector<long long>{1, 2}));
}

BOOST_AUTO_TEST_CASE(a_withdrawn_proposal_is_not_judged)
{
    is_proposed();
    enters("catalogue_call.withdrawn", R"({"proposal": 2, "reason": "不办了"})");
    on("2026-03-03");
    are_refused({{"撤回的也写了意见", "catalogue_screening.held", screening, {"JC-53"}}});
    enters("catalogue_screening.held",
           with(screening, R"({"verdicts": [{"proposal": 1, "verdict": "goes_in"}]})"));
}

BOOST_AUTO_TEST_CASE(a_screening_may_be_held_again_before_the_meeting_and_not_after)
{
    is_screened();
    enters("catalogue_screening.held", screening);
    on("2026-03-11").enters("catalogue_approval.deliberated", tests::meeting);
    are_refused({{"审定以后遴选", "catalogue_screening.held", screening, {"JC-53"}}});
}

BOOST_AUTO_TEST_CASE(a_longer_call_undoes_the_screening)
{
    is_screened();
    enters("catalogue_call.extended", R"({"deadline": "2026-03-10", "reason": "补报"})");
    BOOST_TEST(stage("catalogue_screening") == "not_yet");
    BOOST_TEST(stage("catalogue_approval") == "not_yet");
    BOOST_TEST(!file().screening.last);
}

BOOST_AUTO_TEST_SUITE_END()
