#include "adapters/drafts/draft_text.hpp"

#include "adapters/files/is_utf8.hpp"
#include "adapters/files/read_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <numeric>

namespace adapters::drafts {
namespace {

using engine::say;

/// Blanks that only place a paragraph: ASCII, no-break (C2 A0), ideographic (E3 80 80).
std::string_view trimmed(std::string_view words)
{
    constexpr std::array<std::string_view, 7> blanks = {" ",  "\t",     "\r",    "\n",
                                                        "\f", "\u00a0", "\u3000"};
    for (bool again = true; again;) {
        again = false;
        for (auto blank : blanks) {
            if (words.starts_with(blank)) {
                words.remove_prefix(blank.size());
                again = true;
            }
            if (words.ends_with(blank)) {
                words.remove_suffix(blank.size());
                again = true;
            }
        }
    }
    return words;
}

} // namespace

void add_paragraph(draft_text& to, std::string_view words)
{
    words = trimmed(words);
    if (!words.empty())
        to.paragraphs.emplace_back(words);
}

text_reading within_limits(draft_text found)
{
    auto const& all = found.paragraphs;
    auto const bytes =
        std::accumulate(all.begin(), all.end(), std::size_t{0},
                        [](std::size_t sum, std::string const& one) { return sum + one.size(); });
    if (bytes > longest_text || all.size() > most_paragraphs)
        return say("文字过长，不能逐段比对");
    if (all.empty())
        return say("文件中没有可以比对的文字");
    if (!std::all_of(all.begin(), all.end(), files::is_utf8))
        return say("文件的文字编码已损坏");
    return found;
}

draft_format format_of(std::filesystem::path const& file)
{
    std::ifstream from(file, std::ios::binary);
    std::array<char, 5> head{};
    from.read(head.data(), head.size());
    std::string_view const begins(head.data(), static_cast<std::size_t>(from.gcount()));
    if (begins.starts_with("PK\x03\x04"))
        return draft_format::docx;
    return begins == "%PDF-" ? draft_format::pdf : draft_format::plain;
}

text_reading read_draft(std::filesystem::path const& file)
{
    switch (format_of(file)) {
    case draft_format::docx:
        return read_docx(file);
    case draft_format::pdf:
        return read_pdf(file);
    case draft_format::plain:
        break;
    }
    if (std::filesystem::file_size(file) > longest_text)
        return say("文字过长，不能逐段比对");
    return read_plain(files::read_file(file));
}

} // namespace adapters::drafts
