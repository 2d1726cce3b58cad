#include "web/public_attachment.hpp"

#include "engine/lowered.hpp"
#include "web/keep_upload.hpp"
#include "web/percent.hpp"

namespace web {
namespace {

using engine::say;

constexpr long long megabyte = 1'048'576;

bool ends_in(std::string_view name, std::string_view ending)
{
    return name.size() > ending.size() && engine::lowered(std::string(name)).ends_with(ending);
}

/// The first piece may end within a character: what is cut off then begins with a leading byte.
std::string_view whole_characters(std::string_view bytes)
{
    for (std::size_t cut = 1; cut < 4 && cut < bytes.size(); ++cut) {
        auto const first = static_cast<unsigned char>(bytes[bytes.size() - cut]);
        if (first >= 0xC2 && first <= 0xF4)
            return bytes.substr(0, bytes.size() - cut);
        if ((first & 0xC0) != 0x80)
            break;
    }
    return bytes;
}

bool is_plain_text(std::string_view bytes)
{
    return (is_clean_text(bytes) || is_clean_text(whole_characters(bytes))) &&
           std::none_of(bytes.begin(), bytes.end(), [](unsigned char c) {
               return c < 0x20 && c != '\n' && c != '\r' && c != '\t';
           });
}

engine::text not_of_these_types(std::string const& name)
{
    return say("“{1}”的内容不是可以提交的类型。", name);
}

} // namespace

std::string attachment_type(std::string_view first_bytes, std::string_view name)
{
    if (first_bytes.starts_with("%PDF-"))
        return "application/pdf";
    if (first_bytes.starts_with("\x89PNG\r\n\x1a\n"))
        return "image/png";
    if (first_bytes.starts_with("\xff\xd8\xff"))
        return "image/jpeg";
    // A Word file is a zip whose first entries name its parts; nothing of it is unpacked here.
    if (first_bytes.starts_with("PK\x03\x04") && ends_in(name, ".docx") &&
        (first_bytes.find("[Content_Types].xml") != first_bytes.npos ||
         first_bytes.find("word/") != first_bytes.npos ||
         first_bytes.find("_rels/") != first_bytes.npos))
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    if (ends_in(name, ".txt") && !first_bytes.empty() && is_plain_text(first_bytes))
        return "text/plain";
    return {};
}

engine::text attachment_limits()
{
    return say(
        "最多{1}个，每个不超过{2} MB；可以是 PDF、图片（PNG、JPEG）、Word（docx）或者纯文本。",
        most_attachments, largest_attachment / megabyte);
}

char const* accepted_attachments()
{
    return ".pdf,.png,.jpg,.jpeg,.docx,.txt";
}

std::vector<engine::text> attachment_faults(std::vector<upload> const& files)
{
    std::vector<engine::text> faults;
    if (files.size() > most_attachments)
        faults.push_back(say("附件最多{1}个。", most_attachments));
    for (auto const& one : files) {
        if (one.size > largest_attachment)
            faults.push_back(
                say("“{1}”超过{2} MB。", one.file_name, largest_attachment / megabyte));
        else if (attachment_type(one.first_bytes, one.file_name).empty())
            faults.push_back(not_of_these_types(one.file_name));
        else if (!one.file)
            faults.push_back(say("“{1}”没有收到，请重新选择。", one.file_name));
    }
    return faults;
}

kept_attachments keep_attachments(adapters::documents::document_admission const& door,
                                  std::vector<upload>& files)
{
    std::vector<engine::text> faults;
    std::vector<adapters::soci::attached_document> kept;
    for (auto const& one : files) {
        auto const& arrived = dynamic_cast<arriving_document const&>(*one.file);
        auto const type = door.examine(arrived.bytes_so_far(), one.file_name);
        if (auto const* why = std::get_if<engine::text>(&type)) {
            faults.push_back(*why);
            continue;
        }
        auto const is = std::get<adapters::documents::document_type const*>(type)->media_type;
        if (is != attachment_type(one.first_bytes, one.file_name))
            faults.push_back(not_of_these_types(one.file_name));
        adapters::soci::attached_document document;
        document.name = one.file_name;
        document.media_type = is;
        document.size = one.size;
        kept.push_back(std::move(document));
    }
    if (!faults.empty())
        return faults;
    for (std::size_t i = 0; i < files.size(); ++i)
        kept[i].hash = files[i].file->finish();
    return kept;
}

} // namespace web
