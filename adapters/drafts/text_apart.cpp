#include "adapters/drafts/text_apart.hpp"

#include <boost/json.hpp>

namespace adapters::drafts {
namespace {

using engine::say;

/// A reading thread waits for it. JSON makes text longer, twice at most.
constexpr apart::allowance for_reading{std::chrono::seconds(4),
                                       2 * longest_text + 2 * most_paragraphs};

} // namespace

text_apart read_draft(apart::reading_room& room, std::string const& hash,
                      std::filesystem::path const& file)
{
    if (format_of(file) == draft_format::plain)
        return {read_draft(file)};
    auto const said = room.ask("text " + hash, {"apart", "text", file.string()}, for_reading);
    if (auto const* words = std::get_if<std::string>(&said))
        return {heard(*words)};
    if (std::get<apart::missing>(said) == apart::missing::not_now)
        return {say("系统繁忙，暂时无法读取文件，请稍后刷新"), false};
    return {say("文件过大或者已损坏，无法读取")};
}

std::string told(text_reading const& text)
{
    if (auto const* why = std::get_if<engine::text>(&text)) {
        boost::json::array args;
        for (auto const& one : why->args)
            args.emplace_back(one.id);
        return boost::json::serialize(
            boost::json::object{{"refused", why->id}, {"args", std::move(args)}});
    }
    boost::json::array paragraphs;
    for (auto const& one : std::get<draft_text>(text).paragraphs)
        paragraphs.emplace_back(one);
    return boost::json::serialize(boost::json::object{{"paragraphs", std::move(paragraphs)}});
}

text_reading heard(std::string const& told)
{
    auto const said = boost::json::parse(told).as_object();
    if (auto const* why = said.if_contains("refused")) {
        engine::text refused{std::string(why->as_string()), {}};
        for (auto const& one : said.at("args").as_array())
            refused.args.push_back(engine::literal(std::string(one.as_string())));
        return refused;
    }
    draft_text text;
    for (auto const& one : said.at("paragraphs").as_array())
        text.paragraphs.emplace_back(one.as_string());
    return text;
}

} // namespace adapters::drafts
