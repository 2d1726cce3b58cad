#ifndef JUECE_ADAPTERS_DOCUMENTS_DOCUMENT_STORE_HPP
#define JUECE_ADAPTERS_DOCUMENTS_DOCUMENT_STORE_HPP

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::documents {

/// A document on disk: SHA-256 of its bytes as 64 hex digits, and its size in bytes.
struct stored_document {
    std::string hash;
    long long size = 0;
};

/// What is wrong with a document on disk.
enum class document_fault { none, missing, altered };

/// What becomes of what interrupted uploads left: a program beside a running server leaves it, for
/// an upload may be under way there.
enum class unfinished_uploads_are { removed, left };

/// Documents as files named by their content: DIR/documents/ab/cdef.... A file is complete and
/// synced before it has its name, so whatever has a name is whole. Several threads may use it.
/// What the disk refuses is a std::system_error.
class document_store {
public:
    /// Makes the directory if need be.
    explicit document_store(std::filesystem::path const& dir,
                            unfinished_uploads_are leftovers = unfinished_uploads_are::removed);

    /// A document on its way in. Thrown away unless finished.
    class writer {
    public:
        ~writer();
        writer(writer&&) noexcept;
        void append(std::string_view bytes);
        long long size() const;
        /// Where the bytes that have arrived can be looked at, until it is finished.
        std::filesystem::path const& bytes_so_far() const;
        /// On disk and named when this returns; the same bytes again give the same document.
        stored_document finish();
        /// The same if the bytes have that hash; otherwise they are thrown away: false.
        bool finish_as(std::string_view hash);

    private:
        friend class document_store;
        struct state;
        explicit writer(std::unique_ptr<state> s);
        std::unique_ptr<state> state_;
    };

    writer begin();
    /// All at once.
    stored_document put(std::string_view bytes);
    /// Takes a whole file of the same file system as its own; it is no longer where it was.
    /// Nothing, and the file stays where it is, if its bytes have another hash than the one that is
    /// expected; an empty one expects nothing.
    std::optional<stored_document> adopt(std::filesystem::path const& file,
                                         std::string_view expected = {});

    bool holds(std::string_view hash) const;
    /// Where its bytes are; nothing for a hash that is not here or is none.
    std::optional<std::filesystem::path> path_of(std::string_view hash) const;
    /// Opened for reading; nothing as above.
    std::optional<std::ifstream> open(std::string_view hash) const;

    /// Reads it and hashes it again.
    document_fault check(std::string_view hash) const;
    /// The hashes of all that is here, in order.
    std::vector<std::string> all() const;

private:
    std::filesystem::path place_of(std::string_view hash) const;
    bool settle(int open_file, std::filesystem::path const& at, std::string const& hash) const;

    std::filesystem::path root_;
};

} // namespace adapters::documents

#endif
