#include "workflows/normative_document/dossier.hpp"
#include "workflows/normative_document/parameters.hpp"

#include <algorithm>

namespace workflows::normative_document {

using filing::filing_line;
using filing::filing_recipient;

filing_line const* filing_to(dossier const& file, filing_recipient to)
{
    auto const& all = file.filing.lines;
    auto const found = std::find_if(all.rbegin(), all.rend(), [&](auto const& one) {
        return one.sent.body.recipient_is == to;
    });
    return found == all.rend() ? nullptr : &*found;
}

std::vector<std::string> filing_recipients(dossier const& file, engine::rules const& law)
{
    return law.list(is_of_government(file) ? filing_recipients_government
                                           : filing_recipients_department);
}

bool is_filed(dossier const& file, engine::rules const& law)
{
    auto const wanted = filing_recipients(file, law);
    return std::all_of(wanted.begin(), wanted.end(), [&](std::string const& name) {
        return std::any_of(
            file.filing.lines.begin(), file.filing.lines.end(),
            [&](auto const& one) { return engine::name_of(one.sent.body.recipient_is) == name; });
    });
}

namespace {

/// The day on which the last filing that is asked for went out; nothing before.
std::optional<day> wholly_filed_on(dossier const& file, engine::rules const& law)
{
    if (file.filing.lines.empty() || !is_filed(file, law))
        return {};
    day last = file.filing.lines.front().sent.body.filed_on;
    for (auto const& one : file.filing.lines)
        last = std::max(last, one.sent.body.filed_on);
    return last;
}

void add_demands(filing_line const& line, engine::rules const& law,
                 std::vector<engine::limit_terms>& into)
{
    if (line.demands.empty())
        return;
    auto const& last = line.demands.back();
    bool const explains = last.body.demand_is == filing::filing_demand::maker_explanation;
    auto const& key = explains ? maker_explanation_working_days : filing_supplement_days;
    auto const length = law.number(key);
    if (!length)
        return;
    engine::limit_terms terms{
        .name = explains ? "document_explanation" : "document_filing_supplement",
        .rule = law.rule_of(key, "NORM-16"),
        .begins = last.body.received_on,
        .days = *length,
        .unit = explains ? engine::day_unit::working : engine::day_unit::calendar,
        .binds = {filing::supplied::kind}};
    if (!line.awaits_supply())
        terms.met_on = line.supplies.back().on;
    into.push_back(std::move(terms));
}

void add_examination(filing_line const& line, engine::rules const& law,
                     std::vector<engine::limit_terms>& into)
{
    auto const length = law.number(filing_examination_days);
    if (!length || line.sent.body.recipient_is != filing_recipient::own_government)
        return;
    engine::limit_terms terms{.name = "document_filing_examination",
                              .rule = law.rule_of(filing_examination_days, "NORM-16"),
                              .begins = line.sent.body.filed_on,
                              .days = *length,
                              .binds = {filing::answered::kind}};
    if (line.is_answered())
        terms.met_on = line.answer->body.answered_on;
    into.push_back(std::move(terms));
}

void add_correction(filing_line const& line, engine::rules const& law,
                    std::vector<engine::limit_terms>& into)
{
    auto const length = law.number(filing_correction_days);
    if (!length || !line.answer ||
        line.answer->body.answer_is != filing::filing_answer::to_be_corrected)
        return;
    engine::limit_terms terms{.name = "document_filing_correction",
                              .rule = law.rule_of(filing_correction_days, "NORM-16"),
                              .begins = line.answer->body.answered_on,
                              .days = *length,
                              .binds = {filing::corrected::kind}};
    if (line.correction)
        terms.met_on = line.correction->on;
    into.push_back(std::move(terms));
}

} // namespace

std::vector<engine::limit_terms> filing_limits(dossier const& file, engine::rules const& law)
{
    std::vector<engine::limit_terms> all;
    auto const& publication = file.issue.publication;
    if (!publication)
        return all;
    if (auto const length = law.number(filing_days))
        all.push_back({.name = "document_filing",
                       .rule = law.rule_of(filing_days, "NORM-15"),
                       .begins = publication->body.published_on,
                       .days = *length,
                       .met_on = wholly_filed_on(file, law),
                       .binds = {filing::filed::kind}});
    for (auto const& line : file.filing.lines) {
        add_demands(line, law, all);
        add_examination(line, law, all);
        add_correction(line, law, all);
    }
    return all;
}

} // namespace workflows::normative_document
