#include "engine/part.hpp"
#include "workflows/legal_matter/procedure.hpp"

#include <algorithm>
#include <set>

namespace workflows::legal_matter {
namespace {

/// Keys "phase.<phase>", from the end of the road to its beginning.
char const* phase(dossier const& file)
{
    if (file.outcome.archive)
        return "archived";
    if (file.registration.refusal)
        return "not_taken";
    if (file.registration.withdrawal)
        return "taken_back";
    if (file.handling.told)
        return "told_afterwards";
    if (file.outcome.closing)
        return "matter_closed";
    if (file.handling.assignments.empty())
        return "matter_waiting";
    auto const& stops = file.handling.stops;
    if (!stops.empty() && !stops.back().until)
        return "matter_stopped";
    if (!file.outcome.results.empty())
        return "matter_result";
    if (is_answered(file))
        return "matter_taken_up";
    if (letter_of_round(file))
        return "matter_advised";
    return "matter_handled";
}

/// An adviser has no part any more in what they withdrew from, their withdrawing included.
bool has_given_up(dossier const& file, engine::person_id who)
{
    auto const& known = file.advisers_by_name;
    return std::any_of(known.begin(), known.end(), [&](engine::named_person const& one) {
        return one.id == who && has_withdrawn(file, one.name);
    });
}

/// Who needs to know of a secret document: the unit that asked, the offices that handle legal
/// matters and whoever has acted (JC-17).
void add_those_who_handle_it(std::set<std::string>& all, dossier const& file)
{
    if (auto const& request = file.registration.request)
        all.insert(engine::part_of_unit(request->body.requesting_unit));
    all.insert(engine::part_of_role("reviewer"));
    all.insert(engine::part_of_role("office_secretary"));
    for (auto const who : file.everybody)
        if (!has_given_up(file, who))
            all.insert(engine::part_of_person(who));
}

/// The advisers who were called in, and whoever advised, but for those who withdrew (JC-19).
std::vector<std::string> known_to(dossier const& file)
{
    std::set<std::string> all;
    for (auto const& one : counsels_of(file))
        all.insert(engine::part_by_name("legal_adviser", one.counsel));
    for (auto const who : file.advisers)
        if (!has_given_up(file, who))
            all.insert(engine::part_of_person(who));
    if (file.names_secret_document)
        add_those_who_handle_it(all, file);
    return {all.begin(), all.end()};
}

} // namespace

engine::case_summary summary(dossier const& file, std::vector<engine::chapter_stage> const&)
{
    engine::case_summary found;
    if (auto const& request = file.registration.request) {
        found.title = request->body.title;
        found.unit = request->body.requesting_unit;
        found.matter = engine::name_of(file.registration.kind_is);
    }
    found.phase = phase(file);
    found.closed = is_over(file) || file.outcome.archive;
    found.known_to = known_to(file);
    return found;
}

} // namespace workflows::legal_matter
