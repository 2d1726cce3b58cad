#include "adapters/files/passing_file.hpp"

#include <stdexcept>
#include <stdlib.h>
#include <system_error>
#include <unistd.h>

namespace adapters::files {

passing_file::passing_file(std::filesystem::path const& in)
{
    std::filesystem::create_directories(in);
    path_ = (in / "passing-XXXXXX").string();
    auto const opened = ::mkstemp(path_.data());
    if (opened < 0)
        throw std::runtime_error("no file can be made in " + in.string());
    ::close(opened);
}

passing_file::~passing_file()
{
    std::error_code ignored; // a destructor must not throw, and nothing depends on it
    std::filesystem::remove(path_, ignored);
}

} // namespace adapters::files
