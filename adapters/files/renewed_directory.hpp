#ifndef JUECE_ADAPTERS_FILES_RENEWED_DIRECTORY_HPP
#define JUECE_ADAPTERS_FILES_RENEWED_DIRECTORY_HPP

#include <filesystem>

namespace adapters::files {

/// A directory that is written anew as a whole, beside the one that is there: readers find the old
/// one until take_its_place(), and the new one afterwards. What interrupted work left beside it is
/// cleared away by the next. What the disk refuses is a std::system_error.
class renewed_directory {
public:
    /// Throws std::runtime_error where something else is than an earlier result, or another
    /// process is at work on the same.
    explicit renewed_directory(std::filesystem::path target);
    /// Removes what was written unless it has taken its place.
    ~renewed_directory();
    renewed_directory(renewed_directory const&) = delete;
    renewed_directory& operator=(renewed_directory const&) = delete;

    /// Where to write.
    std::filesystem::path const& place() const { return place_; }
    /// On disk and in its place when this returns. The old one is removed.
    void take_its_place();

private:
    void lock();

    std::filesystem::path target_;
    std::filesystem::path place_;
    int mark_ = -1; ///< file that says what the directory is; locked while it is written
};

} // namespace adapters::files

#endif
