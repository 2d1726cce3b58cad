#include "tests/workflows/catalogue/told_catalogue.hpp"

using tests::told_catalogue;
using tests::with;
using namespace workflows::catalogue;

namespace {

std::string const handing = R"({"proposal_number": 1, "unit": "water"})";
std::string const study = R"({"proposal_number": 1, "view": "not_worth_deciding",
    "opinion": "河道管理已有规定"})";
std::string const no = R"({"proposal_number": 1, "answer": "not_taken_up",
    "reason": "河道管理已有规定，不再另行决策"})";
std::string const taken_up = R"({"proposal_number": 2, "answer": "case_opened",
    "decision_number": "JC2026-0004"})";

/// A catalogue that was set up, and two proposals of the public.
struct two_proposals : told_catalogue {
    long long came_in = 2;

    two_proposals()
    {
        receives([this](std::string_view of) { return of == "proposal" ? came_in : 0; });
        enters("catalogue_call.set_up", R"({"year": 2026})");
    }

    bool is_open(std::string const& kind) const { return open().contains(kind); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(public_proposals_test, two_proposals)

BOOST_AUTO_TEST_CASE(a_proposal_may_come_in_as_soon_as_there_is_a_catalogue)
{
    BOOST_TEST(stage("public_proposals") == "open");
    BOOST_TEST(is_open("public_proposals.handed_over"));
    came_in = 0;
    BOOST_TEST(!is_open("public_proposals.handed_over"));
    BOOST_TEST(!is_open("public_proposals.answered"));
    are_refused({{"没有收到建议", "public_proposals.handed_over", handing, {"R713-10.4"}}});
}

BOOST_AUTO_TEST_CASE(only_what_came_in_is_handed_over_and_only_by_the_office)
{
    are_refused({
        {"没有第三号",
         "public_proposals.handed_over",
         with(handing, R"({"proposal_number": 3})"),
         {"R713-10.4"}},
        {"没有第零号",
         "public_proposals.handed_over",
         with(handing, R"({"proposal_number": 0})"),
         {"R713-10.4"}},
    });
    unit("water").are_refused(
        {{"部门自己交办", "public_proposals.handed_over", handing, {"R713-10.4"}}});
    office().enters("public_proposals.handed_over", handing);
    BOOST_TEST(account_of_proposal(file(), 1).is_being_studied());
    BOOST_TEST(!account_of_proposal(file(), 2).handing);
}

BOOST_AUTO_TEST_CASE(only_the_unit_that_was_asked_reports_its_study)
{
    unit("water").are_refused({{"没有交办", "public_proposals.studied", study, {"R713-10.4"}}});
    BOOST_TEST(!duties().contains("public_proposals.studied"));
    office().enters("public_proposals.handed_over", handing);
    BOOST_TEST(duties().contains("public_proposals.studied"));
    BOOST_TEST(tasks().contains("public_proposals.studied sponsor_clerk water"));
    BOOST_TEST(!tasks().contains("public_proposals.studied sponsor_clerk transport"));
    office().enters("public_proposals.handed_over",
                    R"({"proposal_number": 2, "unit": "transport"})");
    unit("transport")
        .are_refused({{"交给了别的单位", "public_proposals.studied", study, {"R713-10.4"}}});
    unit("water").enters("public_proposals.studied", study);
    BOOST_TEST(!tasks().contains("public_proposals.studied sponsor_clerk water"));
    BOOST_TEST(tasks().contains("public_proposals.answered office_secretary office"));
}

BOOST_AUTO_TEST_CASE(tasks_are_the_same_whether_or_not_the_record_is_asked_what_came_in)
{
    enters("public_proposals.handed_over", handing);
    unit("water").enters("public_proposals.studied", study);
    auto const asked = tasks();
    receives({}); // as when the record is derived anew
    BOOST_TEST((tasks() == asked));
    BOOST_TEST(asked.contains("public_proposals.answered office_secretary office"));
}

BOOST_AUTO_TEST_CASE(handed_to_another_unit_the_study_begins_anew)
{
    enters("public_proposals.handed_over", handing);
    unit("water").enters("public_proposals.studied", study);
    office().enters("public_proposals.handed_over", with(handing, R"({"unit": "transport"})"));
    BOOST_TEST(account_of_proposal(file(), 1).is_being_studied());
    BOOST_TEST(tasks().contains("public_proposals.studied sponsor_clerk transport"));
    BOOST_TEST(!tasks().contains("public_proposals.answered office_secretary office"));
}

BOOST_AUTO_TEST_CASE(what_is_the_duty_of_another_unit_goes_back_to_the_office_which_hands_it_on)
{
    BOOST_TEST(!duties().contains("public_proposals.handed_over"));
    enters("public_proposals.handed_over", handing);
    BOOST_TEST(!duties().contains("public_proposals.handed_over"));
    unit("water").enters("public_proposals.studied", with(study, R"({"view": "not_own_duty"})"));
    BOOST_TEST(account_of_proposal(file(), 1).is_given_back());
    BOOST_TEST(tasks().contains("public_proposals.handed_over office_secretary office"));
    BOOST_TEST(!tasks().contains("public_proposals.answered office_secretary office"));
    BOOST_TEST(!tasks().contains("public_proposals.studied sponsor_clerk water"));
    office().are_refused({{"没有单位研究过", "public_proposals.answered", no, {"R713-10.4"}}});
    enters("public_proposals.handed_over", with(handing, R"({"unit": "transport"})"));
    BOOST_TEST(!tasks().contains("public_proposals.handed_over office_secretary office"));
    BOOST_TEST(tasks().contains("public_proposals.studied sponsor_clerk transport"));
}

BOOST_AUTO_TEST_CASE(what_the_public_proposes_is_studied_before_it_is_not_taken_up)
{
    are_refused({{"没有研究", "public_proposals.answered", no, {"R713-10.4"}}});
    enters("public_proposals.handed_over", handing);
    are_refused({{"正在研究", "public_proposals.answered", no, {"R713-10.4"}}});
    unit("water").enters("public_proposals.studied", study);
    office().enters("public_proposals.answered", no);
    BOOST_TEST(account_of_proposal(file(), 1).answer->body.reason->find("已有规定") !=
               std::string::npos);
    BOOST_TEST(!tasks().contains("public_proposals.answered office_secretary office"));
    are_refused({{"已经答复", "public_proposals.handed_over", handing, {"JC-57"}}});
    // What proposes no decision needs no study.
    enters("public_proposals.answered",
           R"({"proposal_number": 2, "answer": "no_proposal", "reason": "属于投诉，请拨打热线"})");
}

BOOST_AUTO_TEST_CASE(an_answer_names_the_case_or_the_reasons)
{
    are_refused({
        {"没有案卷编号",
         "public_proposals.answered",
         R"({"proposal_number": 2, "answer": "case_opened"})",
         {"JC-57"}},
        {"不是案卷编号",
         "public_proposals.answered",
         with(taken_up, R"({"decision_number": "第一号"})"),
         {"JC-57"}},
        {"没有理由",
         "public_proposals.answered",
         R"({"proposal_number": 2, "answer": "no_proposal"})",
         {"JC-57"}},
    });
    enters("public_proposals.answered", taken_up);
    BOOST_TEST(*account_of_proposal(file(), 2).answer->body.decision_number == "JC2026-0004");
    // The last word counts.
    enters("public_proposals.answered", with(taken_up, R"({"decision_number": "JC2026-0005"})"));
    BOOST_TEST(*account_of_proposal(file(), 2).answer->body.decision_number == "JC2026-0005");
    BOOST_TEST(proposals_answered(file()) == 1);
}

BOOST_AUTO_TEST_CASE(a_unit_that_studies_is_concerned_with_the_catalogue)
{
    enters("public_proposals.handed_over", handing);
    BOOST_TEST((summary().concerned == std::vector<std::string>{"water"}));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(public_proposals_at_the_end_of_the_year)

BOOST_AUTO_TEST_CASE(a_catalogue_closes_when_every_public_proposal_is_answered)
{
    told_catalogue year;
    year.is_published();
    year.receives([](std::string_view) { return 1; });
    year.on("2027-01-04").office();
    std::string const explained = R"({"item_number": 1, "reason": "勘测未完成",
        "progress": "已完成初稿", "prospect": "goes_on_next_year"})";
    year.enters("catalogue_items.explained", explained);
    year.enters("catalogue_items.explained", with(explained, R"({"item_number": 2})"));
    year.are_refused({{"还有建议没有答复", "catalogue_items.closed", "{}", {"JC-57"}}});
    year.enters("public_proposals.answered", with(taken_up, R"({"proposal_number": 1})"));
    year.enters("catalogue_items.closed");
    BOOST_TEST(year.stage("public_proposals") == "closed");
}

BOOST_AUTO_TEST_SUITE_END()
