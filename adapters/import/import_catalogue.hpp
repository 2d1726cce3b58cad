#ifndef JUECE_ADAPTERS_IMPORT_IMPORT_CATALOGUE_HPP
#define JUECE_ADAPTERS_IMPORT_IMPORT_CATALOGUE_HPP

#include "adapters/csv/csv.hpp"
#include "adapters/soci/accounts.hpp"
#include "adapters/soci/database.hpp"
#include "adapters/soci/reader.hpp"
#include "engine/desk.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::import {

/// Who imports a catalogue, of which year, from where.
struct catalogue_terms {
    int year = 0;
    std::string file_name; ///< noted as the source
    std::string place;     ///< rule pack of the organ
    engine::actor by;      ///< of the office
    engine::instant now;
    std::optional<engine::document_ref> source = {}; ///< the file, where it is a stored document
};

/// The acts by which a file becomes a catalogue, judged but not entered.
struct catalogue_import {
    std::vector<engine::submission> acts; ///< those that are still to be entered
    std::size_t items = 0;
    bool already_here = false;       ///< the same file was imported before
    std::vector<csv::fault> faults;  ///< then nothing is to be entered
    std::vector<csv::fault> remarks; ///< taken as it stands
};

/// Reads the file and asks the law about every act of it, on paper; enters nothing. A catalogue of
/// the year that is only set up is filled; one that has gone further is not touched.
catalogue_import prepare_catalogue(std::string_view bytes, catalogue_terms const& terms,
                                   std::vector<soci::unit> const& units, soci::reader& records,
                                   engine::law_in_force law);

/// The same for what units proposed for the catalogue of the year, which has to be there and take
/// proposals: one act of the office with all of them, each row judged by itself on paper, so that
/// its faults are known by its line.
catalogue_import prepare_proposals(std::string_view bytes, catalogue_terms const& terms,
                                   std::vector<soci::unit> const& units, soci::reader& records,
                                   engine::law_in_force law);

/// Enters what was prepared, act by act. What the record refuses beside the paper is a fault.
void enter_catalogue(catalogue_import& what, soci::database& at, engine::law_in_force law);

} // namespace adapters::import

#endif
