#include "adapters/archives/write_archive.hpp"

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <zip.h>

namespace adapters::archives {
namespace {

/// Of the 255 bytes that a name may have; the rest is left to whoever numbers it.
constexpr std::size_t longest_name = 200;

[[noreturn]] void fail(char const* why)
{
    throw std::runtime_error(std::string("the archive cannot be written: ") + why);
}

zip_source_t* source_of(zip_t* in, archive_entry const& one)
{
    if (auto const* file = std::get_if<std::filesystem::path>(&one.content))
        return zip_source_file(in, file->c_str(), 0, -1);
    auto const& bytes = std::get<std::string>(one.content);
    return zip_source_buffer(in, bytes.data(), bytes.size(), 0);
}

bool is_taken_everywhere(unsigned char c)
{
    return c >= 0x20 && c != 0x7f &&
           std::string_view("\\/:*?\"<>|").find(char(c)) == std::string_view::npos;
}

} // namespace

void write_archive(std::filesystem::path const& to, std::vector<archive_entry> const& entries,
                   engine::instant made_at)
{
    int fault = 0;
    auto* archive = zip_open(to.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &fault);
    if (!archive) {
        zip_error_t said;
        zip_error_init_with_code(&said, fault);
        std::string const why = zip_error_strerror(&said);
        zip_error_fini(&said);
        fail(why.c_str());
    }
    std::unique_ptr<zip_t, void (*)(zip_t*)> open(archive, zip_discard);
    auto const at = std::chrono::system_clock::to_time_t(made_at);
    for (auto const& one : entries) {
        auto* source = source_of(archive, one);
        auto const index = source
                               ? zip_file_add(archive, one.name.c_str(), source, ZIP_FL_ENC_UTF_8)
                               : zip_int64_t{-1};
        if (index < 0) {
            if (source)
                zip_source_free(source);
            fail(zip_strerror(archive));
        }
        auto const place = static_cast<zip_uint64_t>(index);
        zip_file_set_mtime(archive, place, at, 0);
        if (std::holds_alternative<std::filesystem::path>(one.content))
            zip_set_file_compression(archive, place, ZIP_CM_STORE, 0);
    }
    if (zip_close(archive) != 0)
        fail(zip_strerror(archive));
    static_cast<void>(open.release()); // closed, and gone with it
}

std::string entry_name(std::string const& name)
{
    std::string made;
    for (char const c : name)
        made += is_taken_everywhere(static_cast<unsigned char>(c)) ? c : '_';
    auto const dots = made.find_first_not_of(". ");
    made.erase(0, dots == std::string::npos ? made.size() : dots);
    if (made.size() > longest_name) {
        // The ending says what the file is.
        auto const dot = made.rfind('.');
        auto const ending =
            dot != std::string::npos && made.size() - dot <= 10 ? made.substr(dot) : std::string();
        auto end = longest_name - ending.size();
        while (end > 0 && (static_cast<unsigned char>(made[end]) & 0xC0) == 0x80)
            --end;
        made = made.substr(0, end) + ending;
    }
    return made.empty() ? "_" : made;
}

} // namespace adapters::archives
