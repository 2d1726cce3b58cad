#ifndef JUECE_WEB_HANDLERS_SHEET_ANSWER_HPP
#define JUECE_WEB_HANDLERS_SHEET_ANSWER_HPP

#include "adapters/sheet/sheet.hpp"
#include "web/visit.hpp"

#include <optional>
#include <string>

namespace web::handlers {

/// Adds the rows of a list as cells, at most 20 000; true when the list is longer. Page by page, so
/// that the reading of one never holds up a writer's checkpoint for long: `fetch(after, limit)`
/// gives a page with `rows` and `next`.
template <class Cursor, class Fetch, class Cells>
bool gather_rows(adapters::sheet::sheet& into, Fetch const& fetch, Cells const& cells_of)
{
    constexpr long long rows_a_fetch = 1'000;
    constexpr std::size_t most_rows = 20'000;
    std::optional<Cursor> after;
    do {
        auto const found = fetch(after, rows_a_fetch);
        for (auto const& one : found.rows) {
            if (into.rows.size() == most_rows)
                return true;
            into.rows.push_back(cells_of(one));
        }
        after = found.next;
    } while (after);
    return false;
}

/// The notes of an exported list: what it is, how many rows of how many, filtered by what, by whom
/// and when. `cut`: the list was longer.
void add_notes(visit& v, adapters::sheet::sheet& to, std::string const& filters, bool cut);

/// A list as a file to be saved: "csv" or "xlsx"; 400 for another word.
answer sheet_answer(visit& v, adapters::sheet::sheet const& what, std::string const& as);

} // namespace web::handlers

#endif
