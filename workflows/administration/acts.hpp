#ifndef JUECE_WORKFLOWS_ADMINISTRATION_ACTS_HPP
#define JUECE_WORKFLOWS_ADMINISTRATION_ACTS_HPP

#include "engine/body.hpp"

#include <optional>
#include <string>
#include <vector>

// The acts on the administration case, by chapter. No act holds a password or a link.

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

struct organ_renamed {
    static constexpr std::string_view kind = "house.organ_renamed";
    std::string organ;
    std::string organ_name;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(organ_renamed, (), (organ, organ_name, reason))

/// It comes under another organ, or under none that is kept here. Cases that are open keep the rule
/// pack that they were opened under.
struct organ_moved {
    static constexpr std::string_view kind = "house.organ_moved";
    std::string organ;
    std::optional<std::string> parent_organ;
    std::optional<std::string> new_rule_place; ///< missing: as before
    prose reason;
};
BOOST_DESCRIBE_STRUCT(organ_moved, (), (organ, parent_organ, new_rule_place, reason))

struct organ_closed {
    static constexpr std::string_view kind = "house.organ_closed";
    std::string organ;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(organ_closed, (), (organ, reason))

struct unit_added {
    static constexpr std::string_view kind = "house.unit_added";
    std::string code;
    std::string unit_name;
    std::string organ;
};
BOOST_DESCRIBE_STRUCT(unit_added, (), (code, unit_name, organ))

/// A unit stays with its organ, whose cases its cases are: what goes over to another organ is
/// closed here and added there.
struct unit_renamed {
    static constexpr std::string_view kind = "house.unit_renamed";
    engine::unit_ref unit;
    std::string unit_name;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(unit_renamed, (), (unit, unit_name, reason))

struct unit_closed {
    static constexpr std::string_view kind = "house.unit_closed";
    engine::unit_ref unit;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(unit_closed, (), (unit, reason))

} // namespace house

/// The people (人员): who has an account, and who may sign in.
namespace people {

struct added {
    static constexpr std::string_view kind = "people.added";
    std::string login;
    std::string person_name;
};
BOOST_DESCRIBE_STRUCT(added, (), (login, person_name))

struct name_corrected {
    static constexpr std::string_view kind = "people.name_corrected";
    std::string login;
    std::string person_name;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(name_corrected, (), (login, person_name, reason))

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

/// A one-time link was handed out, with which somebody without a password chooses one. The link
/// itself is made beside the act.
struct link_handed_out {
    static constexpr std::string_view kind = "people.link_handed_out";
    std::string login;
};
BOOST_DESCRIBE_STRUCT(link_handed_out, (), (login))

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

/// What the house works by (设置), as it was found in force: entered at the machine, which reads
/// it.
namespace settings {

enum class setting { numbering, holidays, rule_packs, roles, rights };
JUECE_CHOICE(setting, numbering, holidays, rule_packs, roles, rights)

/// A file, or another text of a setting, and what it holds.
struct part {
    std::string part_name;
    std::string sha256; ///< 64 hex digits
    bool operator==(part const&) const = default;
};
BOOST_DESCRIBE_STRUCT(part, (), (part_name, sha256))

struct came_into_force {
    static constexpr std::string_view kind = "settings.came_into_force";
    setting setting_is;
    std::vector<part> parts; ///< all of them; none: the setting is empty
};
BOOST_DESCRIBE_STRUCT(came_into_force, (), (setting_is, parts))

} // namespace settings

} // namespace workflows::administration

#endif
