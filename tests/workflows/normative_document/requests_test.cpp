#include "tests/workflows/normative_document/document_trial.hpp"

using namespace tests;

namespace {

std::string const request = R"({"request_number": "2026-1", "requester": "某公司",
    "received_on": "2026-06-01", "provision": "第八条", "reason": "与上位法不一致"})";
std::string const reply = R"({"request_number": "2026-1", "finding_is": "in_order",
    "answered_on": "2026-06-02", "reasons": "与上位法一致"})";
std::string const question = R"({"request_number": "2026-1", "question": "第八条的依据"})";
std::string const words =
    R"({"request_number": "2026-1", "explanation_words": "依据水法第三十九条"})";
std::string const extension = R"({"request_number": "2026-1", "reason": "情况复杂", "days": 30})";

document_trial& asked_for(document_trial& m)
{
    m.issued(a_proposal, document_publication).on("2026-06-01").justice();
    m.enters("document_requests.received", request);
    return m;
}

} // namespace

BOOST_AUTO_TEST_SUITE(requests_test)

BOOST_AUTO_TEST_CASE(a_request_is_answered_within_ninety_days)
{
    document_trial m;
    asked_for(m);
    BOOST_TEST(m.waits_for().contains("document_requests.answered"));
    BOOST_TEST(engine::to_text(m.limit("document_request").due) == "2026-08-31");
    m.on("2026-06-02").enters("document_requests.answered", reply);
    BOOST_TEST(!m.waits_for().contains("document_requests.answered"));
    BOOST_TEST(m.figures()["NORM.citizen_review_requests"] == 1);
    BOOST_TEST(m.figures()["NORM.requests_answered"] == 1);
}

BOOST_AUTO_TEST_CASE(each_request_has_a_number_of_its_own)
{
    document_trial m;
    asked_for(m);
    BOOST_TEST(m.refused("document_requests.received", request) == rules{"NORM-16"});
    m.enters("document_requests.received", with(request, R"({"request_number": "2026-2"})"));
    BOOST_TEST(m.refused("document_requests.received", with(request, R"({"request_number": "2026-3",
                                           "received_on": "2026-06-02"})")) == rules{"JC-3"});
}

BOOST_AUTO_TEST_CASE(an_answer_is_to_an_open_request_and_comes_after_it)
{
    document_trial m;
    asked_for(m).on("2026-06-02");
    BOOST_TEST(m.refused("document_requests.answered", with(reply, R"({"request_number": "9"})")) ==
               rules{"NORM-16"});
    BOOST_TEST(m.refused("document_requests.answered",
                         with(reply, R"({"answered_on": "2026-05-31"})")) == rules{"NORM-16"});
    BOOST_TEST(m.refused("document_requests.answered",
                         with(reply, R"({"answered_on": "2026-06-03"})")) == rules{"JC-3"});
    m.enters("document_requests.answered", reply);
    BOOST_TEST(m.refused("document_requests.answered", reply) == rules{"NORM-16"});
}

BOOST_AUTO_TEST_CASE(the_maker_explains_within_seven_working_days)
{
    document_trial m;
    asked_for(m);
    BOOST_TEST(m.drafter().refused("document_requests.explained", words) == rules{"NORM-16"});
    m.justice().enters("document_requests.explanation_asked", question);
    BOOST_TEST(m.refused("document_requests.explanation_asked", question) == rules{"NORM-16"});
    BOOST_TEST(engine::to_text(m.limit("document_request_explanation").due) == "2026-06-10");
    BOOST_TEST(m.waits_for().contains("document_requests.explained"));
    m.drafter().enters("document_requests.explained", words);
    BOOST_TEST(!m.waits_for().contains("document_requests.explained"));
}

BOOST_AUTO_TEST_CASE(only_an_open_request_is_worked_on)
{
    auto const of = [](std::string const& request_number, std::string const& body) {
        return with(body, R"({"request_number": ")" + request_number + "\"}");
    };
    document_trial m;
    asked_for(m);
    m.enters("document_requests.received", of("2026-2", request));
    m.enters("document_requests.explanation_asked", of("2026-2", question));
    m.on("2026-06-02");
    for (auto const* number : {"2026-1", "2026-2"})
        m.enters("document_requests.answered", of(number, reply));
    for (auto const* number : {"2026-1", "9"}) // answered, and never received
        is_refused_each(m,
                        {{"document_requests.explanation_asked", of(number, question), "NORM-16"},
                         {"document_requests.time_extended", of(number, extension), "NORM-16"}});
    // An explanation that comes after the answer was asked for, and is too late.
    is_refused_each(m.drafter(), {{"document_requests.explained", of("2026-2", words), "NORM-16"}});
}

BOOST_AUTO_TEST_CASE(the_justice_department_answers_and_the_maker_explains_and_nobody_else)
{
    document_trial m; // the head of the unit drafted nothing
    asked_for(m);
    is_refused_each(m.unit_head(), {{"document_requests.received",
                                     with(request, R"({"request_number": "2026-2"})"), "NORM-16"},
                                    {"document_requests.explanation_asked", question, "NORM-16"},
                                    {"document_requests.time_extended", extension, "NORM-16"},
                                    {"document_requests.answered",
                                     with(reply, R"({"answered_on": "2026-06-01"})"), "NORM-16"}});
    m.justice().enters("document_requests.explanation_asked", question);
    is_refused_each(m, {{"document_requests.explained", words, "NORM-16"}});
    m.unit_head().enters("document_requests.explained", words);
}

BOOST_AUTO_TEST_CASE(the_time_is_extended_once_by_thirty_days_at_most)
{
    document_trial m;
    asked_for(m);
    auto const by = [](int days) {
        return with(extension, R"({"days": )" + std::to_string(days) + "}");
    };
    for (auto const days : {0, 31})
        BOOST_TEST(m.refused("document_requests.time_extended", by(days)) == rules{"NORM-16"});
    m.enters("document_requests.time_extended", by(30));
    BOOST_TEST(engine::to_text(m.limit("document_request").due) == "2026-09-29");
    BOOST_TEST(m.refused("document_requests.time_extended", by(1)) == rules{"NORM-16"});
}

BOOST_AUTO_TEST_CASE(whoever_drafted_does_not_answer)
{
    document_trial m;
    m.commented(a_proposal, plain_matter);
    m.by("sponsor_clerk", "water", "两边任职")
        .enters("document_project.drafted", version('f', "editorial"));
    m.drafter().enters("document_review.filed",
                       with(review_file, R"({"draft": )" + document('f') + "}"));
    m.justice().enters("document_review.accepted");
    m.on("2026-03-19").enters("document_review.concluded", lawful_opinion);
    m.on("2026-03-20")
        .office()
        .enters("document_issue.deliberated",
                with(executive_meeting, R"({"draft": )" + document('f') + "}"));
    m.mayor().enters("document_issue.text_signed", R"({"final_text": )" + document('f') + "}");
    m.on("2026-03-23")
        .office()
        .enters("document_issue.numbered",
                R"({"registration_number": "1",
                                           "document_number": "高府规〔2026〕2号",
                                           "printed_by": "政府办公室"})");
    m.enters("document_issue.published", document_publication);
    m.on("2026-06-02").justice().enters("document_requests.received", request);
    m.by("reviewer", "justice", "两边任职");
    BOOST_TEST(m.refused("document_requests.answered", reply) == rules{"JC-1"});
}

BOOST_AUTO_TEST_SUITE_END()
