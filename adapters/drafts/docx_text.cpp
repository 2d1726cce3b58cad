#include "adapters/archives/checked_archive.hpp"
#include "adapters/drafts/draft_text.hpp"

#include <pugixml.hpp>

namespace adapters::drafts {
namespace {

using engine::say;

/// Word nests tables in tables, but no office nests them so deep.
constexpr int deepest = 200;

/// The name without its namespace prefix; Word, WPS and LibreOffice all write "w:", others need
/// not.
std::string_view local_name(pugi::xml_node const& node)
{
    std::string_view const name = node.name();
    auto const colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class body_reader {
public:
    /// False when the nesting is too deep.
    bool read(pugi::xml_node const& node, std::string* paragraph, int depth)
    {
        if (depth > deepest)
            return false;
        for (auto const& child : node.children()) {
            auto const name = local_name(child);
            // What tracked changes took away, and the second copy of a text box.
            if (name == "del" || name == "moveFrom" || name == "Fallback")
                continue;
            if (name == "t") {
                if (paragraph)
                    paragraph->append(child.text().get());
            } else if (name == "tab" || name == "br" || name == "cr") {
                if (paragraph)
                    paragraph->push_back(' ');
            } else if (name == "p") {
                // A text box stands in a paragraph and has its own: it comes after it.
                std::string own;
                auto const at = found.paragraphs.size();
                if (!read(child, &own, depth + 1))
                    return false;
                insert(at, own);
            } else if (!read(child, paragraph, depth + 1))
                return false;
        }
        return true;
    }

    draft_text found;

private:
    void insert(std::size_t at, std::string const& words)
    {
        draft_text one;
        add_paragraph(one, words);
        found.paragraphs.insert(found.paragraphs.begin() + static_cast<std::ptrdiff_t>(at),
                                one.paragraphs.begin(), one.paragraphs.end());
    }
};

} // namespace

text_reading read_docx_body(std::string const& xml)
{
    pugi::xml_document document;
    auto const parsed =
        document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!parsed)
        return say("DOCX 文件的正文已损坏");
    body_reader reader;
    if (!reader.read(document, nullptr, 0))
        return say("DOCX 文件的正文已损坏");
    return within_limits(std::move(reader.found));
}

text_reading read_docx(std::filesystem::path const& file)
{
    auto opened = archives::checked_archive::open(file);
    if (auto* why = std::get_if<engine::text>(&opened))
        return std::move(*why);
    auto const& archive = std::get<archives::checked_archive>(opened);
    if (!archive.holds("word/document.xml"))
        return say("不是可以比对的文字文件（支持 DOCX、PDF、UTF-8 或者 GB18030 编码的 TXT）");
    auto const xml = archive.read("word/document.xml");
    if (!xml)
        return say("DOCX 文件的正文已损坏");
    return read_docx_body(*xml);
}

} // namespace adapters::drafts
