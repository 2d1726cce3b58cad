#include "web/copied_address.hpp"

#include "web/file_name.hpp"
#include "web/percent.hpp"

#include <algorithm>

namespace web {
namespace {

constexpr std::string_view of_public = "/public";
constexpr std::string_view of_files = "/static/";
constexpr std::string_view of_looks = "/looks?";

std::string_view path_of(std::string_view target)
{
    return target.substr(0, target.find('?'));
}

pairs query_of(std::string_view target)
{
    auto const mark = target.find('?');
    if (mark == target.npos)
        return {};
    return parse_pairs(target.substr(mark + 1)).value_or(pairs{});
}

std::string without_entities(std::string_view text)
{
    constexpr std::string_view ampersand = "&amp;";
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        bool const is_one = text.substr(at).starts_with(ampersand);
        plain += text[at];
        at += is_one ? ampersand.size() : 1;
    }
    return plain;
}

} // namespace

copied_as sort_in_copy(std::string_view target)
{
    auto const path = path_of(target);
    if (path.starts_with(of_files))
        return copied_as::file;
    if (target.starts_with(of_looks))
        return find(query_of(target), "language") ? copied_as::page : copied_as::nothing;
    if (path != of_public && !path.starts_with("/public/"))
        return copied_as::nothing;
    if (path.find("/documents/") != path.npos)
        return copied_as::document;
    for (std::string_view const form :
         {"/opinions", "/hearing-wishes", "/applications", "/proposals"})
        if (path.ends_with(form))
            return copied_as::nothing;
    return copied_as::page;
}

copied_page page_behind(copied_page const& from, std::string const& target)
{
    auto const query = query_of(target);
    if (target.starts_with(of_looks)) {
        auto other = from;
        other.language = *find(query, "language");
        return other;
    }
    auto const goes_on = find(query, "after") && path_of(target) == path_of(from.target);
    return {target, from.language, goes_on ? from.number + 1 : 1};
}

std::string file_of(copied_page const& page)
{
    std::string name(path_of(page.target).substr(of_public.size()));
    name = name.empty() ? "index" : name.substr(1);
    auto const dot = name.find('.', name.find_last_of('/') + 1);
    auto const ending = dot == name.npos ? std::string(".html") : name.substr(dot);
    name.resize(std::min(dot, name.size()));
    if (auto const query = query_of(page.target); auto const* unit = find(query, "unit"))
        name += "-" + name_in_copy(*unit);
    if (page.number > 1)
        name += "-" + std::to_string(page.number);
    return (page.language == "zh" ? "" : page.language + "/") + name + ending;
}

std::string file_of_program(std::string_view target)
{
    return std::string(path_of(target).substr(1));
}

std::string folder_of_document(std::string_view target)
{
    auto const path = path_of(target);
    auto const end = path.find("/documents/");
    return std::string(path.substr(of_public.size() + 1, end - of_public.size() - 1)) + "/";
}

std::string way_between(std::string_view from, std::string_view to)
{
    // Folders in which both are need no way.
    for (auto end = from.find('/'); end != from.npos && to.starts_with(from.substr(0, end + 1));
         end = from.find('/')) {
        from.remove_prefix(end + 1);
        to.remove_prefix(end + 1);
    }
    std::string way;
    for (char const c : from)
        if (c == '/')
            way += "../";
    while (!to.empty()) {
        auto const end = to.find('/');
        way += percent_encoded(to.substr(0, end));
        if (end == to.npos)
            break;
        way += '/';
        to.remove_prefix(end + 1);
    }
    return way;
}

std::string with_links(std::string_view text, std::string const& begin,
                       std::function<std::string(std::string const&)> const& renamed)
{
    std::string made;
    made.reserve(text.size());
    while (true) {
        std::size_t at = text.npos;
        std::string_view found;
        for (std::string_view const attribute : {" href=\"", " src=\""})
            if (auto const next = text.find(std::string(attribute) + begin + "/"); next < at) {
                at = next;
                found = attribute;
            }
        if (at == text.npos)
            break;
        made += text.substr(0, at + found.size());
        text.remove_prefix(at + found.size() + begin.size());
        auto const end = std::min(text.find('"'), text.size());
        auto const target = text.substr(0, end);
        auto const fragment = target.substr(std::min(target.find('#'), target.size()));
        made += renamed(without_entities(target.substr(0, target.size() - fragment.size())));
        made += fragment;
        text.remove_prefix(end);
    }
    return made.append(text);
}

std::string name_in_copy(std::string_view published)
{
    constexpr std::size_t longest = 180; // bytes; file systems take 255
    auto name = file_name_in(published);
    for (auto& c : name)
        if (std::string_view(":*?\"<>|").find(c) != std::string_view::npos)
            c = '_';
    if (name.empty() || name.front() == '.')
        name.insert(0, "_");
    if (name.size() <= longest)
        return name;
    auto const dot = name.rfind('.');
    auto const ending = dot != name.npos && name.size() - dot < 12 ? name.substr(dot) : "";
    auto end = longest - ending.size();
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xc0) == 0x80)
        --end;
    return name.substr(0, end) + ending;
}

} // namespace web
