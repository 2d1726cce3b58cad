#include "tests/workflows/case_so_far.hpp"

using namespace tests;

namespace {

std::string proposal(bool major, std::string const& ground = "higher_law_changed")
{
    return R"({"ground":")" + ground + R"(","major":)" + (major ? "true" : "false") +
           R"(,"what":"调整标准","reason":"政策变化"})";
}

std::string minor(std::string const& on = "2024-06-03")
{
    return R"({"decided_on":")" + on + R"(","decision":"同意","document":)" + paper_json('b') + "}";
}

std::string reopening(std::string const& changes = "{}")
{
    return with(R"({"new_case":"JC2024-0009","meeting":"executive","meeting_name":"会",
        "met_on":"2024-06-03","minutes":)" +
                    paper_json('b') + "}",
                changes);
}

trial ready()
{
    trial t(law::make_adjustment());
    issue(t.file);
    name_executor(t.file);
    t.on("2024-06-04").by("executor", "transport");
    return t;
}

} // namespace

BOOST_AUTO_TEST_SUITE(adjustment_test)

BOOST_AUTO_TEST_CASE(a_minor_adjustment_is_decided_by_the_head)
{
    auto t = ready();
    t.enters("adjustment.proposed", proposal(false));
    BOOST_TEST(t.stage() == "minor_proposed");
    BOOST_TEST(law::adjustment_open(t.file));
    BOOST_CHECK(t.refused("adjustment.minor_decided", minor()) == rules{"R713-37.1"});
    t.by("head_of_government", "office");
    BOOST_CHECK(t.refused("adjustment.minor_decided", minor("2024-06-05")) == rules{"JC-3"});
    BOOST_CHECK(t.refused("adjustment.minor_decided", minor("2024-02-28")) == rules{"R713-37.1"});
    t.enters("adjustment.minor_decided", minor());
    BOOST_TEST(t.stage() == "as_decided");
    BOOST_TEST(!law::adjustment_open(t.file));
}

BOOST_AUTO_TEST_CASE(a_major_adjustment_goes_through_the_whole_procedure_again)
{
    auto t = ready();
    t.enters("adjustment.proposed", proposal(true));
    BOOST_TEST(t.stage() == "major_proposed");
    t.by("head_of_government", "office");
    BOOST_CHECK(t.refused("adjustment.minor_decided", minor()) == rules{"R713-37.1"});
    t.by("office_secretary", "office").enters("adjustment.reopened", reopening());
    BOOST_TEST(t.stage() == "in_new_case");
    BOOST_CHECK(t.refused("adjustment.replaced",
                          R"({"new_case":"JC2024-0008","decided_on":"2024-06-04"})") ==
                rules{"R713-37.3"});
    BOOST_CHECK(t.refused("adjustment.replaced",
                          R"({"new_case":"JC2024-0009","decided_on":"2024-06-02"})") ==
                rules{"R713-37.3"});
    BOOST_CHECK(t.refused("adjustment.replaced",
                          R"({"new_case":"JC2024-0009","decided_on":"2024-06-05"})") ==
                rules{"JC-3"});
    t.enters("adjustment.replaced", R"({"new_case":"JC2024-0009","decided_on":"2024-06-04"})");
    BOOST_TEST(t.stage() == "superseded");
    BOOST_TEST(!law::adjustment_open(t.file));
}

BOOST_AUTO_TEST_CASE(the_meeting_that_reopens_came_after_the_decision)
{
    auto t = ready();
    t.enters("adjustment.proposed", proposal(true));
    BOOST_CHECK(t.refused("adjustment.reopened", reopening()) == rules{"R713-37.3"});
    t.by("office_secretary", "office");
    BOOST_CHECK(t.refused("adjustment.reopened", reopening(R"({"met_on":"2024-02-28"})")) ==
                rules{"R713-37.3"});
    BOOST_CHECK(t.refused("adjustment.reopened", reopening(R"({"met_on":"2024-06-05"})")) ==
                rules{"JC-3"});
}

BOOST_AUTO_TEST_CASE(the_meeting_that_reopens_is_of_a_kind_that_decides_there)
{
    auto const plenary_alone = book_of("gd", {{.key = "meeting.kinds",
                                               .value = std::vector<std::string>{"plenary"},
                                               .rule = "GD21-37.1"}});
    auto t = ready();
    t.enters("adjustment.proposed", proposal(true));
    t.under(plenary_alone).by("office_secretary", "office");
    BOOST_CHECK(t.refused("adjustment.reopened", reopening()) == rules{"R713-37.3"});
    t.enters("adjustment.reopened", reopening(R"({"meeting":"plenary"})"));
}

BOOST_AUTO_TEST_CASE(what_is_not_issued_is_not_adjusted)
{
    auto t = ready();
    t.file.publication.notice.reset();
    BOOST_CHECK(t.refused("adjustment.proposed", proposal(false)) == rules{"R713-37.1"});
}

BOOST_AUTO_TEST_CASE(the_ground_stands_on_file)
{
    auto t = ready();
    BOOST_CHECK(t.refused("adjustment.proposed", proposal(true, "problem_report")) ==
                rules{"R713-35.1"});
    BOOST_CHECK(t.refused("adjustment.proposed", proposal(true, "evaluation_advice_ground")) ==
                rules{"R713-36.4"});
    law::evaluation::reported report{};
    report.advice = law::evaluation::evaluation_advice::keep;
    t.file.evaluation.report = entry(t.file, report, "2024-06-01");
    BOOST_CHECK(t.refused("adjustment.proposed", proposal(true, "evaluation_advice_ground")) ==
                rules{"R713-36.4"});
    t.file.evaluation.report->body.advice = law::evaluation::evaluation_advice::end;
    t.enters("adjustment.proposed", proposal(true, "evaluation_advice_ground"));
    auto other = ready();
    report_problem(other.file);
    other.enters("adjustment.proposed", proposal(false, "problem_report"));
}

BOOST_AUTO_TEST_CASE(a_declined_adjustment_leaves_the_decision_as_it_is)
{
    for (bool major : {true, false}) {
        auto t = ready();
        t.enters("adjustment.proposed", proposal(major));
        t.by("head_of_government", "office");
        t.enters("adjustment.declined", R"({"reason":"仍然可行"})");
        BOOST_TEST(t.stage() == "as_decided");
        BOOST_TEST(!law::adjustment_open(t.file));
    }
    auto failed = ready();
    failed.enters("adjustment.proposed", proposal(true));
    failed.by("office_secretary", "office").enters("adjustment.reopened", reopening());
    failed.enters("adjustment.declined", R"({"reason":"新案未获通过"})");
    BOOST_TEST(failed.stage() == "as_decided");
}

BOOST_AUTO_TEST_CASE(a_second_proposal_keeps_the_earlier_decisions)
{
    auto t = ready();
    t.enters("adjustment.proposed", proposal(false));
    t.by("head_of_government", "office").enters("adjustment.minor_decided", minor());
    t.by("executor", "transport").enters("adjustment.proposed", proposal(false));
    BOOST_TEST(t.file.adjustment.minor.size() == 1u);
    BOOST_TEST(law::adjustment_open(t.file));
}

BOOST_AUTO_TEST_SUITE_END()
