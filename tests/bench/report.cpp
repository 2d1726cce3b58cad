#include "tests/bench/report.hpp"

#include <iostream>

namespace bench {

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

} // namespace bench
