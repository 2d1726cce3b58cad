#ifndef JUECE_TESTS_FUZZ_MEETING_RECORD_HPP
#define JUECE_TESTS_FUZZ_MEETING_RECORD_HPP

#include "engine/body.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fuzz {

enum class stance { agree, agree_with_changes, disagree };
JUECE_CHOICE(stance, agree, agree_with_changes, disagree)

struct statement {
    std::string speaker;
    stance says = stance::agree;
    std::optional<engine::prose> words;
};
BOOST_DESCRIBE_STRUCT(statement, (), (speaker, says, words))

/// One member of every type that a body may have.
struct meeting_record {
    std::string place;
    engine::prose minutes;
    engine::day held_on;
    long long members = 0;
    engine::money budget;
    bool in_public = false;
    engine::unit_ref unit;
    engine::document_ref record;
    std::vector<statement> statements;
    std::vector<engine::document_ref> papers;
    std::optional<long long> absent;
};
BOOST_DESCRIBE_STRUCT(meeting_record, (),
                      (place, minutes, held_on, members, budget, in_public, unit, record,
                       statements, papers, absent))

} // namespace fuzz

#endif
