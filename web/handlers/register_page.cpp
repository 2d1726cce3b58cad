#include "web/handlers/register_page.hpp"

#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

namespace web::handlers {

using engine::say;

pairs asked_filters(visit const& v, std::span<char const* const> names)
{
    pairs asked;
    for (auto const* name : names)
        if (auto value = v.query(name); !value.empty())
            asked.emplace_back(name, std::move(value));
    return asked;
}

std::optional<answer> refuse_long_words(visit& v, std::string const& words)
{
    constexpr std::size_t longest_words = 200;
    if (words.size() <= longest_words)
        return {};
    return problem(v, 400, "malformed", say("查找的文字过长，最多{1}字节。", longest_words));
}

boost::json::object choice_view(std::string code, std::string words, std::string const& chosen)
{
    bool const is_chosen = code == chosen;
    return {{"code", std::move(code)}, {"words", std::move(words)}, {"selected", is_chosen}};
}

void put_addresses(answer& page, std::string const& home, pairs const& filters,
                   std::optional<long long> next)
{
    page.view["next"] = "";
    if (next) {
        auto again = filters;
        again.emplace_back("after", std::to_string(*next));
        page.view["next"] = home + "?" + to_query(again);
    }
    for (std::string const as : {"xlsx", "csv"}) {
        auto exported = filters;
        exported.emplace_back("as", as);
        page.only_page["as_" + as] = home + "/export?" + to_query(exported);
    }
}

std::string told_filters(
    visit const& v, pairs const& filters,
    std::function<std::string(std::string const& name, std::string const& value)> const& shown)
{
    std::string words;
    for (auto const& [name, value] : filters)
        words += (words.empty() ? "" : v.words("words.semicolon")) + v.words("filter." + name) +
                 v.words("words.colon") + shown(name, value);
    return words;
}

} // namespace web::handlers
