#include "workflows/legal_matter/parties.hpp"

namespace workflows::legal_matter {
namespace {

std::vector<engine::seat> of_unit(std::string const& unit)
{
    return {{"sponsor_clerk", unit}, {"department_head", unit}, {"legal_officer", unit}};
}

} // namespace

std::vector<engine::seat> asking_department::seats(dossier const&)
{
    return of_unit("");
}

std::vector<engine::seat> requesting_unit::seats(dossier const& file)
{
    auto const& request = file.registration.request;
    return request ? of_unit(request->body.requesting_unit) : std::vector<engine::seat>();
}

std::vector<engine::seat> legal_office::seats(dossier const&)
{
    return {{"reviewer", ""}};
}

std::vector<engine::seat> engaged_adviser::seats(dossier const& file)
{
    if (counsels_of(file).empty())
        return {};
    return {{"legal_adviser", ""}};
}

} // namespace workflows::legal_matter
