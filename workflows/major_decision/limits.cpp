#include "workflows/major_decision/procedure.hpp"
#include "workflows/major_decision/review_clock.hpp"

#include <iterator>

namespace workflows::major_decision {
namespace {

using terms = std::vector<engine::limit_terms>;

void add(terms& all, std::optional<engine::limit_terms> one)
{
    if (one)
        all.push_back(std::move(*one));
}

void add(terms& all, terms more)
{
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

} // namespace

std::vector<engine::limit_terms> time_limits(dossier const& file, engine::rules const& law,
                                             engine::circumstances const& now)
{
    terms all;
    add(all, drafting_terms(file, law));
    add(all, consultation_terms(file));
    add(all, window_terms(file, law));
    add(all, suggestion_terms(file, law, now.days));
    add(all, hearing_preparation_terms(file, law, now.days));
    add(all, postponement_terms(file, law));
    add(all, hearing_report_terms(file, law));
    add(all, review_limits(file, law));
    add(all, publication_limits(file, law));
    add(all, execution_limits(file, law));
    add(all, evaluation_terms(file));
    add(all, closing_limits(file, law));
    add(all, circulation_terms(file));
    return all;
}

} // namespace workflows::major_decision
