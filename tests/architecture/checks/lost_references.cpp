#include "tests/architecture/checks/lost_references.hpp"

#include <algorithm>
#include <regex>

namespace architecture {
namespace {

breaches lines_with(source_tree const& tree, std::regex const& pattern, std::string const& what)
{
    breaches found;
    for (auto const& file : tree.files()) {
        if (!file.is_cpp())
            continue;
        auto const code = file.without_comments();
        for (std::sregex_iterator i(code.begin(), code.end(), pattern), end; i != end; ++i)
            found.push_back(
                file.path + ":" +
                std::to_string(std::count(code.begin(), code.begin() + i->position(), '\n') + 1) +
                ": " + what + ": " + i->str());
    }
    return found;
}

} // namespace

breaches against_lists_let_go(source_tree const& tree)
{
    static std::regex const over_a_call(R"(\bfor \([^;(){}=?]*[^:;(){}=?]:\s+\*[\w.:>-]+\()");
    return lines_with(tree, over_a_call, "loops over what may be gone");
}

breaches against_moved_members(source_tree const& tree)
{
    static std::regex const own_member(
        R"re(\b([\w.]+)\["\w+"\]\s*=\s*\1(?:\.at\("\w+"\)|\["\w+"\]);)re");
    return lines_with(tree, own_member, "sets a member to another of the same object");
}

} // namespace architecture
