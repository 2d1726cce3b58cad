#ifndef JUECE_WORKFLOWS_ADMINISTRATION_REGISTER_HPP
#define JUECE_WORKFLOWS_ADMINISTRATION_REGISTER_HPP

#include "engine/act.hpp"
#include "engine/body.hpp"
#include "engine/rights.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// The house's own administration: its organs, units and people, who holds which role, and who
/// takes whose place. One case per house (JC-10).
namespace workflows::administration {

using engine::day;
using engine::document_ref;
using engine::prose;

/// The house (机构): opened once; organs and their units.
namespace house {

enum class organ_level { province, city, county, township };
JUECE_CHOICE(organ_level, province, city, county, township)

struct opened {
    static constexpr std::string_view kind = "house.opened";
    std::string title;
};
BOOST_DESCRIBE_STRUCT(opened, (), (title))

struct organ_added {
    static constexpr std::string_view kind = "house.organ_added";
    std::string code;
    std::string organ_name;
    organ_level organ_level_is;
    std::string rule_place; ///< name of its rule pack
    std::optional<std::string> parent_organ;
};
BOOST_DESCRIBE_STRUCT(organ_added, (), (code, organ_name, organ_level_is, rule_place, parent_organ))

struct unit_added {
    static constexpr std::string_view kind = "house.unit_added";
    std::string code;
    std::string unit_name;
    std::string organ;
};
BOOST_DESCRIBE_STRUCT(unit_added, (), (code, unit_name, organ))

} // namespace house

/// The people (人员): who has an account, and who may sign in. No act holds a password.
namespace people {

struct added {
    static constexpr std::string_view kind = "people.added";
    std::string login;
    std::string person_name;
};
BOOST_DESCRIBE_STRUCT(added, (), (login, person_name))

struct sign_in_barred {
    static constexpr std::string_view kind = "people.sign_in_barred";
    std::string login;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(sign_in_barred, (), (login, reason))

struct sign_in_restored {
    static constexpr std::string_view kind = "people.sign_in_restored";
    std::string login;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(sign_in_restored, (), (login, reason))

struct password_reset_ordered {
    static constexpr std::string_view kind = "people.password_reset_ordered";
    std::string login;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(password_reset_ordered, (), (login, reason))

} // namespace people

/// Appointments (任职), and handing all of them over when somebody leaves (离职转办).
namespace appointments {

struct made {
    static constexpr std::string_view kind = "appointments.made";
    std::string login;
    std::string appointed_role;
    engine::unit_ref unit;
    day from;
    std::optional<day> until;
    std::optional<engine::confidentiality> cleared_to; ///< further than the role by itself
};
BOOST_DESCRIBE_STRUCT(made, (), (login, appointed_role, unit, from, until, cleared_to))

struct ended {
    static constexpr std::string_view kind = "appointments.ended";
    long long appointment = 0; ///< its number
    day last_day;
    std::optional<prose> reason;
};
BOOST_DESCRIBE_STRUCT(ended, (), (appointment, last_day, reason))

/// Everything that waits for a seat of the one who leaves waits for the successor from then on.
struct handed_over {
    static constexpr std::string_view kind = "appointments.handed_over";
    std::string login;
    std::string successor;
    day last_day;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(handed_over, (), (login, successor, last_day, reason))

} // namespace appointments

/// Substitution (代理): somebody sits in the seat of another for some days; both names stay on what
/// they do.
namespace substitutions {

struct set {
    static constexpr std::string_view kind = "substitutions.set";
    long long appointment = 0; ///< of whoever is replaced: this is the scope
    std::string substitute;    ///< login
    day from;
    day until;
    document_ref letter_of_authority;
};
BOOST_DESCRIBE_STRUCT(set, (), (appointment, substitute, from, until, letter_of_authority))

struct ended {
    static constexpr std::string_view kind = "substitutions.ended";
    long long substitution = 0; ///< its number among the appointments
    day last_day;
    std::optional<prose> reason;
};
BOOST_DESCRIBE_STRUCT(ended, (), (substitution, last_day, reason))

} // namespace substitutions

struct registered_person {
    std::string login;
    std::string name;
    bool may_sign_in = true;
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
    bool is_substitution() const { return !in_place_of.empty(); }
};

/// What the acts leave: the account tables follow from it. People and appointments are numbered in
/// their order, from 1.
struct register_of_house {
    std::shared_ptr<engine::rights const> entitled; ///< the roles that there are
    std::string title;
    std::vector<house::organ_added> organs;
    std::vector<house::unit_added> units;
    std::vector<registered_person> people;
    std::vector<registered_appointment> appointments;
};

house::organ_added const* find_organ(register_of_house const& file, std::string_view code);
house::unit_added const* find_unit(register_of_house const& file, std::string_view code);
registered_person const* find_person(register_of_house const& file, std::string_view login);
registered_appointment const* find_appointment(register_of_house const& file, long long number);
/// The number of a person; 0 for nobody.
long long number_of_person(register_of_house const& file, std::string_view login);

// What each act leaves in the register.
void enter(register_of_house& file, house::opened const& body, engine::act const& what);
void enter(register_of_house& file, house::organ_added const& body, engine::act const& what);
void enter(register_of_house& file, house::unit_added const& body, engine::act const& what);
void enter(register_of_house& file, people::added const& body, engine::act const& what);
void enter(register_of_house& file, people::sign_in_barred const& body, engine::act const& what);
void enter(register_of_house& file, people::sign_in_restored const& body, engine::act const& what);
void enter(register_of_house& file, people::password_reset_ordered const& body,
           engine::act const& what);
void enter(register_of_house& file, appointments::made const& body, engine::act const& what);
void enter(register_of_house& file, appointments::ended const& body, engine::act const& what);
void enter(register_of_house& file, appointments::handed_over const& body, engine::act const& what);
void enter(register_of_house& file, substitutions::set const& body, engine::act const& what);
void enter(register_of_house& file, substitutions::ended const& body, engine::act const& what);

/// The register after an act that was admitted. Nothing for a kind that is none of these.
void enter_into(register_of_house& file, engine::act const& what);

} // namespace workflows::administration

#endif
