#include "adapters/drafts/draft_text.hpp"
#include "adapters/files/as_utf8.hpp"

namespace adapters::drafts {

using engine::say;

text_reading read_plain(std::string const& bytes)
{
    auto const text = files::as_utf8(bytes);
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
