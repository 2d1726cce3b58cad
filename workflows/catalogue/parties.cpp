#include "workflows/catalogue/parties.hpp"

#include <set>

namespace workflows::catalogue {
namespace {

using engine::seat;

template <class Units>
std::vector<seat> in_units(Units const& units)
{
    std::vector<seat> all;
    for (auto const& unit : units) {
        all.push_back({"sponsor_clerk", unit});
        all.push_back({"department_head", unit});
    }
    return all;
}

} // namespace

std::vector<seat> office::seats(yearly_catalogue const& file)
{
    // Before it is set up, the office of any organ; then the one that set it up.
    return {{"office_secretary", file.office}};
}

std::vector<seat> any_department::seats(yearly_catalogue const& file)
{
    return {{"sponsor_clerk", ""}, {"department_head", ""}, {"office_secretary", file.office}};
}

std::vector<seat> called_unit::seats(yearly_catalogue const& file)
{
    return in_units(units_awaited(file));
}

std::vector<seat> unit_behind::seats(yearly_catalogue const& file)
{
    std::set<std::string> units;
    bool is_anybodys = false;
    for (auto const& one : file.items)
        if (!one.is_accounted_for()) {
            if (one.details.lead)
                units.insert(*one.details.lead);
            else
                is_anybodys = true;
        }
    auto all = in_units(units);
    if (is_anybodys)
        all.push_back({"office_secretary", file.office});
    return all;
}

std::vector<seat> studying_unit::seats(yearly_catalogue const& file)
{
    std::set<std::string> units;
    for (auto const& [number, one] : file.public_proposals.handled)
        if (one.is_being_studied())
            units.insert(one.handing->body.unit);
    auto all = in_units(units);
    if (units.contains(file.office))
        all.push_back({"office_secretary", file.office});
    return all;
}

} // namespace workflows::catalogue
