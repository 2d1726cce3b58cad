#ifndef JUECE_ADAPTERS_SOCI_BACKUP_HPP
#define JUECE_ADAPTERS_SOCI_BACKUP_HPP

#include "adapters/documents/document_store.hpp"
#include "adapters/soci/database.hpp"
#include "adapters/soci/verify.hpp"

#include <filesystem>

namespace adapters::soci {

struct backup_extent {
    long long cases = 0;
    long long acts = 0;
    long long documents = 0;
    long long bytes = 0; ///< of the file
};

/// Writes everything, documents included, to one file: itself an SQLite database, with the
/// documents in a table of it, whatever database keeps the record. The server may go on working;
/// the backup is the record of one moment. The file must not exist; it is on disk when this
/// returns. Throws storage_fault.
backup_extent back_up(database const& at, documents::document_store const& store,
                      std::filesystem::path const& to);

/// Fills an empty or missing directory from a backup, then verifies it. Throws storage_fault when
/// the directory is not empty or the file is no backup; what was begun is then taken away.
verification restore(std::filesystem::path const& from, std::filesystem::path const& dir,
                     engine::law_in_force law);

} // namespace adapters::soci

#endif
