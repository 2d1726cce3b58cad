#include "web/handlers/page_address.hpp"

#include <algorithm>
#include <cctype>

namespace web::handlers {
namespace {

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

bool is_no_address(boost::json::value const& typed)
{
    auto const* words = typed.if_string();
    return words && !words->empty() && !is_web_address(*words) && !says_where(*words);
}

void gather_faults(boost::json::object const& body, std::vector<engine::field> const& described,
                   std::string const& above, std::vector<engine::field_fault>& into);

void look_at(boost::json::value const& typed, engine::field const& f, std::string const& path,
             std::vector<engine::field_fault>& into)
{
    if (f.is_page_address && is_no_address(typed))
        into.push_back(
            {path, engine::say("网址应以“http://”或者“https://”开头；没有网址的，请用文字"
                               "写明刊登在何处。")});
    if (auto const* members = typed.if_object(); members && f.type == engine::field_type::group)
        gather_faults(*members, f.of, path + ".", into);
}

void gather_faults(boost::json::object const& body, std::vector<engine::field> const& described,
                   std::string const& above, std::vector<engine::field_fault>& into)
{
    for (auto const& f : described) {
        auto const* typed = body.if_contains(f.name);
        auto const* rows = typed && f.many ? typed->if_array() : nullptr;
        auto const path = above + f.name;
        for (std::size_t i = 0; rows && i < rows->size(); ++i)
            look_at((*rows)[i], f, path + "[" + std::to_string(i) + "]", into);
        if (typed && !f.many)
            look_at(*typed, f, path, into);
    }
}

} // namespace

bool is_web_address(std::string_view words)
{
    return words.starts_with("https://") || words.starts_with("http://");
}

std::vector<engine::field_fault>
faults_of_page_addresses(boost::json::object const& body,
                         std::vector<engine::field> const& described)
{
    std::vector<engine::field_fault> found;
    gather_faults(body, described, "", found);
    return found;
}

} // namespace web::handlers
