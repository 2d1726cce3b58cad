#include "workflows/catalogue/procedure.hpp"

#include <set>

namespace workflows::catalogue {
namespace {

/// Keys "phase.<phase>", from the end of the year to its beginning.
char const* phase(yearly_catalogue const& file)
{
    if (is_closed(file))
        return "catalogue_closed";
    if (is_published(file))
        return "catalogue_in_force";
    if (file.screening.last)
        return "catalogue_approval";
    if (file.call.closing)
        return "catalogue_screening";
    return "catalogue_call";
}

/// The units that were called upon, that screened, that lead an entry or help with it, and that
/// study what the public proposed.
std::vector<std::string> concerned(yearly_catalogue const& file)
{
    std::set<std::string> units;
    auto const add = [&](auto const& several) { units.insert(several.begin(), several.end()); };
    if (file.call.notice)
        add(file.call.notice->body.units);
    for (auto const& one : file.call.proposals)
        units.insert(one.unit);
    if (file.screening.last)
        add(file.screening.last->body.joined);
    for (auto const& one : file.items) {
        if (one.details.lead)
            units.insert(*one.details.lead);
        add(one.details.co_sponsors);
    }
    for (auto const& [number, one] : file.public_proposals.handled)
        if (one.handing)
            units.insert(one.handing->body.unit);
    units.erase(file.office);
    return {units.begin(), units.end()};
}

} // namespace

engine::case_summary summary(yearly_catalogue const& file,
                             std::vector<engine::chapter_stage> const&)
{
    engine::case_summary found;
    found.title = std::to_string(file.year) + "年度重大行政决策事项目录";
    found.unit = file.office;
    found.phase = phase(file);
    found.closed = is_closed(file);
    found.level =
        is_published(file) ? engine::confidentiality::open : engine::confidentiality::internal;
    found.concerned = concerned(file);
    found.stands_for = std::to_string(file.year);
    return found;
}

} // namespace workflows::catalogue
