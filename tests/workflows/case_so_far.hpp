#ifndef JUECE_TESTS_WORKFLOWS_CASE_SO_FAR_HPP
#define JUECE_TESTS_WORKFLOWS_CASE_SO_FAR_HPP

#include "tests/workflows/trial.hpp"

#include <optional>
#include <set>
#include <string>

// The facts of a case up to a certain step, for tests of the chapters that come after it.

namespace tests {

using rules = std::set<std::string>;
namespace law = workflows::major_decision;

/// A stored document whose hash is one hexadecimal digit repeated.
inline engine::document_ref paper(char digit, std::string name = "文件")
{
    return {std::string(64, digit), std::move(name)};
}

/// The same as JSON.
inline std::string paper_json(char digit)
{
    return R"({"hash":")" + std::string(64, digit) + R"(","name":"文件"})";
}

/// The object with these members replaced; a null takes the member away.
inline std::string with(std::string const& base, std::string const& changes)
{
    auto object = boost::json::parse(base).as_object();
    auto const replaced = boost::json::parse(changes);
    for (auto const& one : replaced.as_object())
        if (one.value().is_null())
            object.erase(one.key());
        else
            object[one.key()] = one.value();
    return boost::json::serialize(object);
}

inline engine::day date(std::string_view text)
{
    return engine::parse_day(text).value();
}

template <class Body>
law::entered<Body> entry(trial::dossier const& file, Body body, std::string_view on,
                         long long seq = 1)
{
    return {std::move(body), seq, date(on), {}, {}, law::current_draft(file)};
}

/// The water bureau leads; the route of the people's congress is as given.
inline void start(trial::dossier& file,
                  law::intake::congress_route route = law::intake::congress_route::none)
{
    law::intake::proposed proposal{};
    proposal.title = "污水处理收费方案";
    file.intake.proposal = entry(file, proposal, "2023-12-01");
    law::intake::start_decided started{};
    started.lead = "water";
    started.sponsors = {"water"};
    started.congress = route;
    started.decided_on = date("2023-12-10");
    file.intake.started = entry(file, started, "2023-12-10");
    file.doings.push_back(
        {1, "intake.proposed", {7}, "某人", "sponsor_clerk", "water", date("2023-12-01")});
}

/// The next version of the draft: document of that digit.
inline void draft(trial::dossier& file, char digit,
                  law::drafting::change_class change = law::drafting::change_class::first_draft)
{
    law::drafting::versioned version{};
    version.draft = paper(digit);
    version.explanation = paper('e');
    version.change = change;
    file.drafting.versions.push_back(entry(file, version, "2024-01-10"));
}

/// The reviewer's word on the current version.
inline void confirm(trial::dossier& file, law::drafting::change_class change)
{
    law::drafting::change_confirmed word{};
    word.version = law::current_draft(file);
    word.change = change;
    file.drafting.confirmations.push_back(entry(file, word, "2024-03-01"));
}

/// The public was heard on the current draft, and the sponsor reviewed and discussed it: what
/// Guangdong asks of every matter before the legality review.
inline void prepare(trial::dossier& file)
{
    file.participation.conclusion = entry(file, law::participation::concluded{}, "2024-02-10", 10);
    law::sponsor_review::legal_opinion_given opinion{};
    opinion.outcome = law::sponsor_review::sponsor_outcome::lawful;
    file.sponsor_review.opinion = entry(file, opinion, "2024-02-12", 11);
    law::sponsor_review::discussed talk{};
    talk.passed = true;
    file.sponsor_review.discussion = entry(file, talk, "2024-02-14", 12);
}

/// A lawful opinion on the current draft, with what has to come before it.
inline void review(trial::dossier& file, std::string_view on = "2024-02-20")
{
    prepare(file);
    law::legality_review::concluded opinion{};
    opinion.within_power = opinion.procedure_followed = opinion.content_lawful = true;
    opinion.outcome = law::legality_review::review_outcome::lawful;
    file.legality_review.filing = entry(file, law::legality_review::filed{}, on);
    file.legality_review.conclusion = entry(file, opinion, on, 20);
}

inline void put_on_agenda(trial::dossier& file, std::string_view meeting_on = "2024-03-01")
{
    law::submission::placed_on_agenda agenda{};
    agenda.meeting = law::submission::meeting_kind::executive;
    agenda.meeting_on = date(meeting_on);
    file.submission.filing = entry(file, law::submission::filed{}, "2024-02-22");
    file.submission.agenda = entry(file, agenda, "2024-02-25", 25);
}

/// A meeting with that outcome on 2024-03-01.
inline void
meet(trial::dossier& file,
     law::deliberation::meeting_outcome outcome = law::deliberation::meeting_outcome::adopted,
     std::string_view on = "2024-03-01", long long seq = 30)
{
    law::deliberation::held meeting{};
    meeting.met_on = date(on);
    meeting.outcome = outcome;
    file.deliberation.meetings.push_back(entry(file, meeting, on, seq));
}

/// The party committee's answer on the current draft.
inline void
ask_party(trial::dossier& file,
          law::party_report::party_answer answer = law::party_report::party_answer::agrees,
          long long seq = 40)
{
    law::party_report::made report{};
    report.reported_on = date("2024-03-04");
    file.party_report.report = entry(file, report, "2024-03-04", seq);
    law::party_report::answered reply{};
    reply.answered_on = date("2024-03-06");
    reply.answer = answer;
    file.party_report.answer = entry(file, reply, "2024-03-06", seq + 1);
}

inline void sign(trial::dossier& file)
{
    law::publication::text_signed text{};
    text.final_text = paper('a');
    text.signed_on = date("2024-03-08");
    file.publication.signing = entry(file, text, "2024-03-08", 50);
}

inline void publish(trial::dossier& file)
{
    law::publication::published notice{};
    notice.published_on = date("2024-03-11");
    file.publication.notice = entry(file, notice, "2024-03-11", 51);
}

/// The transport bureau executes.
inline void name_executor(trial::dossier& file)
{
    law::execution::unit_named named{};
    named.executor = "transport";
    file.execution.executor = entry(file, named, "2024-03-15", 60);
}

inline void report_problem(
    trial::dossier& file,
    law::execution::problem_kind kind = law::execution::problem_kind::circumstances_changed)
{
    law::execution::problem_reported problem{};
    problem.problem = kind;
    file.execution.problems.push_back(entry(file, problem, "2024-05-01", 70));
}

/// Everything up to the adoption of draft 'a' on 2024-03-01.
inline void adopt(trial::dossier& file)
{
    start(file);
    draft(file, 'a');
    review(file);
    put_on_agenda(file);
    meet(file);
}

/// Everything up to the publication on 2024-03-11.
inline void issue(trial::dossier& file)
{
    adopt(file);
    ask_party(file);
    sign(file);
    publish(file);
}

/// What the matter touches, to be filled by the test.
inline law::drafting::assessed& touches(trial::dossier& file)
{
    if (!file.drafting.touches)
        file.drafting.touches = entry(file, law::drafting::assessed{}, "2024-01-05");
    return file.drafting.touches->body;
}

} // namespace tests

#endif
