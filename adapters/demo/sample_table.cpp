#include "adapters/demo/sample_table.hpp"

#include "config/embedded.hpp"

#include <stdexcept>

namespace adapters::demo {

std::string_view sample_text(std::string const& name)
{
    auto const found = config::embedded("sample/" + name);
    if (!found)
        throw std::runtime_error("not built in: sample/" + name);
    return *found;
}

csv::table sample_table(std::string const& name)
{
    auto read = csv::read(sample_text(name));
    if (!read.faults.empty())
        throw std::runtime_error("sample/" + name + ": line " +
                                 std::to_string(read.faults.front().line));
    return std::move(read.found);
}

} // namespace adapters::demo
