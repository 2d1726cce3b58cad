#include "workflows/major_decision/known_to.hpp"

#include "engine/part.hpp"
#include "workflows/major_decision/advisers.hpp"

#include <set>

namespace workflows::major_decision {
namespace {

using parts = std::set<std::string>;

void add_person(parts& all, engine::person_id who)
{
    if (who.value != 0)
        all.insert(engine::part_of_person(who));
}

/// A seat, or whoever is named for it and nobody else in it.
void add_seat(parts& all, engine::seat const& one)
{
    if (one.person.value != 0)
        add_person(all, one.person);
    else
        all.insert(engine::part_of_seat(one.role, one.unit));
}

/// The seats of the organ that come into it step by step.
void add_offices(parts& all, dossier const& file)
{
    all.insert(engine::part_of_role("office_secretary"));
    all.insert(engine::part_of_role("head_of_government"));
    if (current_draft(file) > 0)
        all.insert(engine::part_of_role("reviewer"));
    if (file.fair_competition.filing)
        all.insert(engine::part_of_role("competition_reviewer"));
    if (file.submission.filing)
        all.insert(engine::part_of_role("deputy_in_charge"));
}

void add_advisers(parts& all, dossier const& file)
{
    for (auto const& request : file.legality_review.requests)
        for (auto const& one : request.body.advisers) {
            if (legality_review::has_withdrawn(file, one))
                continue;
            if (one.id.value != 0)
                add_person(all, one.id);
            else
                all.insert(engine::part_by_name("legal_adviser", one.name));
        }
}

void add_those_asked_within_a_step(parts& all, circulation::facts const& file)
{
    for (auto const& sheet : file.sheets)
        for (auto const& who : sheet.signers)
            if (!who.is_removed)
                add_seat(all, who.at);
    for (auto const& one : file.copies)
        add_seat(all, one.to);
    for (auto const& one : file.handings)
        for (auto const& step : one.steps)
            add_person(all, step.to);
    for (auto const& one : file.delegations)
        add_person(all, one.colleague);
}

/// An adviser has no part any more in what they withdrew from, their withdrawing included.
bool is_given_up(dossier const& file, doing const& did)
{
    return did.role == "legal_adviser" && legality_review::has_withdrawn(file, did);
}

void add_doers(parts& all, doing const& did)
{
    add_person(all, did.person);
    add_person(all, did.represents);
}

/// Whoever advised has a part in what they advised on, asked or not.
void add_those_who_advised(parts& all, dossier const& file)
{
    for (auto const& one : file.doings)
        if (one.role == "legal_adviser" && !is_given_up(file, one))
            add_doers(all, one);
}

/// What makes a secret case somebody's business beside that: their unit, an office of the organ, or
/// that they did something on it.
void add_units_offices_and_doers(parts& all, dossier const& file,
                                 engine::case_summary const& summary)
{
    all.insert(engine::part_of_unit(summary.unit));
    for (auto const& unit : summary.concerned)
        all.insert(engine::part_of_unit(unit));
    add_offices(all, file);
    for (auto const& one : file.doings) {
        if (!is_given_up(file, one))
            add_doers(all, one);
        if (one.role == "reviewer")
            all.insert(engine::part_of_unit(one.unit));
    }
}

} // namespace

std::vector<std::string> known_to(dossier const& file, engine::case_summary const& summary)
{
    parts all;
    add_advisers(all, file);
    add_those_asked_within_a_step(all, file.circulation);
    add_those_who_advised(all, file);
    if (summary.level == engine::confidentiality::secret || file.names_secret_document)
        add_units_offices_and_doers(all, file, summary);
    return {all.begin(), all.end()};
}

} // namespace workflows::major_decision
