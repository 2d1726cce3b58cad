#ifndef JUECE_ADAPTERS_ARCHIVES_CHECKED_ARCHIVE_HPP
#define JUECE_ADAPTERS_ARCHIVES_CHECKED_ARCHIVE_HPP

#include "engine/text.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace adapters::archives {

/// What an archive may claim before anything of it is unpacked. Sizes in bytes.
struct archive_limits {
    std::uint64_t entries = 5'000;
    std::uint64_t one_entry = 64ULL << 20;
    std::uint64_t all_entries = 512ULL << 20;
    std::uint64_t ratio = 200; ///< unpacked to packed, of entries above `ratio_from`
    std::uint64_t ratio_from = 1ULL << 20;
};

/// A ZIP archive (DOCX, XLSX, OFD) whose directory keeps to the limits: no entry unpacks beyond
/// them, none is encrypted, and no name leads out of the archive. Nothing is written to disk.
class checked_archive {
public:
    /// The archive, or why it is not read; the reason is for people.
    static std::variant<checked_archive, engine::text> open(std::filesystem::path const& file,
                                                            archive_limits const& limits = {});
    /// The same for an archive that lies in memory; the bytes are kept.
    static std::variant<checked_archive, engine::text>
    open_bytes(std::string bytes, archive_limits const& limits = {});
    ~checked_archive();
    checked_archive(checked_archive&&) noexcept;

    std::vector<std::string> const& names() const;
    bool holds(std::string const& name) const;
    /// The bytes of an entry; nothing when there is none, it is damaged, or it holds more than its
    /// directory says.
    std::optional<std::string> read(std::string const& name) const;

private:
    struct state;
    explicit checked_archive(std::unique_ptr<state> s);
    std::unique_ptr<state> state_;
};

} // namespace adapters::archives

#endif
