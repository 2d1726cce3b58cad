#ifndef JUECE_TESTS_WORKFLOWS_TOLD_CASE_HPP
#define JUECE_TESTS_WORKFLOWS_TOLD_CASE_HPP

#include "adapters/demo/storyteller.hpp"
#include "adapters/import/memory_record.hpp"

#include <string>
#include <vector>

// Whole decisions for tests: the model acts of the sample data, judged by the built-in law.

namespace tests {

/// The shapes, packs and holidays that are built in.
engine::law_in_force built_in_law();

/// Officials of the units water, transport, finance, justice, audit, office and market.
adapters::demo::officials const& some_officials();

/// A matter of the water bureau on which two units are consulted.
adapters::demo::matter a_matter(std::set<std::string, std::less<>> traits = {});

/// A story about it, under the Guangdong rules.
adapters::demo::story a_story(std::set<std::string, std::less<>> traits = {},
                              std::set<std::string, std::less<>> turns = {},
                              std::string_view begins = "2024-09-02");

/// Told to its end; every refusal fails the test.
adapters::demo::telling told(adapters::demo::story const& one);

/// Everything a procedure shows of a case, as one text to compare.
std::string picture_of(engine::procedure const& file, engine::day today);

/// The stage of a chapter.
std::string stage_of(engine::procedure const& file, std::string_view chapter);

/// A case on record: the opening line and the sealed acts.
struct recorded_case {
    engine::case_line line;
    std::vector<engine::act> acts;
    std::vector<engine::figure> figures;
};

/// The acts of a story once more through the desk, so that they are tidied and sealed.
recorded_case recorded(adapters::demo::telling const& one);

} // namespace tests

#endif
