#include "adapters/documents/document_store.hpp"

#include "adapters/faults/trigger_point.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdexcept>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace adapters::documents {
namespace {

namespace fs = std::filesystem;

/// Names of files that are still being written begin so; a hash never does.
constexpr char const* unfinished = "incoming-";

[[noreturn]] void fail(std::string const& what, fs::path const& at)
{
    throw std::system_error(errno, std::generic_category(), what + " " + at.string());
}

bool is_hash(std::string_view text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

class hasher {
public:
    hasher() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free)
    {
        if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1)
            throw std::runtime_error("SHA-256 is not available");
    }
    void add(std::string_view bytes)
    {
        if (EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) != 1)
            throw std::runtime_error("SHA-256 failed");
    }
    std::string finish()
    {
        std::array<unsigned char, 32> digest{};
        if (EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr) != 1)
            throw std::runtime_error("SHA-256 failed");
        constexpr char digits[] = "0123456789abcdef";
        std::string hex;
        for (auto byte : digest) {
            hex += digits[byte >> 4];
            hex += digits[byte & 15];
        }
        return hex;
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

void sync_dir(fs::path const& dir)
{
    int const at = ::open(dir.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (at < 0)
        fail("cannot open", dir);
    int const done = ::fsync(at);
    ::close(at);
    if (done != 0)
        fail("cannot sync", dir);
}

void make_dir(fs::path const& dir)
{
    if (fs::create_directories(dir) && dir.has_parent_path())
        sync_dir(dir.parent_path());
}

} // namespace

struct document_store::writer::state {
    document_store const& store;
    fs::path path;
    int file = -1;
    hasher hash;
    long long size = 0;

    state(document_store const& in, fs::path at) : store(in), path(std::move(at))
    {
        file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (file < 0)
            fail("cannot make", path);
    }
    state(state const&) = delete;
    state& operator=(state const&) = delete;
    ~state()
    {
        if (file >= 0)
            ::close(file);
        if (!path.empty())
            ::unlink(path.c_str());
    }

    stored_document name(stored_document const& document)
    {
        if (store.settle(file, path, document.hash))
            path.clear();
        return document;
    }
};

document_store::writer::writer(std::unique_ptr<state> s) : state_(std::move(s)) {}
document_store::writer::~writer() = default;
document_store::writer::writer(writer&&) noexcept = default;

void document_store::writer::append(std::string_view bytes)
{
    state_->hash.add(bytes);
    state_->size += static_cast<long long>(bytes.size());
    while (!bytes.empty()) {
        auto const written = ::write(state_->file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            fail("cannot write", state_->path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::filesystem::path const& document_store::writer::bytes_so_far() const
{
    return state_->path;
}

long long document_store::writer::size() const
{
    return state_->size;
}

stored_document document_store::writer::finish()
{
    auto const done = std::move(state_);
    return done->name({done->hash.finish(), done->size});
}

bool document_store::writer::finish_as(std::string_view hash)
{
    auto const done = std::move(state_);
    stored_document const document{done->hash.finish(), done->size};
    if (document.hash != hash)
        return false;
    done->name(document);
    return true;
}

document_store::document_store(fs::path const& dir, unfinished_uploads_are leftovers)
    : root_(dir / "documents")
{
    make_dir(root_);
    if (leftovers == unfinished_uploads_are::left)
        return;
    for (auto const& entry : fs::directory_iterator(root_))
        if (entry.path().filename().string().starts_with(unfinished))
            fs::remove(entry.path());
}

document_store::writer document_store::begin()
{
    static std::atomic<unsigned long long> serial = 0;
    auto const name = unfinished + std::to_string(::getpid()) + '-' + std::to_string(++serial);
    return writer(std::make_unique<writer::state>(*this, root_ / name));
}

stored_document document_store::put(std::string_view bytes)
{
    auto incoming = begin();
    incoming.append(bytes);
    return incoming.finish();
}

std::optional<stored_document> document_store::adopt(fs::path const& file,
                                                     std::string_view expected)
{
    int const open_file = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (open_file < 0)
        fail("cannot open", file);
    std::unique_ptr<int const, void (*)(int const*)> const closer(
        &open_file, [](int const* at) { ::close(*at); });
    hasher hash;
    stored_document document;
    std::vector<char> piece(1 << 20);
    while (true) {
        auto const got = ::read(open_file, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            fail("cannot read", file);
        if (got == 0)
            break;
        hash.add({piece.data(), static_cast<std::size_t>(got)});
        document.size += got;
    }
    document.hash = hash.finish();
    if (!expected.empty() && document.hash != expected)
        return {};
    if (!settle(open_file, file, document.hash))
        fs::remove(file);
    return document;
}

/// Gives a file its name for good. False: those bytes have their name already.
bool document_store::settle(int open_file, fs::path const& at, std::string const& hash) const
{
    // An altered file under that name is replaced by the right bytes.
    if (check(hash) == document_fault::none)
        return false;
    // Bytes first, then the name, then the directory: a name never stands for half a document.
    if (::fsync(open_file) != 0)
        fail("cannot sync", at);
    auto const place = place_of(hash);
    make_dir(place.parent_path());
    faults::reached("documents.before_rename");
    fs::rename(at, place);
    faults::reached("documents.after_rename");
    sync_dir(place.parent_path());
    return true;
}

fs::path document_store::place_of(std::string_view hash) const
{
    return root_ / hash.substr(0, 2) / hash.substr(2);
}

std::optional<fs::path> document_store::path_of(std::string_view hash) const
{
    if (!is_hash(hash))
        return {};
    auto place = place_of(hash);
    if (!fs::is_regular_file(place))
        return {};
    return place;
}

bool document_store::holds(std::string_view hash) const
{
    return path_of(hash).has_value();
}

std::optional<std::ifstream> document_store::open(std::string_view hash) const
{
    auto const place = path_of(hash);
    if (!place)
        return {};
    std::ifstream file(*place, std::ios::binary);
    if (!file)
        fail("cannot open", *place);
    return file;
}

document_fault document_store::check(std::string_view hash) const
{
    auto file = open(hash);
    if (!file)
        return document_fault::missing;
    hasher again;
    std::vector<char> piece(1 << 16);
    while (file->read(piece.data(), static_cast<std::streamsize>(piece.size())) ||
           file->gcount() > 0)
        again.add({piece.data(), static_cast<std::size_t>(file->gcount())});
    if (file->bad())
        fail("cannot read", place_of(hash));
    return again.finish() == hash ? document_fault::none : document_fault::altered;
}

std::vector<std::string> document_store::all() const
{
    std::vector<std::string> hashes;
    for (auto const& entry : fs::recursive_directory_iterator(root_)) {
        auto hash =
            entry.path().parent_path().filename().string() + entry.path().filename().string();
        if (entry.is_regular_file() && is_hash(hash))
            hashes.push_back(std::move(hash));
    }
    std::sort(hashes.begin(), hashes.end());
    return hashes;
}

} // namespace adapters::documents
