#include "adapters/secrets/key_file.hpp"

#include "adapters/soci/random_text.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace adapters::secrets {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t key_bytes = 32;

std::string read_key(fs::path const& file)
{
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0)
        throw std::runtime_error("cannot look at " + file.string());
    if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        throw std::runtime_error(file.string() + " may be read by others; set its mode to 600");
    std::ifstream in(file, std::ios::binary);
    std::string key{std::istreambuf_iterator<char>(in), {}};
    if (key.size() != key_bytes)
        throw std::runtime_error(file.string() + " is no key of 32 bytes");
    return key;
}

/// Writes beside and links into place, so that of two that start at once one key stands.
void make_key(fs::path const& file)
{
    auto const key = soci::random_bytes(key_bytes);
    auto const beside = file.string() + "." + soci::to_hex(soci::random_bytes(4));
    int const to = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool const written = to >= 0 &&
                         ::write(to, key.data(), key.size()) == static_cast<ssize_t>(key.size()) &&
                         ::fsync(to) == 0;
    if (to >= 0)
        ::close(to);
    bool const placed = written && (::link(beside.c_str(), file.c_str()) == 0 || errno == EEXIST);
    ::unlink(beside.c_str());
    if (!placed)
        throw std::runtime_error("cannot make " + file.string());
}

} // namespace

std::string kept_key(fs::path const& file)
{
    if (!fs::exists(file))
        make_key(file);
    return read_key(file);
}

} // namespace adapters::secrets
