#include "tests/architecture/checks/manual.hpp"

#include <regex>
#include <set>

namespace architecture {
namespace {

constexpr std::string_view manual = "packaging/juece.1";

using names = std::set<std::string>;

/// What the first bracket of an expression finds.
void gather(std::string const& text, std::regex const& wanted, names& into)
{
    for (std::sregex_iterator i(text.begin(), text.end(), wanted), end; i != end; ++i)
        into.insert((*i)[1]);
}

names declared_commands(source_tree const& tree)
{
    static std::regex const command(
        R"re(\badd(?:_subcommand)?\(\s*(?:\*?[a-z]+,\s*)?"([a-z]+(?:-[a-z]+)*)")re");
    names found;
    for (auto const* file : tree.cpp_under({"web/commands/"}))
        gather(file->without_comments(), command, found);
    return found;
}

names declared_options(source_tree const& tree)
{
    // "--address,--public-address" declares two; a sentence that mentions one declares none.
    static std::regex const literal(R"re("(--[a-z-]+(?:,--[a-z-]+)*)")re");
    static std::regex const option("--([a-z-]+)");
    names literals;
    for (auto const* file : tree.cpp_under({"web/commands/", "web/main.cpp"}))
        gather(file->without_comments(), literal, literals);
    names found = {"help"}; // CLI11 gives it to every command
    for (auto const& one : literals)
        gather(one, option, found);
    return found;
}

void compare(names const& declared, names const& described, std::string const& sort,
             breaches& found)
{
    for (auto const& one : declared)
        if (!described.contains(one))
            found.push_back(std::string(manual) + ": says nothing about the " + sort + one);
    for (auto const& one : described)
        if (!declared.contains(one))
            found.push_back(std::string(manual) + ": there is no " + sort + one);
}

} // namespace

breaches against_manual(source_tree const& tree)
{
    auto const* page = tree.find(manual);
    if (!page)
        return {std::string(manual) + ": is missing"};
    static std::regex const command(R"((?:^|\n)\.(?:Ss|It Cm) ([a-z-]+)(?= |\n))");
    static std::regex const option(R"(\bFl -([a-z][a-z-]*))");
    names commands;
    names options;
    gather(page->text, command, commands);
    gather(page->text, option, options);
    breaches found;
    compare(declared_commands(tree), commands, "command ", found);
    compare(declared_options(tree), options, "option --", found);
    return found;
}

} // namespace architecture
