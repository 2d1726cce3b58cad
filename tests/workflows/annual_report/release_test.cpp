#include "tests/workflows/annual_report/report_case.hpp"

#include <algorithm>

using rules = std::set<std::string>;

namespace {

constexpr char const* checking = R"({"may_be_published":true,"remarks":"不涉密"})";
constexpr char const* restating =
    R"({"indicator":"MARKET.entities","value":"61238","reason":"重复登记"})";

} // namespace

BOOST_FIXTURE_TEST_SUITE(annual_report_release_test, tests::report_case)

BOOST_AUTO_TEST_CASE(the_secrecy_check_needs_frozen_figures_and_the_five_parts)
{
    BOOST_TEST((refused("release.secrecy_checked", checking) == rules{"AR-4", "JC-33"}));
    freezes();
    BOOST_TEST(refused("release.secrecy_checked", checking) == rules{"AR-4"},
               boost::test_tools::per_element());
    BOOST_TEST(!tasks_of("office_secretary").contains("release.secrecy_checked"));
    writes();
    BOOST_TEST(tasks_of("office_secretary").contains("release.secrecy_checked"));
    enters("release.secrecy_checked", checking);
}

BOOST_AUTO_TEST_CASE(the_text_waits_for_its_writers_once_the_figures_are_frozen)
{
    BOOST_TEST(!tasks_of("report_compiler").contains("narrative.written"));
    freezes();
    BOOST_TEST(tasks_of("report_compiler").contains("narrative.written"));
    BOOST_TEST(boost::json::serialize(file->facts()).find("choice.report_section.plan") !=
               std::string::npos);
    writes();
    BOOST_TEST(!tasks_of("report_compiler").contains("narrative.written"));
}

BOOST_AUTO_TEST_CASE(nothing_in_braces_goes_out_without_its_figure)
{
    freezes();
    writes();
    auto const kept =
        judge("narrative.written", R"({"section":"other","words":"部署 {NO.SUCH} 次 {unclosed"})");
    BOOST_TEST(kept.admitted());
    BOOST_TEST_REQUIRE(kept.answer.remarks.size() == 1u);
    BOOST_TEST(kept.answer.remarks.front().rule == "JC-33");
    BOOST_TEST(refused("release.secrecy_checked", checking) == rules{"JC-33"},
               boost::test_tools::per_element());
    BOOST_TEST(tasks_of("office_secretary").contains("narrative.written"));
    BOOST_TEST(!tasks_of("office_secretary").contains("release.secrecy_checked"));
    auto const mended =
        judge("narrative.written", R"({"section":"other","words":"{MARKET.entities}"})");
    BOOST_TEST(mended.answer.remarks.empty());
    enters("release.secrecy_checked", checking);
}

BOOST_AUTO_TEST_CASE(what_was_let_through_before_still_replays)
{
    freezes();
    writes();
    enters("release.secrecy_checked", checking);
    for (auto& one : acts)
        if (one.kind == "narrative.written")
            one.body["words"] = "{NO.SUCH}";
    auto const again = shape_of.make("gd");
    for (auto const& one : acts)
        again->replay(one);
    BOOST_TEST(again->summary().phase == "report_frozen");
}

BOOST_AUTO_TEST_CASE(whoever_wrote_does_not_check_for_secrets)
{
    freezes();
    writes();
    engine::actor author{{13}, "编制人", "office_secretary", "office", {}, {}};
    BOOST_TEST(refused("release.secrecy_checked", checking, author).contains("JC-1"));
}

BOOST_AUTO_TEST_CASE(whoever_ever_wrote_or_is_stood_in_for_by_the_writer_does_not_check_either)
{
    engine::actor const first{{31}, "先写的", "office_secretary", "office", {}, {}};
    engine::actor const deputy{{32}, "代写的", "report_compiler", "justice", "被代的", {33}};
    engine::actor const absent{{33}, "被代的", "office_secretary", "office", {}, {}};
    freezes();
    BOOST_TEST(
        judge("narrative.written", R"({"section":"plan","words":"初稿"})", first).admitted());
    BOOST_TEST(
        judge("narrative.written", R"({"section":"other","words":"其他"})", deputy).admitted());
    writes(); // the plan in other words
    for (auto const& who : {first, absent})
        BOOST_TEST(refused("release.secrecy_checked", checking, who) == rules{"JC-1"},
                   boost::test_tools::per_element());
    enters("release.secrecy_checked", checking);
}

BOOST_AUTO_TEST_CASE(a_report_that_may_not_be_published_goes_no_further)
{
    freezes();
    writes();
    enters("release.secrecy_checked", R"({"may_be_published":false,"remarks":"第二部分涉密"})");
    BOOST_TEST(stage("release") == "compiling");
    BOOST_TEST(!refused("release.approved", "{}").empty());
}

BOOST_AUTO_TEST_CASE(no_step_comes_before_what_it_needs)
{
    std::string const submitting =
        R"({"submitted_on":"2026-01-23","addressees":["party_committee"]})";
    BOOST_TEST(!refused("release.published", R"({"published_on":"2026-01-05","published_at":"x"})")
                    .empty());
    clears();
    BOOST_TEST(!refused("release.submitted", submitting).empty());
    enters("release.approved", "{}");
    BOOST_TEST(!refused("release.published", R"({"published_on":"2026-01-23","published_at":"x"})")
                    .empty());
    BOOST_TEST(refused("release.submitted", R"({"submitted_on":"2026-01-23","addressees":[]})")
                   .contains("AR-2"));
    BOOST_TEST(refused("release.submitted",
                       R"({"submitted_on":"2026-01-24","addressees":["party_committee"]})")
                   .contains("JC-3"));
    enters("release.submitted", submitting);
    enters("release.published", R"({"published_on":"2026-01-23","published_at":"x"})");
    BOOST_TEST(file->summary().closed);
    BOOST_TEST((file->summary().level == engine::confidentiality::open));
}

BOOST_AUTO_TEST_CASE(a_changed_text_is_checked_again_and_an_approved_one_is_not_changed)
{
    clears();
    enters("narrative.written", R"({"section":"plan","words":"改过"})");
    BOOST_TEST(stage("release") == "compiling");
    enters("release.secrecy_checked", checking);
    enters("release.approved", "{}");
    BOOST_TEST(!refused("narrative.written", R"({"section":"plan","words":"又改"})").empty());
}

BOOST_AUTO_TEST_CASE(the_head_may_return_it)
{
    clears();
    enters("release.returned", R"({"reason":"补充存在问题"})");
    BOOST_TEST(stage("release") == "compiling");
    enters("narrative.written", R"({"section":"problems","words":"补充"})");
}

BOOST_AUTO_TEST_CASE(a_correction_after_publication_goes_the_whole_way_again)
{
    publishes();
    enters("freezing.restated", restating);
    BOOST_TEST(stage("release") == "compiling");
    BOOST_TEST(stage("narrative") == "writing");
    BOOST_TEST(!file->summary().closed);
    BOOST_TEST((file->summary().level == engine::confidentiality::open)); // it was seen already
    enters("release.secrecy_checked", checking);
    enters("release.approved", "{}");
    enters("release.submitted",
           R"({"submitted_on":"2026-03-20","addressees":["party_committee"]})");
    enters("release.published", publishing);
    BOOST_TEST(left().publications.size() == 2u);
    BOOST_TEST(file->figures(tests::built_in_days()).empty()); // timeliness counts the first time
}

BOOST_AUTO_TEST_CASE(what_was_published_stands_until_its_correction_is_published)
{
    namespace law = workflows::annual_report;
    publishes();
    BOOST_TEST(!law::corrected_since(left()).has_value());
    BOOST_TEST(law::acts_until_publication(acts).size() == acts.size());
    on("2026-04-02");
    enters("freezing.restated", restating);
    enters("narrative.written", R"({"section":"plan","words":"改过"})");
    BOOST_TEST(file->summary().phase == "report_correcting");
    BOOST_TEST_REQUIRE(law::corrected_since(left()).has_value());
    BOOST_TEST(engine::to_text(*law::corrected_since(left())) == "2026-04-02");
    auto const shown = law::file_of(law::acts_until_publication(acts));
    BOOST_TEST(shown.restated.empty());
    BOOST_TEST(std::string(shown.sections.at(law::narrative::report_section::plan).body.words) ==
               "正文");
    BOOST_TEST(law::told_corrections(left()).empty()); // not published yet
    enters("release.secrecy_checked", checking);
    enters("release.approved", "{}");
    enters("release.submitted",
           R"({"submitted_on":"2026-04-02","addressees":["party_committee"]})");
    BOOST_TEST(file->summary().phase == "report_correcting");
    enters("release.published", publishing);
    BOOST_TEST(file->summary().phase == "report_published");
    BOOST_TEST(!law::corrected_since(left()).has_value());
    auto const told = law::told_corrections(law::file_of(law::acts_until_publication(acts)));
    BOOST_TEST_REQUIRE(told.size() == 1u);
    BOOST_TEST(told.front().before == "61240");
    BOOST_TEST(told.front().body.value == "61238");
    BOOST_TEST(std::string(told.front().body.reason) == "重复登记");
}

BOOST_AUTO_TEST_CASE(what_was_corrected_before_it_was_published_is_told_to_nobody)
{
    namespace law = workflows::annual_report;
    freezes();
    enters("freezing.restated", restating);
    writes();
    enters("release.secrecy_checked", checking);
    enters("release.approved", "{}");
    enters("release.submitted",
           R"({"submitted_on":"2026-01-23","addressees":["party_committee"]})");
    BOOST_TEST(law::acts_until_publication(acts).empty());
    BOOST_TEST(!law::corrected_since(left()).has_value());
    enters("release.published", R"({"published_on":"2026-01-23","published_at":"x"})");
    BOOST_TEST(law::told_corrections(left()).empty());
    enters("freezing.restated",
           R"({"indicator":"MARKET.entities","value":"61239","reason":"再核"})");
    enters("release.secrecy_checked", checking);
    enters("release.approved", "{}");
    enters("release.submitted",
           R"({"submitted_on":"2026-01-23","addressees":["party_committee"]})");
    enters("release.published", R"({"published_on":"2026-01-23","published_at":"x"})");
    auto const told = law::told_corrections(left());
    BOOST_TEST_REQUIRE(told.size() == 1u);
    BOOST_TEST(told.front().before == "61238"); // what was published, not what was frozen
}

BOOST_AUTO_TEST_CASE(the_days_of_the_law_are_of_the_first_time_while_it_is_done_again)
{
    publishes();
    auto const is_met = [&](char const* name) {
        for (auto const& one :
             file->limits({tests::built_in_rules(), tests::built_in_days(), today}))
            if (one.name == name)
                return one.is == engine::limit::state::met;
        return false;
    };
    BOOST_TEST(is_met("report_submission"));
    BOOST_TEST(is_met("report_publication"));
    enters("freezing.restated", restating);
    for (auto const* name : {"report_submission", "report_publication"})
        BOOST_TEST(!is_met(name), name);
    for (auto const* name : {"report_submission_first", "report_publication_first"})
        BOOST_TEST(is_met(name), name);
    enters("release.secrecy_checked", checking);
    enters("release.approved", "{}");
    enters("release.submitted",
           R"({"submitted_on":"2026-03-20","addressees":["party_committee"]})");
    BOOST_TEST(is_met("report_submission"));
    BOOST_TEST(!is_met("report_publication"));
}

BOOST_AUTO_TEST_CASE(the_limits_are_the_first_of_march_and_of_april)
{
    std::map<std::string, engine::limit> limits;
    auto const read = [&] {
        limits.clear();
        for (auto& one : file->limits({tests::built_in_rules(), tests::built_in_days(), today}))
            limits.emplace(one.name, one);
    };
    read();
    // 1 March 2026 is a Sunday and 28 February is worked in place of a rest day or is one: the
    // last working day before.
    auto const march = tests::built_in_days().roll_back(*engine::parse_day("2026-03-01"));
    BOOST_TEST(engine::to_text(limits.at("report_submission").due) == engine::to_text(march));
    BOOST_TEST(engine::to_text(limits.at("report_publication").due) == "2026-04-01");
    submits();
    read();
    BOOST_TEST((limits.at("report_submission").is == engine::limit::state::met));
    BOOST_TEST((limits.at("report_publication").is == engine::limit::state::running));
}

BOOST_AUTO_TEST_CASE(limits_of_a_report_begun_in_its_year_run_from_that_day)
{
    acts.clear();
    file = shape_of.make("gd");
    on("2025-11-28");
    enters("report.opened", opening(2025));
    enters("collection.asked",
           R"({"unit":"market","indicators":["A.b"],"answer_by":"2025-12-08"})");
    for (auto const& one : file->limits({tests::built_in_rules(), tests::built_in_days(), today})) {
        BOOST_TEST(engine::to_text(one.begins) == "2025-11-28");
        BOOST_TEST(one.left == (one.due - today).count(), one.name);
    }
}

BOOST_AUTO_TEST_CASE(a_day_to_answer_waits_for_no_holiday_notice)
{
    acts.clear();
    file = shape_of.make("gd");
    on("2025-11-28");
    enters("report.opened", opening(2025));
    enters("collection.asked",
           R"({"unit":"market","indicators":["A.b"],"answer_by":"2099-12-08"})");
    auto const limits = file->limits({tests::built_in_rules(), tests::built_in_days(), today});
    auto const found = std::find_if(limits.begin(), limits.end(),
                                    [](auto const& one) { return one.name == "report_answer"; });
    BOOST_TEST_REQUIRE((found != limits.end()));
    BOOST_TEST(!found->provisional);
}

BOOST_AUTO_TEST_CASE(a_late_submission_is_taken_with_a_remark_and_not_counted_as_timely)
{
    clears();
    enters("release.approved", "{}");
    on("2026-03-05");
    auto const found = judge("release.submitted",
                             R"({"submitted_on":"2026-03-05","addressees":["party_committee"]})");
    BOOST_TEST(found.admitted());
    BOOST_TEST(found.answer.remarks.size() == 1u);
    auto const figures = file->figures(tests::built_in_days());
    BOOST_TEST_REQUIRE(figures.size() == 1u);
    BOOST_TEST(figures.front().indicator == "REPORT.submitted");
    BOOST_TEST(figures.front().year == 2026);
}

BOOST_AUTO_TEST_CASE(every_act_of_a_whole_report_has_one_way_and_replays)
{
    publishes();
    auto const again = shape_of.make("gd");
    for (auto const& one : acts) {
        BOOST_TEST(again->ways(one) == 1, one.kind);
        again->replay(one);
    }
    BOOST_TEST((again->stages() == file->stages()));
    BOOST_TEST((again->summary() == file->summary()));
}

BOOST_AUTO_TEST_CASE(the_office_checks_submits_and_publishes_and_the_head_approves)
{
    engine::actor const clerk{{22}, "经办", "sponsor_clerk", "market", {}, {}};
    freezes();
    writes();
    BOOST_TEST(refused("release.secrecy_checked", checking, clerk) == rules{"AR-3"},
               boost::test_tools::per_element());
    enters("release.secrecy_checked", checking);
    for (auto const& [kind, body] :
         {std::pair{"release.approved", "{}"}, {"release.returned", R"({"reason":"补充"})"}})
        BOOST_TEST(refused(kind, body, clerk) == rules{"AR-2"}, boost::test_tools::per_element());
    enters("release.approved", "{}");
    on("2026-02-20");
    char const* submitting = R"({"submitted_on":"2026-02-20","addressees":["party_committee"]})";
    BOOST_TEST(refused("release.submitted", submitting, clerk) == rules{"AR-2"},
               boost::test_tools::per_element());
    enters("release.submitted", submitting);
    on("2026-03-20");
    BOOST_TEST(refused("release.published", publishing, clerk) == rules{"AR-3"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nobody_is_asked_to_check_for_secrets_before_there_is_a_whole_report)
{
    writes();
    BOOST_TEST(!duties().contains("release.secrecy_checked")); // no figures yet
    freezes();
    BOOST_TEST(duties().contains("release.secrecy_checked"));
    tests::report_case unwritten;
    unwritten.freezes();
    BOOST_TEST(!unwritten.duties().contains("release.secrecy_checked"));
}

BOOST_AUTO_TEST_CASE(a_publication_is_past_and_a_late_one_is_remarked_on)
{
    submits();
    BOOST_TEST(refused("release.published",
                       R"({"published_on":"2026-02-21","published_at":"x"})") == rules{"JC-3"},
               boost::test_tools::per_element());
    on("2026-04-09");
    auto const found =
        judge("release.published", R"({"published_on":"2026-04-08","published_at":"x"})");
    BOOST_TEST(found.admitted());
    BOOST_TEST_REQUIRE(found.answer.remarks.size() == 1u);
    BOOST_TEST(found.answer.remarks.front().rule == "AR-3");
}

BOOST_AUTO_TEST_CASE(what_may_not_be_published_has_one_way_too)
{
    freezes();
    writes();
    enters("release.secrecy_checked", R"({"may_be_published":false,"remarks":"涉密"})");
    auto const again = shape_of.make("gd");
    for (auto const& one : acts) {
        BOOST_TEST(again->ways(one) == 1, one.kind);
        again->replay(one);
    }
}

BOOST_AUTO_TEST_SUITE_END()
