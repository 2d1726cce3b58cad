#include "workflows/legal_matter/procedure.hpp"

#include "engine/tabled_chapter.hpp"

#include <iterator>

template class engine::tabled_chapter<workflows::legal_matter::dossier>;

namespace workflows::legal_matter {
namespace {

std::vector<engine::news> told(dossier const& file, engine::act const& what)
{
    auto all = told_of_handling(file, what);
    auto of_advice = told_of_advice(file, what);
    std::move(of_advice.begin(), of_advice.end(), std::back_inserter(all));
    return all;
}

engine::procedure_parts<dossier> const& parts()
{
    static engine::procedure_parts<dossier> const all{
        .chapters = {make_registration, make_handling, make_advice, make_outcome},
        .bars = bars,
        .remember = remember,
        .named_for = handler_by_number,
        .is_owed_by = opinion_is_owed_by,
        .summary = summary,
        .figures = figures,
        .tell = told,
        .time_limits = [](dossier const& file, engine::rules const&,
                          engine::circumstances const&) { return handling_limits(file); },
        .facts = facts};
    return all;
}

} // namespace

engine::procedure_shape shape()
{
    return {.name = shape_name,
            .opening_kind = std::string(registration::registered::kind),
            .number_prefix = "FW",
            .make = engine::cases_of(parts())};
}

} // namespace workflows::legal_matter
