// What stands before the body of a request: the target, cookies, tokens. The first line is the
// target, the second a Cookie header, the third a token, the fourth a content type, the fifth the
// name of a file.

#include "tests/fuzz/must.hpp"
#include "web/cookie.hpp"
#include "web/file_name.hpp"
#include "web/form_token.hpp"
#include "web/percent.hpp"
#include "web/router.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

using fuzz::must;

namespace {

std::vector<web::route> const& table()
{
    using web::access;
    static std::vector<web::route> const all = {
        {"GET", "/", access::everybody, web::reading(nullptr), ""},
        {"GET", "/cases", access::everybody, web::reading(nullptr), ""},
        {"GET", "/cases/new", access::everybody, web::reading(nullptr), ""},
        {"GET", "/cases/{id}", access::everybody, web::reading(nullptr), ""},
        {"POST", "/cases/{id}/acts", access::everybody, web::reading(nullptr), ""},
        {"GET", "/cases/{id}/acts/{seq}", access::everybody, web::reading(nullptr), ""},
        {"GET", "/cases/{id}/map.svg", access::everybody, web::reading(nullptr), ""},
        {"GET", "/documents/{hash}/pages/{page}", access::everybody, web::reading(nullptr), ""}};
    return all;
}

void ask(std::string_view path)
{
    for (auto const* method : {"GET", "POST", "DELETE"}) {
        auto const found = web::find_route(table(), method, path);
        must(found.path_known == !found.methods.empty());
        must(!found.it || found.it->method == method);
        if (!found.it)
            continue;
        auto const& pattern = found.it->pattern;
        must(found.places.size() ==
             static_cast<std::size_t>(std::count(pattern.begin(), pattern.end(), '{')));
        std::string again(pattern);
        for (auto const& [name, value] : found.places) {
            must(!value.empty() && web::is_clean_text(value));
            auto const place = "{" + name + "}";
            again.replace(again.find(place), place.size(), web::percent_encoded(value));
        }
        // "/cases/%6Eew" asks for a case of that name; written plainly it is the word of the table
        auto const once_more = web::find_route(table(), method, again);
        must(once_more.path_known);
        if (once_more.it == found.it)
            must(once_more.places == found.places);
    }
}

void ask_cookies(std::string_view header)
{
    for (auto const* name : {"session", "language", ""})
        if (auto const value = web::cookie_value(header, name)) {
            must(value->find(';') == std::string::npos);
            must(header.find(*value) != std::string_view::npos);
            // a second cookie of that name with another value is a planted one
            must(!web::cookie_value(std::string(header) + "; " + name + "=" + *value + "x", name));
        }
}

void ask_token(std::string_view token)
{
    auto const now = *engine::parse_instant("2024-04-02T02:00:00.000Z");
    auto const ours = web::seal_form("key", "opinion 7", {"0123456789abcdef", now});
    auto const later = now + std::chrono::minutes(5);
    must(web::read_form_token("key", "opinion 7", ours, later).is == web::token_state::good);
    auto const read = web::read_form_token("key", "opinion 7", token, later);
    must(token == ours || read.is == web::token_state::wrong);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size)
{
    std::string_view all(reinterpret_cast<char const*>(bytes), size);
    std::array<std::string_view, 5> lines;
    for (auto& line : lines) {
        line = all.substr(0, all.find('\n'));
        all.remove_prefix(std::min(line.size() + 1, all.size()));
    }
    auto const& [target, cookies, token, type, name] = lines;

    auto const mark = std::min(target.find('?'), target.size());
    ask(target.substr(0, mark));
    if (auto const query = web::parse_pairs(target.substr(std::min(mark + 1, target.size()))))
        must(web::parse_pairs(web::to_query(*query)) == query);
    ask_cookies(cookies);
    ask_token(token);

    web::request asked;
    asked.headers.emplace_back("content-type", std::string(type));
    auto const media = asked.content_type();
    must(media.find(';') == std::string::npos && media.size() <= type.size());
    must(std::none_of(media.begin(), media.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));

    auto const file = web::file_name_in(name);
    must(file.find_first_of("/\\") == std::string::npos && web::file_name_in(file) == file);
    if (web::is_clean_text(name))
        must(web::percent_decoded(web::percent_encoded(name), true) == std::string(name));
    return 0;
}
