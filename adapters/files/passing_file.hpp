#ifndef JUECE_ADAPTERS_FILES_PASSING_FILE_HPP
#define JUECE_ADAPTERS_FILES_PASSING_FILE_HPP

#include <filesystem>
#include <string>

namespace adapters::files {

/// An empty file of its own that goes away at the end. Throws std::runtime_error when none can be
/// made; the directory is made if need be.
class passing_file {
public:
    explicit passing_file(std::filesystem::path const& in);
    ~passing_file();
    passing_file(passing_file const&) = delete;
    passing_file& operator=(passing_file const&) = delete;
    std::string const& path() const { return path_; }

private:
    std::string path_;
};

} // namespace adapters::files

#endif
