#include "tests/workflows/normative_document/document_trial.hpp"

#include <algorithm>
#include <set>

using namespace tests;

namespace {

std::string const to_higher = R"({"recipient_is": "higher_government",
    "filed_on": "2026-04-01", "documents": [)" +
                              document('a') + "]}";
std::string const to_own = with(to_higher, R"({"recipient_is": "own_government"})");

/// Of the government, filed on 1 April.
document_trial& filed(document_trial& m)
{
    m.issued(a_proposal, document_publication).on("2026-04-01").office();
    m.enters("document_filing.filed", to_higher);
    return m;
}

std::string answer(std::string const& what, std::string const& on)
{
    return R"({"recipient_is": "higher_government", "answer_is": ")" + what +
           R"(", "answered_on": ")" + on + R"(", "reason": "详见审查意见"})";
}

} // namespace

BOOST_AUTO_TEST_SUITE(filing_test)

BOOST_AUTO_TEST_CASE(a_document_is_filed_within_thirty_days_of_its_publication)
{
    document_trial m;
    m.issued(a_proposal, document_publication);
    BOOST_TEST(engine::to_text(m.limit("document_filing").due) == "2026-04-22");
    m.on("2026-04-01").office().enters("document_filing.filed", to_higher);
    BOOST_TEST(!m.waits_for().contains("document_filing.filed"));
    BOOST_TEST((m.limit("document_filing").is == engine::limit::state::met));
    BOOST_TEST(m.figures()["NORM.filed_timely"] == 1);
}

BOOST_AUTO_TEST_CASE(filing_late_is_still_filing_and_stays_on_record)
{
    document_trial m;
    m.issued(a_proposal, document_publication).on("2026-04-23").office();
    BOOST_TEST(m.advised("document_filing.filed",
                         with(to_higher, R"({"filed_on": "2026-04-23"})")) == rules{"NORM-15"});
    BOOST_TEST(m.figures()["NORM.filed"] == 1);
    BOOST_TEST(!m.figures().contains("NORM.filed_timely"));
}

BOOST_AUTO_TEST_CASE(the_governments_documents_go_up_and_a_departments_to_its_government)
{
    document_trial m;
    m.issued(a_proposal, document_publication).on("2026-04-01").office();
    BOOST_TEST(m.refused("document_filing.filed", to_own) == rules{"NORM-15"});
    m.enters("document_filing.filed", to_higher);
    document_trial n;
    n.issued(a_departments_proposal, document_publication).on("2026-04-01").drafter();
    BOOST_TEST(n.refused("document_filing.filed", to_higher) == rules{"NORM-15"});
    n.enters("document_filing.filed", to_own);
}

BOOST_AUTO_TEST_CASE(the_government_files_its_documents_and_a_department_its_own)
{
    document_trial m;
    m.issued(a_proposal, document_publication).on("2026-04-01");
    is_refused_each(m.drafter(), {{"document_filing.filed", to_higher, "NORM-15"}});
    m.justice().enters("document_filing.filed", to_higher);
    document_trial n;
    n.issued(a_departments_proposal, document_publication).on("2026-04-01");
    for (auto const who : {&document_trial::justice, &document_trial::outsider})
        is_refused_each((n.*who)(), {{"document_filing.filed", to_own, "NORM-15"}});
    n.drafter().enters("document_filing.filed", to_own);
}

BOOST_AUTO_TEST_CASE(what_comes_back_is_entered_by_whoever_filed_and_met_by_whoever_drafted_too)
{
    document_trial m;
    filed(m);
    std::string const demand = R"({"recipient_is": "higher_government",
        "demand_is": "supplement", "received_on": "2026-04-01", "what_for": "补送说明"})";
    std::string const supply = R"({"recipient_is": "higher_government", "summary": "已补送"})";
    std::string const correction =
        R"({"recipient_is": "higher_government", "measures": "删去第八条"})";
    auto const wrong = answer("to_be_corrected", "2026-04-01");
    is_refused_each(m.drafter(), {{"document_filing.demanded", demand, "NORM-16"},
                                  {"document_filing.answered", wrong, "NORM-16"}});
    m.office().enters("document_filing.demanded", demand);
    is_refused_each(m.outsider(), {{"document_filing.supplied", supply, "NORM-16"}});
    m.drafter().enters("document_filing.supplied", supply);
    m.office().enters("document_filing.answered", wrong);
    is_refused_each(m.outsider(), {{"document_filing.corrected", correction, "NORM-16"}});
    m.drafter().enters("document_filing.corrected", correction);
}

BOOST_AUTO_TEST_CASE(a_departments_own_government_answers_and_nobody_else_is_asked_for_it)
{
    auto const asked = [](document_trial const& m) {
        std::set<std::string> roles;
        for (auto const& one : m.file().tasks(m.now()))
            if (one.kind == "document_filing.answered")
                roles.insert(one.role);
        return roles;
    };
    document_trial m;
    m.issued(a_departments_proposal, document_publication).on("2026-04-01").drafter();
    m.enters("document_filing.filed", to_own);
    BOOST_TEST((asked(m) == std::set<std::string>{"reviewer"}));
    document_trial n;
    filed(n);
    BOOST_TEST((asked(n) == std::set<std::string>{"office_secretary", "reviewer"}));
}

BOOST_AUTO_TEST_CASE(nothing_that_comes_back_is_offered_before_something_was_sent)
{
    auto const is_open = [](document_trial const& m, std::string_view kind) {
        engine::actor who;
        who.role = "office_secretary";
        who.unit = "office";
        auto const offers = m.file().offers(who, m.now());
        return std::any_of(offers.begin(), offers.end(), [&](engine::offer const& one) {
            return one.kind == kind && one.is_open();
        });
    };
    document_trial m;
    m.issued(a_proposal, document_publication).on("2026-04-01");
    document_trial n;
    filed(n);
    for (auto const* kind : {"document_filing.demanded", "document_filing.answered"}) {
        BOOST_TEST(!is_open(m, kind), kind);
        BOOST_TEST(is_open(n, kind), kind);
    }
}

BOOST_AUTO_TEST_CASE(nothing_comes_back_in_the_future)
{
    document_trial m;
    filed(m);
    is_refused_each(m, {{"document_filing.demanded",
                         R"({"recipient_is": "higher_government", "demand_is": "supplement",
                             "received_on": "2026-04-02", "what_for": "补送说明"})",
                         "JC-3"},
                        {"document_filing.answered", answer("registered", "2026-04-02"), "JC-3"}});
}

BOOST_AUTO_TEST_CASE(what_is_filed_is_the_signed_text_after_its_publication)
{
    document_trial m;
    m.issued(a_proposal, document_publication).on("2026-04-01").office();
    BOOST_TEST(m.refused("document_filing.filed", with(to_higher, R"({"documents": []})")) ==
               rules{"JC-2"});
    BOOST_TEST(m.refused("document_filing.filed",
                         with(to_higher, R"({"filed_on": "2026-03-22"})")) == rules{"NORM-15"});
    BOOST_TEST(m.refused("document_filing.filed",
                         with(to_higher, R"({"filed_on": "2026-04-02"})")) == rules{"JC-3"});
}

BOOST_AUTO_TEST_CASE(the_numbered_paper_is_filed_for_the_text_that_it_is_made_of)
{
    document_trial m;
    m.adopted(a_proposal)
        .mayor()
        .enters("document_issue.text_signed", R"({"final_text": )" + document('a') + "}");
    m.on("2026-03-23")
        .office()
        .enters("document_issue.numbered",
                R"({"registration_number": "1", "document_number": "高府规〔2026〕3号",
            "printed_by": "政府办公室", "issued_paper": )" +
                    document('f') + "}");
    m.enters("document_issue.published", document_publication);
    auto const with_paper = [](char hash) {
        return with(to_higher, R"({"documents": [)" + document(hash) + "]}");
    };
    m.on("2026-04-01");
    BOOST_TEST(m.refused("document_filing.filed", with_paper('e')) == rules{"JC-2"});
    m.enters("document_filing.filed", with_paper('f'));
}

BOOST_AUTO_TEST_CASE(it_is_filed_once_and_again_only_when_it_was_not_registered)
{
    document_trial m;
    filed(m);
    BOOST_TEST(m.refused("document_filing.filed", to_higher) == rules{"NORM-15"});
    m.enters("document_filing.answered", answer("not_registered", "2026-04-01"));
    m.enters("document_filing.filed", to_higher);
    BOOST_TEST(m.figures()["NORM.filed"] == 1);
}

BOOST_AUTO_TEST_CASE(what_the_examiner_wants_is_supplied_in_its_time)
{
    document_trial m;
    filed(m);
    std::string const demand = R"({"recipient_is": "higher_government",
        "demand_is": "supplement", "received_on": "2026-04-01", "what_for": "补送说明"})";
    BOOST_TEST(m.refused("document_filing.supplied",
                         R"({"recipient_is": "higher_government", "summary": "无"})") ==
               rules{"NORM-16"});
    BOOST_TEST(m.refused("document_filing.demanded",
                         with(demand, R"({"received_on": "2026-03-31"})")) == rules{"NORM-16"});
    BOOST_TEST(m.refused("document_filing.demanded",
                         with(demand, R"({"recipient_is": "own_government"})")) ==
               rules{"NORM-16"});
    m.enters("document_filing.demanded", demand);
    BOOST_TEST(m.refused("document_filing.demanded", demand) == rules{"NORM-16"}); // one at a time
    BOOST_TEST(engine::to_text(m.limit("document_filing_supplement").due) == "2026-04-16");
    m.drafter().enters("document_filing.supplied",
                       R"({"recipient_is": "higher_government", "summary": "已补送"})");
    BOOST_TEST((m.limit("document_filing_supplement").is == engine::limit::state::met));
    m.office().enters("document_filing.demanded",
                      with(demand, R"({"demand_is": "maker_explanation"})"));
    // 6 April is a festival; the seventh working day.
    BOOST_TEST(engine::to_text(m.limit("document_explanation").due) == "2026-04-13");
}

BOOST_AUTO_TEST_CASE(an_answer_that_does_not_register_is_reasoned_and_comes_after_the_filing)
{
    document_trial m;
    filed(m);
    for (auto const* kind : {"not_registered", "held_back", "to_be_corrected"})
        BOOST_TEST(m.refused("document_filing.answered",
                             with(answer(kind, "2026-04-01"), R"({"reason": null})")) ==
                       rules{"NORM-16"},
                   kind);
    BOOST_TEST(m.refused("document_filing.answered", answer("registered", "2026-03-31")) ==
               rules{"NORM-16"});
    m.enters("document_filing.answered", answer("held_back", "2026-04-01"));
    m.enters("document_filing.answered", answer("registered", "2026-04-01"));
    BOOST_TEST(m.refused("document_filing.answered", answer("registered", "2026-04-01")) ==
               rules{"NORM-16"});
}

BOOST_AUTO_TEST_CASE(what_is_found_wrong_is_corrected_within_thirty_days)
{
    document_trial m;
    filed(m);
    std::string const correction =
        R"({"recipient_is": "higher_government", "measures": "删去第八条"})";
    BOOST_TEST(m.refused("document_filing.corrected", correction) == rules{"NORM-16"});
    m.enters("document_filing.answered", answer("to_be_corrected", "2026-04-01"));
    BOOST_TEST(m.waits_for().contains("document_filing.corrected"));
    BOOST_TEST(engine::to_text(m.limit("document_filing_correction").due) == "2026-05-06");
    m.drafter().enters("document_filing.corrected", correction);
    BOOST_TEST(!m.waits_for().contains("document_filing.corrected"));
}

BOOST_AUTO_TEST_CASE(the_own_government_examines_by_somebody_who_did_not_review)
{
    document_trial m;
    m.issued(a_departments_proposal, document_publication).on("2026-04-01").drafter();
    m.enters("document_filing.filed", to_own);
    auto const registered = R"({"recipient_is": "own_government", "answer_is": "registered",
        "answered_on": "2026-04-01"})";
    BOOST_TEST(m.refused("document_filing.answered", registered) == rules{"NORM-16"});
    BOOST_TEST(m.justice().refused("document_filing.answered", registered) == rules{"JC-1"});
    BOOST_TEST(engine::to_text(m.limit("document_filing_examination").due) == "2026-06-01");
    m.examiner().enters("document_filing.answered", registered);
    BOOST_TEST(m.figures()["NORM.filed_reviewed"] == 1);
}

BOOST_AUTO_TEST_SUITE_END()
