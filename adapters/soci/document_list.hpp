#ifndef JUECE_ADAPTERS_SOCI_DOCUMENT_LIST_HPP
#define JUECE_ADAPTERS_SOCI_DOCUMENT_LIST_HPP

#include "adapters/soci/reader.hpp"
#include "workflows/normative_document/register_line.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace adapters::soci {

/// A normative document as its register shows it.
struct normative_entry {
    engine::case_id on;
    std::string number; ///< of the case
    std::string title;
    std::string unit; ///< that drafted it
    std::string phase;
    workflows::normative_document::register_line line;
    bool told_afterwards = false; ///< issued before it was registered here
};

/// What the register is narrowed by; an empty member narrows nothing.
struct normative_filter {
    std::string words; ///< in the title, the document's number or that of its case
    std::string unit;
    std::string level; ///< a name of document_level
    std::optional<workflows::normative_document::force_state> state;
    bool binding_only = false; ///< those that bind: in force, or expiring
    bool public_only = false;  ///< these, and those that were published and will bind
};

/// The register of normative documents as it stands on a day. Borrows a reader, for as long as that
/// lives, and sees what it sees.
class document_list {
public:
    /// `warning_months`: so long before its last day a document is expiring.
    document_list(reader& from, engine::day today, long long warning_months);

    /// Newest first; `before`: only ids below this cursor.
    page<normative_entry> list(normative_filter const& only, std::optional<long long> before,
                               long long limit);
    /// How many documents are in each state; a state without documents is not there.
    std::map<workflows::normative_document::force_state, long long> states();
    /// The state of a document on the day of the list.
    workflows::normative_document::force_state state_of(normative_entry const& one) const;

private:
    ::soci::session& sql_;
    visibility const& seen_;
    engine::day today_;
    long long warning_months_;
    std::string today_text_;
    std::string warned_until_;
};

} // namespace adapters::soci

#endif
