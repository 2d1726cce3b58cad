#ifndef JUECE_ADAPTERS_DOCUMENTS_DOCUMENT_ADMISSION_HPP
#define JUECE_ADAPTERS_DOCUMENTS_DOCUMENT_ADMISSION_HPP

#include "adapters/documents/document_types.hpp"
#include "adapters/scanning/clamd.hpp"

#include <optional>

namespace adapters::documents {

/// How files are looked at before they are put on file.
struct admission_terms {
    long long most_bytes = 500LL << 20;                ///< of one file
    std::optional<scanning::clamd_terms> scanner = {}; ///< empty: files are not scanned
};

/// Says whether a file that came in may be put on file. From any thread; blocks.
class document_admission {
public:
    explicit document_admission(admission_terms terms) : terms_(std::move(terms)) {}

    admission_terms const& terms() const { return terms_; }

    /// Its type, or why it is not taken, naming the file. A scanner that does not answer takes
    /// nothing.
    std::variant<document_type const*, engine::text> examine(std::filesystem::path const& file,
                                                             std::string const& name) const;

private:
    admission_terms terms_;
};

} // namespace adapters::documents

#endif
