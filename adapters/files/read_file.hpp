#ifndef JUECE_ADAPTERS_FILES_READ_FILE_HPP
#define JUECE_ADAPTERS_FILES_READ_FILE_HPP

#include <filesystem>
#include <string>

namespace adapters::files {

/// The bytes of a file. Throws std::filesystem::filesystem_error naming it when it cannot be read.
std::string read_file(std::filesystem::path const& file);

} // namespace adapters::files

#endif
