#include "adapters/one_time_code/qr_code.hpp"

#include <memory>
#include <qrencode.h>
#include <stdexcept>

namespace adapters::one_time_code {
namespace {

constexpr int quiet_zone = 4;

std::string escaped(std::string const& text)
{
    std::string made;
    for (char const c : text)
        switch (c) {
        case '<':
            made += "&lt;";
            break;
        case '&':
            made += "&amp;";
            break;
        default:
            made += c;
        }
    return made;
}

/// One horizontal bar for each run of dark modules.
std::string bars(QRcode const& code)
{
    std::string path;
    for (int y = 0; y < code.width; ++y)
        for (int x = 0; x < code.width; ++x) {
            auto const dark = [&](int at) { return (code.data[y * code.width + at] & 1) != 0; };
            if (!dark(x))
                continue;
            int const begin = x;
            while (x + 1 < code.width && dark(x + 1))
                ++x;
            auto const wide = std::to_string(x + 1 - begin);
            path += "M" + std::to_string(begin + quiet_zone) + " " +
                    std::to_string(y + quiet_zone) + "h" + wide + "v1h-" + wide + "z";
        }
    return path;
}

} // namespace

std::string qr_code(std::string const& text, std::string const& title)
{
    std::unique_ptr<QRcode, decltype(&QRcode_free)> const code(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code)
        throw std::runtime_error("no QR code holds this text");
    auto const side = std::to_string(code->width + 2 * quiet_zone);
    // White and black whatever the colours of the page: a camera has to read it.
    return "<svg class=\"qr\" role=\"img\" viewBox=\"0 0 " + side + " " + side +
           "\" xmlns=\"http://www.w3.org/2000/svg\"><title>" + escaped(title) +
           "</title><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "h-" + side +
           "z\"/><path fill=\"#000\" d=\"" + bars(*code) + "\"/></svg>";
}

} // namespace adapters::one_time_code
