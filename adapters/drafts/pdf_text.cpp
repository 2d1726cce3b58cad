#include "adapters/drafts/draft_text.hpp"

#include <algorithm>
#include <boost/locale/encoding_utf.hpp>
#include <cmath>
#include <memory>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

namespace adapters::drafts {
namespace {

using engine::say;

constexpr int most_pages = 1'000;

/// A line of a page: its words and where it begins and ends, in points.
struct line {
    std::string words;
    double left = 0, right = 0, top = 0, height = 0;
};

std::string utf8(poppler::ustring const& from)
{
    auto const bytes = from.to_utf8();
    return {bytes.data(), bytes.size()};
}

/// Boxes on one height are a line.
std::vector<line> lines_of(poppler::page const& page)
{
    std::vector<line> lines;
    for (auto const& box : page.text_list()) {
        auto const at = box.bbox();
        auto const words = utf8(box.text());
        auto const same =
            !lines.empty() && std::abs(lines.back().top - at.top()) < lines.back().height / 2;
        if (!same) {
            lines.push_back({words, at.left(), at.right(), at.top(), at.height()});
            continue;
        }
        auto& last = lines.back();
        // Latin words are boxes of their own; Chinese ones run on.
        if (at.left() - last.right > last.height / 5)
            last.words += ' ';
        last.words += words;
        last.right = std::max(last.right, at.right());
    }
    return lines;
}

/// "— 3 —", "- 3 -", "3": the number of a page is no text of the draft.
bool is_page_number(std::string_view words)
{
    auto digits = 0;
    for (std::size_t i = 0; i < words.size();) {
        if (words[i] >= '0' && words[i] <= '9') {
            ++digits;
            ++i;
        } else if (words[i] == ' ' || words[i] == '-')
            ++i;
        else if (words.substr(i).starts_with("—") || words.substr(i).starts_with("－"))
            i += 3;
        else
            return false;
    }
    return digits > 0 && digits <= 4;
}

class paragraph_joiner {
public:
    void add_page(std::vector<line> const& lines)
    {
        if (lines.empty())
            return;
        double left = lines.front().left, right = lines.front().right;
        for (auto const& one : lines) {
            left = std::min(left, one.left);
            right = std::max(right, one.right);
        }
        for (auto const& one : lines) {
            if (is_page_number(one.words))
                continue;
            auto const indented = one.left - left > one.height * 1.2;
            if (indented || !runs_on_)
                finish();
            open_ += one.words;
            // A line that ends before the margin ends its paragraph.
            runs_on_ = right - one.right < one.height * 1.5;
        }
    }

    draft_text result()
    {
        finish();
        return std::move(found_);
    }

private:
    void finish()
    {
        add_paragraph(found_, open_);
        open_.clear();
    }

    draft_text found_;
    std::string open_;
    bool runs_on_ = false;
};

} // namespace

text_reading read_pdf(std::filesystem::path const& file)
{
    poppler::set_debug_error_function([](std::string const&, void*) {}, nullptr);
    std::unique_ptr<poppler::document> const document(
        poppler::document::load_from_file(file.string()));
    if (!document)
        return say("PDF 文件已损坏");
    if (document->is_locked())
        return say("文件已加密，无法读取");
    if (document->pages() > most_pages)
        return say("文字过长，不能逐段比对");
    paragraph_joiner joiner;
    for (int i = 0; i < document->pages(); ++i)
        if (std::unique_ptr<poppler::page> const page{document->create_page(i)})
            joiner.add_page(lines_of(*page));
    auto found = joiner.result();
    if (found.paragraphs.empty())
        return say("PDF 文件中没有文字，可能是扫描件");
    return within_limits(std::move(found));
}

} // namespace adapters::drafts
