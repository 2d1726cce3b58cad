#include "tests/workflows/submission_trial.hpp"

namespace tests::a_submission {

using namespace workflows::major_decision;
using drafting::change_class;
using legality_review::review_outcome;

std::string const filing = R"({"legal_basis":["城市供水条例"],"request":)" + document_json(30) +
                           R"(,"draft":)" + document_json(101) + R"(,"explanation":)" +
                           document_json(201) + R"(,"sponsor_minutes":)" + document_json(81) +
                           R"(,"legality_opinion":)" + document_json(90) + "}";
std::string const agenda = R"({"meeting":"executive","meeting_on":"2024-04-08"})";

trial reviewed(std::string place)
{
    trial t(make_submission(), std::move(place));
    start(t);
    touches(t).secret = true;
    put_draft(t, change_class::first_draft);
    t.file.participation.exemption = on_record(t, participation::exempted{}, 10);
    t.file.sponsor_review.opinion = on_record(t, sponsor_review::legal_opinion_given{}, 11);
    sponsor_review::discussed talk{};
    talk.passed = true;
    talk.minutes = document(81);
    t.file.sponsor_review.discussion = on_record(t, talk, 12);
    legality_review::concluded word{};
    word.outcome = review_outcome::lawful;
    word.opinion = document(90);
    t.file.legality_review.conclusion = on_record(t, word, 20);
    t.on("2024-04-01").by("sponsor_clerk", "water");
    return t;
}

trial filed(std::string place)
{
    auto t = reviewed(std::move(place));
    t.enters("submission.filed", filing);
    t.by("office_secretary", "office");
    return t;
}

} // namespace tests::a_submission
