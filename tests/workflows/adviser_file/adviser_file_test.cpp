#include "adapters/rights/load_rights.hpp"
#include "tests/workflows/bodies.hpp"
#include "workflows/adviser_file/participation.hpp"
#include "workflows/adviser_file/procedure.hpp"

#include <algorithm>

using tests::rules;
using tests::with;

// The file of an adviser, act by act.

namespace {

using namespace workflows::adviser_file;

std::string const a_lawyer = R"({"adviser": "王律师", "adviser_kind_is": "lawyer",
    "firm": "某律师事务所", "practising_since": "2015-07-01", "clean_record": true,
    "selection_is": "procurement", "engaged_from": "2023-01-01", "engaged_until": "2025-12-31",
    "contract_number": "高顾聘〔2023〕1号"})";

struct adviser_trial {
    explicit adviser_trial(std::string const& place = "gd") : file(shape().make(place)) {}

    std::unique_ptr<engine::procedure> file;
    engine::day today = *engine::parse_day("2026-01-05");
    engine::actor by{{7}, "法制科", "reviewer", "justice", {}, {}};
    long long seq = 0;

    rules refused(std::string_view kind, std::string_view body)
    {
        auto const what = tests::act_on(today, by, ++seq, kind, body);
        auto const found =
            file->attempt(what, {tests::built_in_rules(), tests::built_in_days(), today});
        for (auto const& fault : found.faults)
            BOOST_ERROR(kind << ": " << fault.path << ": " << fault.reason.id);
        rules ids;
        for (auto const& ground : found.answer.refusals)
            ids.insert(ground.rule);
        return ids;
    }
    void enters(std::string_view kind, std::string_view body)
    {
        BOOST_TEST(refused(kind, body) == rules{}, kind);
    }
    void assess(int year, std::string const& grade = "competent")
    {
        enters("engagement.assessed", R"({"assessed_year": )" + std::to_string(year) +
                                          R"(, "grade_is": ")" + grade +
                                          R"(", "assessment": "按时提交意见"})");
    }
};

adviser_trial engaged()
{
    adviser_trial t;
    t.enters("engagement.recorded", a_lawyer);
    return t;
}

engine::act act_of(std::string kind, std::string_view body, std::string role)
{
    engine::act what;
    what.kind = std::move(kind);
    what.body = boost::json::parse(body).as_object();
    what.by = {{7}, "王律师", std::move(role), "justice", {}, {}};
    what.entered_at = engine::instant(*engine::parse_day("2026-03-02"));
    return what;
}

} // namespace

BOOST_AUTO_TEST_SUITE(adviser_file_test)

BOOST_AUTO_TEST_CASE(the_legal_office_keeps_the_files)
{
    adviser_trial t;
    t.by.role = "legal_adviser";
    BOOST_TEST(t.refused("engagement.recorded", a_lawyer) == rules{"GDLA-10"});
    t.by.role = "reviewer";
    t.enters("engagement.recorded", a_lawyer);
    BOOST_TEST(t.file->summary().title == "王律师");
    BOOST_TEST(t.file->summary().phase == "adviser_engaged");
}

BOOST_AUTO_TEST_CASE(the_rules_of_guangdong_are_cited_in_guangdong_alone)
{
    auto const too_short = with(a_lawyer, R"({"engaged_until": "2024-12-31"})");
    BOOST_TEST(adviser_trial().refused("engagement.recorded", too_short) == rules{"GDLA-10"});
    for (auto const* place : {"cn", "hlj", "sd"})
        BOOST_TEST(adviser_trial(place).refused("engagement.recorded", too_short) == rules{"JC-62"},
                   place);
}

BOOST_AUTO_TEST_CASE(nobody_keeps_their_own_file)
{
    auto const own = with(a_lawyer, R"({"adviser_kind_is": "public_lawyer", "firm": null,
        "selection_is": "own_staff", "contract_number": null})");
    adviser_trial t;
    t.by.name = "王律师";
    BOOST_TEST(t.refused("engagement.recorded", own) == rules{"JC-1"});
    t.by.name = "法制科";
    t.enters("engagement.recorded", own);
    struct attempt {
        char const* kind;
        char const* body;
    };
    for (auto const& [kind, body] :
         {attempt{"engagement.assessed",
                  R"({"assessed_year": 2024, "grade_is": "competent", "assessment": "尽职"})"},
          attempt{"engagement.failing_noted",
                  R"({"failing_is": "late_opinion", "happened_on": "2025-03-03",
                      "remarks": "逾期", "excused": true})"},
          attempt{"engagement.ended",
                  R"({"ending_is": "term_over", "last_day": "2025-12-31", "reason": "期满"})"}}) {
        t.by.name = "王律师";
        BOOST_TEST(t.refused(kind, body) == rules{"JC-1"}, kind);
        t.by.name = "法制科";
        t.by.on_behalf_of = "王律师";
        BOOST_TEST(t.refused(kind, body) == rules{"JC-1"}, kind);
        t.by.on_behalf_of.clear();
    }
    t.assess(2024);
    auto const next = R"({"engaged_from": "2026-01-01", "engaged_until": "2028-12-31"})";
    t.by.name = "王律师";
    BOOST_TEST(t.refused("engagement.renewed", next) == rules{"JC-1"});
    t.by.name = "法制科";
    t.enters("engagement.renewed", next);
}

BOOST_AUTO_TEST_CASE(an_adviser_is_engaged_for_three_to_five_years)
{
    adviser_trial t;
    for (auto const* until : {"2025-12-30", "2028-01-01"})
        BOOST_TEST(t.refused("engagement.recorded",
                             with(a_lawyer, R"({"engaged_until": ")" + std::string(until) +
                                                "\"}")) == rules{"GDLA-10"},
                   until);
    t.enters("engagement.recorded", with(a_lawyer, R"({"engaged_until": "2027-12-31"})"));
}

BOOST_AUTO_TEST_CASE(a_lawyer_has_practised_three_years_with_a_clean_record)
{
    adviser_trial t;
    for (auto const* wrong : {R"({"practising_since": "2020-01-02"})",
                              R"({"practising_since": null})", R"({"clean_record": false})"})
        BOOST_TEST(t.refused("engagement.recorded", with(a_lawyer, wrong)) == rules{"GDLA-12"},
                   wrong);
    t.enters("engagement.recorded", with(a_lawyer, R"({"adviser_kind_is": "expert",
        "practising_since": null, "clean_record": false})"));
}

BOOST_AUTO_TEST_CASE(an_adviser_is_chosen_openly_and_has_a_contract)
{
    adviser_trial t;
    BOOST_TEST(t.refused("engagement.recorded", with(a_lawyer, R"({"contract_number": null})")) ==
               rules{"GDLA-13/14"});
    BOOST_TEST(
        t.refused("engagement.recorded", with(a_lawyer, R"({"selection_is": "own_staff"})")) ==
        rules{"GDLA-13/14"});
    t.enters("engagement.recorded", with(a_lawyer, R"({"adviser_kind_is": "public_lawyer",
        "selection_is": "own_staff", "contract_number": null})"));
}

BOOST_AUTO_TEST_CASE(a_year_is_assessed_once_and_within_the_term)
{
    auto t = engaged();
    t.assess(2024);
    for (auto const* year : {"2024", "2022", "2026", "2027"})
        BOOST_TEST(t.refused("engagement.assessed", R"({"assessed_year": )" + std::string(year) +
                                                        R"(, "grade_is": "competent",
            "assessment": "好"})") == rules{"GDLA-18"},
                   year);
}

BOOST_AUTO_TEST_CASE(an_engagement_is_renewed_on_its_assessments)
{
    std::string const next = R"({"engaged_from": "2026-01-01", "engaged_until": "2028-12-31"})";
    auto t = engaged();
    BOOST_TEST(t.refused("engagement.renewed", next) == rules{"GDLA-18"});
    t.assess(2024);
    BOOST_TEST(t.refused("engagement.renewed", with(next, R"({"engaged_from": "2025-12-31"})")) ==
               rules{"GDLA-10"});
    BOOST_TEST(t.refused("engagement.renewed", with(next, R"({"engaged_until": "2027-12-31"})")) ==
               rules{"GDLA-10"});
    t.enters("engagement.renewed", next);
    auto failed = engaged();
    failed.assess(2024);
    failed.assess(2025, "not_competent");
    BOOST_TEST(failed.refused("engagement.renewed", next) == rules{"GDLA-18"});
}

BOOST_AUTO_TEST_CASE(two_failings_let_an_adviser_be_dismissed)
{
    auto const failing = [](std::string const& what, bool excused) {
        return R"({"failing_is": ")" + what + R"(", "happened_on": "2025-06-01", "excused": )" +
               (excused ? "true" : "false") + R"(, "remarks": "记录在案"})";
    };
    std::string const dismissal =
        R"({"ending_is": "dismissed", "last_day": "2026-01-31", "reason": "两次无故缺席"})";
    auto t = engaged();
    t.enters("engagement.failing_noted", failing("absent_from_meeting", false));
    t.enters("engagement.failing_noted", failing("late_opinion", true));
    BOOST_TEST(t.refused("engagement.ended", dismissal) == rules{"GDLA-21"});
    t.enters("engagement.failing_noted", failing("late_opinion", false));
    t.enters("engagement.ended", dismissal);
    BOOST_TEST(t.file->summary().closed);

    auto grave = engaged();
    grave.enters("engagement.failing_noted", failing("secret_disclosed", false));
    grave.enters("engagement.ended", dismissal);
    auto leaving = engaged();
    leaving.enters("engagement.ended", with(dismissal, R"({"ending_is": "resigned"})"));
}

BOOST_AUTO_TEST_CASE(a_failing_lies_in_the_past)
{
    auto t = engaged();
    BOOST_TEST(t.refused("engagement.failing_noted", R"({"failing_is": "late_opinion",
        "happened_on": "2026-01-06", "remarks": "明天"})") == rules{"JC-3"});
}

BOOST_AUTO_TEST_CASE(what_an_adviser_did_is_read_from_the_acts)
{
    std::string const opinion =
        R"({"interest": "none", "form_is": "oral", "conclusion_is": "agree"})";
    BOOST_TEST((participations_in(act_of("advice.opined", opinion, "legal_adviser")) ==
                std::vector<participation>{{"王律师", "opinion", 2026}}));
    BOOST_TEST(participations_in(act_of("advice.opined", opinion, "reviewer")).empty());
    BOOST_TEST((participations_in(act_of(
                    "handling.told_afterwards",
                    R"({"closed_on": "2021-07-01", "counsel": "王律师、李律师"})", "reviewer")) ==
                std::vector<participation>{{"王律师", "told", 2021}, {"李律师", "told", 2021}}));
    BOOST_TEST((participations_in(act_of("outcome.appeared",
                                         R"({"appeared_on": "2025-07-01", "before": "法院",
            "staff_present": "甲", "counsel_present": "李律师"})",
                                         "reviewer")) ==
                std::vector<participation>{{"李律师", "appearance", 2025}}));
}

BOOST_AUTO_TEST_CASE(names_are_parted_as_people_part_them)
{
    std::vector<std::string> const both{"王律师", "李律师"};
    for (auto const* list :
         {"王律师、李律师", "王律师，李律师", "王律师 李律师", "王律师;李律师、王律师"})
        BOOST_TEST(names_in(list) == both, boost::test_tools::per_element());
    BOOST_TEST(names_in("").empty());
}

BOOST_AUTO_TEST_SUITE_END()
