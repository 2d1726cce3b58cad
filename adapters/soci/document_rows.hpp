#ifndef JUECE_ADAPTERS_SOCI_DOCUMENT_ROWS_HPP
#define JUECE_ADAPTERS_SOCI_DOCUMENT_ROWS_HPP

#include "adapters/soci/query.hpp"
#include "workflows/normative_document/register_line.hpp"

#include <optional>
#include <string>

namespace adapters::soci {

/// A line of the register of normative documents as the table normative_document holds it.
struct document_row {
    static constexpr char const* columns =
        "d.level, d.document_number, d.published_on, d.effective_on, d.valid_until, d.address,"
        " d.standing";

    std::string level, document_number, published_on, effective_on, valid_until, address, standing;

    static document_row of(workflows::normative_document::register_line const& line);
    /// Throws storage_fault for words or days that are none.
    workflows::normative_document::register_line to_line() const;
    /// Takes the columns, in their order, out of a question.
    void out_of(query& from);
    bool operator==(document_row const&) const = default;
};

/// The row in one line of words, to compare.
std::string in_words(document_row const& one);

/// Writes the lines of documents act by act.
class document_rows {
public:
    explicit document_rows(::soci::session& sql);

    /// Takes an act into the line of its document; acts that are not of the register change
    /// nothing.
    void note(engine::act const& by);

private:
    long long case_id_ = 0;
    document_row before_;
    document_row now_;
    kept_query read_, write_;
};

/// The row of a document, or nothing for another case.
std::optional<document_row> document_row_of(::soci::session& sql, engine::case_id id);

} // namespace adapters::soci

#endif
