#include "web/handlers/document_answer.hpp"

#include "web/percent.hpp"

namespace web::handlers {

answer document_answer(visit const& v, sent_document const& what)
{
    auto const tag = "\"" + what.hash + "\"";
    answer made;
    made.as_is.emplace();
    auto& file = *made.as_is;
    file.with("ETag", tag).with("Cache-Control", what.caching);
    if (v.asked.header("if-none-match") == tag) {
        file.status = 304;
        return made;
    }
    file.file = what.path;
    // Only bytes, whatever they are: a browser saves them and runs nothing of them.
    file.with("Content-Type", "application/octet-stream")
        .with("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(what.name))
        .with("Content-Security-Policy", "sandbox; default-src 'none'")
        .with("X-Content-Type-Options", "nosniff");
    return made;
}

} // namespace web::handlers
