#ifndef JUECE_WEB_HANDLERS_IMPORTED_TABLE_HPP
#define JUECE_WEB_HANDLERS_IMPORTED_TABLE_HPP

#include "adapters/csv/csv.hpp"
#include "adapters/import/known_columns.hpp"
#include "adapters/soci/clerk.hpp"
#include "engine/body.hpp"
#include "engine/desk.hpp"
#include "web/visit.hpp"

#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace web::handlers {

// What the pages share that take in a table (CSV, XLSX): it is tried first, and entered when
// whoever tried it confirms.

/// A table that came with a form, or that was tried before.
struct imported_table {
    engine::document_ref file; ///< a document of the house
    std::string bytes;
    bool confirmed = false; ///< it is to be entered (field "confirm")
};

/// A field of the form; empty when it was not sent.
std::string field_of_form(visit const& v, char const* name);

/// The first file of the form, kept as a document, or else the one in "hash" and "name"; why there
/// is none otherwise. Blocks: for the reading threads.
std::variant<imported_table, engine::text> read_imported_table(visit& v);

/// The lines that something is wrong with, the first 200.
boost::json::array lines_view(visit const& v, std::vector<adapters::csv::fault> const& all);

/// What may stand in the table, column by column, for whoever makes it; `template_href` and the
/// word for a format are the address of a table with the headings alone.
void put_columns(visit const& v, std::vector<adapters::import::known_column> const& columns,
                 std::string const& template_href, answer& into);

/// A table with the headings alone, as a file.
answer empty_table(visit& v, engine::text const& title,
                   std::vector<adapters::import::known_column> const& columns,
                   std::string const& as);

/// How the entering of acts went.
struct entering {
    engine::case_id on;                    ///< the case that they stand in
    std::optional<std::size_t> stopped_at; ///< the act that was not taken; the rest was not tried
    std::optional<adapters::soci::outcome> answer; ///< to that act; nothing while the house is busy
};

/// Enters acts one after the other. The first opens a case, or goes to the one that it names; those
/// that name none follow it there.
boost::asio::awaitable<entering> enter_in_order(visit& v, std::vector<engine::submission> acts);

/// The answer when an act was not taken: what the law refuses, a fault, or a house that is busy.
/// `so_far` says where it stopped and what stands already.
answer stopped_import(visit const& v, entering const& went, engine::text const& so_far);

} // namespace web::handlers

#endif
