#include "tests/bench/report.hpp"

#include "adapters/files/read_file.hpp"

#include <fstream>
#include <iostream>
#include <stdexcept>

namespace bench {
namespace {

/// What stands under a heading of the second rank; empty where there is no such heading.
std::string section_of(std::string const& text, std::string const& heading)
{
    auto const line = "\n## " + heading + "\n";
    auto const at = text.find(line);
    if (at == std::string::npos)
        return {};
    auto const begin = at + line.size();
    auto const end = text.find("\n## ", begin);
    return text.substr(begin, end == std::string::npos ? end : end - begin);
}

} // namespace

void report::line(std::string const& words)
{
    std::cout << words << std::endl;
    text_ += words + "\n";
}

void report::row(std::vector<std::string> const& cells)
{
    std::string words = "|";
    for (auto const& cell : cells)
        words += " " + cell + " |";
    line(words);
}

void report::head(std::vector<std::string> const& cells)
{
    row(cells);
    row(std::vector<std::string>(cells.size(), "---"));
}

void write_results(std::filesystem::path const& here, std::string const& heading,
                   report const& found)
{
    auto const file = here / "README.md";
    auto const before = adapters::files::read_file(file);
    std::ofstream to(file, std::ios::binary);
    to << adapters::files::read_file(here / "about.md");
    for (std::string const one : {on_sqlite, on_postgresql, by_size, beside_peers}) {
        auto const text = one == heading ? "\n" + found.text() : section_of(before, one);
        if (!text.empty())
            to << "\n## " << one << '\n' << text.substr(0, text.find_last_not_of('\n') + 1) << '\n';
    }
    if (!to.flush())
        throw std::runtime_error("the results cannot be written");
}

} // namespace bench
