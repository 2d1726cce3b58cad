#include "web/handlers/page_address.hpp"

#include <algorithm>
#include <cctype>

namespace web::handlers {
namespace {

constexpr std::string_view fields[] = {"address", "report_address", "published_at"};

bool is_ascii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

/// "javascript:", "ftp:" and the like at the beginning.
bool has_scheme(std::string_view words)
{
    auto const end = words.find(':');
    return end != std::string_view::npos && end > 0 &&
           std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
               return is_ascii(c) && (std::isalnum(static_cast<unsigned char>(c)) || c == '+' ||
                                      c == '-' || c == '.');
           });
}

/// Words, such as the name of a gazette, rather than something that is to be followed.
bool says_where(std::string_view words)
{
    return !has_scheme(words) && !std::all_of(words.begin(), words.end(), is_ascii);
}

} // namespace

bool is_web_address(std::string_view words)
{
    return words.starts_with("https://") || words.starts_with("http://");
}

std::vector<engine::field_fault> faults_of_page_addresses(boost::json::object const& body)
{
    std::vector<engine::field_fault> found;
    for (auto const field : fields) {
        auto const* typed = body.if_contains(field);
        if (!typed || !typed->is_string())
            continue;
        std::string_view const words = typed->get_string();
        if (!words.empty() && !is_web_address(words) && !says_where(words))
            found.push_back(
                {std::string(field), engine::say("网址应以“http://”或者“https://”开头；没有网址的，"
                                                 "请用文字写明刊登在何处。")});
    }
    return found;
}

} // namespace web::handlers
