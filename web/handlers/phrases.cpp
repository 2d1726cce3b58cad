#include "web/handlers/phrases.hpp"

#include "web/handlers/handlers.hpp"
#include "web/handlers/sent_fields.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace web::handlers {
namespace {

using adapters::soci::own_desk;
using boost::json::array;
using boost::json::object;
using engine::say;

/// One phrase a line; blanks around it and empty lines do not count, nor what stands there twice.
std::vector<std::string> lines_of(std::string const& text)
{
    constexpr char const* blanks = " \t\r";
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        auto const end = std::min(text.find('\n', from), text.size());
        auto const line = text.substr(from, end - from);
        from = end + 1;
        auto const first = line.find_first_not_of(blanks);
        if (first == std::string::npos)
            continue;
        auto words = line.substr(first, line.find_last_not_of(blanks) - first + 1);
        if (std::find(lines.begin(), lines.end(), words) == lines.end())
            lines.push_back(std::move(words));
    }
    return lines;
}

} // namespace

array phrases_view(visit const& v)
{
    array made;
    for (auto const& one : v.house.with().desk.phrases_of(v.session->who.id))
        made.push_back(object{{"words", one}});
    return made;
}

awaitable<answer> keep_phrases(visit& v)
{
    auto const sent = sent_fields(v);
    auto const* typed = sent ? find(*sent, "phrases") : nullptr;
    if (!typed)
        co_return problem(v, 400, "malformed", say("填写的内容有误，请按提示更正后重新提交。"));
    auto const lines = lines_of(*typed);
    auto const kept = co_await v.house.reading().run(
        [&] { return v.house.with().desk.keep_phrases(v.session->who.id, lines); });
    auto const too_much =
        say("最多{1}条常用语，每条最多{2}字节。", own_desk::most_phrases, own_desk::longest_phrase);
    if (!kept)
        co_return problem(v, 422, "too-many", too_much);
    answer done;
    done.view["done"] = true;
    done.see_other = "/account?done=phrases";
    co_return done;
}

} // namespace web::handlers
