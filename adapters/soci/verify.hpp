#ifndef JUECE_ADAPTERS_SOCI_VERIFY_HPP
#define JUECE_ADAPTERS_SOCI_VERIFY_HPP

#include "adapters/documents/document_store.hpp"
#include "adapters/soci/database.hpp"
#include "engine/desk.hpp"
#include "engine/text.hpp"

#include <string>
#include <vector>

namespace adapters::soci {

/// One kind of check over the whole record.
struct finding {
    std::string check;     ///< key "verify.<check>"
    long long checked = 0; ///< cases, rows or documents looked at
    long long wrong = 0;
    engine::text first; ///< the first difference, in words; empty: none
};

struct verification {
    std::vector<finding> findings;
    bool clean() const;
};

/// Recomputes every chain and everything that is derived from acts, and every document that an act
/// names; compares with what is kept. Changes nothing.
verification verify(database const& at, engine::law_in_force law,
                    documents::document_store const& store);

} // namespace adapters::soci

#endif
