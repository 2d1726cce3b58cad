#include "web/handlers/box_table.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/order_of_steps.hpp"
#include "web/handlers/sheet_answer.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <algorithm>

// A list as a file: exactly the rows of the filtered list, with the columns that it shows.

namespace web::handlers {
namespace {

using engine::say;

adapters::sheet::sheet sheet_of(visit& v, asked_box const& asked)
{
    auto const columns = shown_columns(
        asked.name, v.house.with().desk.columns_of(v.session->who.id, std::string(asked.name)));
    adapters::sheet::sheet made{.title = v.words("box." + std::string(asked.name)),
                                .headings = {},
                                .rows = {},
                                .notes_title = {},
                                .notes = {}};
    for (auto const column : columns)
        made.headings.push_back(v.words("column." + std::string(column)));
    reasons_back back; // of the rows fetched last
    auto const fetch = [&](std::optional<adapters::soci::box_cursor> const& after, long long most) {
        auto found = v.records->list_box(asked.of, asked.only, asked.order, after, most);
        put_in_order_of_steps(v, asked, found.rows);
        back = why_rows_came_back(v, asked.name, columns, found.rows);
        return found;
    };
    auto const cells = [&](auto const& row) {
        std::vector<std::string> all;
        for (auto const column : columns)
            all.push_back(cell_of(v, asked.name, column, row, back).words);
        return all;
    };
    bool const cut = gather_rows<adapters::soci::box_cursor>(made, fetch, cells);
    add_notes(v, made, filters_in_words(v, asked), cut);
    return made;
}

} // namespace

answer export_box(visit& v)
{
    auto const name = v.place("box");
    auto const& all = box_names();
    auto const known = std::find(all.begin(), all.end(), name);
    if (known == all.end())
        return not_found(v);
    auto const as = v.query("as");
    if (as != "csv" && as != "xlsx")
        return problem(v, 400, "malformed", say("只能导出为 csv 或者 xlsx。"));
    auto read = read_asked_box(v, *known);
    if (auto* instead = std::get_if<answer>(&read))
        return std::move(*instead);
    auto& asked = std::get<asked_box>(read);
    asked.after.reset(); // a list is exported from its beginning
    return sheet_answer(v, sheet_of(v, asked), as);
}

} // namespace web::handlers
