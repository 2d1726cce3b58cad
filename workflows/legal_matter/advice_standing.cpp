#include "workflows/legal_matter/dossier.hpp"

namespace workflows::legal_matter {
namespace {

template <class Body>
entered<Body> const* last_of_round(std::vector<entered<Body>> const& all, long long round)
{
    return !all.empty() && all.back().round == round ? &all.back() : nullptr;
}

} // namespace

advice::letter_issued const* letter_of_round(dossier const& file)
{
    auto const* last = last_of_round(file.advice.letters, current_round(file));
    return last ? &last->body : nullptr;
}

advice::contract_reviewed const* contract_review_of_round(dossier const& file)
{
    auto const* last = last_of_round(file.advice.contract_reviews, current_round(file));
    return last ? &last->body : nullptr;
}

bool is_opined(dossier const& file)
{
    return last_of_round(file.advice.opinions, current_round(file)) != nullptr;
}

bool is_answered(dossier const& file)
{
    return last_of_round(file.advice.answers, current_round(file)) != nullptr;
}

} // namespace workflows::legal_matter
