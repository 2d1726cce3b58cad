#include "workflows/major_decision/circulation_parties.hpp"

namespace workflows::major_decision::circulation {

using seat_list = std::vector<engine::seat>;

namespace {

/// Seats gathered from all sheets of the case.
template <class Gather>
seat_list from_sheets(dossier const& file, Gather&& gather)
{
    seat_list all;
    for (auto const& one : file.circulation.sheets)
        gather(one, all);
    return all;
}

} // namespace

seat_list circulator::seats(dossier const&)
{
    return {{"sponsor_clerk", ""},      {"department_head", ""},  {"legal_officer", ""},
            {"reviewer", ""},           {"office_secretary", ""}, {"deputy_in_charge", ""},
            {"head_of_government", ""}, {"executor", ""}};
}

seat_list awaited_signer::seats(dossier const& file)
{
    return from_sheets(file, [&](sheet const& one, seat_list& all) {
        if (!sheet_is_overtaken(file, one))
            for (auto const* who : awaited(one))
                all.push_back(who->at);
    });
}

seat_list sheet_opener::seats(dossier const& file)
{
    return from_sheets(file, [](sheet const& one, seat_list& all) {
        if (!one.is_ended() || one.state == sheet_state::refused)
            all.push_back(one.opened_at);
    });
}

seat_list signer_who_added::seats(dossier const& file)
{
    return from_sheets(file, [](sheet const& one, seat_list& all) {
        for (auto const& added : one.signers)
            if (added.added_by && !added.given && !added.is_removed && !one.is_ended())
                all.push_back(find_signer(one, added.added_by)->at);
    });
}

seat_list last_signer::seats(dossier const& file)
{
    return from_sheets(file, [](sheet const& one, seat_list& all) {
        if (one.last_signature)
            all.push_back(find_signer(one, one.last_signature)->at);
    });
}

seat_list copy_recipient::seats(dossier const& file)
{
    seat_list all;
    for (auto const& one : file.circulation.copies)
        if (!one.read_on)
            all.push_back(one.to);
    return all;
}

seat_list task_holder::seats(dossier const& file)
{
    auto all = circulator::seats(file);
    all.push_back({"competition_reviewer", ""});
    return all;
}

seat_list delegate::seats(dossier const& file)
{
    seat_list all;
    for (auto const& one : file.circulation.delegations)
        if (one.state == delegation_state::asked)
            all.push_back(one.waits_at());
    return all;
}

seat_list delegator::seats(dossier const& file)
{
    seat_list all;
    for (auto const& one : file.circulation.delegations)
        if (one.state == delegation_state::asked)
            all.push_back(one.from);
    return all;
}

bool each_seat_owes(std::string_view kind)
{
    return kind.starts_with("circulation.");
}

} // namespace workflows::major_decision::circulation
