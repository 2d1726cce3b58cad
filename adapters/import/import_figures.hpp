#ifndef JUECE_ADAPTERS_IMPORT_IMPORT_FIGURES_HPP
#define JUECE_ADAPTERS_IMPORT_IMPORT_FIGURES_HPP

#include "adapters/csv/csv.hpp"
#include "adapters/import/known_columns.hpp"
#include "adapters/report/indicators.hpp"
#include "adapters/soci/database.hpp"
#include "adapters/soci/reader.hpp"
#include "engine/desk.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::import {

/// Who imports the figures of earlier years, of which organ, from where.
struct figures_terms {
    std::string organ_name; ///< whose reports they are
    std::string file_name;  ///< noted as the source
    std::string place;      ///< rule pack of the organ
    engine::actor by;       ///< a report compiler
    engine::instant now;
    bool were_published = false;
    std::optional<engine::document_ref> source = {}; ///< the file, where it is a stored document
};

/// The acts by which the figures of one year are taken over.
struct planned_year {
    int year = 0;
    std::size_t values = 0;
    bool already_here = false;            ///< the same file was imported before
    std::vector<engine::submission> acts; ///< those that are still to be entered, judged on paper
};

/// What a file gives. With a fault nothing of it is to be entered.
struct figures_import {
    std::vector<planned_year> years;
    std::vector<csv::fault> faults;

    std::size_t values() const;
    bool already_here() const; ///< all of it
};

/// Reads CSV or XLSX with the columns 年度, 指标代码 (or its name), 数值, 单位, 来源, or year,
/// code, value, unit, source, in any order; amounts may be in 元, 万元 or 亿元, and 约, 余 and 以上
/// are read as such. Asks the law about every act, on paper; enters nothing. The figures of a year
/// become an act on the report of that year, which is opened for it where there is none (JC-35).
figures_import prepare_figures(std::string_view bytes, figures_terms const& terms,
                               report::indicators const& dictionary, soci::reader& records,
                               engine::law_in_force law);

/// The columns of a table of figures.
std::vector<known_column> const& figure_columns();

/// Enters what was prepared, year by year. What the record refuses beside the paper is a fault; a
/// file that was cut short is read again, and what is here already stays as it is.
void enter_figures(figures_import& what, soci::database& at, engine::law_in_force law);

} // namespace adapters::import

#endif
