#include "tests/workflows/annual_report/report_case.hpp"

#include <set>
#include <utility>

// The life of a report as a table: at each point of it somebody has the next lawful step to do.

namespace {

namespace law = workflows::annual_report;
using waiting = std::set<std::pair<std::string, std::string>>; ///< act and role

constexpr char const* one_that_blocks =
    R"({"units":[],"findings":[{"finding":"amount_missing","unit":"market","blocks":true}]})";
constexpr char const* explaining = R"({"finding":"amount_missing","reason":"本年度不统计"})";
constexpr char const* clearing = R"({"may_be_published":true,"remarks":"不涉密"})";
constexpr char const* holding_back = R"({"may_be_published":false,"remarks":"第二部分涉密"})";
constexpr char const* returning = R"({"reason":"补充存在问题"})";
constexpr char const* rewriting = R"({"section":"problems","words":"补充"})";
constexpr char const* restating =
    R"({"indicator":"MARKET.entities","value":"61238","reason":"重复登记"})";
constexpr char const* submitting =
    R"({"submitted_on":"2026-01-23","addressees":["party_committee"]})";
constexpr char const* published_at_once =
    R"({"published_on":"2026-01-23","published_at":"门户网站"})";
constexpr char const* sending_back =
    R"({"unit":"market","indicators":["MARKET.entities"],"reason":"再核"})";
constexpr char const* waiving =
    R"({"unit":"market","indicators":["MARKET.entities"],"reason":"今年不统计"})";

waiting const of_units = {{"collection.answered", "sponsor_clerk"},
                          {"collection.answered", "department_head"},
                          {"collection.answered", "office_secretary"}};

struct life : tests::report_case {
    waiting tasks() const
    {
        waiting all;
        for (auto const& one :
             file->tasks({tests::built_in_rules(), tests::built_in_days(), today}))
            all.insert({one.kind, one.role});
        return all;
    }
    void waits_for(waiting const& expected, char const* point) const
    {
        for (auto const& [kind, role] : tasks())
            BOOST_TEST(expected.contains({kind, role}),
                       point << ": nobody expected " << kind << " of " << role);
        for (auto const& [kind, role] : expected)
            BOOST_TEST(tasks().contains({kind, role}),
                       point << ": " << kind << " waits for nobody");
    }
    /// Frozen on the twenty-third, with all parts written.
    void writes_all()
    {
        freezes();
        writes();
    }
};

waiting of_compiler(char const* kind)
{
    return {{kind, "report_compiler"}};
}

waiting of_office(char const* kind)
{
    return {{kind, "office_secretary"}};
}

waiting const of_writers = {{"narrative.written", "report_compiler"},
                            {"narrative.written", "office_secretary"}};

} // namespace

BOOST_FIXTURE_TEST_SUITE(annual_report_life_test, life)

BOOST_AUTO_TEST_CASE(somebody_has_the_next_step_from_the_opening_to_the_freeze)
{
    waits_for(of_compiler("collection.asked"), "opened");
    enters("collection.asked", asking);
    waits_for(of_units, "asked");
    enters("collection.answered", answering);
    waits_for(of_compiler("collection.accepted"), "answered");
    enters("collection.sent_back", sending_back);
    waits_for(of_units, "sent back");
    enters("collection.answered", answering);
    enters("collection.accepted", accepting);
    waits_for(of_compiler("gate.checked"), "answers accepted");
    on("2026-01-22");
    enters("gate.checked", one_that_blocks);
    waits_for(of_compiler("gate.explained"), "checked, with a finding that blocks");
    enters("gate.explained", explaining);
    waits_for(of_compiler("freezing.frozen"), "explained");
    checks();
    waits_for(of_compiler("freezing.frozen"), "checked, without a finding");
    on("2026-01-23");
    enters("freezing.frozen", frozen("2026-01-21"));
    waits_for(of_writers, "frozen");
}

BOOST_AUTO_TEST_CASE(somebody_has_the_next_step_from_the_text_to_the_publication)
{
    writes_all();
    waits_for(of_office("release.secrecy_checked"), "written");
    enters("release.secrecy_checked", holding_back);
    waits_for(of_writers, "not to be published as it is");
    enters("narrative.written", rewriting);
    waits_for(of_office("release.secrecy_checked"), "written anew");
    enters("release.secrecy_checked", clearing);
    waits_for({{"release.approved", "head_of_government"}}, "cleared");
    enters("release.returned", returning);
    waits_for(of_writers, "returned");
    enters("narrative.written", rewriting);
    enters("release.secrecy_checked", clearing);
    enters("release.approved", "{}");
    waits_for(of_office("release.submitted"), "approved");
    enters("release.submitted", submitting);
    waits_for(of_office("release.published"), "submitted");
    enters("release.published", published_at_once);
    waits_for({}, "published");
    BOOST_TEST(file->summary().closed);
}

BOOST_AUTO_TEST_CASE(somebody_has_the_next_step_of_a_correction_wherever_it_comes)
{
    writes_all();
    std::pair<char const*, char const*> const way[] = {{"release.secrecy_checked", clearing},
                                                       {"release.approved", "{}"},
                                                       {"release.submitted", submitting},
                                                       {"release.published", published_at_once}};
    for (auto steps = 1; steps <= 4; ++steps) {
        for (auto i = 0; i < steps; ++i)
            enters(way[i].first, way[i].second);
        enters("freezing.restated",
               steps % 2 == 1 ? restating
                              : R"({"indicator":"MARKET.entities","value":"61240","reason":"x"})");
        waits_for(of_office("release.secrecy_checked"), way[steps - 1].first);
    }
    enters("release.secrecy_checked", holding_back);
    enters("freezing.restated", restating); // another figure instead of other words
    waits_for(of_office("release.secrecy_checked"), "restated after it was held back");
}

BOOST_AUTO_TEST_CASE(the_record_is_checked_once_what_was_asked_is_waived_too)
{
    enters("collection.asked", asking);
    enters("collection.waived", waiving);
    waits_for(of_compiler("gate.checked"), "waived");
    checks();
    waits_for(of_compiler("freezing.frozen"), "checked");
    enters("collection.asked",
           R"({"unit":"data","indicators":["MARKET.entities"],"answer_by":"2026-01-20"})");
    waits_for(of_units, "asked anew"); // nothing is frozen while an answer is owed
}

BOOST_AUTO_TEST_CASE(whoever_asks_no_unit_checks_and_freezes)
{
    checks();
    waits_for(of_compiler("freezing.frozen"), "checked without asking");
}

BOOST_AUTO_TEST_CASE(a_check_from_within_the_year_is_made_again_after_it)
{
    acts.clear();
    file = shape_of.make("gd");
    on("2025-11-28");
    enters("report.opened", opening(2025));
    checks();
    waits_for(of_compiler("freezing.frozen"), "the year runs"); // from its end on
    on("2026-01-05");
    waits_for(of_compiler("gate.checked"), "the year is over");
    auto const found = judge("freezing.frozen", frozen("2026-01-02")).answer.refusals;
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found.front().reason.id == "最近一次检查（{1}）时{2}年度尚未终了");
    checks();
    waits_for(of_compiler("freezing.frozen"), "checked again");
    enters("freezing.frozen", frozen("2026-01-04"));
}

BOOST_AUTO_TEST_SUITE_END()
