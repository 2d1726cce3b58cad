#include "tests/workflows/normative_document/document_trial.hpp"

using namespace tests;

namespace {

std::string evaluated(std::string const& ground, std::string const& on,
                      std::string const& prospect = "prolong")
{
    return R"({"ground_is": ")" + ground + R"(", "evaluated_on": ")" + on +
           R"(", "findings": "实施效果良好", "prospect_is": ")" + prospect + R"(", "report": )" +
           document('b') + "}";
}

std::string cleaned(std::string const& result)
{
    return R"({"result_is": ")" + result + R"(", "reason": "年度清理",
        "decided_on": "2026-06-01", "published_on": "2026-06-01",
        "address": "http://www.example.gov.cn/9"})";
}

std::string const prolonged = R"({"valid_until": "2032-04-30", "decided_by": "区政府",
    "decided_on": "2029-02-01", "published_on": "2029-02-01",
    "address": "http://www.example.gov.cn/9"})";

std::string without_end()
{
    return with(document_publication, R"({"valid_until": null})");
}

/// In force since 1 May 2026 until 30 April 2029.
document_trial& in_force(document_trial& m, std::string_view day = "2026-06-01")
{
    m.issued(a_proposal, document_publication).on(day).justice();
    return m;
}

} // namespace

BOOST_AUTO_TEST_SUITE(validity_test)

BOOST_AUTO_TEST_CASE(half_a_year_before_its_end_a_document_waits_for_its_evaluation)
{
    document_trial m;
    in_force(m);
    auto const waits = m.waits_until();
    BOOST_TEST(engine::to_text(waits.at("document_validity.evaluated")) == "2028-10-30");
    BOOST_TEST(engine::to_text(waits.at("document_validity.lapse_noted")) == "2029-05-01");
    // 30 April 2029 is a working day; the time to evaluate ends with the document.
    BOOST_TEST(engine::to_text(m.limit("document_evaluation").due) == "2029-04-30");
    BOOST_TEST(m.refused("document_validity.evaluated", evaluated("validity_ends", "2026-06-01")) ==
               rules{"NORM-17"});
    m.on("2028-10-30")
        .enters("document_validity.evaluated", evaluated("validity_ends", "2028-10-30"));
    BOOST_TEST(!m.waits_for().contains("document_validity.evaluated"));
    BOOST_TEST((m.limit("document_evaluation").is == engine::limit::state::met));
    BOOST_TEST(m.figures(2028)["NORM.evaluated"] == 1);
}

BOOST_AUTO_TEST_CASE(a_document_without_an_end_is_evaluated_every_five_years)
{
    document_trial m;
    m.issued(a_proposal, without_end()).on("2026-06-01").justice();
    BOOST_TEST(engine::to_text(m.waits_until().at("document_validity.evaluated")) == "2030-11-01");
    BOOST_TEST(engine::to_text(m.limit("document_evaluation").due) == "2031-05-01");
    m.on("2030-11-01")
        .enters("document_validity.evaluated", evaluated("periodic", "2030-11-01", "keep"));
    BOOST_TEST(engine::to_text(m.waits_until().at("document_validity.evaluated")) == "2035-05-01");
}

BOOST_AUTO_TEST_CASE(whoever_sees_a_reason_calls_for_an_evaluation_before_its_time)
{
    document_trial m;
    in_force(m);
    m.enters("document_validity.evaluation_called",
             R"({"ground_is": "law_changed", "reason": "水法修改"})");
    BOOST_TEST(!m.waits_until().contains("document_validity.evaluated"));
    BOOST_TEST(m.waits_for().contains("document_validity.evaluated"));
    m.enters("document_validity.evaluated", evaluated("law_changed", "2026-06-01", "amend"));
    BOOST_TEST(m.waits_until().contains("document_validity.evaluated")); // at its usual time again
}

BOOST_AUTO_TEST_CASE(whoever_keeps_a_document_looks_after_it_and_nobody_else)
{
    std::string const call = R"({"ground_is": "law_changed", "reason": "水法修改"})";
    std::string const successor =
        R"({"successor_number": "高府规〔2029〕9号", "published_on": "2029-02-01"})";
    std::string const note = R"({"published_on": "2029-05-01", "address": "公告"})";
    std::string const finding = R"({"found_by": "court", "reference": "（2026）粤12行终8号",
        "found_on": "2026-05-20", "provision": "第八条", "findings": "与上位法抵触"})";
    std::vector<attempted_act> const clean_ups{
        {"document_validity.cleaned_up", cleaned("kept"), "NORM-18"},
        {"document_validity.cleaned_up", cleaned("to_be_amended"), "NORM-18"},
        {"document_validity.cleaned_up", cleaned("repealed"), "NORM-18"},
        {"document_validity.cleaned_up", cleaned("declared_invalid"), "NORM-18"}};
    document_trial m;
    in_force(m, "2029-02-01");
    is_refused_each(m.outsider(), {{"document_validity.evaluation_called", call, "NORM-17"},
                                   {"document_validity.evaluated",
                                    evaluated("validity_ends", "2029-02-01"), "NORM-17"},
                                   {"document_validity.found_unlawful", finding, "NORM-19"}});
    is_refused_each(m, clean_ups);
    m.justice().enters("document_validity.evaluated", evaluated("validity_ends", "2029-02-01"));
    is_refused_each(m.outsider(), {{"document_validity.prolonged", prolonged, "NORM-14"}});
    m.justice().enters("document_validity.cleaned_up", cleaned("to_be_amended"));
    is_refused_each(m.outsider(), {{"document_validity.amended", successor, "NORM-18"},
                                   {"document_validity.amended",
                                    with(successor, R"({"stays_in_force": true})"), "NORM-18"}});
    is_refused_each(m, clean_ups);
    is_refused_each(m.on("2029-05-01"), {{"document_validity.lapse_noted", note, "NORM-14"}});

    document_trial unchanged;
    in_force(unchanged, "2029-05-01");
    is_refused_each(unchanged.outsider(), {{"document_validity.lapse_noted", note, "NORM-14"}});
}

BOOST_AUTO_TEST_CASE(of_what_has_lapsed_nothing_is_noted_but_the_lapse)
{
    std::string const successor =
        R"({"successor_number": "高府规〔2029〕9号", "published_on": "2029-05-01"})";
    std::vector<attempted_act> const clean_ups{
        {"document_validity.cleaned_up", cleaned("kept"), "NORM-14"},
        {"document_validity.cleaned_up", cleaned("to_be_amended"), "NORM-14"},
        {"document_validity.cleaned_up", cleaned("repealed"), "NORM-14"},
        {"document_validity.cleaned_up", cleaned("declared_invalid"), "NORM-14"}};
    document_trial m;
    in_force(m, "2029-05-01");
    is_refused_each(m, clean_ups);
    document_trial n;
    in_force(n).enters("document_validity.cleaned_up", cleaned("to_be_amended"));
    is_refused_each(n.on("2029-05-01"), clean_ups);
    is_refused_each(n, {{"document_validity.amended", successor, "NORM-14"},
                        {"document_validity.amended",
                         with(successor, R"({"stays_in_force": true})"), "NORM-14"}});
    n.enters("document_validity.lapse_noted",
             R"({"published_on": "2029-05-01", "address": "公告"})");
}

BOOST_AUTO_TEST_CASE(the_office_keeps_the_governments_documents_and_not_a_departments)
{
    document_trial m;
    m.issued(a_departments_proposal, document_publication).on("2026-06-01");
    is_refused_each(m.office(), {{"document_validity.cleaned_up", cleaned("kept"), "NORM-18"}});
    m.drafter().enters("document_validity.cleaned_up", cleaned("kept"));
    document_trial n;
    n.issued(a_proposal, document_publication).on("2026-06-01");
    n.office().enters("document_validity.cleaned_up", cleaned("kept"));
}

BOOST_AUTO_TEST_CASE(nothing_is_told_of_a_document_in_force_before_it_happened)
{
    document_trial m;
    in_force(m, "2028-10-30");
    is_refused_each(
        m, {{"document_validity.evaluated", evaluated("validity_ends", "2028-10-31"), "JC-3"}});
    m.enters("document_validity.cleaned_up", cleaned("to_be_amended"));
    is_refused_each(m, {{"document_validity.amended",
                         R"({"successor_number": "高府规〔2028〕9号",
                             "published_on": "2028-10-31"})",
                         "JC-3"},
                        {"document_validity.amended",
                         R"({"successor_number": "高府规〔2028〕9号",
                             "published_on": "2028-10-31", "stays_in_force": true})",
                         "JC-3"}});
    is_refused_each(m.on("2029-05-01"),
                    {{"document_validity.lapse_noted",
                      R"({"published_on": "2029-05-02", "address": "公告"})", "JC-3"}});
}

BOOST_AUTO_TEST_CASE(a_court_that_does_not_apply_a_document_gives_a_ground)
{
    document_trial m;
    in_force(m);
    m.enters("document_validity.evaluation_called",
             R"({"ground_is": "many_opinions", "reason": "意见较多"})");
    for (auto const* ground : {"court_finding", "periodic"})
        BOOST_TEST(m.refused("document_validity.evaluated", evaluated(ground, "2026-06-01")) ==
                       rules{"NORM-17"},
                   ground);
    std::string const finding = R"({"found_by": "court", "reference": "（2026）粤12行终8号",
        "found_on": "2026-05-20", "provision": "第八条", "findings": "与上位法抵触"})";
    BOOST_TEST(m.refused("document_validity.found_unlawful",
                         with(finding, R"({"found_on": "2026-06-02"})")) == rules{"JC-3"});
    m.enters("document_validity.found_unlawful", finding);
    m.enters("document_validity.evaluated", evaluated("court_finding", "2026-06-01", "repeal"));
}

BOOST_AUTO_TEST_CASE(a_document_is_prolonged_before_its_end_on_an_evaluation)
{
    document_trial m;
    in_force(m, "2029-02-01");
    BOOST_TEST(m.refused("document_validity.prolonged", prolonged) == rules{"NORM-17"});
    m.enters("document_validity.evaluated", evaluated("validity_ends", "2029-02-01"));
    BOOST_TEST(m.refused("document_validity.prolonged",
                         with(prolonged, R"({"valid_until": "2029-04-30"})")) == rules{"NORM-14"});
    BOOST_TEST(m.refused("document_validity.prolonged",
                         with(prolonged, R"({"published_on": "2029-01-31"})")) == rules{"NORM-18"});
    BOOST_TEST(m.refused("document_validity.prolonged",
                         with(prolonged, R"({"decided_on": "2029-02-02"})")) ==
               (rules{"JC-3", "NORM-18"}));
    m.enters("document_validity.prolonged", prolonged);
    BOOST_TEST(engine::to_text(m.waits_until().at("document_validity.lapse_noted")) ==
               "2032-05-01");
    // for the next time there has to be another evaluation
    auto const again = with(prolonged, R"({"valid_until": "2033-04-30"})");
    BOOST_TEST(m.refused("document_validity.prolonged", again) == rules{"NORM-17"});
    m.enters("document_validity.evaluation_called",
             R"({"ground_is": "law_changed", "reason": "水法修改"})");
    m.enters("document_validity.evaluated", evaluated("law_changed", "2029-02-01"));
    m.enters("document_validity.prolonged", again);

    document_trial late;
    in_force(late, "2029-05-02");
    late.enters("document_validity.evaluated", evaluated("validity_ends", "2029-05-02"));
    BOOST_TEST(late.refused("document_validity.prolonged", prolonged) == rules{"NORM-14"});
}

BOOST_AUTO_TEST_CASE(a_document_without_an_end_is_not_prolonged)
{
    document_trial m;
    m.issued(a_proposal, without_end()).on("2029-02-01").justice();
    BOOST_TEST(m.refused("document_validity.prolonged", prolonged) == rules{"NORM-14"});
}

BOOST_AUTO_TEST_CASE(a_trial_document_is_prolonged_by_three_years_at_most)
{
    document_trial m;
    m.issued(with(a_proposal, R"({"nature_is": "trial"})"), document_publication)
        .on("2029-02-01")
        .justice();
    m.enters("document_validity.evaluated", evaluated("validity_ends", "2029-02-01"));
    BOOST_TEST(m.refused("document_validity.prolonged",
                         with(prolonged, R"({"valid_until": "2032-05-01"})")) == rules{"NORM-14"});
    m.enters("document_validity.prolonged", prolonged);
}

BOOST_AUTO_TEST_CASE(the_clean_up_keeps_changes_or_ends_a_document)
{
    struct scenario {
        char const* result;
        char const* stage;
        char const* phase;
        char const* figure;
    };
    for (auto const& one :
         {scenario{"kept", "in_force", "document_issued", "NORM.cleanup_kept"},
          scenario{"to_be_amended", "to_be_amended", "document_to_be_amended",
                   "NORM.cleanup_amended"},
          scenario{"repealed", "ended", "document_repealed", "NORM.cleanup_repealed"},
          scenario{"declared_invalid", "ended", "document_invalid", "NORM.cleanup_expired"}}) {
        document_trial m;
        in_force(m).enters("document_validity.cleaned_up", cleaned(one.result));
        BOOST_TEST(m.stage("document_validity") == one.stage);
        BOOST_TEST(m.summary().phase == one.phase);
        BOOST_TEST(m.summary().closed == (std::string(one.stage) == "ended"));
        BOOST_TEST(m.figures()[one.figure] == 1);
    }
}

BOOST_AUTO_TEST_CASE(the_result_of_a_clean_up_is_told_after_it_was_decided)
{
    document_trial m;
    in_force(m);
    BOOST_TEST(m.refused("document_validity.cleaned_up",
                         with(cleaned("repealed"), R"({"published_on": "2026-05-31"})")) ==
               rules{"NORM-18"});
    BOOST_TEST(m.refused("document_validity.cleaned_up",
                         with(cleaned("repealed"), R"({"published_on": "2026-06-02"})")) ==
               rules{"JC-3"});
    BOOST_TEST(m.refused("document_validity.cleaned_up",
                         with(cleaned("repealed"), R"({"decided_on": "2026-06-02"})")) ==
               (rules{"JC-3", "NORM-18"}));
}

BOOST_AUTO_TEST_CASE(a_document_to_be_amended_has_a_successor_or_stays)
{
    std::string const successor =
        R"({"successor_number": "高府规〔2026〕9号", "published_on": "2026-06-01"})";
    document_trial m;
    in_force(m).enters("document_validity.cleaned_up", cleaned("to_be_amended"));
    BOOST_TEST(m.refused("document_validity.amended",
                         with(successor, R"({"successor_number": "高府规〔2026〕1号"})")) ==
               rules{"NORM-18"});
    m.enters("document_validity.amended", successor);
    BOOST_TEST(m.summary().phase == "document_replaced");
    BOOST_TEST(m.summary().closed);

    document_trial n;
    in_force(n).enters("document_validity.cleaned_up", cleaned("to_be_amended"));
    n.enters("document_validity.amended", with(successor, R"({"stays_in_force": true})"));
    BOOST_TEST(n.stage("document_validity") == "in_force");
    BOOST_TEST(n.summary().phase == "document_issued");
}

BOOST_AUTO_TEST_CASE(a_lapse_is_noted_when_the_last_day_is_over)
{
    std::string const note = R"({"published_on": "2029-05-01", "address": "公告"})";
    document_trial m;
    in_force(m, "2029-04-30");
    BOOST_TEST(m.refused("document_validity.lapse_noted",
                         with(note, R"({"published_on": "2029-04-30"})")) == rules{"NORM-14"});
    m.on("2029-05-01").enters("document_validity.lapse_noted", note);
    BOOST_TEST(m.summary().phase == "document_lapsed");
    BOOST_TEST(m.summary().closed);
    BOOST_TEST(m.figures(2029)["NORM.lapsed"] == 1);
    BOOST_TEST(m.waits_for() == rules{"document_filing.filed"}); // late, and still to be done
}

BOOST_AUTO_TEST_CASE(a_lapse_is_missing_only_of_what_has_an_end)
{
    document_trial m;
    in_force(m);
    BOOST_TEST(m.shown_to_drafter("document_validity.lapse_noted", "2026-06-01").duty);
    document_trial n;
    n.issued(a_proposal, without_end());
    BOOST_TEST(!n.shown_to_drafter("document_validity.lapse_noted", "2026-06-01").duty);
    n.on("2026-06-01").justice().enters("document_validity.cleaned_up", cleaned("to_be_amended"));
    BOOST_TEST(!n.shown_to_drafter("document_validity.lapse_noted", "2026-06-01").duty);
}

BOOST_AUTO_TEST_CASE(what_has_no_end_does_not_lapse)
{
    document_trial m;
    m.issued(a_proposal, without_end()).on("2029-05-01").justice();
    BOOST_TEST(m.refused("document_validity.lapse_noted",
                         R"({"published_on": "2029-05-01", "address": "公告"})") ==
               rules{"NORM-14"});
}

BOOST_AUTO_TEST_SUITE_END()
