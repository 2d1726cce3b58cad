#ifndef JUECE_ADAPTERS_ARCHIVES_WRITE_ARCHIVE_HPP
#define JUECE_ADAPTERS_ARCHIVES_WRITE_ARCHIVE_HPP

#include "engine/day.hpp"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace adapters::archives {

/// What goes into an archive: a file as it lies on disk, or bytes.
struct archive_entry {
    std::string name;
    std::variant<std::filesystem::path, std::string> content;
};

/// Writes a ZIP archive over a file. Files go in as they are: DOCX, PDF and pictures are packed
/// already. Throws std::runtime_error when it cannot be written.
void write_archive(std::filesystem::path const& to, std::vector<archive_entry> const& entries,
                   engine::instant made_at);

/// A name as every system takes it for that of a file: without what separates paths or means
/// something to a shell, and no longer than a directory holds. Never empty.
std::string entry_name(std::string const& name);

} // namespace adapters::archives

#endif
