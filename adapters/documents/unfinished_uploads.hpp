#ifndef JUECE_ADAPTERS_DOCUMENTS_UNFINISHED_UPLOADS_HPP
#define JUECE_ADAPTERS_DOCUMENTS_UNFINISHED_UPLOADS_HPP

#include "engine/act.hpp"
#include "engine/day.hpp"

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::documents {

/// A file of which a part has arrived.
struct unfinished_upload {
    std::string id;
    engine::person_id by;
    std::string name;
    long long length = 0; ///< that the whole will have, in bytes
    long long offset = 0; ///< that are on disk
    engine::instant began_at;

    bool is_whole() const { return offset == length; }
};

/// What one person may have under way, and for how long.
struct upload_bounds {
    std::size_t most_at_once = 30;
    long long most_bytes_at_once = 2LL << 30; ///< of the lengths of all of them
    std::chrono::hours kept_for{24};          ///< after the last byte
};

/// Files that arrive piece by piece: DIR/uploads/ID/{terms.json, bytes}. They outlive the server;
/// what nobody goes on with is removed. From any thread.
class unfinished_uploads {
public:
    explicit unfinished_uploads(std::filesystem::path const& dir, upload_bounds bounds = {});

    upload_bounds const& bounds() const { return bounds_; }

    /// False: the person has as much under way as is allowed.
    bool begin(unfinished_upload const& fresh);
    /// The upload, if it is this person's.
    std::optional<unfinished_upload> find(std::string const& id, engine::person_id by);

    enum class step { appended, elsewhere, too_long, unknown };
    /// Adds bytes at an offset, on disk when it returns. `elsewhere`: the upload stands at another
    /// offset. Nothing is added unless it is `appended`.
    step append(std::string const& id, engine::person_id by, long long offset,
                std::string_view bytes, engine::instant now);

    /// Where the bytes of a whole upload are.
    std::filesystem::path bytes_of(std::string const& id) const;
    /// False: there is none of this person.
    bool remove(std::string const& id, engine::person_id by);
    /// Removes what has been left; how many.
    std::size_t remove_abandoned(engine::instant now);

private:
    std::filesystem::path place_of(std::string const& id) const;
    std::optional<unfinished_upload> terms_of(std::string const& id) const;
    std::optional<unfinished_upload> read(std::string const& id) const;
    std::vector<unfinished_upload> all() const;

    std::filesystem::path root_;
    upload_bounds bounds_;
    std::mutex door_;
};

} // namespace adapters::documents

#endif
