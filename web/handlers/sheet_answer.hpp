#ifndef JUECE_WEB_HANDLERS_SHEET_ANSWER_HPP
#define JUECE_WEB_HANDLERS_SHEET_ANSWER_HPP

#include "adapters/sheet/sheet.hpp"
#include "web/visit.hpp"

#include <string>

namespace web::handlers {

/// The notes of an exported list: what it is, how many rows of how many, filtered by what, by whom
/// and when. `cut`: the list was longer.
void add_notes(visit& v, adapters::sheet::sheet& to, std::string const& filters, bool cut);

/// A list as a file to be saved: "csv" or "xlsx"; 400 for another word.
answer sheet_answer(visit& v, adapters::sheet::sheet const& what, std::string const& as);

} // namespace web::handlers

#endif
