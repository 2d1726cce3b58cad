#include "web/handlers/document_answer.hpp"

#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <spdlog/spdlog.h>

namespace web::handlers {

using engine::say;

answer tagged_answer(visit const& v, std::string const& tag, std::string const& caching)
{
    auto const quoted = "\"" + tag + "\"";
    answer made;
    made.as_is.emplace();
    made.as_is->with("ETag", quoted).with("Cache-Control", caching);
    if (v.asked.header("if-none-match") == quoted)
        made.as_is->status = 304;
    return made;
}

bool is_known(answer const& made)
{
    return made.as_is && made.as_is->status == 304;
}

void lock_up(response& file)
{
    file.with("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'self'")
        .with("X-Content-Type-Options", "nosniff");
}

answer document_answer(visit const& v, sent_document const& what)
{
    auto made = tagged_answer(v, what.hash + (what.shown ? "-shown" : ""), what.caching);
    if (is_known(made))
        return made;
    if (v.house.with().documents.check(what.hash) != adapters::documents::document_fault::none) {
        spdlog::error("document {} is not what was registered", what.hash);
        return problem(
            v, 500, "altered",
            say("文件“{1}”的内容与登记时不一致，不能提供。请联系系统管理员。", what.name));
    }
    auto& file = *made.as_is;
    file.file = what.path;
    file.with("Content-Type", what.type)
        .with("Content-Disposition", std::string(what.shown ? "inline" : "attachment") +
                                         "; filename*=UTF-8''" + percent_encoded(what.name));
    lock_up(file);
    return made;
}

} // namespace web::handlers
