#include "adapters/files/read_file.hpp"

#include <fstream>
#include <sstream>

namespace adapters::files {

std::string read_file(std::filesystem::path const& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (in && in.peek() != std::ifstream::traits_type::eof())
        text << in.rdbuf();
    if (in.bad() || !in.is_open())
        throw std::filesystem::filesystem_error("cannot read", file,
                                                std::make_error_code(std::errc::io_error));
    return std::move(text).str();
}

} // namespace adapters::files
