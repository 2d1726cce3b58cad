#include "tests/workflows/trial.hpp"
#include "workflows/major_decision/procedure.hpp"

#include <boost/test/unit_test.hpp>

using namespace workflows::major_decision;

namespace {

struct barred_file {
    dossier file;
    engine::actor clerk{{1}, "甲", "sponsor_clerk", "water", {}};

    /// The rule that bars this kind of act, or an empty string.
    std::string rule(std::string_view kind)
    {
        auto const today = engine::parse_day("2024-06-03").value();
        auto const found = bars({.file = file,
                                 .by = clerk,
                                 .today = today,
                                 .law = tests::built_in_rules().in_force("gd", today),
                                 .days = tests::built_in_days()},
                                kind);
        return found.admits() ? std::string() : found.refusals.at(0).rule;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(bars_test, barred_file)

BOOST_AUTO_TEST_CASE(nothing_but_intake_and_closing_comes_before_the_start)
{
    BOOST_TEST(rule("drafting.versioned") == "R713-11.1");
    BOOST_TEST(rule("deliberation.held") == "R713-11.1");
    BOOST_TEST(rule("intake.proposed").empty());
    BOOST_TEST(rule("closing.terminated").empty());
    file.intake.started.emplace();
    BOOST_TEST(rule("drafting.versioned").empty());
}

BOOST_AUTO_TEST_CASE(after_an_early_end_only_the_archive_is_open)
{
    file.intake.started.emplace();
    file.closing.termination.emplace();
    BOOST_TEST(rule("drafting.versioned") == "R713-37.1");
    BOOST_TEST(rule("closing.withdrawn") == "R713-37.1");
    BOOST_TEST(rule("archive.archived").empty());
}

BOOST_AUTO_TEST_CASE(what_is_issued_is_not_drafted_again)
{
    file.intake.started.emplace();
    file.publication.notice.emplace();
    for (auto const* kind : {"drafting.versioned", "legality_review.filed", "deliberation.held"})
        BOOST_TEST(rule(kind) == "R713-37.1", kind);
    BOOST_TEST(rule("execution.reported").empty());
    BOOST_TEST(rule("adjustment.proposed").empty());
}

BOOST_AUTO_TEST_CASE(an_archived_file_is_closed_for_good_and_its_number_can_be_corrected)
{
    file.intake.started.emplace();
    file.archive.closing.emplace();
    for (auto const* kind : {"archive.part_filed", "execution.reported", "closing.terminated"})
        BOOST_TEST(rule(kind) == "R713-33.1", kind);
    BOOST_TEST(rule("archive.number_corrected").empty());
}

BOOST_AUTO_TEST_SUITE_END()
