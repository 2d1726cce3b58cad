#include "workflows/major_decision/later_facts.hpp"

#include "workflows/fact_section.hpp"
#include "workflows/major_decision/dossier.hpp"

namespace workflows::major_decision {
namespace {

namespace json = boost::json;

json::object words(std::string const& text)
{
    return shown("text", text);
}

section of_issue(dossier const& file)
{
    section issue("section.issue");
    if (auto const& answer = file.party_report.answer)
        issue.add("act.party_report.answered",
                  json::array{choice(answer->body.answer), dated(answer->body.answered_on)});
    if (auto const& signing = file.publication.signing) {
        issue.add("field.document_number", words(signing->body.document_number));
        issue.add("field.signed_by", words(signing->body.signed_by));
        issue.add("field.signed_on", dated(signing->body.signed_on));
        issue.add("field.final_text", document(signing->body.final_text));
        if (auto const& paper = signing->body.issued_paper)
            issue.add("field.issued_paper", document(*paper));
    }
    if (auto const& notice = file.publication.notice) {
        issue.add("field.published_on", dated(notice->body.published_on));
        json::array channels;
        for (auto one : notice->body.channels)
            channels.push_back(choice(one));
        issue.add("field.channels", std::move(channels));
        if (notice->body.interpretation)
            issue.add("field.interpretation", document(*notice->body.interpretation));
    }
    if (auto const& withheld = file.publication.withholding)
        issue.add("act.publication.withheld", words(withheld->body.legal_basis));
    return issue;
}

section of_execution(dossier const& file)
{
    section made("section.execution");
    auto const& facts = file.execution;
    if (auto const& executor = facts.executor) {
        made.add("field.executor", shown("unit", executor->body.executor));
        made.add("field.tasks", words(executor->body.tasks));
        if (executor->body.due_on)
            made.add("field.due_on", dated(*executor->body.due_on));
    }
    for (auto const& one : facts.reports)
        made.add("act.execution.reported",
                 json::array{dated(one.body.reported_on), words(one.body.progress)});
    for (auto const& one : facts.problems)
        made.add("act.execution.problem_reported",
                 json::array{dated(one.on), choice(one.body.problem), words(one.body.description)});
    if (auto const& answer = facts.answer)
        made.add("act.execution.problem_answered",
                 json::array{dated(answer->on), words(answer->body.answer)});
    for (auto const& one : facts.suspensions)
        made.add("act.execution.suspended", json::array{dated(one.on), words(one.body.reason)});
    for (auto const& one : facts.resumptions)
        made.add("act.execution.resumed", json::array{dated(one.on), words(one.body.reason)});
    if (auto const& completion = facts.completion)
        made.add("act.execution.completed",
                 json::array{dated(completion->body.completed_on), words(completion->body.result)});
    return made;
}

section of_evaluation(dossier const& file)
{
    section made("section.evaluation");
    auto const& facts = file.evaluation;
    if (!facts.order)
        return made;
    made.add("field.evaluator", shown("unit", facts.order->body.evaluator));
    made.add_text("field.third_party", facts.order->body.third_party);
    if (auto const& report = facts.report) {
        made.add("field.advice", choice(report->body.advice));
        made.add("act.evaluation.reported",
                 json::array{dated(report->on), document(report->body.report)});
    }
    if (auto const& answer = facts.answer)
        made.add("act.evaluation.result_answered",
                 json::array{dated(answer->on), words(answer->body.answer)});
    return made;
}

section of_adjustment(dossier const& file)
{
    section made("section.adjustment");
    auto const& facts = file.adjustment;
    for (auto const& one : facts.minor)
        made.add("act.adjustment.minor_decided",
                 json::array{dated(one.body.decided_on), words(one.body.decision)});
    if (auto const& proposal = facts.proposal)
        made.add("act.adjustment.proposed",
                 json::array{dated(proposal->on), words(proposal->body.what)});
    if (auto const& reopening = facts.reopening)
        made.add("field.new_case", shown("case", reopening->body.new_case));
    if (auto const& replacement = facts.replacement)
        made.add("act.adjustment.replaced", dated(replacement->body.decided_on));
    if (auto const& refusal = facts.refusal)
        made.add("act.adjustment.declined",
                 json::array{dated(refusal->on), words(refusal->body.reason)});
    return made;
}

section of_archive(dossier const& file)
{
    section made("section.archive");
    if (auto const& closing = file.archive.closing) {
        made.add("field.archive_number", words(closing->body.archive_number));
        made.add("field.retention", choice(closing->body.retention));
        made.add("act.archive.archived", dated(closing->on));
    }
    for (auto const& one : file.archive.corrections)
        made.add("act.archive.number_corrected",
                 json::array{dated(one.on), words(one.body.reason)});
    return made;
}

} // namespace

void add_later_facts(dossier const& file, json::array& sections)
{
    of_issue(file).into(sections);
    of_execution(file).into(sections);
    of_evaluation(file).into(sections);
    of_adjustment(file).into(sections);
    of_archive(file).into(sections);
}

} // namespace workflows::major_decision
