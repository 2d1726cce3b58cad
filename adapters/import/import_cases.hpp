#ifndef JUECE_ADAPTERS_IMPORT_IMPORT_CASES_HPP
#define JUECE_ADAPTERS_IMPORT_IMPORT_CASES_HPP

#include "adapters/documents/document_store.hpp"
#include "adapters/import/enter_cases.hpp"
#include "adapters/soci/accounts.hpp"
#include "adapters/soci/database.hpp"

#include <iosfwd>
#include <string>
#include <string_view>

// Cases as JSON lines, one act a line, the acts of a case in their order:
//   {"case":"JC2024-0007","shape":"major_decision/2019","place":"gd","act_id":"...","kind":"...",
//    "body":{...},"by":{"login":"...","name":"...","role":"...","unit":"..."},
//    "entered_at":"2024-04-02T08:00:00.000Z"}
// "case" is any word that tells the cases of the file apart; "shape" and "place" are read on the
// first line of a case. "login" may be left out where the name is borne by one person only.

namespace adapters::import {

struct import_terms {
    bool dry_run = false;
    std::string place;                                         ///< of cases that name none
    documents::document_store const* documents_from = nullptr; ///< another store to copy from
};

/// Judges every act of the file by the law first, case by case; only if none is refused are they
/// entered, marked as imported. Nothing of a case is entered unless all of it was found good.
imported_cases import_cases(std::string_view json_lines, soci::database& at, soci::accounts& people,
                            documents::document_store& documents, engine::law_in_force law,
                            import_terms const& terms);

/// Writes every case in the order of opening; import_cases() reads it. Returns how many cases.
std::size_t export_cases(soci::database const& at, soci::accounts& people, std::ostream& out);

} // namespace adapters::import

#endif
