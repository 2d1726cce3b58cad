#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/parties.hpp"

#include <algorithm>

namespace workflows::major_decision {

bool suspension_unexplained(dossier const& file)
{
    return file.execution.suspensions.size() > file.execution.explanations.size();
}

bool problem_unanswered(dossier const& file)
{
    auto const& facts = file.execution;
    if (facts.problems.empty())
        return false;
    long long last_word = 0;
    auto const heard = [&](auto const& one) {
        if (one)
            last_word = std::max(last_word, one->seq);
    };
    heard(facts.answer);
    heard(file.evaluation.order);
    heard(file.adjustment.proposal);
    heard(file.adjustment.replacement);
    if (!facts.suspensions.empty())
        last_word = std::max(last_word, facts.suspensions.back().seq);
    return facts.problems.back().seq > last_word;
}

std::optional<day> next_report(dossier const& file)
{
    auto const& all = file.execution.reports;
    return all.empty() ? std::nullopt : all.back().body.next_report_on;
}

std::vector<engine::news> told_of_execution(dossier const& file, engine::act const& what)
{
    std::vector<engine::news> all;
    if (what.kind == execution::problem_answered::kind)
        for (auto& one : executing_unit::seats(file))
            all.push_back({"execution", "news.problem_answered", std::move(one)});
    return all;
}

namespace {

std::optional<engine::limit_terms> term_of_execution(dossier const& file)
{
    auto const& named = file.execution.executor;
    if (!named || !named->body.due_on)
        return {};
    engine::limit_terms terms{.name = "execution",
                              .rule = "R713-34.3",
                              .begins = named->on,
                              .days = (*named->body.due_on - named->on).count(),
                              .binds = {execution::reported::kind, execution::completed::kind},
                              .ends_as_written = true};
    if (auto const& completion = file.execution.completion)
        terms.met_on = completion->body.completed_on;
    return terms;
}

std::optional<engine::limit_terms> term_of_report(dossier const& file)
{
    auto const next = next_report(file);
    if (!next || file.execution.completion)
        return {};
    auto const begins = file.execution.reports.back().on;
    return engine::limit_terms{.name = "execution_report",
                               .rule = "R713-34.3",
                               .begins = begins,
                               .days = (*next - begins).count(),
                               .binds = {execution::reported::kind},
                               .ends_as_written = true,
                               .rests_until_due = true};
}

} // namespace

std::vector<engine::limit_terms> execution_limits(dossier const& file, engine::rules const&)
{
    std::vector<engine::limit_terms> all;
    for (auto& one : {term_of_execution(file), term_of_report(file)})
        if (one)
            all.push_back(*one);
    return all;
}

} // namespace workflows::major_decision
