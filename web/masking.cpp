#include "web/masking.hpp"

#include <array>
#include <boost/locale/encoding_utf.hpp>

namespace web {
namespace {

using boost::locale::conv::utf_to_utf;

std::u32string wide(std::string_view text)
{
    return utf_to_utf<char32_t>(text.data(), text.data() + text.size());
}

bool is_digit(char32_t c)
{
    return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}

/// What people put between the groups of a number.
bool parts_groups(char32_t c)
{
    return c == U' ' || c == U'-' || c == U'－' || c == U'—' || c == U'\u00a0' || c == U'\u3000' ||
           c == U'.' || c == U'·';
}

bool is_latin(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_mail_part(char32_t c)
{
    return is_latin(c) || (c >= U'0' && c <= U'9') || c == U'.' || c == U'_' || c == U'-' ||
           c == U'+' || c == U'%';
}

/// A number with at most one parting character between two digits: where its digits stand.
struct written_number {
    std::vector<std::size_t> at;
    std::size_t end = 0;
    bool parted = false;
};

written_number number_at(std::u32string const& text, std::size_t begin)
{
    written_number found;
    for (auto i = begin; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            found.at.push_back(i);
            found.end = i + 1;
        } else if (parts_groups(text[i]) && i + 1 < text.size() && is_digit(text[i + 1]))
            found.parted = true;
        else
            break;
    }
    return found;
}

int value_of(char32_t c)
{
    return static_cast<int>(c >= U'０' ? c - U'０' : c - U'0');
}

/// How many digits at the front and at the back stay, if the number must be masked.
struct what_stays {
    std::size_t front = 0;
    std::size_t back = 0;
};

/// True if the words just before speak of a telephone.
bool speaks_of_telephone(std::u32string const& text, std::size_t before)
{
    static std::array<std::u32string, 8> const words = {U"电话", U"手机", U"热线", U"联系",
                                                        U"致电", U"微信", U"QQ",   U"号码"};
    auto const from = before < 10 ? 0 : before - 10;
    auto const near = text.substr(from, before - from);
    for (auto const& word : words)
        if (near.find(word) != std::u32string::npos)
            return true;
    return near.find(U"tel") != std::u32string::npos || near.find(U"Tel") != std::u32string::npos ||
           near.find(U"phone") != std::u32string::npos;
}

/// A mobile number within a number: with or without the country before it.
std::size_t mobile_begins(std::u32string const& text, written_number const& number)
{
    for (std::size_t first : {std::size_t{0}, std::size_t{2}, std::size_t{4}}) {
        if (number.at.size() != first + 11)
            continue;
        if (first >= 2 && (value_of(text[number.at[first - 2]]) != 8 ||
                           value_of(text[number.at[first - 1]]) != 6))
            continue;
        if (value_of(text[number.at[first]]) == 1 && value_of(text[number.at[first + 1]]) >= 3)
            return first;
    }
    return std::u32string::npos;
}

bool must_be_masked(std::u32string const& text, std::size_t begin, written_number const& number,
                    what_stays& stays)
{
    auto const digits = number.at.size();
    if (auto const mobile = mobile_begins(text, number); mobile != std::u32string::npos) {
        stays = {mobile + 3, 4};
        return true;
    }
    auto const telephone = speaks_of_telephone(text, begin);
    auto const in_one_piece = number.end - begin == digits;
    // Identity papers (15, or 17 and a check digit) and bank cards.
    if (digits >= 15 && (in_one_piece || telephone || digits >= 16)) {
        stays = {3, 0};
        return true;
    }
    // Landline with its area.
    if (value_of(text[number.at[0]]) == 0 && digits >= 10 && digits <= 12) {
        stays = {digits - 8, 2};
        return true;
    }
    if (digits >= 7 && telephone) {
        stays = {2, 2};
        return true;
    }
    return false;
}

void mask_numbers(std::u32string& text)
{
    for (std::size_t i = 0; i < text.size();) {
        if (!is_digit(text[i])) {
            ++i;
            continue;
        }
        auto number = number_at(text, i);
        // "2024 13800138000": a number in groups may hide one in one piece.
        what_stays stays;
        if (number.parted && !must_be_masked(text, i, number, stays)) {
            auto end = i;
            while (end < text.size() && is_digit(text[end]))
                ++end;
            number.at.resize(end - i);
            number.end = end;
        }
        if (must_be_masked(text, i, number, stays)) {
            for (auto d = stays.front; d + stays.back < number.at.size(); ++d)
                text[number.at[d]] = U'*';
            if (number.end < text.size() && (text[number.end] == U'X' || text[number.end] == U'x'))
                text[number.end] = U'*';
        }
        i = number.end;
    }
}

/// someone@example.gov.cn becomes s***@example.gov.cn.
void mask_mail(std::u32string& text)
{
    for (auto at = text.find(U'@'); at != std::u32string::npos; at = text.find(U'@', at + 1)) {
        auto begin = at;
        while (begin > 0 && is_mail_part(text[begin - 1]))
            --begin;
        if (begin == at || at + 1 == text.size() || !is_mail_part(text[at + 1]))
            continue;
        text.replace(begin + 1, at - begin - 1, U"***");
        at = begin + 4;
    }
}

} // namespace

std::string masked_name(std::string_view name)
{
    auto const text = wide(name);
    if (text.empty())
        return {};
    return utf_to_utf<char>(text.substr(0, 1)) + "*";
}

std::string masked_words(std::string_view words, std::vector<std::string> const& names)
{
    auto text = wide(words);
    for (auto const& one : names) {
        auto const name = wide(one);
        if (name.size() < 2)
            continue;
        for (auto at = text.find(name); at != std::u32string::npos; at = text.find(name, at + 2))
            text.replace(at + 1, name.size() - 1, U"*");
    }
    mask_mail(text);
    mask_numbers(text);
    return utf_to_utf<char>(text);
}

} // namespace web
