#include "web/permanent_id.hpp"

#include "engine/chain.hpp"

namespace web {

std::string permanent_id(std::string_view house, std::string_view thing)
{
    constexpr std::size_t digits = 32;
    constexpr std::size_t version_at = 12;
    constexpr std::size_t variant_at = 16;
    auto hex = engine::sha256(std::string(house) + "\n" + std::string(thing)).substr(0, digits);
    hex[version_at] = '8';
    // The two bits 10 of the variant before two of the hash.
    constexpr std::string_view of_variant = "89ab";
    auto const given = static_cast<unsigned char>(hex[variant_at]);
    hex[variant_at] = of_variant[given % of_variant.size()];
    std::string id = "urn:uuid:";
    for (std::size_t at = 0; at < digits; ++at) {
        if (at == 8 || at == 12 || at == 16 || at == 20)
            id += '-';
        id += hex[at];
    }
    return id;
}

} // namespace web
