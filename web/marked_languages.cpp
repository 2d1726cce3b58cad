#include "web/marked_languages.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace web {
namespace {

using namespace std::literals;

constexpr auto mark = " lang=\"zh-CN\""sv;

/// Elements without an end.
constexpr std::array void_elements = {"br"sv,   "hr"sv,   "img"sv, "input"sv,
                                      "link"sv, "meta"sv, "col"sv, "wbr"sv};
/// Elements whose text holds no others, so that they are marked themselves.
constexpr std::array text_only = {"title"sv, "option"sv, "textarea"sv};
/// Elements that hold no words for people, or words in a language of shapes.
constexpr std::array no_words = {"script"sv, "style"sv, "svg"sv};

template <class Names>
bool is_one_of(Names const& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// A Chinese character, by its bytes: the planes of ideographs, without punctuation.
bool starts_ideograph(std::string_view text)
{
    auto const byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (text.size() < 3)
        return false;
    if (byte(0) >= 0xe4 && byte(0) <= 0xe9)
        return true; // U+4000 to U+9FFF
    if (byte(0) == 0xe3)
        return byte(1) >= 0x90;                                     // U+3400 to U+3FFF
    return byte(0) == 0xf0 && (byte(1) == 0xa0 || byte(1) == 0xaa); // planes 2 and 3
}

bool has_chinese(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at)
        if (starts_ideograph(text.substr(at)))
            return true;
    return false;
}

bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Words with Chinese characters that stand together, blanks between them included, go into one
/// span: "Case JC2026-0007 of 高要区 财政局" marks the last two.
void append_marked(std::string& to, std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        auto word = at;
        while (word < text.size() && is_blank(text[word]))
            ++word;
        to += text.substr(at, word - at);
        auto end = word;
        auto marked_until = word;
        while (end < text.size()) {
            auto const next = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(end),
                                           text.end(), is_blank) -
                              text.begin();
            auto const until = static_cast<std::size_t>(next);
            if (!has_chinese(text.substr(end, until - end)))
                break;
            marked_until = until;
            end = until;
            while (end < text.size() && is_blank(text[end]))
                ++end;
        }
        if (marked_until > word) {
            to.append("<span").append(mark).append(">");
            to += text.substr(word, marked_until - word);
            to += "</span>";
        } else {
            while (marked_until < text.size() && !is_blank(text[marked_until]))
                ++marked_until;
            to += text.substr(word, marked_until - word);
        }
        at = marked_until;
    }
}

std::string_view name_of_tag(std::string_view tag)
{
    auto const from = tag.starts_with("</") ? 2u : 1u;
    return tag.substr(from, tag.find_first_of(" \n\t/>", from) - from);
}

/// True where only Chinese words are, perhaps with signs and figures; no other words.
bool is_all_chinese(std::string_view text)
{
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && is_blank(text[at]))
            ++at;
        auto end = at;
        while (end < text.size() && !is_blank(text[end]))
            ++end;
        if (end == at)
            break;
        if (!has_chinese(text.substr(at, end - at)))
            return false;
        any = true;
        at = end;
    }
    return any;
}

class marking {
public:
    explicit marking(std::string_view page) : page_(page)
    {
        made_.reserve(page.size() + page.size() / 8);
    }

    std::string run()
    {
        while (at_ < page_.size())
            page_[at_] == '<' ? tag() : text();
        return std::move(made_);
    }

private:
    struct element {
        std::string_view name;
        bool left_alone = false;
    };

    bool left_alone() const { return !open_.empty() && open_.back().left_alone; }

    void tag()
    {
        auto const end = page_.find('>', at_);
        auto const tag = page_.substr(at_, end == page_.npos ? end : end + 1 - at_);
        at_ += tag.size();
        start_tag_ends_ = 0;
        made_ += tag;
        auto const name = name_of_tag(tag);
        if (tag.starts_with("<!") || tag.starts_with("<?"))
            return;
        if (tag.starts_with("</"))
            return close(name);
        if (is_one_of(void_elements, name) || tag.ends_with("/>"))
            return;
        // The page itself names the language that it is in.
        bool const says = name != "html" && tag.find(" lang=") != tag.npos;
        open_.push_back({name, left_alone() || says || is_one_of(no_words, name)});
        start_tag_ends_ = made_.size();
        labelled_ = tag.find(" data-label=") != tag.npos;
    }

    /// Those within that have no end of their own end with it.
    void close(std::string_view name)
    {
        auto const is_it = [&](element const& one) { return one.name == name; };
        auto const last = std::find_if(open_.rbegin(), open_.rend(), is_it);
        if (last != open_.rend())
            open_.erase(std::prev(last.base()), open_.end());
    }

    void text()
    {
        auto const end = page_.find('<', at_);
        auto const text = page_.substr(at_, end == page_.npos ? end : end - at_);
        at_ += text.size();
        bool const is_whole = start_tag_ends_ != 0 && page_.substr(at_).starts_with("</");
        if (left_alone() || !has_chinese(text)) {
            made_ += text;
        } else if (!open_.empty() && is_one_of(text_only, open_.back().name)) {
            made_.insert(start_tag_ends_ - 1, mark);
            made_ += text;
        } else if (is_whole && !labelled_ && is_all_chinese(text)) {
            // A label is in the language of the page, and shown from the start tag.
            made_.insert(start_tag_ends_ - 1, mark);
            made_ += text;
        } else {
            append_marked(made_, text);
        }
        start_tag_ends_ = 0;
    }

    std::string_view page_;
    std::size_t at_ = 0;
    std::string made_;
    std::vector<element> open_;
    std::size_t start_tag_ends_ = 0; ///< in what is made; 0: none right before
    bool labelled_ = false;          ///< that start tag has a label for phones
};

} // namespace

std::string with_chinese_marked(std::string_view page)
{
    return marking(page).run();
}

} // namespace web
