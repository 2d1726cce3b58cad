#include "web/file_name.hpp"

namespace web {

std::string file_name_in(std::string_view path)
{
    auto const slash = path.find_last_of("/\\");
    if (slash != std::string_view::npos)
        path.remove_prefix(slash + 1);
    std::string name;
    for (unsigned char c : path)
        if (c >= 0x20 && c != 0x7f)
            name += static_cast<char>(c);
    return name;
}

} // namespace web
