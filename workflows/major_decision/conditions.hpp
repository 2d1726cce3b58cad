#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_CONDITIONS_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_CONDITIONS_HPP

#include "engine/chapter.hpp"
#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/sides.hpp"
#include "workflows/shared_conditions.hpp"

#include <algorithm>

// Conditions that several chapters share. Conditions of one chapter stand in its .cpp file.

namespace workflows::major_decision {

using asked = engine::question<dossier>;
using engine::advice;
using engine::refusal;
using engine::say;
using engine::verdict;

/// The procedure was started and its sponsor is named (R713-11.1).
struct procedure_started {
    static verdict check(asked const& q);
};

/// There is a draft (R713-12.1).
struct draft_on_file {
    static verdict check(asked const& q);
};

/// What separation of duties says to somebody's part in an act of that kind, whether they do it,
/// are to prepare it, or sign for it (JC-1).
verdict duties_stay_separate(dossier const& file, std::string_view kind, engine::actor const& who);

/// Nobody judges their own work (JC-1): whoever did something for the sponsor does not review,
/// whoever reviewed does not decide. `Act`: the act of the clause.
template <class Act>
struct judges_no_own_work {
    static verdict check(asked const& q) { return duties_stay_separate(q.file, Act::kind, q.by); }
};

/// A document named by the act must be the current draft, byte for byte (JC-2).
verdict is_current_draft(asked const& q, document_ref const& draft);

using legality_review::statutory_step;

/// The reviewer concluded that this step is to be completed: `given` of the chapters that reopen
/// by it (R713-27.2).
template <statutory_step Step>
struct found_missing {
    static bool holds(dossier const&, legality_review::concluded const& body)
    {
        return std::find(body.missing_steps.begin(), body.missing_steps.end(), Step) !=
               body.missing_steps.end();
    }
};

} // namespace workflows::major_decision

#endif
