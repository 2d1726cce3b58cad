#include "adapters/drafts/draft_text.hpp"

#include <boost/locale/encoding.hpp>
#include <boost/locale/encoding_utf.hpp>
#include <optional>

namespace adapters::drafts {
namespace {

using engine::say;

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

} // namespace

text_reading read_plain(std::string const& bytes)
{
    auto const text = as_utf8(bytes);
    if (!text)
        return say("不是可以比对的文字文件（支持 DOCX、PDF、UTF-8 或者 GB18030 编码的 TXT）");
    draft_text found;
    for (std::string_view rest = *text; !rest.empty();) {
        auto const end = std::min(rest.find_first_of("\n\r"), rest.size());
        add_paragraph(found, rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return within_limits(std::move(found));
}

} // namespace adapters::drafts
