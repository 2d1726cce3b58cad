#include "workflows/catalogue/procedure.hpp"

#include "engine/tabled_chapter.hpp"

template class engine::tabled_chapter<workflows::catalogue::yearly_catalogue>;

namespace workflows::catalogue {
namespace {

std::vector<engine::limit_terms> time_limits(yearly_catalogue const& file, engine::rules const&,
                                             engine::circumstances const&)
{
    std::vector<engine::limit_terms> all;
    for (auto one : {call_terms(file), explanation_terms(file)})
        if (one)
            all.push_back(std::move(*one));
    return all;
}

} // namespace

engine::procedure_parts<yearly_catalogue> const& parts()
{
    static engine::procedure_parts<yearly_catalogue> const all{
        .chapters = {make_call, make_screening, make_approval, make_adjustment, make_items,
                     make_public_proposals},
        .bars = bars,
        .summary = summary,
        .figures = figures,
        .rests_on = ground_of_answer,
        .time_limits = time_limits,
        .facts = facts};
    return all;
}

engine::procedure_shape shape()
{
    return {.name = shape_name,
            .opening_kind = std::string(call::set_up::kind),
            .number_prefix = "ML",
            .make = engine::cases_of(parts())};
}

yearly_catalogue const* content_of(engine::procedure const& of)
{
    auto const* known = dynamic_cast<engine::case_procedure<yearly_catalogue> const*>(&of);
    return known ? &known->file() : nullptr;
}

} // namespace workflows::catalogue
