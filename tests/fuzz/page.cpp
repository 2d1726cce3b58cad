// Whatever words stand in a view: no page shows them as markup. The first byte chooses the page,
// the rest is the view as JSON.

#include "tests/fuzz/must.hpp"
#include "web/language.hpp"
#include "web/pages.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cstdint>

using fuzz::must;

namespace {

namespace json = boost::json;

/// No page has these by itself, so that they are seen wherever they come through.
constexpr std::string_view mark = "<zq\"'&>";

/// Made by the house and put in as they are: pictures, and the page inside its frame.
constexpr std::array<std::string_view, 4> markup = {"overview", "qr", "svg", "content"};

/// Every word carries the mark; what is markup by intent is taken out.
json::value marked(json::value const& view)
{
    if (auto const* words = view.if_string())
        return json::value(std::string(mark) + std::string(*words));
    if (auto const* list = view.if_array()) {
        json::array made;
        for (auto const& one : *list)
            made.push_back(marked(one));
        return made;
    }
    auto const* object = view.if_object();
    if (!object)
        return view;
    json::object made;
    for (auto const& member : *object)
        if (std::find(markup.begin(), markup.end(), std::string_view(member.key())) == markup.end())
            made[member.key()] = marked(member.value());
    return made;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size)
{
    static web::pages const pages("/nonexistent");
    static web::language const words("zh");
    std::string_view const all(reinterpret_cast<char const*>(bytes), size);
    auto const line = std::min(all.find('\n'), all.size());
    auto const page = all.substr(0, line);
    if (all.find("zq") != std::string_view::npos)
        return 0; // then it may stand before the end of an attribute
    json::error_code fault;
    auto const view = json::parse(json::string_view(all.substr(std::min(line + 1, size))), fault);
    if (!pages.knows(page) || fault || !view.is_object())
        return 0;
    auto const text = pages.fill(page, marked(view).get_object(), words);
    must(text.find("<zq") == std::string::npos && text.find("zq\"") == std::string::npos);
    return 0;
}
