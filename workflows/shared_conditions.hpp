#ifndef JUECE_WORKFLOWS_SHARED_CONDITIONS_HPP
#define JUECE_WORKFLOWS_SHARED_CONDITIONS_HPP

#include "engine/body.hpp"
#include "engine/chapter.hpp"
#include "engine/refusal.hpp"
#include "engine/rule_pack.hpp"
#include "workflows/major_decision/fair_competition.hpp"

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

// What several procedures ask alike. The functions take what they judge and know no file, so that
// the conditions of a procedure name their rule and their numbers and leave the judging to these.
// The templates are conditions of every procedure, for one member of whatever body a clause takes.

namespace workflows {

/// What happened outside carries its own day; it is never in the future (JC-3).
engine::verdict not_in_future(engine::day today, engine::day when);

/// `not_in_future` for one member of a body, a day or an optional day: has_happened<&held::met_on>.
template <auto Member>
struct has_happened {
    template <class File, class Body>
    static engine::verdict check(engine::question<File> const& q, Body const& body)
    {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(body.*Member)>, engine::day>)
            return not_in_future(q.today, body.*Member);
        else
            return body.*Member ? not_in_future(q.today, *(body.*Member)) : engine::verdict();
    }
};

/// A number is given to one paper, and no other case has given it (JC-25).
/// `is_given`: null where no paper has a number.
engine::verdict number_is_new(engine::number_given const* is_given, std::string_view number);

/// `number_is_new` for one member of a body, a line or an optional line:
/// numbers_a_new_paper<&published::document_number>.
template <auto Member>
struct numbers_a_new_paper {
    template <class File, class Body>
    static engine::verdict check(engine::question<File> const& q, Body const& body)
    {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(body.*Member)>, std::string>)
            return number_is_new(q.is_given, body.*Member);
        else
            return body.*Member ? number_is_new(q.is_given, *(body.*Member)) : engine::verdict();
    }
};

/// A file number (档号) is given to one case of an organ (JC-25). `is_given`: as above.
engine::verdict file_number_is_new(engine::number_given const* is_given, std::string_view number);

/// `file_number_is_new` for one member of a body, a line: numbers_a_new_file<&archived::number>.
template <auto Member>
struct numbers_a_new_file {
    template <class File, class Body>
    static engine::verdict check(engine::question<File> const& q, Body const& body)
    {
        return file_number_is_new(q.is_given, body.*Member);
    }
};

/// A document named by an act is the current draft, byte for byte (JC-2).
/// `version`: of the current draft.
engine::verdict is_that_draft(engine::document_ref const& named,
                              engine::document_ref const& current, long long version);

/// `is_current_draft` of the procedure for one member of a body: on_current_draft<&filed::draft>.
template <auto Member>
struct on_current_draft {
    template <class File, class Body>
    static engine::verdict check(engine::question<File> const& q, Body const& body)
    {
        return is_current_draft(q, body.*Member);
    }
};

/// Whoever drafted or had another part on the sponsor's side does not review (JC-1).
engine::verdict sponsor_does_not_review(bool had_part, engine::actor const& by);

/// Whoever reviewed does not submit or decide (JC-1).
engine::verdict reviewer_does_not_decide(bool had_part, engine::actor const& by);

/// More than the pack's share of those entitled is present (JC-7); without a known share, a word.
engine::verdict quorum_is_met(engine::rules const& law, long long entitled, long long present);

/// As many experts as the place generally asks, if it asks for any; fewer with a recorded reason.
engine::verdict experts_are_enough(long long chosen, std::optional<long long> least,
                                   engine::rule_id rule,
                                   std::optional<engine::prose> const& few_reason);

/// An exception from fair competition needs its ground (NORM-20).
engine::verdict exception_has_ground(major_decision::fair_competition::competition_outcome outcome,
                                     std::optional<std::string> const& ground);

/// Operators and associations are heard on competition; the public too where its interest is
/// touched (NORM-20). `bound`: the law of the day demands it; otherwise it is worth a word.
engine::verdict
operators_were_heard(std::vector<major_decision::fair_competition::consulted> const& heard,
                     bool touches_public_interest, bool bound);

} // namespace workflows

#endif
