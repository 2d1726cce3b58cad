#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_REGISTER_LINE_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_REGISTER_LINE_HPP

#include "workflows/normative_document/project.hpp"

#include <optional>
#include <string>
#include <string_view>

// What the register of documents knows of one, read from its acts alone.

namespace workflows::normative_document {

/// How far a document has come, whatever the day.
enum class document_standing { in_making, issued, repealed, invalid, replaced, lapsed, given_up };
JUECE_CHOICE(document_standing, in_making, issued, repealed, invalid, replaced, lapsed, given_up)

/// What the light of a document says on a day.
enum class force_state {
    in_making,
    not_yet_in_force,
    in_force,
    expiring, ///< its last day is near
    expired,  ///< its last day is over, noted or not
    repealed,
    invalid,
    replaced,
    given_up
};
JUECE_CHOICE(force_state, in_making, not_yet_in_force, in_force, expiring, expired, repealed,
             invalid, replaced, given_up)

struct register_line {
    project::document_level level = project::document_level::government;
    std::string document_number; ///< empty: none yet
    std::optional<day> published_on;
    std::optional<day> effective_on;
    std::optional<day> valid_until; ///< none: no end is set
    std::string address;            ///< where it is published
    document_standing standing = document_standing::in_making;
    bool operator==(register_line const&) const = default;
};

/// True for the kinds of acts that may change a line.
bool is_of_register(std::string_view kind);

/// Takes an act into the line of its document; true if that changed it. The act that opens the case
/// makes the line anew.
bool take_into(register_line& line, engine::act const& what);

/// The state on a day; `warning_months` before its last day a document is called expiring.
force_state state_on(register_line const& line, day today, long long warning_months);

/// True for a state in which the document binds: in force, or so long as it is expiring.
bool is_binding(force_state state);

} // namespace workflows::normative_document

#endif
