#include "web/kept_form.hpp"

#include "web/form.hpp"
#include "web/problem.hpp"

#include <algorithm>
#include <array>

namespace web {
namespace {

/// Passwords and codes are written nowhere, least of all into a page.
constexpr std::array secrets = {"password", "old", "again", "code"};

bool is_secret(pairs const& form)
{
    return std::any_of(secrets.begin(), secrets.end(),
                       [&](auto const* name) { return find(form, name); });
}

/// Whether an input says which file is in the store already: f.draft.hash, f.draft.name.
bool is_of_file(pairs const& form, std::string_view name)
{
    auto const dot = name.rfind('.');
    auto const last = name.substr(dot + 1);
    return last == "hash" ||
           (last == "name" && find(form, std::string(name.substr(0, dot)) + ".hash"));
}

} // namespace

pairs form_to_keep(request const& asked)
{
    pairs kept;
    if (is_secret(asked.fields))
        return kept;
    for (auto const& [name, value] : asked.fields)
        if (name != "csrf")
            kept.emplace_back(name, value);
    for (auto const& one : asked.files)
        kept.emplace_back(lost_file, one.file_name);
    return kept;
}

std::string label_of_words(language const& words, pairs const& form, std::string_view name)
{
    if (!name.starts_with(field_prefix))
        return words.look_up("typed." + std::string(name)).value_or("");
    if (is_of_file(form, name))
        return {};
    auto const* kind = find(form, "kind");
    return path_label(words, kind ? *kind : "", name.substr(field_prefix.size()));
}

bool holds_words(language const& words, pairs const& form)
{
    return std::any_of(form.begin(), form.end(), [&](auto const& one) {
        return !one.second.empty() && !label_of_words(words, form, one.first).empty();
    });
}

std::string page_of_form(request const& asked)
{
    auto const from = asked.header("referer");
    auto const scheme = from.find("://");
    if (scheme == std::string_view::npos)
        return "/";
    auto const rest = from.substr(scheme + 3);
    auto const path = rest.find('/');
    if (path == std::string_view::npos || rest.substr(0, path) != asked.header("host"))
        return "/";
    return std::string(rest.substr(path));
}

} // namespace web
