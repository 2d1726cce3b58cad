#include "web/gateway.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <optional>

namespace web {
namespace {

namespace ip = boost::asio::ip;

/// An address; one of IPv4 that came over IPv6 is one of IPv4.
std::optional<ip::address> address_in(std::string const& text)
{
    boost::system::error_code fault;
    auto const read = ip::make_address(text, fault);
    if (fault)
        return {};
    if (read.is_v6() && read.to_v6().is_v4_mapped())
        return ip::make_address_v4(ip::v4_mapped, read.to_v6());
    return read;
}

/// Nothing when `listed` is neither an address nor a network.
std::optional<bool> covers(std::string const& listed, ip::address const& peer)
{
    if (listed.find('/') == std::string::npos) {
        auto const one = address_in(listed);
        return one ? std::optional(*one == peer) : std::nullopt;
    }
    boost::system::error_code fault;
    if (listed.find(':') == std::string::npos) {
        auto const network = ip::make_network_v4(listed, fault);
        if (fault)
            return {};
        return peer.is_v4() && network.hosts().find(peer.to_v4()) != network.hosts().end();
    }
    auto const network = ip::make_network_v6(listed, fault);
    if (fault)
        return {};
    return peer.is_v6() && network.hosts().find(peer.to_v6()) != network.hosts().end();
}

std::string last_of(std::string_view list)
{
    list.remove_prefix(list.rfind(',') + 1);
    while (list.starts_with(' '))
        list.remove_prefix(1);
    while (list.ends_with(' '))
        list.remove_suffix(1);
    return std::string(list);
}

} // namespace

bool gateway::trusts(std::string const& peer) const
{
    auto const from = address_in(peer);
    return from && std::any_of(peers.begin(), peers.end(), [&](std::string const& one) {
               return covers(one, *from).value_or(false);
           });
}

gateway::word gateway::says(request const& asked) const
{
    if (!on())
        return {};
    auto const times = std::count_if(asked.headers.begin(), asked.headers.end(),
                                     [&](auto const& one) { return one.first == header; });
    if (times == 0)
        return {};
    if (times > 1 || !trusts(asked.peer))
        return {word::kind::forged};
    auto login = std::string(asked.header(header));
    return login.empty() ? word{} : word{word::kind::names, std::move(login)};
}

std::string gateway::address_of(request const& asked) const
{
    if (peers.empty() || !trusts(asked.peer))
        return asked.peer;
    auto const named = address_in(last_of(asked.header("x-forwarded-for")));
    return named ? named->to_string() : asked.peer;
}

bool gateway::speaks_securely(request const& asked) const
{
    return asked.secure || (asked.header("x-forwarded-proto") == "https" && trusts(asked.peer));
}

std::string against(gateway const& chosen)
{
    auto const any = ip::make_address("127.0.0.1");
    for (auto const& one : chosen.peers)
        if (!covers(one, any))
            return "\"" + one + "\" is neither an address nor a network";
    if (chosen.on() && chosen.peers.empty())
        return "a gateway's header is believed only from listed addresses; list them";
    return {};
}

} // namespace web
