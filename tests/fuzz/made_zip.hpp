#ifndef JUECE_TESTS_FUZZ_MADE_ZIP_HPP
#define JUECE_TESTS_FUZZ_MADE_ZIP_HPP

#include "tests/fuzz/must.hpp"

#include <string>
#include <utility>
#include <vector>
#include <zip.h>

namespace fuzz {

/// The bytes of a ZIP archive with these names and contents, not packed.
inline std::string made_zip(std::vector<std::pair<std::string, std::string>> const& entries)
{
    auto* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    auto* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    must(archive != nullptr);
    zip_source_keep(target); // zip_close gives one away
    for (auto const& [name, bytes] : entries) {
        auto* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        auto const at = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        must(at >= 0);
        must(zip_set_file_compression(archive, static_cast<zip_uint64_t>(at), ZIP_CM_STORE, 0) ==
             0);
    }
    must(zip_close(archive) == 0);
    zip_stat_t about;
    must(zip_source_stat(target, &about) == 0 && zip_source_open(target) == 0);
    std::string made(about.size, '\0');
    must(zip_source_read(target, made.data(), made.size()) ==
         static_cast<zip_int64_t>(made.size()));
    zip_source_close(target);
    zip_source_free(target);
    return made;
}

} // namespace fuzz

#endif
