#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_DRAFT_HISTORY_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_DRAFT_HISTORY_HPP

#include "workflows/major_decision/drafting.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace workflows::major_decision {

/// A version of the draft as it was filed.
struct filed_draft {
    long long version = 0; ///< from 1
    long long seq = 0;     ///< of the act that filed it
    document_ref draft;
    drafting::change_class change; ///< as declared, or as the reviewer confirmed it
    day on;
    bool awaits_reviewer = false; ///< who has not confirmed how far the change goes (JC-2)
};

/// What an adviser, the reviewer, the sponsor's own lawyers or a consulted unit thought of the
/// draft that was current then (JC-2).
struct opinion_on_draft {
    long long seq = 0;
    std::string kind;
    std::string by_name, by_unit;
    day on;
    long long version = 0;
    std::string conclusion; ///< key of the catalogue: "choice.unit_stance.agrees"
};

/// The versions of a draft and the opinions on them, in the order of the acts.
struct draft_history {
    std::vector<filed_draft> versions;
    std::vector<opinion_on_draft> opinions;
};

/// Read from the acts of a case; acts of other procedures are passed over.
draft_history history_of_drafts(std::vector<engine::act> const& acts);

/// Whether an act of a kind says what somebody thinks of the draft, so that another version makes
/// one that was begun before doubtful.
bool is_opinion_on_draft(std::string_view kind);

} // namespace workflows::major_decision

#endif
