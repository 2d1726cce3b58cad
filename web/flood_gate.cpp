#include "web/flood_gate.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>

namespace web {
namespace {

constexpr std::chrono::seconds forget_every{1};

} // namespace

std::string flood_gate::network_of(std::string_view address)
{
    boost::system::error_code fault;
    auto const parsed = boost::asio::ip::make_address(address, fault);
    if (fault)
        return std::string(address);
    if (parsed.is_v4())
        return parsed.to_string();
    auto const six = parsed.to_v6();
    if (six.is_v4_mapped())
        return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, six).to_string();
    auto bytes = six.to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return boost::asio::ip::address_v6(bytes).to_string() + "/64";
}

std::optional<std::chrono::seconds> flood_gate::refuse(std::string_view address,
                                                       engine::instant now)
{
    auto const network = network_of(address);
    std::lock_guard const hold(door_);
    if (full_at_.size() >= terms_.most_addresses &&
        (now < forgot_at_ || now >= forgot_at_ + forget_every))
        forget_full(now);
    // Addresses without end are a flood of another kind: those that are known are still served.
    if (full_at_.size() >= terms_.most_addresses && !full_at_.contains(network))
        return std::chrono::ceil<std::chrono::seconds>(terms_.one_more_every);
    auto& full_at = full_at_.try_emplace(network, now).first->second;
    auto const after = std::max(full_at, now) + terms_.one_more_every;
    if (after - now > room())
        return std::max(std::chrono::ceil<std::chrono::seconds>(after - now - room()),
                        std::chrono::seconds(1));
    full_at = after;
    return {};
}

void flood_gate::forget_full(engine::instant now)
{
    forgot_at_ = now;
    std::erase_if(full_at_, [&](auto const& one) { return one.second <= now; });
}

} // namespace web
