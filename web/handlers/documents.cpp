#include "web/handlers/handlers.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <algorithm>
#include <array>

namespace web::handlers {
namespace {

using engine::say;

/// Types that a browser may be told; the rest is only bytes. HTML and SVG are not among them: they
/// could run in the name of this site.
bool is_harmless(std::string_view type)
{
    constexpr std::array<std::string_view, 10> known = {
        "application/pdf",
        "image/png",
        "image/jpeg",
        "text/plain",
        "text/csv",
        "application/zip",
        "application/msword",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/ofd"};
    return std::find(known.begin(), known.end(), type) != known.end();
}

} // namespace

awaitable<answer> store_documents(visit& v)
{
    if (v.asked.content_type() != "multipart/form-data" || v.asked.files.empty())
        co_return problem(v, 400, "malformed", say("请以 multipart/form-data 上传至少一个文件。"));
    auto const store = [&] {
        boost::json::array stored;
        for (auto& one : v.asked.files) {
            auto const hash = one.file->finish();
            v.house.with().people.note_document(hash, one.size, one.content_type, one.file_name,
                                                v.session->who.id, v.now);
            stored.push_back({{"field", one.field},
                              {"hash", hash},
                              {"name", one.file_name},
                              {"size", one.size},
                              {"href", "/documents/" + hash}});
        }
        return stored;
    };
    answer made{.status = 201, .page = "documents"};
    made.view["title"] = v.words(say("已上传的文件"));
    made.view["documents"] = co_await v.house.reading().run(store);
    co_return made;
}

answer show_document(visit& v)
{
    auto const& hash = v.place("hash");
    auto const known = v.records->find_document(hash);
    auto const path = v.house.with().documents.path_of(hash);
    if (!known || !path)
        return not_found(v);
    auto const tag = "\"" + hash + "\"";
    answer made;
    made.as_is.emplace();
    auto& file = *made.as_is;
    file.with("ETag", tag).with("Cache-Control", "private, max-age=3600");
    if (v.asked.header("if-none-match") == tag) {
        file.status = 304;
        return made;
    }
    file.file = *path;
    file.with("Content-Type",
              is_harmless(known->media_type) ? known->media_type : "application/octet-stream")
        .with("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(known->name))
        .with("Content-Security-Policy", "sandbox; default-src 'none'")
        .with("X-Content-Type-Options", "nosniff");
    return made;
}

} // namespace web::handlers
