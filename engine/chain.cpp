#include "engine/chain.hpp"

#include "engine/body.hpp"

#include <array>
#include <memory>
#include <openssl/evp.h>
#include <stdexcept>

namespace engine {

std::string sha256(std::string_view bytes)
{
    // Fetched once: EVP_sha256() looks the algorithm up on every call and doubles the cost.
    static std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> const algorithm(
        EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free);
    thread_local std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context(
        EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::array<unsigned char, 32> digest{};
    unsigned length = 0;
    if (!algorithm || !context || !EVP_DigestInit_ex2(context.get(), algorithm.get(), nullptr) ||
        !EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) ||
        !EVP_DigestFinal_ex(context.get(), digest.data(), &length))
        throw std::runtime_error("SHA-256 is not available");
    static constexpr char hex[] = "0123456789abcdef";
    std::string written;
    written.reserve(64);
    for (auto byte : digest) {
        written += hex[byte >> 4];
        written += hex[byte & 15];
    }
    return written;
}

std::string sealed_text(case_line const& line)
{
    return canonical(boost::json::object{{"case", line.id.value},
                                         {"number", line.number},
                                         {"opened_at", to_text(line.opened_at)},
                                         {"place", line.place},
                                         {"shape", line.shape}});
}

std::string sealed_text(act const& what)
{
    // What is written and dropped at once takes its pieces from one place.
    std::array<unsigned char, 4096> place{};
    boost::json::monotonic_resource pieces(place.data(), place.size());
    boost::json::object by({{"name", what.by.name},
                            {"on_behalf_of", what.by.on_behalf_of},
                            {"person", what.by.person.value},
                            {"role", what.by.role},
                            {"unit", what.by.unit}},
                           &pieces);
    // Only where somebody is represented, so that the hashes of acts from before hold.
    if (what.by.represents.value != 0)
        by["represents"] = what.by.represents.value;
    boost::json::object const sealed({{"act_id", what.act_id},
                                      {"body", what.body},
                                      {"by", std::move(by)},
                                      {"case", what.on.value},
                                      {"entered_at", to_text(what.entered_at)},
                                      {"kind", what.kind},
                                      {"origin", what.origin},
                                      {"previous_hash", what.previous_hash},
                                      {"seq", what.seq}},
                                     &pieces);
    return canonical(sealed);
}

void seal(act& what, std::string previous_hash)
{
    what.previous_hash = std::move(previous_hash);
    what.hash = sha256(sealed_text(what));
}

long long first_break(case_line const& line, std::vector<act> const& acts)
{
    auto previous = sha256(sealed_text(line));
    long long expected = 1;
    for (auto const& one : acts) {
        bool const holds = one.on == line.id && one.seq == expected &&
                           one.previous_hash == previous && one.hash == sha256(sealed_text(one));
        if (!holds)
            return expected;
        previous = one.hash;
        ++expected;
    }
    return 0;
}

} // namespace engine
