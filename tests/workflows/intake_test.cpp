#include "tests/workflows/bodies.hpp"
#include "workflows/major_decision/intake.hpp"

using tests::rules;
using tests::trial;
using tests::with;
using namespace workflows::major_decision;

namespace {

std::string const proposal = R"({"title": "西江岸线整治", "matter": "public_policy",
    "proposer": "department", "proposer_name": "水务局", "in_writing": true,
    "main_problem": "问题", "reasons": "理由", "legal_basis": "依据",
    "necessity_and_feasibility": "必要", "main_measures": "措施"})";
std::string const conclusion = R"({"conclusion": "可以", "advises_start": true})";
std::string const start = R"({"decided_on": "2024-03-04", "sponsors": ["water", "transport"],
    "lead": "water", "congress": "none"})";

trial proposed_trial(std::string place = "gd", std::string const& body = proposal)
{
    trial t(make_intake(), std::move(place));
    t.on("2024-03-01");
    t.enters("intake.proposed", body);
    return t;
}

trial studied_trial(std::string place = "gd", std::string const& body = proposal)
{
    auto t = proposed_trial(std::move(place), body);
    t.by("office_secretary", "office").enters("intake.study_assigned", R"({"to_unit": "water"})");
    t.by("sponsor_clerk", "water").enters("intake.studied", conclusion);
    return t;
}

trial reported_trial(std::string const& body = proposal)
{
    auto t = studied_trial("gd", body);
    t.by("office_secretary", "office")
        .enters("intake.start_reported", R"({"opinion": "建议启动"})");
    t.on("2024-03-05").by("head_of_government", "government");
    return t;
}

} // namespace

BOOST_AUTO_TEST_SUITE(intake_test)

BOOST_AUTO_TEST_CASE(a_proposal_is_studied_reported_and_started)
{
    auto t = reported_trial();
    BOOST_TEST(t.stage() == "start_reported");
    t.enters("intake.start_decided", start);
    BOOST_TEST(t.stage() == "started");
    BOOST_TEST(t.offers().empty());
    BOOST_TEST(is_sponsor(t.file, "transport"));
    BOOST_TEST(!is_sponsor(t.file, "finance"));
}

BOOST_AUTO_TEST_CASE(a_departments_proposal_argues_every_part)
{
    trial t(make_intake(), "cn");
    for (auto part :
         {"main_problem", "reasons", "legal_basis", "necessity_and_feasibility", "main_measures"})
        JUECE_REFUSED(t, "intake.proposed", with(proposal, "{\"" + std::string(part) + "\": null}"),
                      {"R713-10.3"});
}

BOOST_AUTO_TEST_CASE(a_leaders_proposal_argues_where_the_place_says_so)
{
    auto const bare = with(proposal, R"({"proposer": "leader", "main_problem": null,
        "reasons": null, "legal_basis": null, "necessity_and_feasibility": null,
        "main_measures": null})");
    trial gd(make_intake());
    JUECE_REFUSED(gd, "intake.proposed", bare, {"GD21-11.1"});
    trial cn(make_intake(), "cn");
    cn.enters("intake.proposed", bare);
}

BOOST_AUTO_TEST_CASE(citizens_may_give_only_basis_and_reasons)
{
    auto const few = with(proposal, R"({"proposer": "citizen", "main_problem": null,
        "necessity_and_feasibility": null, "main_measures": null})");
    trial t(make_intake());
    JUECE_REFUSED(t, "intake.proposed", with(few, R"({"legal_basis": null})"), {"GD21-11.2"});
    JUECE_REFUSED(t, "intake.proposed", with(few, R"({"reasons": null})"), {"GD21-11.2"});
    t.enters("intake.proposed", few);
}

BOOST_AUTO_TEST_CASE(deputies_and_citizens_propose_in_writing)
{
    auto const spoken = with(proposal, R"({"in_writing": false, "proposer": "citizen"})");
    trial cn(make_intake(), "cn");
    JUECE_REFUSED(cn, "intake.proposed", spoken, {"R713-10.4"});
    JUECE_REFUSED(cn, "intake.proposed", with(spoken, R"({"proposer": "deputy"})"), {"R713-10.4"});
    cn.enters("intake.proposed", with(spoken, R"({"proposer": "department"})"));
    trial gd(make_intake());
    JUECE_REFUSED(gd, "intake.proposed", with(spoken, R"({"proposer": "department"})"),
                  {"GD21-11.1"});
}

BOOST_AUTO_TEST_CASE(a_matter_is_of_one_of_the_five_types)
{
    trial t(make_intake());
    BOOST_CHECK((t.malformed("intake.proposed", with(proposal, R"({"matter": "holiday"})")) ==
                 rules{"matter"}));
}

BOOST_AUTO_TEST_CASE(a_proposal_may_be_to_adjust_an_earlier_decision)
{
    auto t = proposed_trial("gd", with(proposal, R"({"adjusts_case": "JC2023-0004"})"));
    BOOST_TEST(*t.file.intake.proposal->body.adjusts_case == "JC2023-0004");
}

BOOST_AUTO_TEST_CASE(a_proposal_may_name_what_the_public_sent_in_by_its_catalogue_and_number)
{
    trial t(make_intake());
    for (auto const* wrong : {"3", "ML2026-0001", "ML2026-0001/第三号"})
        JUECE_REFUSED(t, "intake.proposed",
                      with(proposal, R"({"public_proposal": ")" + std::string(wrong) + "\"}"),
                      {"R713-10.4"});
    auto const named =
        proposed_trial("gd", with(proposal, R"({"public_proposal": "ML2026-0001/3"})"));
    BOOST_TEST(*named.file.intake.proposal->body.public_proposal == "ML2026-0001/3");
}

BOOST_AUTO_TEST_CASE(only_a_department_or_the_office_enters_a_proposal)
{
    trial t(make_intake());
    t.by("reviewer", "justice");
    JUECE_REFUSED(t, "intake.proposed", proposal, {"R713-10.1"});
}

BOOST_AUTO_TEST_CASE(only_the_unit_that_was_handed_the_proposal_studies_it)
{
    auto t = proposed_trial();
    t.by("sponsor_clerk", "water");
    JUECE_REFUSED(t, "intake.study_assigned", R"({"to_unit": "water"})", {"R713-10.2"});
    t.by("office_secretary", "office").enters("intake.study_assigned", R"({"to_unit": "water"})");
    t.by("sponsor_clerk", "finance");
    JUECE_REFUSED(t, "intake.studied", conclusion, {"R713-10.1"});
    t.by("office_secretary", "office").enters("intake.study_assigned", R"({"to_unit": "finance"})");
    t.by("sponsor_clerk", "finance").enters("intake.studied", conclusion);
}

BOOST_AUTO_TEST_CASE(nothing_is_started_without_study)
{
    auto t = proposed_trial();
    t.on("2024-03-05").by("head_of_government", "government");
    JUECE_REFUSED(t, "intake.start_decided", start, {"R713-11.1"});
}

BOOST_AUTO_TEST_CASE(the_office_reports_before_the_head_decides_in_guangdong)
{
    auto t = studied_trial();
    t.on("2024-03-05").by("head_of_government", "government");
    JUECE_REFUSED(t, "intake.start_decided", start, {"GD21-12.1"});
    JUECE_REFUSED(t, "intake.start_declined", R"({"decided_on": "2024-03-04", "reason": "无"})",
                  {"GD21-12.1"});
    t.by("department_head", "water");
    JUECE_REFUSED(t, "intake.start_reported", R"({"opinion": "建议启动"})", {"GD21-12.1"});
}

BOOST_AUTO_TEST_CASE(elsewhere_the_head_decides_on_the_study)
{
    auto t = studied_trial("cn");
    t.on("2024-03-05").by("head_of_government", "government").enters("intake.start_decided", start);
    BOOST_TEST(t.stage() == "started");
}

BOOST_AUTO_TEST_CASE(only_the_head_decides_on_the_start)
{
    auto t = reported_trial();
    t.by("deputy_in_charge", "government");
    JUECE_REFUSED(t, "intake.start_decided", start, {"R713-11.1"});
    JUECE_REFUSED(t, "intake.start_declined", R"({"decided_on": "2024-03-04", "reason": "无"})",
                  {"R713-10.1"});
}

BOOST_AUTO_TEST_CASE(a_start_names_its_sponsor)
{
    auto t = reported_trial();
    JUECE_REFUSED(t, "intake.start_decided", with(start, R"({"sponsors": []})"), {"R713-11.1"});
    JUECE_REFUSED(t, "intake.start_decided", with(start, R"({"sponsors": ["water", "water"]})"),
                  {"R713-11.1"});
}

BOOST_AUTO_TEST_CASE(one_of_the_sponsors_leads)
{
    auto t = reported_trial();
    JUECE_REFUSED(t, "intake.start_decided", with(start, R"({"lead": "finance"})"), {"R713-11.2"});
}

BOOST_AUTO_TEST_CASE(a_start_is_neither_of_tomorrow_nor_of_before_the_study)
{
    auto t = reported_trial();
    JUECE_REFUSED(t, "intake.start_decided", with(start, R"({"decided_on": "2024-03-06"})"),
                  {"JC-3"});
    JUECE_REFUSED(t, "intake.start_decided", with(start, R"({"decided_on": "2024-02-29"})"),
                  {"R713-10.1"});
    JUECE_REFUSED(t, "intake.start_declined", R"({"decided_on": "2024-03-06", "reason": "无"})",
                  {"JC-3"});
    JUECE_REFUSED(t, "intake.start_declined", R"({"decided_on": "2024-02-29", "reason": "无"})",
                  {"R713-10.1"});
}

BOOST_AUTO_TEST_CASE(a_special_procedure_is_fitted_in_or_takes_the_matter_away)
{
    auto const special = with(proposal, R"({"special_procedure": "国有土地上房屋征收与补偿条例"})");
    auto t = reported_trial(special);
    JUECE_REFUSED(t, "intake.start_decided", start, {"R713-3.2"});
    t.enters("intake.start_decided", with(start, R"({"remarks": "征收程序一并办理"})"));

    auto away = reported_trial(special);
    away.by("office_secretary", "office");
    auto const ground = R"({"ground": "special_procedure", "reason": "另有规定"})";
    JUECE_REFUSED(away, "intake.found_not_applicable", ground, {"R713-3.2"});
    away.enters("intake.found_not_applicable",
                with(ground, R"({"special_law": "国有土地上房屋征收与补偿条例"})"));
    BOOST_TEST(away.stage() == "not_applicable");
}

BOOST_AUTO_TEST_CASE(guangdong_excludes_two_grounds_more)
{
    auto const ground = R"({"ground": "forwarding_higher_document", "reason": "转发"})";
    auto cn = proposed_trial("cn");
    cn.by("office_secretary", "office");
    JUECE_REFUSED(cn, "intake.found_not_applicable", ground, {"R713-3.3"});
    cn.enters("intake.found_not_applicable", R"({"ground": "macro_control", "reason": "财政"})");
    auto gd = proposed_trial();
    gd.by("office_secretary", "office").enters("intake.found_not_applicable", ground);
    BOOST_TEST(gd.stage() == "not_applicable");
    BOOST_TEST(gd.offers().empty());
}

BOOST_AUTO_TEST_CASE(a_declined_start_is_an_end)
{
    auto t = reported_trial();
    t.enters("intake.start_declined", R"({"decided_on": "2024-03-04", "reason": "条件不成熟"})");
    BOOST_TEST(t.stage() == "not_started");
    BOOST_TEST(t.offers().empty());
}

BOOST_AUTO_TEST_CASE(starting_against_the_study_is_remarked_on)
{
    auto t = proposed_trial("cn");
    t.by("office_secretary", "office").enters("intake.study_assigned", R"({"to_unit": "water"})");
    t.by("sponsor_clerk", "water")
        .enters("intake.studied", with(conclusion, R"({"advises_start": false})"));
    t.on("2024-03-05").by("head_of_government", "government");
    JUECE_ADVISED(t, "intake.start_decided", start, {"R713-10.1"});
}

BOOST_AUTO_TEST_CASE(a_start_outside_the_catalogue_is_remarked_on_where_one_must_be_made)
{
    auto t = studied_trial("hlj");
    t.on("2024-03-05").by("head_of_government", "government");
    JUECE_ADVISED(t, "intake.start_decided", start, {"HLJ-3.3"});
}

BOOST_AUTO_TEST_CASE(an_entry_of_the_catalogue_adds_steps_and_removes_none)
{
    auto t = reported_trial();
    t.enters("intake.start_decided",
             with(start, R"({"catalogue": [{"year": 2024, "item": "3", "hearing": true}]})"));
    BOOST_TEST(catalogue_demands(t.file, catalogue_step::hearing));
    BOOST_TEST(!catalogue_demands(t.file, catalogue_step::experts));
}

BOOST_AUTO_TEST_CASE(who_is_waited_for_after_the_study_depends_on_the_place)
{
    BOOST_TEST(studied_trial().duties() == std::set<std::string>{"intake.start_reported"});
    BOOST_TEST(studied_trial("cn").duties() == std::set<std::string>{"intake.start_decided"});
}

BOOST_AUTO_TEST_SUITE_END()
