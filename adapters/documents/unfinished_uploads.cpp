#include "adapters/documents/unfinished_uploads.hpp"

#include "adapters/files/read_file.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace adapters::documents {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(char const* what, fs::path const& at)
{
    throw std::system_error(errno, std::generic_category(), std::string(what) + " " + at.string());
}

/// Ids are made by this program; whatever else comes in a path names nothing.
bool is_id(std::string_view text)
{
    return text.size() >= 16 && text.size() <= 64 &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-';
           });
}

class open_file {
public:
    open_file(fs::path const& at, int how) : path_(at), file_(::open(at.c_str(), how, 0600))
    {
        if (file_ < 0)
            fail("cannot open", at);
    }
    ~open_file() { ::close(file_); }
    open_file(open_file const&) = delete;
    open_file& operator=(open_file const&) = delete;

    void write_at(long long offset, std::string_view bytes) const
    {
        while (!bytes.empty()) {
            auto const written = ::pwrite(file_, bytes.data(), bytes.size(), offset);
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                fail("cannot write", path_);
            bytes.remove_prefix(static_cast<std::size_t>(written));
            offset += written;
        }
    }
    void cut(long long length) const
    {
        if (::ftruncate(file_, length) != 0)
            fail("cannot cut", path_);
    }
    void sync() const
    {
        if (::fsync(file_) != 0)
            fail("cannot sync", path_);
    }

private:
    fs::path path_;
    int file_;
};

engine::instant changed_at(fs::path const& file)
{
    auto const at = std::chrono::file_clock::to_sys(fs::last_write_time(file));
    return std::chrono::time_point_cast<engine::instant::duration>(at);
}

} // namespace

unfinished_uploads::unfinished_uploads(fs::path const& dir, upload_bounds bounds)
    : root_(dir / "uploads"), bounds_(bounds)
{
    fs::create_directories(root_);
}

fs::path unfinished_uploads::place_of(std::string const& id) const
{
    return root_ / id;
}

fs::path unfinished_uploads::bytes_of(std::string const& id) const
{
    return place_of(id) / "bytes";
}

/// What was said when it began; nothing of what has arrived since.
std::optional<unfinished_upload> unfinished_uploads::terms_of(std::string const& id) const
{
    auto const terms = place_of(id) / "terms.json";
    if (!is_id(id) || !fs::is_regular_file(terms))
        return {};
    boost::json::error_code fault;
    auto const parsed = boost::json::parse(files::read_file(terms), fault);
    if (fault || !parsed.is_object())
        return {};
    auto const& kept = parsed.get_object();
    auto const began_at = engine::parse_instant(std::string(kept.at("began_at").as_string()));
    return unfinished_upload{.id = id,
                             .by = {kept.at("by").as_int64()},
                             .name = std::string(kept.at("name").as_string()),
                             .length = kept.at("length").as_int64(),
                             .offset = 0,
                             .began_at = began_at.value_or(engine::instant{})};
}

std::optional<unfinished_upload> unfinished_uploads::read(std::string const& id) const
{
    auto found = terms_of(id);
    if (!found || !fs::is_regular_file(bytes_of(id)))
        return {};
    found->offset = static_cast<long long>(fs::file_size(bytes_of(id)));
    return found;
}

std::vector<unfinished_upload> unfinished_uploads::all() const
{
    std::vector<unfinished_upload> found;
    for (auto const& entry : fs::directory_iterator(root_))
        if (auto one = read(entry.path().filename().string()))
            found.push_back(std::move(*one));
    return found;
}

bool unfinished_uploads::begin(unfinished_upload const& fresh)
{
    std::lock_guard const hold(door_);
    std::size_t under_way = 0;
    long long bytes = fresh.length;
    for (auto const& one : all())
        if (one.by == fresh.by) {
            ++under_way;
            bytes += one.length;
        }
    if (under_way >= bounds_.most_at_once || bytes > bounds_.most_bytes_at_once)
        return false;
    fs::create_directory(place_of(fresh.id));
    {
        open_file const bytes_file(bytes_of(fresh.id), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC);
    }
    fs::last_write_time(bytes_of(fresh.id), std::chrono::file_clock::from_sys(fresh.began_at));
    // The terms come last: an upload without them is none.
    open_file const terms(place_of(fresh.id) / "terms.json",
                          O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC);
    terms.write_at(0, boost::json::serialize(
                          boost::json::object{{"by", fresh.by.value},
                                              {"name", fresh.name},
                                              {"length", fresh.length},
                                              {"began_at", engine::to_text(fresh.began_at)}}));
    terms.sync();
    return true;
}

std::optional<unfinished_upload> unfinished_uploads::find(std::string const& id,
                                                          engine::person_id by)
{
    std::lock_guard const hold(door_);
    auto found = read(id);
    if (!found || found->by != by)
        return {};
    return found;
}

unfinished_uploads::step unfinished_uploads::append(std::string const& id, engine::person_id by,
                                                    long long offset, std::string_view bytes,
                                                    engine::instant now)
{
    std::lock_guard const hold(door_);
    auto const known = read(id);
    if (!known || known->by != by)
        return step::unknown;
    if (known->offset != offset)
        return step::elsewhere;
    if (static_cast<long long>(bytes.size()) > known->length - offset)
        return step::too_long;
    open_file const file(bytes_of(id), O_WRONLY | O_CLOEXEC);
    try {
        file.write_at(offset, bytes);
        file.sync();
    } catch (std::system_error const&) {
        file.cut(offset); // half a piece would be taken for a whole one
        throw;
    }
    fs::last_write_time(bytes_of(id), std::chrono::file_clock::from_sys(now));
    return step::appended;
}

bool unfinished_uploads::remove(std::string const& id, engine::person_id by)
{
    std::lock_guard const hold(door_);
    // Its bytes may be a document already.
    auto const known = terms_of(id);
    return known && known->by == by && fs::remove_all(place_of(id)) > 0;
}

std::size_t unfinished_uploads::remove_abandoned(engine::instant now)
{
    std::lock_guard const hold(door_);
    std::size_t removed = 0;
    for (auto const& entry : fs::directory_iterator(root_)) {
        auto const bytes = entry.path() / "bytes";
        auto const touched = changed_at(fs::exists(bytes) ? bytes : entry.path());
        if (touched + bounds_.kept_for < now)
            removed += fs::remove_all(entry.path()) > 0;
    }
    return removed;
}

} // namespace adapters::documents
