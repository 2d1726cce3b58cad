// Whatever bytes are sent as an archive: what is opened keeps to the limits, what is stored is of
// an accepted type and runs nothing.

#include "adapters/archives/checked_archive.hpp"
#include "adapters/documents/document_types.hpp"
#include "tests/fuzz/must.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <unistd.h>

using fuzz::must;

namespace {

using namespace adapters;

constexpr archives::archive_limits limits = {.entries = 20,
                                             .one_entry = 1 << 16,
                                             .all_entries = 1 << 17,
                                             .ratio = 20,
                                             .ratio_from = 1 << 10};

void must_keep_to_the_limits(archives::checked_archive const& archive)
{
    must(archive.names().size() <= limits.entries);
    std::size_t all = 0;
    for (auto const& name : archive.names()) {
        must(!name.starts_with('/') && name.find('\\') == std::string::npos &&
             !name.starts_with("../") && name.find("/../") == std::string::npos &&
             !name.ends_with("/..") && name != "..");
        must(archive.holds(name));
        auto const bytes = archive.read(name);
        must(!bytes || bytes->size() <= limits.one_entry);
        all += bytes ? bytes->size() : 0;
    }
    // two of one name are read as the first, so that each counts once for itself
    auto names = archive.names();
    std::sort(names.begin(), names.end());
    must(all <= limits.all_entries ||
         std::adjacent_find(names.begin(), names.end()) != names.end());
    must(!archive.holds("no such entry") && !archive.read("no such entry"));
}

void must_be_accepted(std::string const& bytes)
{
    auto const place = std::filesystem::temp_directory_path() /
                       ("juece-fuzz-archive-" + std::to_string(::getpid()));
    std::ofstream(place, std::ios::binary) << bytes;
    auto const found = documents::type_of(place, "卷.docx");
    if (auto const* why = std::get_if<engine::text>(&found))
        must(!why->empty());
    else {
        auto const* type = std::get<documents::document_type const*>(found);
        must(type && documents::accepted_type(type->media_type) == type);
        auto const name = documents::safe_name("卷.exe", type->media_type);
        must(name.ends_with(type->endings.front()));
        must(documents::safe_name(name, type->media_type) == name);
        auto const opened = archives::checked_archive::open(place, {.one_entry = 1ULL << 30});
        if (auto const* archive = std::get_if<archives::checked_archive>(&opened))
            must(std::none_of(archive->names().begin(), archive->names().end(),
                              [](auto& one) { return one.ends_with("vbaProject.bin"); }));
    }
    std::filesystem::remove(place);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size)
{
    std::string const all(reinterpret_cast<char const*>(bytes), size);
    auto const opened = archives::checked_archive::open_bytes(all, limits);
    if (auto const* why = std::get_if<engine::text>(&opened))
        must(!why->empty());
    else
        must_keep_to_the_limits(std::get<archives::checked_archive>(opened));
    must_be_accepted(all);
    return 0;
}
