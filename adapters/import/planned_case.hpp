#ifndef JUECE_ADAPTERS_IMPORT_PLANNED_CASE_HPP
#define JUECE_ADAPTERS_IMPORT_PLANNED_CASE_HPP

#include "adapters/csv/csv.hpp"
#include "adapters/import/memory_record.hpp"
#include "adapters/soci/reader.hpp"
#include "engine/desk.hpp"

#include <string>
#include <vector>

namespace adapters::import {

/// One act of a file, as it will be submitted.
struct planned_act {
    std::size_t line = 0;
    engine::submission wish;
};

/// The acts that a file gives for one case, in their order.
struct planned_case {
    std::string key;
    std::vector<planned_act> acts;
};

/// A case of the record as it stands, onto a sheet of paper, to judge what would come next.
void copy_onto(memory_record& sheet, soci::case_record const& from);

/// Judges a case on a sheet of paper: the same desk, a record in memory.
void rehearse(planned_case const& one, engine::law_in_force law, memory_record& sheet,
              std::vector<csv::fault>& faults);

} // namespace adapters::import

#endif
