#include "web/handlers/box_table.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/sheet_answer.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <algorithm>

// A list as a file: exactly the rows of the filtered list, with the columns that it shows.

namespace web::handlers {
namespace {

using engine::say;

constexpr long long rows_a_fetch = 1'000;
constexpr std::size_t most_rows = 20'000;

struct gathered {
    std::vector<std::vector<std::string>> rows;
    bool cut = false; ///< there were more
};

/// Page by page, so that the reading of one page never holds up a writer's checkpoint for long.
gathered gather(visit& v, asked_box const& asked, std::vector<std::string_view> const& columns)
{
    gathered all;
    std::optional<adapters::soci::box_cursor> after;
    do {
        auto const found =
            v.records->list_box(asked.of, asked.only, asked.order, after, rows_a_fetch);
        for (auto const& row : found.rows) {
            if (all.rows.size() == most_rows) {
                all.cut = true;
                return all;
            }
            std::vector<std::string> cells;
            for (auto const column : columns)
                cells.push_back(cell_of(v, asked.name, column, row).words);
            all.rows.push_back(std::move(cells));
        }
        after = found.next;
    } while (after);
    return all;
}

adapters::sheet::sheet sheet_of(visit& v, asked_box const& asked)
{
    auto const columns = shown_columns(
        asked.name, v.house.with().desk.columns_of(v.session->who.id, std::string(asked.name)));
    auto found = gather(v, asked, columns);
    adapters::sheet::sheet made{.title = v.words("box." + std::string(asked.name)),
                                .headings = {},
                                .rows = std::move(found.rows),
                                .notes_title = {},
                                .notes = {}};
    for (auto const column : columns)
        made.headings.push_back(v.words("column." + std::string(column)));
    add_notes(v, made, filters_in_words(v, asked), found.cut);
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
