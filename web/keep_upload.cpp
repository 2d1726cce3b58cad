#include "web/keep_upload.hpp"

#include "web/audit.hpp"
#include "web/office.hpp"

namespace web {
namespace {

kept_upload registered(visit const& v, std::string hash, long long size, std::string const& name,
                       adapters::documents::document_type const& type)
{
    v.house.with().people.note_document(hash, size, std::string(type.media_type), name,
                                        v.session->who.id, v.now);
    return {std::move(hash), name, type.media_type, size};
}

/// Whether it may be taken; what may not stands in the audit log.
std::variant<adapters::documents::document_type const*, engine::text>
examined(visit const& v, std::filesystem::path const& bytes, std::string const& name)
{
    auto type = v.house.admission().examine(bytes, name);
    if (std::holds_alternative<engine::text>(type))
        note_refused(v, "file_not_taken");
    return type;
}

} // namespace

upload_outcome keep_upload(visit const& v, upload& arrived)
{
    // office::admit asks the record who sends a file; the page may still remember a session that
    // another server of the house has ended meanwhile.
    if (!arrived.file)
        return engine::say("登录状态刚刚改变，文件没有收下。请重新登录后再上传。");
    auto const& file = dynamic_cast<arriving_document const&>(*arrived.file);
    auto const type = examined(v, file.bytes_so_far(), arrived.file_name);
    if (auto const* why = std::get_if<engine::text>(&type))
        return *why;
    return registered(v, arrived.file->finish(), arrived.size, arrived.file_name,
                      *std::get<adapters::documents::document_type const*>(type));
}

upload_outcome keep_whole_file(visit const& v, std::filesystem::path const& bytes,
                               std::string const& name, std::string const& expected)
{
    auto const type = examined(v, bytes, name);
    if (auto const* why = std::get_if<engine::text>(&type))
        return *why;
    auto const stored = v.house.with().documents.adopt(bytes, expected);
    if (!stored)
        return engine::say("“{1}”的校验值与发送方的不同，请重新上传。", name);
    return registered(v, stored->hash, stored->size, name,
                      *std::get<adapters::documents::document_type const*>(type));
}

} // namespace web
