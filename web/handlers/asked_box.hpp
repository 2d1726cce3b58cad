#ifndef JUECE_WEB_HANDLERS_ASKED_BOX_HPP
#define JUECE_WEB_HANDLERS_ASKED_BOX_HPP

#include "adapters/soci/accounts.hpp"
#include "adapters/soci/boxes.hpp"
#include "web/visit.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace web::handlers {

/// Of more acts than that 已办 is sorted by time alone, which an index keeps for it.
inline constexpr long long most_sorted = 5'000;

/// What an address calls the tasks of no unit: of a role in whatever unit, or of somebody by name.
inline constexpr std::string_view no_unit = "none";

/// A box with everything that the address asks of it: filters, order, page.
struct asked_box {
    std::string_view name; ///< "waiting", "done", "opened", "copied", "overseen"
    adapters::soci::box of;
    adapters::soci::box_filter only;
    adapters::soci::box_order order = adapters::soci::box_order::newest;
    std::optional<adapters::soci::box_cursor> after;
    pairs filters; ///< as the address had them, without page, order and empty ones
    std::string sort;
    bool too_many_to_sort = false; ///< by anything but time; they are shown by time

    bool lists_tasks() const { return name == "waiting" || name == "copied" || name == "overseen"; }
    /// The address of this list with other parameters put in; an empty value leaves one out.
    std::string address(pairs const& other = {}, std::string_view below = {}) const;
};

/// Reads what the address asks of a box; the answer instead when a day, a light or a cursor is
/// none.
std::variant<asked_box, answer> read_asked_box(visit& v, std::string_view name);

/// A box as it comes, for counts: 待办 of the seat, 已办 of the person, 我发起的 of the unit.
asked_box plain_box(visit& v, std::string_view name);

/// The tasks that wait for somebody under an appointment: for whoever holds the seat, and by name
/// for them, for whoever they stand in for, and for whoever handed the seat over to them.
adapters::soci::box tasks_of_appointment(adapters::soci::appointment const& as);

/// 待办 under an appointment, without what it leaves to others.
adapters::soci::box waiting_box(visit& v, adapters::soci::appointment const& as);

/// The role in the unit of a head that does first what both may do (经办人); empty for others, and
/// where nobody holds it. Notices ask the same of the record (`left_tasks`).
std::string done_first_by(visit const& v, adapters::soci::appointment const& as);

/// True if the address asks for what is left to others as well.
bool asks_for_what_is_left(visit const& v);

/// The names of all boxes of rows, in the order of the tabs.
std::vector<std::string_view> const& box_names();

/// The units whose tasks a person oversees (督办): those of the own organ for its leaders, its
/// office and the auditor, the own one for the head of a unit, else none.
std::vector<std::string> units_answered_for(visit& v);

/// The filters in words: "类别：规划；时限：红灯".
std::string filters_in_words(visit& v, asked_box const& asked);

} // namespace web::handlers

#endif
