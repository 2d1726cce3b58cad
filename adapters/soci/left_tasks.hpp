#ifndef JUECE_ADAPTERS_SOCI_LEFT_TASKS_HPP
#define JUECE_ADAPTERS_SOCI_LEFT_TASKS_HPP

#include <string>
#include <string_view>

// What a head of a unit and its clerks may do alike is left to the clerks, as long as there is one:
// the head has it neither in the list of what waits nor in the calendar, and is not told of it.

namespace adapters::soci {

inline constexpr char const* role_that_leaves = "department_head";
inline constexpr char const* role_that_goes_first = "sponsor_clerk"; ///< of the same unit

/// False of what sheets, copies and delegations ask of each seat, for one signature does not stand
/// for another; and of an evaluation, which those who argued or assessed before do not do: no list
/// can tell whether the clerks are among them (JC-1).
bool may_be_left(std::string_view chapter);

/// The condition that a task t, which may be left, waits for another role of its unit as well,
/// which is bound under a name. What is somebody's by name is left to nobody.
std::string waits_as_well_for(std::string const& name_of_role);

/// The condition that whoever holds appointment a leaves the task t of its seat to somebody who is
/// there on :day. Binds :goes_first and :leaves, the two roles.
std::string is_left_by_holder();

} // namespace adapters::soci

#endif
