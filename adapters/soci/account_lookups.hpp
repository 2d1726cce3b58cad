#ifndef JUECE_ADAPTERS_SOCI_ACCOUNT_LOOKUPS_HPP
#define JUECE_ADAPTERS_SOCI_ACCOUNT_LOOKUPS_HPP

#include "adapters/soci/accounts.hpp"
#include "adapters/soci/query.hpp"

#include <optional>
#include <string>
#include <vector>

// People and appointments as the database holds them, for all that works on accounts.

namespace adapters::soci {

inline constexpr char const* select_person = "select id, login, name, may_sign_in from person";
/// The organ is there only where the units of the house are of several; a unit of none is of one
/// that is nobody else's.
inline constexpr char const* select_appointment =
    "select a.id, a.person, a.role, a.unit, a.from_day, a.until_day, a.for_person,"
    " coalesce(p.name, ''), a.cleared_to,"
    " case when (select min(organ) from unit) <> (select max(organ) from unit)"
    " then coalesce((select u.organ from unit u where u.code = a.unit), '?') else '' end"
    " from appointment a left join person p on p.id = a.for_person";
inline constexpr char const* holds_on_sql =
    " a.from_day <= :day and (a.until_day = '' or a.until_day >= :day)";

/// Runs a query that begins as select_person.
std::vector<person> persons_of(query& list);
/// Runs a query that begins as select_appointment.
std::vector<appointment> appointments_from(query& list);

std::optional<person> person_by_id(::soci::session& sql, engine::person_id id);
std::optional<person> person_by_login(::soci::session& sql, std::string const& login);
/// The appointments of a person, all or those that hold on a day, in order of their numbers.
std::vector<appointment> appointments_held(::soci::session& sql, engine::person_id who,
                                           std::optional<engine::day> on);
/// The substitutions in the seats of a person, of all days, in order of their numbers.
std::vector<appointment> substitutions_for(::soci::session& sql, engine::person_id who);

} // namespace adapters::soci

#endif
