#include "engine/case_procedure.hpp"
#include "workflows/normative_document/dossier.hpp"
#include "workflows/normative_document/parameters.hpp"

namespace workflows::normative_document {

using validity::cleanup_result;

namespace {

/// From when the few years without an evaluation run: the last one, or the effect.
std::optional<day> last_looked_at(dossier const& file)
{
    auto const& all = file.validity;
    if (!all.evaluations.empty())
        return all.evaluations.back().body.evaluated_on;
    return all.effective_on;
}

/// The last day to evaluate: of the document, or of the few years.
std::optional<day> evaluation_ends(dossier const& file, engine::rules const& law)
{
    if (!is_published(file) || is_out_of_force(file))
        return {};
    if (file.validity.valid_until)
        return file.validity.valid_until;
    auto const interval = law.number(evaluation_interval_months);
    auto const since = last_looked_at(file);
    if (!interval || !since)
        return {};
    return engine::add_months(*since, static_cast<int>(*interval));
}

} // namespace

bool is_out_of_force(dossier const& file)
{
    auto const& all = file.validity;
    if (all.lapse || (all.amendment && !all.amendment->body.stays_in_force))
        return true;
    return !all.cleanups.empty() &&
           (all.cleanups.back().body.result_is == cleanup_result::repealed ||
            all.cleanups.back().body.result_is == cleanup_result::declared_invalid);
}

engine::parameter_key const& longest_validity(dossier const& file)
{
    switch (nature_of(file)) {
    case project::document_nature::trial:
        return validity_max_trial_months;
    case project::document_nature::staged:
        return validity_max_staged_months;
    case project::document_nature::lasting:
        break;
    }
    return validity_max_months;
}

engine::parameter_key const* longest_validity(engine::procedure const& of)
{
    auto const* known = dynamic_cast<engine::case_procedure<dossier> const*>(&of);
    return known ? &longest_validity(known->file()) : nullptr;
}

std::optional<day> evaluation_opens(dossier const& file, engine::rules const& law)
{
    auto const ends = evaluation_ends(file, law);
    auto const ahead = law.number(expiry_warning_months);
    if (!ends || !ahead)
        return {};
    return engine::add_months(*ends, -static_cast<int>(*ahead));
}

bool is_evaluated_in_time(dossier const& file, engine::rules const& law)
{
    auto const opens = evaluation_opens(file, law);
    auto const& all = file.validity.evaluations;
    return opens && !all.empty() && all.back().body.evaluated_on >= *opens;
}

bool evaluation_is_called(dossier const& file)
{
    auto const& all = file.validity;
    auto const last = all.evaluations.empty() ? 0 : all.evaluations.back().seq;
    bool const by_somebody = !all.calls.empty() && all.calls.back().seq > last;
    bool const by_finding = !all.findings.empty() && all.findings.back().seq > last;
    return by_somebody || by_finding;
}

std::optional<engine::limit_terms> evaluation_terms(dossier const& file, engine::rules const& law,
                                                    engine::working_days const& days)
{
    auto const ends = evaluation_ends(file, law);
    auto const since =
        file.validity.valid_until ? file.validity.effective_on : last_looked_at(file);
    if (!ends || !since || !law.number(expiry_warning_months))
        return {};
    // The document lapses on its day, whatever day that is: the time to look at it ends before.
    auto const last = days.roll_back(*ends);
    if (last <= *since)
        return {};
    engine::limit_terms terms{.name = "document_evaluation",
                              .rule = law.rule_of(expiry_warning_months, "NORM-17"),
                              .begins = *since,
                              .days = (last - *since).count(),
                              .binds = {validity::evaluated::kind}};
    if (is_evaluated_in_time(file, law))
        terms.met_on = file.validity.evaluations.back().body.evaluated_on;
    return terms;
}

} // namespace workflows::normative_document
