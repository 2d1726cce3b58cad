#include "tests/architecture/checks/catalogue.hpp"

#include <algorithm>
#include <regex>
#include <sstream>

namespace architecture {
namespace {

/// The words of a line such as `msgid "..."` or `"..."`.
std::string unquoted(std::string const& line)
{
    auto const from = line.find('"') + 1;
    auto const until = line.rfind('"');
    std::string words;
    for (auto i = from; i < until; ++i) {
        if (line[i] != '\\') {
            words += line[i];
            continue;
        }
        ++i;
        words += line[i] == 'n' ? '\n' : line[i] == 't' ? '\t' : line[i];
    }
    return words;
}

} // namespace

std::vector<po_entry> po_entries(source const& file)
{
    std::vector<po_entry> found;
    po_entry entry;
    std::string* part = nullptr;
    bool fuzzy = false;
    auto const finish = [&] {
        // gettext leaves a fuzzy entry out, so it is as good as untranslated
        if (fuzzy)
            entry.translation.clear();
        if (!entry.message.empty())
            found.push_back({entry.message, entry.translation, file.path});
        entry = {};
        part = nullptr;
        fuzzy = false;
    };
    std::istringstream lines(file.text);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("#")) {
            if (part == &entry.translation)
                finish();
            fuzzy = fuzzy || (line.starts_with("#,") && line.find("fuzzy") != std::string::npos);
        } else if (line.starts_with("msgid ")) {
            if (part)
                finish();
            part = &entry.message;
            *part = unquoted(line);
        } else if (line.starts_with("msgstr ")) {
            part = &entry.translation;
            *part = unquoted(line);
        } else if (line.starts_with("\"") && part) {
            *part += unquoted(line);
        }
    }
    finish();
    return found;
}

catalogue::catalogue(source_tree const& tree, std::string_view language)
{
    auto const folder = "config/translations/" + std::string(language) + "/";
    for (auto const& file : tree.files())
        if (file.under(folder) && file.path.ends_with(".po"))
            for (auto& entry : po_entries(file))
                entries_.push_back(std::move(entry));
    for (auto const& entry : entries_)
        if (!entry.translation.empty())
            translated_.emplace(entry.message, entry.translation);
}

std::string const* catalogue::find(std::string const& message) const
{
    auto const at = translated_.find(message);
    return at == translated_.end() ? nullptr : &at->second;
}

bool catalogue::any(std::function<bool(std::string const&)> const& question) const
{
    return std::any_of(translated_.begin(), translated_.end(),
                       [&](auto const& entry) { return question(entry.first); });
}

std::set<std::string> places_in(std::string const& message)
{
    static std::regex const place(R"(\{\d\})");
    return {std::sregex_token_iterator(message.begin(), message.end(), place), {}};
}

} // namespace architecture
