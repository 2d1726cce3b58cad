#include "tests/workflows/case_so_far.hpp"
#include "tests/workflows/told_case.hpp"

#include <algorithm>

using namespace tests;
using law::archive::archive_part;
using parts = std::set<archive_part>;

namespace {

std::string closing(std::string const& changes = "{}")
{
    return with(R"({"archive_number":"0058-1","retention":"permanent","copies_authentic":true,
        "copies_complete":true,"copies_readable":true,"copies_safe":true})",
                changes);
}

/// Everything that a simple decided, executed case must have.
trial finished(std::string place = "gd")
{
    trial t(law::make_archive(), std::move(place));
    issue(t.file);
    name_executor(t.file);
    t.file.drafting.research = entry(t.file, law::drafting::researched{}, "2023-12-20");
    t.file.participation.conclusion = entry(t.file, law::participation::concluded{}, "2024-02-10");
    t.file.execution.reports.push_back(entry(t.file, law::execution::reported{}, "2024-06-01", 71));
    t.file.execution.completion = entry(t.file, law::execution::completed{}, "2024-12-01", 80);
    t.file.archive.parts.push_back(entry(t.file, law::archive::part_filed{}, "2024-12-10", 90));
    t.on("2024-12-20").by("sponsor_clerk", "water");
    return t;
}

parts missing(trial const& t)
{
    auto const list = law::archive_parts_missing(t.file);
    return {list.begin(), list.end()};
}

} // namespace

BOOST_AUTO_TEST_SUITE(archive_test)

BOOST_AUTO_TEST_CASE(a_whole_file_is_archived_by_its_sponsor)
{
    auto t = finished();
    BOOST_CHECK(missing(t) == parts{});
    t.by("office_secretary", "office");
    BOOST_CHECK(t.refused("archive.archived", closing()) == rules{"R713-33.1"});
    t.by("sponsor_clerk", "water");
    BOOST_CHECK(t.advised("archive.archived", closing()) == rules{"ARCH-10"});
    BOOST_TEST(t.stage() == "closed");
}

BOOST_AUTO_TEST_CASE(a_file_number_that_another_case_has_is_not_given_again)
{
    auto t = finished();
    engine::number_given const taken = [](std::string_view one) { return one == "0058-1"; };
    t.beside(taken);
    BOOST_CHECK(t.refused("archive.archived", closing()) == rules{"JC-25"});
    t.enters("archive.archived", closing(R"({"archive_number":"0058-2"})"));
}

BOOST_AUTO_TEST_CASE(a_wrong_file_number_is_corrected_on_the_record)
{
    auto const corrected = [](std::string const& changes = "{}") {
        return with(R"({"archive_number":"0058-2","retention":"permanent","reason":"件号写错"})",
                    changes);
    };
    auto t = finished();
    t.enters("archive.archived", closing());
    t.on("2024-12-27");
    auto const same = corrected(R"({"archive_number":"0058-1"})");
    BOOST_CHECK(t.refused("archive.number_corrected", same) == rules{"JC-25"});
    t.by("office_secretary", "office");
    BOOST_CHECK(t.refused("archive.number_corrected", corrected()) == rules{"JC-25"});
    t.by("sponsor_clerk", "water").enters("archive.number_corrected", corrected());
    BOOST_TEST(t.stage() == "closed");
    auto const& file = t.file.archive;
    BOOST_TEST(file.closing->body.archive_number == "0058-2");
    BOOST_CHECK(file.closing->on == date("2024-12-20"));
    BOOST_TEST(file.corrections.size() == 1u);
    BOOST_CHECK(t.advised("archive.number_corrected", corrected(R"({"retention":"ten_years"})")) ==
                rules{"ARCH-9"});
    engine::number_given const taken = [](std::string_view one) { return one == "0058-3"; };
    t.beside(taken);
    BOOST_CHECK(t.refused("archive.number_corrected",
                          corrected(R"({"archive_number":"0058-3"})")) == rules{"JC-25"});
}

BOOST_AUTO_TEST_CASE(the_checklist_has_the_twenty_parts_in_order)
{
    auto const t = finished();
    auto const lines = law::archive_checklist(t.file);
    BOOST_TEST_REQUIRE(lines.size() == 20u);
    for (std::size_t i = 0; i < lines.size(); ++i)
        BOOST_TEST(static_cast<std::size_t>(lines[i].part) == i);
}

BOOST_AUTO_TEST_CASE(each_part_is_asked_of_the_case_that_must_have_it)
{
    struct lack {
        archive_part part;
        void (*make)(trial::dossier&);
    };
    lack const lacks[] = {
        {archive_part::research_and_basis, [](auto& f) { f.drafting.research.reset(); }},
        {archive_part::unit_consultation, [](auto& f) { touches(f).units_concerned = {"x"}; }},
        {archive_part::participation_file, [](auto& f) { f.participation.conclusion.reset(); }},
        {archive_part::hearing_file,
         [](auto& f) {
             law::hearing::decided decision{};
             decision.hold = true;
             f.hearing.decision = entry(f, decision, "2024-01-20");
         }},
        {archive_part::expert_file, [](auto& f) { touches(f).technical = true; }},
        {archive_part::risk_file,
         [](auto& f) { touches(f).risk_domains = {law::drafting::risk_domain::ecology}; }},
        {archive_part::competition_file, [](auto& f) { touches(f).operators_affected = true; }},
        {archive_part::review_file, [](auto& f) { f.legality_review.conclusion.reset(); }},
        {archive_part::submission_file, [](auto& f) { f.submission.filing.reset(); }},
        {archive_part::party_and_congress, [](auto& f) { f.party_report.answer.reset(); }},
        {archive_part::party_and_congress,
         [](auto& f) { f.intake.started->body.congress = law::intake::congress_route::report; }},
        {archive_part::final_text_and_publication, [](auto& f) { f.publication.signing.reset(); }},
        {archive_part::execution_file, [](auto& f) { f.execution.reports.clear(); }},
        {archive_part::evaluation_file,
         [](auto& f) { f.evaluation.order = entry(f, law::evaluation::ordered{}, "2024-10-01"); }},
        {archive_part::adjustment_file,
         [](auto& f) {
             f.adjustment.proposal = entry(f, law::adjustment::proposed{}, "2024-10-01");
         }},
        {archive_part::process_log, [](auto& f) { f.doings.clear(); }}};
    for (auto const& one : lacks) {
        auto t = finished();
        one.make(t.file);
        BOOST_TEST_CONTEXT(engine::name_of(one.part))
        {
            BOOST_CHECK(missing(t) == parts{one.part});
        }
    }
}

BOOST_AUTO_TEST_CASE(a_missing_part_is_filed_or_its_absence_explained)
{
    auto t = finished();
    t.file.drafting.research.reset();
    auto const shown = t.offers();
    auto const offer = std::find_if(shown.begin(), shown.end(),
                                    [](auto const& one) { return one.kind == "archive.archived"; });
    BOOST_TEST_REQUIRE((offer != shown.end()));
    BOOST_TEST(offer->is_open());
    BOOST_TEST(offer->remarks.size() == 2u);
    BOOST_CHECK(t.refused("archive.archived", closing()) == rules{"R713-33.1"});

    auto filed = finished();
    filed.file.drafting.research.reset();
    filed.enters("archive.part_filed", R"({"parts":[{"part":"research_and_basis","documents":[)" +
                                           paper_json('c') + "]}]}");
    filed.enters("archive.archived", closing());

    t.enters("archive.archived",
             closing(R"({"absent":[{"part":"research_and_basis","reason":"原件遗失"}]})"));
}

BOOST_AUTO_TEST_CASE(what_is_on_file_is_not_called_absent)
{
    auto t = finished();
    BOOST_CHECK(
        t.refused("archive.archived", closing(R"({"absent":[{"part":"drafts","reason":"无"}]})")) ==
        rules{"R713-33.1"});
}

BOOST_AUTO_TEST_CASE(a_filed_part_brings_papers_or_words)
{
    auto t = finished();
    BOOST_CHECK(t.refused("archive.part_filed", R"({"parts":[]})") == rules{"R713-33.1"});
    BOOST_CHECK(t.refused("archive.part_filed", R"({"parts":[{"part":"drafts"}]})") ==
                rules{"R713-33.1"});
    for (auto const* role : {"reviewer", "office_secretary"})
        t.by(role, "x").enters("archive.part_filed",
                               R"({"parts":[{"part":"drafts","remarks":"原件在库"}]})");
    t.by("sponsor_clerk", "finance");
    BOOST_CHECK(
        t.refused("archive.part_filed", R"({"parts":[{"part":"drafts","remarks":"原件在库"}]})") ==
        rules{"R713-33.1"});
}

BOOST_AUTO_TEST_CASE(the_checklist_tells_how_many_acts_a_part_holds_and_from_when_to_when)
{
    auto t = finished();
    t.file.doings.clear();
    for (auto const* day : {"2024-06-01", "2024-04-01", "2024-12-01"}) {
        law::doing one{};
        one.kind = "execution.reported";
        one.on = date(day);
        t.file.doings.push_back(one);
    }
    for (auto const& line : law::archive_checklist(t.file)) {
        BOOST_TEST(line.acts == (line.part == archive_part::execution_file ? 3 : 0));
        if (line.part == archive_part::execution_file) {
            BOOST_CHECK(line.first_on == date("2024-04-01"));
            BOOST_CHECK(line.last_on == date("2024-12-01"));
        }
    }
}

BOOST_AUTO_TEST_CASE(who_archives_without_papers_of_the_units_hears_that_there_are_none)
{
    auto t = finished();
    t.file.archive.parts.clear();
    BOOST_CHECK(t.advised("archive.archived", closing()) == rules{"ARCH-10"});
}

BOOST_AUTO_TEST_CASE(one_remark_on_one_part_is_no_word_on_the_others)
{
    auto t = finished();
    t.file.archive.parts.clear();
    t.enters("archive.part_filed", R"({"parts":[{"part":"drafts","remarks":"原件在库"}]})");
    auto const left = law::archive_parts_not_brought(t.file);
    BOOST_TEST(!left.empty());
    BOOST_CHECK(std::find(left.begin(), left.end(), archive_part::drafts) == left.end());
    BOOST_CHECK(std::find(left.begin(), left.end(), archive_part::process_log) == left.end());
    auto const some = t.file.archive.parts;
    for (auto const part : left)
        t.file.archive.parts.front().body.parts.push_back({.part = part, .documents = {}});
    BOOST_TEST(law::archive_parts_not_brought(t.file).empty());
    BOOST_CHECK(t.advised("archive.archived", closing()) == rules{});

    auto half = finished();
    half.file.archive.parts = some;
    BOOST_CHECK(half.advised("archive.archived", closing()) == rules{"ARCH-10"});
}

BOOST_AUTO_TEST_CASE(papers_that_are_missing_are_brought_before_the_file_is_closed)
{
    auto t = finished();
    t.file.archive.parts.clear();
    t.file.drafting.research.reset();
    BOOST_TEST(t.duties() == rules{"archive.part_filed"});
    t.enters("archive.part_filed", R"({"parts":[{"part":"drafts","remarks":"原件在库"}]})");
    BOOST_TEST(t.duties() == rules{"archive.archived"}); // what is absent may be explained
}

BOOST_AUTO_TEST_CASE(who_archives_before_the_result_of_an_evaluation_is_dealt_with_hears_it)
{
    auto open = finished();
    open.file.evaluation.report = entry(open.file, law::evaluation::reported{}, "2024-11-01");
    BOOST_CHECK(open.advised("archive.archived", closing()) == (rules{"R713-36.4", "ARCH-10"}));
    auto answered = finished();
    answered.file.evaluation.report =
        entry(answered.file, law::evaluation::reported{}, "2024-11-01");
    answered.file.evaluation.answer =
        entry(answered.file, law::evaluation::result_answered{}, "2024-11-10");
    BOOST_CHECK(answered.advised("archive.archived", closing()) == rules{"ARCH-10"});
}

BOOST_AUTO_TEST_CASE(the_archive_waits_for_its_turn_behind_answers_that_are_owed_but_refuses_nobody)
{
    auto problem = finished();
    report_problem(problem.file);
    BOOST_TEST(problem.duties().empty());
    BOOST_CHECK(problem.advised("archive.archived", closing()) == (rules{"R713-35.1", "ARCH-10"}));

    auto result = finished();
    result.file.evaluation.report = entry(result.file, law::evaluation::reported{}, "2024-11-01");
    BOOST_TEST(result.duties().empty());
    result.file.evaluation.answer =
        entry(result.file, law::evaluation::result_answered{}, "2024-11-10");
    BOOST_TEST(result.duties() == rules{"archive.archived"});

    result.file.evaluation.report->body.follow_ups = {{"finance", "补充配套措施"}};
    BOOST_TEST(result.duties().empty());
    law::evaluation::followed_up handled{};
    handled.by_unit = "finance";
    result.file.evaluation.follow_ups.push_back(entry(result.file, handled, "2024-11-12"));
    BOOST_TEST(result.duties() == rules{"archive.archived"});
    result.file.evaluation.follow_ups.clear();
    BOOST_CHECK(result.advised("archive.archived", closing()) == (rules{"GD21-52.1", "ARCH-10"}));
}

BOOST_AUTO_TEST_CASE(a_file_with_absent_parts_that_is_called_whole_is_remarked_on)
{
    auto t = finished();
    t.file.drafting.research.reset();
    BOOST_CHECK(t.advised("archive.archived", closing(R"({"absent":[
        {"part":"research_and_basis","reason":"原件遗失"}]})")) ==
                (rules{"R713-33.1", "ARCH-5", "ARCH-10"}));
}

BOOST_AUTO_TEST_CASE(a_running_case_is_not_archived)
{
    auto t = finished();
    t.file.execution.completion.reset();
    BOOST_CHECK(t.refused("archive.archived", closing()) == rules{"R713-33.1"});
    t.file.adjustment.replacement = entry(t.file, law::adjustment::replaced{}, "2024-12-10");
    t.enters("archive.archived", closing());

    auto open = finished();
    open.file.evaluation.order = entry(open.file, law::evaluation::ordered{}, "2024-10-01");
    BOOST_CHECK(open.refused("archive.archived",
                             closing(R"({"absent":[{"part":"evaluation_file","reason":"无"}]})")) ==
                rules{"R713-33.1"});
    open.file.evaluation.order.reset();
    open.file.adjustment.proposal = entry(open.file, law::adjustment::proposed{}, "2024-10-01");
    BOOST_CHECK(open.refused("archive.archived",
                             closing(R"({"absent":[{"part":"adjustment_file","reason":"无"}]})")) ==
                rules{"R713-33.1"});

    auto unpublished = finished();
    unpublished.file.publication.notice.reset();
    BOOST_CHECK(unpublished.refused("archive.archived", closing(R"({"absent":[
        {"part":"final_text_and_publication","reason":"无"}]})")) == rules{"R713-33.1"});
}

BOOST_AUTO_TEST_CASE(an_unexplained_suspension_keeps_the_file_open_where_it_must_be_explained)
{
    auto gd = finished();
    gd.file.execution.suspensions.push_back(
        entry(gd.file, law::execution::suspended{}, "2024-07-01"));
    BOOST_CHECK(gd.refused("archive.archived", closing()) == rules{"GD21-45.3"});
    auto cn = finished("cn");
    cn.file.execution.suspensions = gd.file.execution.suspensions;
    cn.enters("archive.archived", closing());
}

BOOST_AUTO_TEST_CASE(an_evaluation_that_the_place_makes_a_duty_comes_before_the_archive)
{
    auto const there = [] {
        auto t = finished("strict");
        t.under(where_evaluation_is_a_duty());
        return t;
    };
    there().enters("archive.archived", closing());
    auto other = there();
    report_problem(other.file, law::execution::problem_kind::short_of_aim);
    other.enters("archive.archived", closing());
    auto t = there();
    report_problem(t.file);
    BOOST_CHECK(t.refused("archive.archived", closing()) == rules{"R713-36.1"});
    t.file.evaluation.report = entry(t.file, law::evaluation::reported{}, "2024-11-01");
    t.enters("archive.archived", closing());
}

BOOST_AUTO_TEST_CASE(the_four_checks_are_passed)
{
    for (auto const* check :
         {"copies_authentic", "copies_complete", "copies_readable", "copies_safe"}) {
        auto t = finished();
        BOOST_CHECK(t.refused("archive.archived", closing("{\"" + std::string(check) +
                                                          "\":false}")) == rules{"ARCH-5"});
    }
}

BOOST_AUTO_TEST_CASE(an_adopted_decision_is_usually_kept_for_ever)
{
    auto t = finished();
    BOOST_CHECK(t.advised("archive.archived", closing(R"({"retention":"ten_years"})")) ==
                (rules{"ARCH-9", "ARCH-10"}));
}

BOOST_AUTO_TEST_CASE(a_case_that_ended_early_is_archived_as_it_stands)
{
    trial rejected(law::make_archive());
    start(rejected.file);
    draft(rejected.file, 'a');
    meet(rejected.file, law::deliberation::meeting_outcome::rejected);
    rejected.on("2024-04-01").by("sponsor_clerk", "water");
    BOOST_CHECK(rejected.advised("archive.archived", closing(R"({"retention":"ten_years"})")) ==
                rules{});

    trial declined(law::make_archive());
    start(declined.file);
    declined.file.intake.started.reset();
    declined.file.intake.declined =
        entry(declined.file, law::intake::start_declined{}, "2024-01-01");
    declined.on("2024-04-01").by("office_secretary", "office");
    declined.enters("archive.archived", closing());
}

BOOST_AUTO_TEST_CASE(what_was_decided_is_usually_kept_for_ever_and_what_was_not_passed_ten_years)
{
    using law::archive::retention_period;
    BOOST_CHECK(law::usual_retention(finished().file) == retention_period::permanent);
    trial t(law::make_archive());
    start(t.file);
    draft(t.file, 'a');
    BOOST_CHECK(!law::usual_retention(t.file));
    meet(t.file, law::deliberation::meeting_outcome::rejected);
    BOOST_CHECK(law::usual_retention(t.file) == retention_period::ten_years);
}

BOOST_AUTO_TEST_CASE(archiving_is_waited_for_once_the_case_is_over)
{
    trial begun(law::make_archive());
    BOOST_TEST(begun.duties().empty());
    BOOST_TEST(finished().duties() == rules{"archive.archived"});
}

BOOST_AUTO_TEST_CASE(papers_are_waited_for_once_the_case_is_over_until_some_were_brought)
{
    auto t = finished();
    t.file.archive.parts.clear();
    BOOST_TEST(t.duties() == (rules{"archive.archived", "archive.part_filed"}));
    t.enters("archive.part_filed", R"({"parts":[{"part":"drafts","remarks":"原件在库"}]})");
    BOOST_TEST(t.duties() == rules{"archive.archived"});

    auto running = finished();
    running.file.archive.parts.clear();
    running.file.execution.completion.reset();
    BOOST_TEST(running.duties().empty());
    running.enters("archive.part_filed", R"({"parts":[{"part":"drafts","remarks":"原件在库"}]})");

    trial rejected(law::make_archive());
    start(rejected.file);
    draft(rejected.file, 'a');
    meet(rejected.file, law::deliberation::meeting_outcome::rejected);
    BOOST_TEST(rejected.duties() == rules{"archive.archived"});
}

BOOST_AUTO_TEST_CASE(of_the_units_that_may_bring_papers_the_sponsor_owes_them)
{
    auto const whole = told(a_story());
    auto const laws = built_in_law();
    auto const file = laws.shapes.at("major_decision/2019").make("gd");
    engine::day until;
    for (auto const& one : whole.entered) {
        if (one.kind == "archive.part_filed")
            break;
        file->replay(one);
        until = one.counts_on();
    }
    std::set<std::string> owing;
    for (auto const& task : file->tasks({laws.book, laws.days, until}))
        if (task.kind == "archive.part_filed")
            owing.insert(task.role + " " + task.unit);
    BOOST_TEST(owing == (rules{"department_head water", "sponsor_clerk water"}));
    BOOST_TEST(law::papers_are_owed_by(finished().file, "archive.archived", {"reviewer", ""}));
}

BOOST_AUTO_TEST_SUITE_END()
