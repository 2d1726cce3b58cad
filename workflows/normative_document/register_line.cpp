#include "workflows/normative_document/register_line.hpp"

#include "workflows/body_on_file.hpp"
#include "workflows/normative_document/issue.hpp"
#include "workflows/normative_document/validity.hpp"

#include <map>

namespace workflows::normative_document {
namespace {

void of_proposal(register_line& line, engine::act const& what)
{
    line = {};
    line.level = body_on_file<project::proposed>(what).level_is;
}

void of_end(register_line& line, engine::act const&)
{
    line.standing = document_standing::given_up;
}

/// Published here or before: the bodies say the same of it.
template <class Body>
void put_in_force(register_line& line, Body const& body)
{
    line.published_on = body.published_on;
    line.effective_on = body.effective_on;
    line.valid_until = body.valid_until;
    line.address = body.address;
    line.standing = document_standing::issued;
}

void of_told(register_line& line, engine::act const& what)
{
    auto const body = body_on_file<project::told_afterwards>(what);
    line.document_number = body.document_number;
    put_in_force(line, body);
}

void of_meeting(register_line& line, engine::act const& what)
{
    if (body_on_file<issue::deliberated>(what).decision_is == issue::document_decision::rejected)
        line.standing = document_standing::given_up;
}

void of_number(register_line& line, engine::act const& what)
{
    line.document_number = body_on_file<issue::numbered>(what).document_number;
}

void of_publication(register_line& line, engine::act const& what)
{
    put_in_force(line, body_on_file<issue::published>(what));
}

void of_prolongation(register_line& line, engine::act const& what)
{
    line.valid_until = body_on_file<validity::prolonged>(what).valid_until;
}

void of_cleanup(register_line& line, engine::act const& what)
{
    auto const result = body_on_file<validity::cleaned_up>(what).result_is;
    if (result == validity::cleanup_result::repealed)
        line.standing = document_standing::repealed;
    if (result == validity::cleanup_result::declared_invalid)
        line.standing = document_standing::invalid;
}

void of_amendment(register_line& line, engine::act const& what)
{
    if (!body_on_file<validity::amended>(what).stays_in_force)
        line.standing = document_standing::replaced;
}

void of_lapse(register_line& line, engine::act const&)
{
    line.standing = document_standing::lapsed;
}

using taker = void (*)(register_line&, engine::act const&);

std::map<std::string_view, taker> const& takers()
{
    static std::map<std::string_view, taker> const all{
        {project::proposed::kind, of_proposal},   {project::declined::kind, of_end},
        {project::withdrawn::kind, of_end},       {project::told_afterwards::kind, of_told},
        {issue::deliberated::kind, of_meeting},   {issue::numbered::kind, of_number},
        {issue::published::kind, of_publication}, {validity::prolonged::kind, of_prolongation},
        {validity::cleaned_up::kind, of_cleanup}, {validity::amended::kind, of_amendment},
        {validity::lapse_noted::kind, of_lapse},
    };
    return all;
}

} // namespace

bool is_of_register(std::string_view kind)
{
    return takers().contains(kind);
}

bool take_into(register_line& line, engine::act const& what)
{
    auto const found = takers().find(what.kind);
    if (found == takers().end())
        return false;
    auto const before = line;
    found->second(line, what);
    return what.kind == project::proposed::kind || !(line == before);
}

force_state state_on(register_line const& line, day today, long long warning_months)
{
    switch (line.standing) {
    case document_standing::in_making:
        return force_state::in_making;
    case document_standing::repealed:
        return force_state::repealed;
    case document_standing::invalid:
        return force_state::invalid;
    case document_standing::replaced:
        return force_state::replaced;
    case document_standing::lapsed:
        return force_state::expired;
    case document_standing::given_up:
        return force_state::given_up;
    case document_standing::issued:
        break;
    }
    if (line.valid_until && *line.valid_until < today)
        return force_state::expired;
    if (line.effective_on && today < *line.effective_on)
        return force_state::not_yet_in_force;
    if (line.valid_until &&
        *line.valid_until <= engine::add_months(today, static_cast<int>(warning_months)))
        return force_state::expiring;
    return force_state::in_force;
}

bool is_binding(force_state state)
{
    return state == force_state::in_force || state == force_state::expiring;
}

} // namespace workflows::normative_document
