#include "adapters/files/as_utf8.hpp"

#include <boost/locale/encoding.hpp>
#include <boost/locale/encoding_utf.hpp>

namespace adapters::files {
namespace {

/// The bytes as UTF-8 if they are text of that encoding.
std::optional<std::string> decoded(std::string_view bytes, char const* encoding)
{
    namespace conv = boost::locale::conv;
    try {
        return conv::to_utf<char>(bytes.data(), bytes.data() + bytes.size(), encoding, conv::stop);
    } catch (conv::conversion_error const&) {
        return {};
    }
}

} // namespace

std::optional<std::string> as_utf8(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        return decoded(bytes.substr(3), "UTF-8");
    if (bytes.starts_with("\xFF\xFE"))
        return decoded(bytes.substr(2), "UTF-16LE");
    if (bytes.starts_with("\xFE\xFF"))
        return decoded(bytes.substr(2), "UTF-16BE");
    if (bytes.find('\0') != std::string_view::npos)
        return {};
    if (auto text = decoded(bytes, "UTF-8"))
        return text;
    return decoded(bytes, "GB18030");
}

} // namespace adapters::files
