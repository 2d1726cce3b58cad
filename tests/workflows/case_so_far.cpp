#include "tests/workflows/case_so_far.hpp"

#include "workflows/major_decision/parameters.hpp"

namespace tests {

engine::document_ref paper(char digit, std::string name)
{
    return {std::string(64, digit), std::move(name)};
}

std::string paper_json(char digit)
{
    return R"({"hash":")" + std::string(64, digit) + R"(","name":"文件"})";
}

std::string with(std::string const& base, std::string const& changes)
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

engine::day date(std::string_view text)
{
    return engine::parse_day(text).value();
}

void start(trial::dossier& file, law::intake::congress_route route)
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

void draft(trial::dossier& file, char digit, law::drafting::change_class change)
{
    law::drafting::versioned version{};
    version.draft = paper(digit);
    version.explanation = paper('e');
    version.change = change;
    file.drafting.versions.push_back(entry(file, version, "2024-01-10"));
}

void confirm(trial::dossier& file, law::drafting::change_class change)
{
    law::drafting::change_confirmed word{};
    word.version = law::current_draft(file);
    word.change = change;
    file.drafting.confirmations.push_back(entry(file, word, "2024-03-01"));
}

void prepare(trial::dossier& file)
{
    file.participation.conclusion = entry(file, law::participation::concluded{}, "2024-02-10", 10);
    law::sponsor_review::legal_opinion_given opinion{};
    opinion.outcome = law::sponsor_review::sponsor_outcome::lawful;
    file.sponsor_review.opinion = entry(file, opinion, "2024-02-12", 11);
    law::sponsor_review::discussed talk{};
    talk.passed = true;
    file.sponsor_review.discussion = entry(file, talk, "2024-02-14", 12);
}

void review(trial::dossier& file, std::string_view on)
{
    prepare(file);
    law::legality_review::concluded opinion{};
    opinion.within_power = opinion.procedure_followed = opinion.content_lawful = true;
    opinion.outcome = law::legality_review::review_outcome::lawful;
    file.legality_review.filing = entry(file, law::legality_review::filed{}, on);
    file.legality_review.conclusion = entry(file, opinion, on, 20);
}

void put_on_agenda(trial::dossier& file, std::string_view meeting_on)
{
    law::submission::placed_on_agenda agenda{};
    agenda.meeting = law::submission::meeting_kind::executive;
    agenda.meeting_on = date(meeting_on);
    file.submission.filing = entry(file, law::submission::filed{}, "2024-02-22");
    file.submission.agenda = entry(file, agenda, "2024-02-25", 25);
}

void meet(trial::dossier& file, law::deliberation::meeting_outcome outcome, std::string_view on,
          long long seq)
{
    law::deliberation::held meeting{};
    meeting.met_on = date(on);
    meeting.outcome = outcome;
    file.deliberation.meetings.push_back(entry(file, meeting, on, seq));
}

void ask_party(trial::dossier& file, law::party_report::party_answer answer, long long seq)
{
    law::party_report::made report{};
    report.reported_on = date("2024-03-04");
    file.party_report.report = entry(file, report, "2024-03-04", seq);
    law::party_report::answered reply{};
    reply.answered_on = date("2024-03-06");
    reply.answer = answer;
    file.party_report.answer = entry(file, reply, "2024-03-06", seq + 1);
}

void sign(trial::dossier& file)
{
    law::publication::text_signed text{};
    text.final_text = paper('a');
    text.signed_on = date("2024-03-08");
    file.publication.signing = entry(file, text, "2024-03-08", 50);
}

void publish(trial::dossier& file)
{
    law::publication::published notice{};
    notice.published_on = date("2024-03-11");
    file.publication.notice = entry(file, notice, "2024-03-11", 51);
}

void name_executor(trial::dossier& file)
{
    law::execution::unit_named named{};
    named.executor = "transport";
    file.execution.executor = entry(file, named, "2024-03-15", 60);
}

void report_problem(trial::dossier& file, law::execution::problem_kind kind)
{
    law::execution::problem_reported problem{};
    problem.problem = kind;
    file.execution.problems.push_back(entry(file, problem, "2024-05-01", 70));
}

void adopt(trial::dossier& file)
{
    start(file);
    draft(file, 'a');
    review(file);
    put_on_agenda(file);
    meet(file);
}

void issue(trial::dossier& file)
{
    adopt(file);
    ask_party(file);
    sign(file);
    publish(file);
}

engine::rule_book const& where_evaluation_is_a_duty()
{
    static auto const made = book_of("strict", {{.key = "evaluation.duty_triggers",
                                                 .value = std::vector<std::string>{"basis_changed"},
                                                 .rule = "R713-36.1"}});
    return made;
}

law::drafting::assessed& touches(trial::dossier& file)
{
    if (!file.drafting.touches)
        file.drafting.touches = entry(file, law::drafting::assessed{}, "2024-01-05");
    return file.drafting.touches->body;
}

} // namespace tests
