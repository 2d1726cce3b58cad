#ifndef JUECE_WORKFLOWS_ADMINISTRATION_REGISTER_HPP
#define JUECE_WORKFLOWS_ADMINISTRATION_REGISTER_HPP

#include "engine/act.hpp"
#include "engine/rights.hpp"
#include "workflows/administration/acts.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// The house's own administration: its organs, units and people, who holds which role, and who
/// takes whose place, and what it works by. One case per house (JC-10).
namespace workflows::administration {

/// What an organ or a unit was called until the day before a day.
struct former_name {
    std::string name;
    day until; ///< from this day on it is called otherwise
    bool operator==(former_name const&) const = default;
};

/// An organ (决策机关) as it is now. One that is closed stays, for what it decided.
struct registered_organ {
    std::string code;
    std::string name;
    house::organ_level level{};
    std::string rule_place;
    std::string parent; ///< code; empty: none is kept here
    std::optional<day> closed_on = {};
    std::vector<former_name> former_names = {}; ///< the oldest first
    bool operator==(registered_organ const&) const = default;
};

struct registered_unit {
    std::string code;
    std::string name;
    std::string organ; ///< code
    std::optional<day> closed_on = {};
    std::vector<former_name> former_names = {}; ///< the oldest first
    bool operator==(registered_unit const&) const = default;
};

struct registered_person {
    std::string login;
    std::string name;
    bool may_sign_in = true;
    /// Who wanted last that a new password be chosen: whoever registered the person, or ordered a
    /// reset. 0: at the machine.
    engine::person_id ordered_by = {};
    bool operator==(registered_person const&) const = default;
};

/// An appointment, or a substitution: then `in_place_of` is the login of whoever is replaced.
struct registered_appointment {
    std::string login;
    std::string role;
    std::string unit;
    day from;
    std::optional<day> until;
    std::string in_place_of;
    /// Personal: neither a substitute nor a successor takes it over.
    std::optional<engine::confidentiality> cleared_to = {};
    /// Login of whoever took it over when this one left (离职转办): what waits for the one who left
    /// by name waits for the successor from then on.
    std::string successor = {};
    bool operator==(registered_appointment const&) const = default;

    bool holds_on(day on) const { return from <= on && (!until || on <= *until); }
    /// Whether it holds on some day of these; `until` missing: and ever after.
    bool holds_between(day first, std::optional<day> last) const
    {
        auto const never_holds = until && *until < from;
        return !never_holds && (!until || *until >= first) && (!last || *last >= from);
    }
    bool is_substitution() const { return !in_place_of.empty(); }
};

/// What the acts leave: the account tables follow from it. People and appointments are numbered in
/// their order, from 1.
struct register_of_house {
    std::shared_ptr<engine::rights const> entitled;      ///< the roles that there are
    std::shared_ptr<std::set<std::string> const> places; ///< the rule packs that there are
    std::string title;
    std::vector<registered_organ> organs;
    std::vector<registered_unit> units;
    std::vector<registered_person> people;
    std::vector<registered_appointment> appointments;
    /// What came into force last, of each setting that is on record.
    std::map<settings::setting, std::vector<settings::part>> in_force;
};

registered_organ const* find_organ(register_of_house const& file, std::string_view code);
registered_unit const* find_unit(register_of_house const& file, std::string_view code);
registered_person const* find_person(register_of_house const& file, std::string_view login);
registered_appointment const* find_appointment(register_of_house const& file, long long number);
/// The person with that number; null for nobody.
registered_person const* find_person(register_of_house const& file, engine::person_id number);
/// The number of a person; 0 for nobody.
long long number_of_person(register_of_house const& file, std::string_view login);

// What each act leaves in the register.
void enter(register_of_house& file, house::opened const& body, engine::act const& what);
void enter(register_of_house& file, house::organ_added const& body, engine::act const& what);
void enter(register_of_house& file, house::organ_renamed const& body, engine::act const& what);
void enter(register_of_house& file, house::organ_moved const& body, engine::act const& what);
void enter(register_of_house& file, house::organ_closed const& body, engine::act const& what);
void enter(register_of_house& file, house::unit_added const& body, engine::act const& what);
void enter(register_of_house& file, house::unit_renamed const& body, engine::act const& what);
void enter(register_of_house& file, house::unit_closed const& body, engine::act const& what);
void enter(register_of_house& file, people::added const& body, engine::act const& what);
void enter(register_of_house& file, people::name_corrected const& body, engine::act const& what);
void enter(register_of_house& file, people::sign_in_barred const& body, engine::act const& what);
void enter(register_of_house& file, people::sign_in_restored const& body, engine::act const& what);
void enter(register_of_house& file, people::password_reset_ordered const& body,
           engine::act const& what);
void enter(register_of_house& file, people::link_handed_out const& body, engine::act const& what);
void enter(register_of_house& file, appointments::made const& body, engine::act const& what);
void enter(register_of_house& file, appointments::ended const& body, engine::act const& what);
void enter(register_of_house& file, appointments::handed_over const& body, engine::act const& what);
void enter(register_of_house& file, substitutions::set const& body, engine::act const& what);
void enter(register_of_house& file, substitutions::ended const& body, engine::act const& what);
void enter(register_of_house& file, settings::came_into_force const& body, engine::act const& what);

/// The register after an act that was admitted. Nothing for a kind that is none of these.
void enter_into(register_of_house& file, engine::act const& what);

} // namespace workflows::administration

#endif
