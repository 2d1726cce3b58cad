#include "workflows/normative_document/parties.hpp"

#include <algorithm>

namespace workflows::normative_document {
namespace {

using engine::seat;
using all_seats = std::vector<seat>;

all_seats of_unit(std::string const& unit)
{
    return {{"sponsor_clerk", unit}, {"department_head", unit}, {"office_secretary", unit}};
}

/// The unit that drafts; empty before the proposal.
std::string unit_of(dossier const& file)
{
    auto const& proposal = file.project.proposal;
    return proposal ? std::string(proposal->body.drafting_unit) : std::string();
}

seat const office{"office_secretary", ""};
seat const justice{"reviewer", ""};

} // namespace

all_seats proposing_unit::seats(dossier const&)
{
    return of_unit("");
}

all_seats drafting_unit::seats(dossier const& file)
{
    return of_unit(unit_of(file));
}

all_seats project_approver::seats(dossier const& file)
{
    if (is_of_government(file))
        return {office};
    return {{"department_head", unit_of(file)}};
}

all_seats document_reviewer::seats(dossier const&)
{
    return {justice};
}

all_seats competition_reviewer::seats(dossier const&)
{
    return {{"competition_reviewer", ""}};
}

all_seats meeting_recorder::seats(dossier const& file)
{
    if (is_of_government(file))
        return {office};
    return of_unit(unit_of(file));
}

all_seats document_signer::seats(dossier const& file)
{
    if (is_of_government(file))
        return {{"head_of_government", ""}};
    return {{"department_head", unit_of(file)}};
}

all_seats document_registrar::seats(dossier const& file)
{
    return {is_of_government(file) ? office : justice};
}

all_seats filing_unit::seats(dossier const& file)
{
    if (is_of_government(file))
        return {office, justice};
    return of_unit(unit_of(file));
}

all_seats filing_result_recorder::seats(dossier const& file)
{
    auto const& lines = file.filing.lines;
    auto const is_own = [](filing::filing_line const& one) {
        return one.sent.body.recipient_is == filing::filing_recipient::own_government;
    };
    bool const is_all_own = !lines.empty() && std::all_of(lines.begin(), lines.end(), is_own);
    auto all = is_all_own ? all_seats() : filing_unit::seats(file);
    if (std::any_of(lines.begin(), lines.end(), is_own) &&
        std::find(all.begin(), all.end(), justice) == all.end())
        all.push_back(justice);
    return all;
}

all_seats document_keeper::seats(dossier const& file)
{
    auto all = of_unit(unit_of(file));
    all.push_back(justice);
    if (is_of_government(file))
        all.push_back(office);
    return all;
}

} // namespace workflows::normative_document
