#include "adapters/notices/encoding.hpp"

#include <algorithm>
#include <openssl/evp.h>

namespace adapters::notices {
namespace {

/// 60 characters of Base64, and 12 around them: less than the 75 that an encoded word may have.
constexpr std::size_t bytes_of_word = 45;
constexpr std::size_t longest_plain = 60;
constexpr std::size_t bytes_of_line = 57; // 76 characters

bool is_plain(std::string_view words)
{
    return words.size() <= longest_plain && words.find("=?") == words.npos &&
           std::all_of(words.begin(), words.end(),
                       [](unsigned char c) { return c >= 0x20 && c < 0x7f; });
}

} // namespace

std::string base64(std::string_view bytes)
{
    // one more for the zero byte that OpenSSL writes
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    auto const length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                        reinterpret_cast<unsigned char const*>(bytes.data()),
                                        static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

std::optional<std::string> from_base64(std::string_view text)
{
    if (text.empty() || text.size() % 4 != 0)
        return {};
    // OpenSSL takes padding anywhere, and counts it as bytes.
    auto const padding = text.size() - std::min(text.find('='), text.size());
    if (padding > 2 || text.substr(text.size() - padding).find_first_not_of('=') != text.npos)
        return {};
    std::string bytes(text.size() / 4 * 3, '\0');
    auto const length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                        reinterpret_cast<unsigned char const*>(text.data()),
                                        static_cast<int>(text.size()));
    if (length < 0)
        return {};
    bytes.resize(static_cast<std::size_t>(length) - padding);
    return bytes;
}

std::string base64_lines(std::string_view bytes)
{
    std::string lines;
    for (std::size_t at = 0; at < bytes.size(); at += bytes_of_line)
        lines += base64(bytes.substr(at, bytes_of_line)) + "\r\n";
    return lines;
}

std::string_view whole_characters(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    auto const continues = [&](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
    };
    auto end = most;
    while (end > 0 && continues(end))
        --end;
    // what is no UTF-8 is cut anywhere
    return text.substr(0, end > 0 ? end : most);
}

std::string encoded_words(std::string_view words)
{
    if (is_plain(words))
        return std::string(words);
    std::string text;
    while (!words.empty()) {
        auto const part = whole_characters(words, bytes_of_word);
        text += (text.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(part) + "?=";
        words.remove_prefix(part.size());
    }
    return text;
}

} // namespace adapters::notices
