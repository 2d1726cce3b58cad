#ifndef JUECE_ADAPTERS_IMPORT_PLANNED_CASE_HPP
#define JUECE_ADAPTERS_IMPORT_PLANNED_CASE_HPP

#include "adapters/csv/csv.hpp"
#include "adapters/import/memory_record.hpp"
#include "adapters/soci/reader.hpp"
#include "engine/desk.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::import {

/// One act of a file, as it will be submitted.
struct planned_act {
    std::size_t line = 0;
    engine::submission wish;
};

/// The acts that a file gives for one case, in their order; at least the one that opens it.
struct planned_case {
    std::string key;
    std::vector<planned_act> acts;
};

/// An act that a file gives, marked as imported, on no case yet. `terms` say in whose name it is
/// entered, when, and under which rule pack: `by`, `now` and `place` of the terms of an import.
template <class Terms>
engine::submission submission_of(Terms const& terms, std::string shape, std::string act_id,
                                 std::string_view kind, boost::json::object body)
{
    engine::submission wish{.on = {},
                            .shape = std::move(shape),
                            .place = {},
                            .act_id = std::move(act_id),
                            .kind = std::string(kind),
                            .body = std::move(body),
                            .seen = {},
                            .by = {},
                            .now = {},
                            .origin = engine::entered_by_import,
                            .seeing = engine::clearance::of_the_record()};
    wish.place = terms.place;
    wish.by = terms.by;
    wish.now = terms.now;
    return wish;
}

/// Says in the body of an act which file it was read from.
void name_source(boost::json::object& body, std::string const& file_name,
                 std::optional<engine::document_ref> const& stored);

/// The acts of a case, as they are submitted.
std::vector<engine::submission> wishes_of(planned_case const& one);

/// What was said against the acts of a case, by the line of each; `answers` are in their order.
void note_objections(planned_case const& one, std::vector<engine::ruling> const& answers,
                     std::vector<csv::fault>& faults);

/// A case of the record as it stands, onto a sheet of paper, to judge what would come next.
void copy_onto(memory_record& sheet, soci::case_record const& from);

/// Judges a case on a sheet of paper: the same desk, a record in memory.
void rehearse(planned_case const& one, engine::law_in_force law, memory_record& sheet,
              std::vector<csv::fault>& faults);

} // namespace adapters::import

#endif
