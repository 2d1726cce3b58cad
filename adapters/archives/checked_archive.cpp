#include "adapters/archives/checked_archive.hpp"

#include <algorithm>
#include <new>
#include <zip.h>

namespace adapters::archives {
namespace {

using engine::say;
using engine::text;

struct closer {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

/// True for a name that would be another place than the archive if somebody unpacked it.
bool leads_out(std::string_view name)
{
    if (name.starts_with('/') || name.find('\\') != std::string_view::npos ||
        (name.size() > 1 && name[1] == ':'))
        return true;
    for (auto rest = name; !rest.empty();) {
        auto const end = std::min(rest.find('/'), rest.size());
        if (rest.substr(0, end) == "..")
            return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

} // namespace

struct checked_archive::state {
    std::string bytes; ///< of an archive in memory; outlives it
    std::unique_ptr<zip_t, closer> archive;
    std::vector<std::string> names;
    std::vector<std::uint64_t> sizes;

    /// Why the archive is not read, if it is not.
    std::optional<text> examine(archive_limits const& limits)
    {
        auto const count = zip_get_num_entries(archive.get(), 0);
        if (count < 0 || static_cast<std::uint64_t>(count) > limits.entries)
            return say("压缩包内的文件超过{1}个", limits.entries);
        std::uint64_t all = 0;
        for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
            zip_stat_t entry;
            if (zip_stat_index(archive.get(), i, 0, &entry) != 0 ||
                (entry.valid & (ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)) !=
                    (ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE))
                return say("压缩包的目录已损坏");
            if (leads_out(entry.name))
                return say("压缩包内有指向包外的文件名");
            if ((entry.valid & ZIP_STAT_ENCRYPTION_METHOD) &&
                entry.encryption_method != ZIP_EM_NONE)
                return say("文件已加密，无法读取");
            all += entry.size;
            if (entry.size > limits.one_entry || all > limits.all_entries ||
                (entry.size > limits.ratio_from && entry.size / limits.ratio > entry.comp_size))
                return say("解压后的内容过大，疑似压缩炸弹");
            names.emplace_back(entry.name);
            sizes.push_back(entry.size);
        }
        return {};
    }
};

checked_archive::checked_archive(std::unique_ptr<state> s) : state_(std::move(s)) {}
checked_archive::~checked_archive() = default;
checked_archive::checked_archive(checked_archive&&) noexcept = default;

std::variant<checked_archive, text> checked_archive::open(std::filesystem::path const& file,
                                                          archive_limits const& limits)
{
    int fault = 0;
    auto opened = std::make_unique<state>();
    opened->archive.reset(zip_open(file.c_str(), ZIP_RDONLY, &fault));
    if (!opened->archive)
        return say("不是完好的压缩包");
    if (auto why = opened->examine(limits))
        return std::move(*why);
    return checked_archive(std::move(opened));
}

std::variant<checked_archive, text> checked_archive::open_bytes(std::string bytes,
                                                                archive_limits const& limits)
{
    auto opened = std::make_unique<state>();
    opened->bytes = std::move(bytes);
    auto* source = zip_source_buffer_create(opened->bytes.data(), opened->bytes.size(), 0, nullptr);
    if (!source)
        throw std::bad_alloc();
    opened->archive.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
    if (!opened->archive) {
        zip_source_free(source);
        return say("不是完好的压缩包");
    }
    if (auto why = opened->examine(limits))
        return std::move(*why);
    return checked_archive(std::move(opened));
}

std::vector<std::string> const& checked_archive::names() const
{
    return state_->names;
}

bool checked_archive::holds(std::string const& name) const
{
    return std::find(state_->names.begin(), state_->names.end(), name) != state_->names.end();
}

std::optional<std::string> checked_archive::read(std::string const& name) const
{
    auto const found = std::find(state_->names.begin(), state_->names.end(), name);
    if (found == state_->names.end())
        return {};
    auto const index = static_cast<std::size_t>(found - state_->names.begin());
    std::unique_ptr<zip_file_t, closer> const entry(
        zip_fopen_index(state_->archive.get(), index, 0));
    if (!entry)
        return {};
    // One byte more than declared, so that an entry that lies is noticed.
    std::string bytes(state_->sizes[index] + 1, '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        auto const got = zip_fread(entry.get(), bytes.data() + size, bytes.size() - size);
        if (got < 0)
            return {};
        if (got == 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    if (size != state_->sizes[index])
        return {};
    bytes.resize(size);
    return bytes;
}

} // namespace adapters::archives
