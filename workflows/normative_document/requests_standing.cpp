#include "workflows/normative_document/dossier.hpp"
#include "workflows/normative_document/parameters.hpp"

#include <algorithm>

namespace workflows::normative_document {

using requests::request_line;

request_line const* find_request(dossier const& file, std::string_view number)
{
    for (auto const& one : file.requests.lines)
        if (one.request.body.request_number == number)
            return &one;
    return nullptr;
}

bool has_open_request(dossier const& file)
{
    return std::any_of(file.requests.lines.begin(), file.requests.lines.end(),
                       [](auto const& one) { return !one.answer; });
}

bool awaits_explanation(dossier const& file)
{
    return std::any_of(file.requests.lines.begin(), file.requests.lines.end(), [](auto const& one) {
        return one.question && !one.explanation && !one.answer;
    });
}

namespace {

void add_answer(request_line const& line, engine::rules const& law,
                std::vector<engine::limit_terms>& into)
{
    auto const length = law.number(request_days);
    if (!length)
        return;
    engine::limit_terms terms{.name = "document_request",
                              .rule = law.rule_of(request_days, "NORM-16"),
                              .begins = line.request.body.received_on,
                              .days = *length + (line.extension ? line.extension->body.days : 0),
                              .binds = {requests::answered::kind}};
    if (line.answer)
        terms.met_on = line.answer->body.answered_on;
    into.push_back(std::move(terms));
}

void add_explanation(request_line const& line, engine::rules const& law,
                     std::vector<engine::limit_terms>& into)
{
    auto const length = law.number(maker_explanation_working_days);
    if (!length || !line.question)
        return;
    engine::limit_terms terms{.name = "document_request_explanation",
                              .rule = law.rule_of(maker_explanation_working_days, "NORM-16"),
                              .begins = line.question->on,
                              .days = *length,
                              .unit = engine::day_unit::working,
                              .binds = {requests::explained::kind}};
    if (line.explanation)
        terms.met_on = line.explanation->on;
    else if (line.answer)
        return; // answered without it
    into.push_back(std::move(terms));
}

} // namespace

std::vector<engine::limit_terms> request_limits(dossier const& file, engine::rules const& law)
{
    std::vector<engine::limit_terms> all;
    for (auto const& line : file.requests.lines) {
        add_answer(line, law, all);
        add_explanation(line, law, all);
    }
    return all;
}

} // namespace workflows::normative_document
