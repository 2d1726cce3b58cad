#include "tests/architecture/checks/translations.hpp"

#include "tests/architecture/checks/catalogue.hpp"

#include <regex>

namespace architecture {
namespace {

using found_at = std::map<std::string, std::string>; ///< message to the first file that has it

bool is_dotted(std::string const& message)
{
    static std::regex const dotted(R"([a-z][a-z0-9_]*(\.[a-z0-9_]+)+)");
    return std::regex_match(message, dotted);
}

/// Calls `visit` with the first group of every match.
template <class F>
void each_match(std::string const& text, std::regex const& pattern, F&& visit)
{
    for (std::sregex_iterator i(text.begin(), text.end(), pattern), end; i != end; ++i)
        visit(*i);
}

std::string joined_literals(std::string const& literals)
{
    static std::regex const one(R"re("((?:[^"\\]|\\.)*)")re");
    std::string words;
    each_match(literals, one, [&](auto const& m) {
        auto const part = m[1].str();
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (part[i] == '\\' && i + 1 < part.size())
                words += part[++i] == 'n' ? '\n' : part[i];
            else
                words += part[i];
        }
    });
    return words;
}

void gather_said(source const& file, std::string const& code, found_at& into)
{
    // say("...", or say("..." "..." over several lines; a key that is put together with + is not
    // known here and is covered by what gives rise to it
    static std::regex const said(R"re(\bsay\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)(?=[,)]))re");
    each_match(code, said, [&](auto const& m) { into.emplace(joined_literals(m[1]), file.path); });
    static std::regex const dotted(
        R"re("((?:chapter|stage|act|field|choice|party|role|limit|milestone|phase|page|menu)(?:\.[a-z0-9_]+)+)")re");
    each_match(code, dotted, [&](auto const& m) { into.emplace(m[1], file.path); });
}

void gather_from_page(source const& file, found_at& into)
{
    static std::regex const section(R"(\{\{#t\}\}([\s\S]*?)\{\{/t\}\})");
    each_match(file.text, section, [&](auto const& m) {
        auto const message = m[1].str();
        if (message.find("{{") == std::string::npos)
            into.emplace(message, file.path);
    });
}

std::vector<std::string> listed_names(std::string const& list)
{
    static std::regex const name(R"([A-Za-z_][A-Za-z0-9_]*)");
    return {std::sregex_token_iterator(list.begin(), list.end(), name), {}};
}

/// What a workflow's declarations give rise to.
struct declared {
    found_at keys;   ///< "act.intake.proposed", "stage.intake.open", "choice.stance.agree"
    found_at fields; ///< names of members of bodies: "field.<name>" or "field.<kind>.<name>"
};

/// The name of the chapter whose table the file holds, or an empty string.
std::string chapter_in(std::string const& code)
{
    static std::regex const before(R"re(\bname\s*=\s*"(\w+)"[^{}"]*\busing\s+opening\b)re");
    static std::regex const after(R"re(\busing\s+opening\b[^{}"]*\bname\s*=\s*"(\w+)")re");
    std::smatch found;
    if (std::regex_search(code, found, before) || std::regex_search(code, found, after))
        return found[1];
    return {};
}

void gather_declared(source const& file, std::string const& code, declared& into)
{
    static std::regex const choice(R"(\bJUECE_CHOICE\(\s*(\w+)\s*,([^()]*)\))");
    each_match(code, choice, [&](auto const& m) {
        for (auto const& name : listed_names(m[2]))
            into.keys.emplace("choice." + m[1].str() + "." + name, file.path);
    });
    static std::regex const body(
        R"(\bBOOST_DESCRIBE_STRUCT\(\s*\w+\s*,\s*\([^()]*\)\s*,\s*\(([^()]*)\)\s*\))");
    each_match(code, body, [&](auto const& m) {
        for (auto const& name : listed_names(m[1]))
            into.fields.emplace(name, file.path);
    });
    static std::regex const kind(R"re(\bkind\s*=\s*"([a-z0-9_]+\.[a-z0-9_]+)")re");
    each_match(code, kind,
               [&](auto const& m) { into.keys.emplace("act." + m[1].str(), file.path); });
    static std::regex const party(
        R"re(\{[^{}]*?\bname\s*=\s*"(\w+)"[^{}"]*\bstd::vector<engine::seat>\s+seats\()re");
    each_match(code, party,
               [&](auto const& m) { into.keys.emplace("party." + m[1].str(), file.path); });
    auto const chapter = chapter_in(code);
    if (!chapter.empty())
        into.keys.emplace("chapter." + chapter, file.path);
    static std::regex const stage(
        R"re(:\s*(?:engine::)?stage_of_chapter\s*\{[^{}]*?\bname\s*=\s*"([^"]+)")re");
    each_match(code, stage, [&](auto const& m) {
        into.keys.emplace("stage." + chapter + "." + m[1].str(), file.path);
    });
}

declared declared_in(source_tree const& tree)
{
    declared found;
    for (auto const* file : tree.cpp_under({"workflows/"}))
        gather_declared(*file, file->without_comments(), found);
    return found;
}

bool is_field_key(std::string const& key, std::string const& name)
{
    return key.starts_with("field.") && key.ends_with("." + name);
}

} // namespace

breaches against_missing_translations(source_tree const& tree)
{
    catalogue const zh(tree, "zh"), en(tree, "en");
    auto wanted = declared_in(tree);
    for (auto const* file : tree.cpp_under({"engine/", "workflows/", "adapters/", "web/"}))
        gather_said(*file, file->without_comments(), wanted.keys);
    for (auto const& file : tree.files())
        if (file.under("web/pages/"))
            gather_from_page(file, wanted.keys);

    breaches found;
    for (auto const& [message, where] : wanted.keys) {
        // {1} alone is a place for words that are translated themselves
        if (message.empty() || message == "{1}")
            continue;
        if (!en.find(message))
            found.push_back(where + ": no English for \"" + message + "\"");
        if (is_dotted(message) && !zh.find(message))
            found.push_back(where + ": no Chinese for \"" + message + "\"");
    }
    for (auto const& [field, where] : wanted.fields) {
        auto const fits = [name = field](std::string const& key) {
            return is_field_key(key, name);
        };
        if (!en.any(fits))
            found.push_back(where + ": no English for \"field." + field + "\"");
        if (!zh.any(fits))
            found.push_back(where + ": no Chinese for \"field." + field + "\"");
    }
    return found;
}

breaches against_wrong_translations(source_tree const& tree)
{
    breaches found;
    for (auto language : {"zh", "en"}) {
        catalogue const words(tree, language);
        for (auto const& entry : words.entries()) {
            if (entry.translation.empty())
                continue;
            auto const& first = *words.find(entry.message);
            if (entry.translation != first)
                found.push_back(entry.file + ": \"" + entry.message + "\" is translated \"" +
                                entry.translation + "\" here and \"" + first + "\" elsewhere");
            if (!is_dotted(entry.message) &&
                places_in(entry.message) != places_in(entry.translation))
                found.push_back(entry.file + ": \"" + entry.message +
                                "\" and its translation name different arguments");
        }
    }
    return found;
}

} // namespace architecture
