#include "tests/architecture/checks/house_rules.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>

namespace architecture {
namespace {

constexpr long long longest_file = 600;

std::string guard_of(std::string path)
{
    for (auto& c : path)
        c = std::isalnum(static_cast<unsigned char>(c))
                ? static_cast<char>(std::toupper(static_cast<unsigned char>(c)))
                : '_';
    return "JUECE_" + path;
}

std::string line_number(std::string const& text, std::size_t at)
{
    return std::to_string(std::count(text.begin(), text.begin() + static_cast<long>(at), '\n') + 1);
}

bool is_written_by_hand(source const& file)
{
    constexpr auto endings = std::to_array<std::string_view>(
        {".cpp", ".hpp", ".cmake", "CMakeLists.txt", ".js", ".css", ".mustache", ".sql", "/run"});
    return file.path == "dev" || std::any_of(endings.begin(), endings.end(), [&](auto ending) {
               return file.path.ends_with(ending);
           });
}

} // namespace

breaches against_parameters_for_time(source_tree const& tree)
{
    static std::regex const source_of_chance(
        R"(_clock::now|\b(std::)?time\s*\(\s*(nullptr|NULL|0|&)|\bgettimeofday\b|\bclock_gettime\b)"
        R"(|\brandom_device\b|\bs?rand\s*\(|\bgetenv\b|<ctime>|<random>|<thread>)");
    breaches found;
    for (auto const* file : tree.cpp_under({"engine/", "workflows/"})) {
        auto const code = file->without_comments();
        for (std::sregex_iterator i(code.begin(), code.end(), source_of_chance), end; i != end; ++i)
            found.push_back(file->path + ":" +
                            line_number(code, static_cast<std::size_t>(i->position())) +
                            ": must come as a parameter: " + i->str());
    }
    return found;
}

breaches against_header_guards(source_tree const& tree)
{
    breaches found;
    for (auto const& file : tree.files()) {
        if (!file.is_header())
            continue;
        auto const guard = guard_of(file.path);
        auto const code = file.without_comments();
        auto const first = code.find_first_not_of(" \n");
        auto const last = code.find_last_not_of(" \n");
        if (first == std::string::npos ||
            !code.substr(first).starts_with("#ifndef " + guard + "\n#define " + guard + "\n") ||
            !code.substr(0, last + 1).ends_with("#endif"))
            found.push_back(file.path + ": is not guarded by " + guard);
    }
    return found;
}

breaches against_machine_paths(source_tree const& tree)
{
    // The brackets keep this file from naming what it looks for.
    // An address such as gov.cn/home/ is none.
    static std::regex const machine(R"((^|[\s"'=(:,])/([w]ork|[h]ome|[r]oot)/|\.\./[s]hared\b)");
    breaches found;
    for (auto const& file : tree.files()) {
        if (file.text.find('\0') != std::string::npos)
            continue; // pictures and archives
        for (std::sregex_iterator i(file.text.begin(), file.text.end(), machine), end; i != end;
             ++i)
            found.push_back(file.path + ":" +
                            line_number(file.text, static_cast<std::size_t>(i->position())) +
                            ": names a path of one machine: " + i->str());
    }
    return found;
}

breaches against_long_files(source_tree const& tree)
{
    breaches found;
    for (auto const& file : tree.files())
        if (is_written_by_hand(file) && lines_of(file.text) > longest_file)
            found.push_back(file.path + ": has " + std::to_string(lines_of(file.text)) +
                            " lines; more than " + std::to_string(longest_file));
    return found;
}

} // namespace architecture
