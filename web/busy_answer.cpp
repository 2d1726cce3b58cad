#include "web/busy_answer.hpp"

#include <boost/json/serialize.hpp>
#include <fmt/format.h>

namespace web {

using engine::say;

response busy_answer(visit const& v, std::chrono::seconds wait)
{
    auto const title = v.words(say("暂时不能办理"));
    auto const sent = v.asked.method != "GET";
    auto const detail =
        sent ? v.words(say("现在提交的人很多，这一次没有收下。请返回上一页，{1}秒后再次提交；同一份"
                           "表单不会登记两次。",
                           wait.count()))
             : v.words(say("现在访问的人很多，请{1}秒后再来。", wait.count()));
    response made;
    made.status = 503;
    made.with("Retry-After", std::to_string(wait.count())).with("Cache-Control", "no-store");
    if (v.wants_json) {
        made.with("Content-Type", "application/problem+json");
        made.body = boost::json::serialize(boost::json::object{
            {"type", "/problems/busy"}, {"title", title}, {"status", 503}, {"detail", detail}});
        return made;
    }
    made.with("Content-Type", "text/html; charset=utf-8");
    made.body = fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\">"
                            "<meta name=\"viewport\" content=\"width=device-width\">"
                            "<title>{}</title></head>\n<body><main><h1>{}</h1><p>{}</p></main>"
                            "</body>\n</html>\n",
                            v.words.tag(), title, title, detail);
    return made;
}

} // namespace web
