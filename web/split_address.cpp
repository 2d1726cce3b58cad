#include "web/server.hpp"

#include <algorithm>
#include <stdexcept>

namespace web {

std::pair<std::string, std::string> split_address(std::string const& address)
{
    auto const colon = address.rfind(':');
    if (colon == std::string::npos || colon == 0)
        throw std::invalid_argument("an address is HOST:PORT, not \"" + address + "\"");
    auto host = address.substr(0, colon);
    auto port = address.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    else if (host.find(':') != std::string::npos)
        throw std::invalid_argument("an IPv6 address stands in brackets: [" + host + "]:" + port);
    if (port.empty() || port.size() > 5 ||
        !std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; }) ||
        std::stol(port) > 65'535)
        throw std::invalid_argument("a port is a number from 0 to 65535, not \"" + port + "\"");
    return {host, port};
}

} // namespace web
