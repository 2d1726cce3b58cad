#include "web/unread_answer.hpp"

#include "web/for_everybody.hpp"
#include "web/public_attachment.hpp"

#include <boost/json/serialize.hpp>
#include <fmt/format.h>

namespace web {
namespace {

using engine::say;

struct said {
    std::string_view type;
    engine::text title, detail;
};

said about(int status, request const& head, std::chrono::seconds wait)
{
    switch (status) {
    case 413:
        if (is_for_everybody(head.path))
            return {
                "too-large", say("内容过大"),
                say("提交的内容没有收下：附件最多{1}个，每个不超过{2}MB。请返回上一页，减少附件或"
                    "者缩小照片后重新提交，已填写的文字一般仍在表单中。",
                    most_attachments, largest_attachment >> 20)};
        return {
            "too-large", say("内容过大"),
            say("提交的内容没有收下：超过了一次可以提交的大小。请返回上一页，减少或者缩小文件后重"
                "新提交。")};
    case 431:
        return {
            "headers-too-long", say("请求头过长"),
            say("浏览器发来的请求头过长，没有读取。请清除本网站的 Cookie，或者从首页重新进入。")};
    case 503:
        return {"busy", say("暂时不能办理"),
                say("现在访问的人很多，请{1}秒后再来。", wait.count())};
    case 500:
        return {"fault", say("系统故障"), say("系统出现故障，本次操作没有生效。")};
    default:
        return {"unreadable", say("无法读取"), say("收到的内容无法读取。请返回上一页重试。")};
    }
}

} // namespace

response unread_answer(int status, request const& head, languages const& tongues,
                       std::chrono::seconds wait)
{
    auto const what = about(status, head, wait);
    response made;
    made.status = status;
    made.close = true;
    made.with("Cache-Control", "no-store");
    if (status == 503)
        made.with("Retry-After", std::to_string(wait.count()));
    auto const& chinese = tongues.of("zh");
    auto const& english = tongues.of("en");
    if (head.prefers_json()) {
        made.with("Content-Type", "application/problem+json");
        made.body = boost::json::serialize(
            boost::json::object{{"type", "/problems/" + std::string(what.type)},
                                {"title", english(what.title)},
                                {"status", status},
                                {"detail", chinese(what.detail) + " " + english(what.detail)}});
        return made;
    }
    made.with("Content-Type", "text/html; charset=utf-8");
    made.body = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width\"><title>{0}</title></head>\n"
        "<body><main><h1>{0} <span lang=\"en\">{1}</span></h1>\n<p>{2}</p>\n"
        "<p lang=\"en\">{3}</p></main></body>\n</html>\n",
        chinese(what.title), english(what.title), chinese(what.detail), english(what.detail));
    return made;
}

} // namespace web
