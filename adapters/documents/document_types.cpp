#include "adapters/documents/document_types.hpp"

#include "adapters/archives/checked_archive.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <magic.h>
#include <memory>
#include <optional>
#include <stdexcept>

namespace adapters::documents {
namespace {

using engine::say;
using engine::text;
using preview = document_type::preview;

constexpr std::string_view docx =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view xlsx =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::string_view pptx =
    "application/vnd.openxmlformats-officedocument.presentationml.presentation";
constexpr std::string_view ofd = "application/ofd";
constexpr std::string_view plain = "text/plain";

/// Office files hold large tables that pack well; only what no office makes is refused.
constexpr archives::archive_limits limits_of_office_files = {
    .entries = 20'000, .one_entry = 1ULL << 30, .all_entries = 2ULL << 30, .ratio = 500};

std::string accepted_names()
{
    std::string names;
    for (auto const& one : accepted_types())
        names += (names.empty() ? "" : "、") + std::string(one.name);
    return names;
}

text not_accepted(std::string const& name)
{
    return say("“{1}”的内容不是可以上传的类型。可以上传：{2}。", name, accepted_names());
}

text has_macros(std::string const& name)
{
    return say("“{1}”含有宏或者嵌入的可执行内容，不能上传。请另存为不含宏的文件。", name);
}

text is_program(std::string const& name)
{
    return say("“{1}”的内容是程序或者网页，不是文件，不能上传。请选择要上传的文件本身。", name);
}

/// Parts that run: VBA, Excel 4 macros, ActiveX, embedded OLE objects.
bool runs_something(archives::checked_archive const& archive)
{
    auto const is_code = [](std::string const& name) {
        return name.ends_with("vbaProject.bin") || name.ends_with("vbaData.xml") ||
               name.find("/macrosheets/") != std::string::npos ||
               name.find("/activeX/") != std::string::npos ||
               name.find("/embeddings/oleObject") != std::string::npos;
    };
    if (std::any_of(archive.names().begin(), archive.names().end(), is_code))
        return true;
    auto const types = archive.read("[Content_Types].xml");
    return types && types->find("macroEnabled") != std::string::npos;
}

std::variant<document_type const*, text> type_of_archive(std::filesystem::path const& file,
                                                         std::string const& name)
{
    auto opened = archives::checked_archive::open(file, limits_of_office_files);
    if (auto const* why = std::get_if<text>(&opened))
        return say("不能接收“{1}”：{2}。", name, *why);
    auto const& archive = std::get<archives::checked_archive>(opened);
    if (runs_something(archive))
        return has_macros(name);
    constexpr std::array<std::pair<char const*, std::string_view>, 4> marks = {
        {{"word/document.xml", docx},
         {"xl/workbook.xml", xlsx},
         {"ppt/presentation.xml", pptx},
         {"OFD.xml", ofd}}};
    for (auto const& [part, type] : marks)
        if (archive.holds(part))
            return accepted_type(type);
    return not_accepted(name);
}

/// What libmagic says of the first bytes; the database is read once per thread, for a handle is for
/// one thread.
std::string magic_type(std::filesystem::path const& file)
{
    struct closer {
        void operator()(magic_set* one) const { magic_close(one); }
    };
    static thread_local std::unique_ptr<magic_set, closer> const handle = [] {
        std::unique_ptr<magic_set, closer> opened(
            magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR));
        if (!opened || magic_load(opened.get(), nullptr) != 0)
            throw std::runtime_error("libmagic has no database");
        return opened;
    }();
    auto const* found = magic_file(handle.get(), file.c_str());
    return found ? found : "";
}

bool begins_a_program(std::string_view head)
{
    return head.starts_with("#!") || head.starts_with("MZ") ||
           head.starts_with("\x7f"
                            "ELF");
}

/// No control characters but those of lines.
bool reads_as_text(std::string_view head)
{
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
        return true;
    return std::none_of(head.begin(), head.end(), [](unsigned char c) {
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7f;
    });
}

/// Texts that a browser, a shell or a script engine would run.
bool is_program_text(std::string_view type)
{
    return type == "text/html" || type == "text/xml" || type == "image/svg+xml" ||
           type.find("script") != std::string_view::npos || type.find("php") != type.npos ||
           type == "text/x-msdos-batch";
}

bool is_program_file(std::string_view type)
{
    return type == "application/x-dosexec" || type.starts_with("application/vnd.microsoft.") ||
           type.starts_with("application/x-executable") ||
           type.starts_with("application/x-sharedlib") ||
           type.starts_with("application/x-pie-executable") || is_program_text(type);
}

bool is_old_office_file(std::string_view type)
{
    return type == "application/msword" || type == "application/CDFV2" ||
           type == "application/x-ole-storage" || type.starts_with("application/vnd.ms-") ||
           type == "application/vnd.wps-office";
}

} // namespace

std::vector<document_type> const& accepted_types()
{
    static std::vector<document_type> const all = {
        {"application/pdf", {".pdf"}, "PDF", preview::pages},
        {docx, {".docx"}, "DOCX", preview::words},
        {xlsx, {".xlsx"}, "XLSX", preview::none},
        {pptx, {".pptx"}, "PPTX", preview::none},
        {ofd, {".ofd"}, "OFD", preview::none},
        {plain, {".txt", ".csv", ".md"}, "TXT", preview::words},
        {"image/png", {".png"}, "PNG", preview::picture},
        {"image/jpeg", {".jpg", ".jpeg"}, "JPEG", preview::picture},
        {"image/tiff", {".tif", ".tiff"}, "TIFF", preview::none},
        {"audio/mpeg", {".mp3"}, "MP3", preview::none},
        {"video/mp4", {".mp4"}, "MP4", preview::none},
    };
    return all;
}

document_type const* accepted_type(std::string_view media_type)
{
    for (auto const& one : accepted_types())
        if (one.media_type == media_type)
            return &one;
    return nullptr;
}

namespace {

std::variant<document_type const*, text> type_by_content(std::filesystem::path const& file,
                                                         std::string const& name)
{
    std::ifstream from(file, std::ios::binary);
    std::string head(4'096, '\0');
    from.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(from.gcount()));
    if (head.empty())
        return say("“{1}”是空文件。", name);
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06"))
        return type_of_archive(file, name);
    auto const found = magic_type(file);
    if (is_old_office_file(found))
        return say("“{1}”是旧格式的文件，可能含有宏，不能上传。请另存为 DOCX、XLSX 或者 PDF。",
                   name);
    if (found.starts_with("text/") || found == "application/octet-stream" ||
        found == "application/json" || found == "message/rfc822") {
        // Short Chinese texts in GB18030 are guessed to be many things.
        if (is_program_text(found) || begins_a_program(head))
            return is_program(name);
        return reads_as_text(head) ? std::variant<document_type const*, text>(accepted_type(plain))
                                   : not_accepted(name);
    }
    if (found == "image/svg+xml")
        return not_accepted(name); // a picture to whoever sends it
    if (is_program_file(found))
        return is_program(name);
    if (auto const* type = accepted_type(found))
        return type;
    return not_accepted(name);
}

std::string lower_case(std::string name)
{
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    });
    return name;
}

bool ends_like(std::string const& lower, document_type const& type)
{
    return std::any_of(type.endings.begin(), type.endings.end(),
                       [&](auto ending) { return lower.ends_with(ending); });
}

bool is_picture(document_type const& type)
{
    return type.media_type.starts_with("image/");
}

/// The type that a name claims; null where its ending is none of an accepted type.
document_type const* type_claimed_by(std::string const& name)
{
    auto const lower = lower_case(name);
    for (auto const& one : accepted_types())
        if (ends_like(lower, one))
            return &one;
    return nullptr;
}

/// Whoever reads the name is told what they will open. Cameras and messengers name one picture as
/// another, and every program shows it all the same.
bool belies(document_type const& claimed, document_type const& content)
{
    return &claimed != &content && !(is_picture(claimed) && is_picture(content));
}

} // namespace

std::variant<document_type const*, text> type_of(std::filesystem::path const& file,
                                                 std::string const& name)
{
    auto const found = type_by_content(file, name);
    auto const* content = std::get_if<document_type const*>(&found);
    auto const* claimed = type_claimed_by(name);
    if (!content || !claimed || !belies(*claimed, **content))
        return found;
    return say("“{1}”的文件名是{2}文件，内容却是{3}。请核对选择的文件；内容无误的，请按内容改文件名"
               "（{4}）后再上传。",
               name, std::string(claimed->name), std::string((*content)->name),
               std::string((*content)->endings.front()));
}

std::string safe_name(std::string const& name, std::string_view media_type)
{
    auto const* type = accepted_type(media_type);
    if (!type)
        return name + ".bin";
    return ends_like(lower_case(name), *type) ? name : name + std::string(type->endings.front());
}

} // namespace adapters::documents
