#ifndef JUECE_TESTS_ADAPTERS_SAMPLE_PROCEDURE_HPP
#define JUECE_TESTS_ADAPTERS_SAMPLE_PROCEDURE_HPP

#include "engine/desk.hpp"
#include "engine/ruling.hpp"

#include <atomic>
#include <string>
#include <vector>

// A procedure of two stages that knows no law: a paper is opened, noted on, and closed. It gives
// titles, tasks with limits, figures and documents, so that the keeping of the record can be tested
// without any chapter of the real procedures.

namespace tests {

/// Makes "paper.noted" with the words "poison" throw in the middle of a group.
inline constexpr char const* poison = "poison";

/// Makes "paper.noted" with such words raise or lower the level of the case.
inline constexpr char const* made_secret = "this is secret";
inline constexpr char const* made_open = "this is open";

/// Makes "paper.noted" tell the head of the unit, or whoever is to close the paper by name.
inline constexpr char const* telling = "let the head know";

/// Everything a desk works by, for the sample procedure.
class sample_law {
public:
    explicit sample_law(std::vector<engine::listed_day> const& listed = {});
    engine::law_in_force law() const
    {
        return {shapes_, book_, days_, engine::rights::unrestricted()};
    }

private:
    engine::procedure_shapes shapes_;
    engine::rule_book book_;
    engine::working_days days_;
};

engine::instant at(std::string const& text);

/// Opens a paper; the same name again is the same act.
engine::submission opening_of(std::string const& name, std::string const& unit = "water",
                              engine::instant now = at("2024-03-01T01:00:00.000Z"));
engine::submission note_on(engine::case_id on, std::string const& act_id,
                           std::string const& words = "noted",
                           engine::instant now = at("2024-03-02T01:00:00.000Z"));
engine::submission note_with(engine::case_id on, std::string const& act_id,
                             engine::document_ref const& document);
/// A note by which the paper waits for one person to close it.
engine::submission note_naming(engine::case_id on, std::string const& act_id,
                               engine::person_id closing_by);
engine::submission closing_of(engine::case_id on, std::string const& act_id,
                              engine::instant now = at("2024-03-03T01:00:00.000Z"));

} // namespace tests

#endif
