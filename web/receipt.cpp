#include "web/receipt.hpp"

#include <openssl/rand.h>
#include <stdexcept>

namespace web {
namespace {

constexpr std::string_view letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr std::size_t length = 16;

} // namespace

std::string new_receipt()
{
    constexpr unsigned char unbiased = 256 / letters.size() * letters.size();
    std::string receipt;
    while (receipt.size() < length) {
        unsigned char byte = 0;
        if (RAND_bytes(&byte, 1) != 1)
            throw std::runtime_error("no randomness from OpenSSL");
        if (byte < unbiased)
            receipt += letters[byte % letters.size()];
    }
    return receipt;
}

std::string shown_receipt(std::string_view receipt)
{
    std::string shown;
    for (std::size_t i = 0; i < receipt.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            shown += '-';
        shown += receipt[i];
    }
    return shown;
}

std::optional<std::string> receipt_in(std::string_view typed)
{
    std::string receipt;
    for (char c : typed) {
        if (c == ' ' || c == '-')
            continue;
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        if (letters.find(c) == letters.npos)
            return {};
        receipt += c;
    }
    if (receipt.size() != length)
        return {};
    return receipt;
}

} // namespace web
