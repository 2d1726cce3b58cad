#ifndef JUECE_WEB_HANDLERS_BOX_TABLE_HPP
#define JUECE_WEB_HANDLERS_BOX_TABLE_HPP

#include "web/handlers/asked_box.hpp"
#include "web/handlers/time_light.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace web::handlers {

/// What one column says of one row: on the page, and in an export.
struct box_cell {
    std::string words;
    std::string href = {};
    std::optional<time_light> light = {};
};

/// The columns that a box can show, in the order of the page.
std::vector<std::string_view> columns_of_box(std::string_view box);

/// The columns that it shows: those that the person chose, or those that it comes with.
std::vector<std::string_view> shown_columns(std::string_view box, std::string const& chosen);

/// Why the tasks in some rows came back, by the place of the act that brought them.
using reasons_back = std::map<adapters::soci::act_place, std::string>;

/// Reads them for a page of a list at once; nothing where no column tells them.
reasons_back why_rows_came_back(visit& v, std::string_view box,
                                std::vector<std::string_view> const& columns,
                                std::vector<adapters::soci::box_row> const& rows);

/// `back`: for the column that tells who sent a task.
box_cell cell_of(visit& v, std::string_view box, std::string_view column,
                 adapters::soci::box_row const& row, reasons_back const& back = {});

/// A row for a JSON client and for the page.
boost::json::object row_view(visit& v, std::string_view box,
                             std::vector<std::string_view> const& columns,
                             adapters::soci::box_row const& row, reasons_back const& back);

/// The heading of each column, with the address that sorts by it where that is possible.
boost::json::array headings_view(visit& v, asked_box const& asked,
                                 std::vector<std::string_view> const& columns);

} // namespace web::handlers

#endif
