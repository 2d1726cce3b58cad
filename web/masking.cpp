#include "web/masking.hpp"

#include <algorithm>
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
    static constexpr std::u32string_view signs = U" -－—–‐‑−\u00a0\u3000.·()（）";
    return signs.find(c) != signs.npos;
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

/// A number in groups with a few parting characters between them: where its digits stand, and how
/// many each group has.
struct written_number {
    std::vector<std::size_t> at;
    std::vector<std::size_t> groups;
    std::size_t end = 0;

    bool is_parted() const { return groups.size() > 1; }
};

written_number number_at(std::u32string const& text, std::size_t begin)
{
    constexpr std::size_t most_between = 3;
    written_number found;
    auto i = begin;
    while (i < text.size() && is_digit(text[i])) {
        found.groups.push_back(0);
        for (; i < text.size() && is_digit(text[i]); ++i) {
            found.at.push_back(i);
            ++found.groups.back();
        }
        found.end = i;
        while (i < text.size() && i - found.end < most_between && parts_groups(text[i]))
            ++i;
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

/// Years and dates with something between them: "2024.01.01-2026.12.31", "2021-2022".
bool are_dates(std::u32string const& text, written_number const& number)
{
    std::size_t digit = 0;
    std::size_t group = 0;
    auto const value_of_next = [&] {
        int value = 0;
        for (std::size_t i = 0; i < number.groups[group]; ++i)
            value = 10 * value + value_of(text[number.at[digit++]]);
        ++group;
        return value;
    };
    auto const is_part = [&] { return group < number.groups.size() && number.groups[group] <= 2; };
    while (group < number.groups.size()) {
        if (number.groups[group] != 4)
            return false;
        if (auto const year = value_of_next(); year < 1900 || year > 2099)
            return false;
        if (is_part() && value_of_next() > 12)
            return false;
        if (is_part() && value_of_next() > 31)
            return false;
    }
    return true;
}

/// In one piece, or as bank cards (4-4-4-4) and identity papers (6-8-4) are written.
bool is_long_number(written_number const& number)
{
    auto const& groups = number.groups;
    auto const fours = [&](std::size_t from) {
        return std::all_of(groups.begin() + static_cast<std::ptrdiff_t>(from), groups.end() - 1,
                           [](auto size) { return size == 4; }) &&
               groups.back() <= 4;
    };
    if (number.at.size() < 15)
        return false;
    return groups.size() == 1 || fours(0) || (groups[0] == 6 && groups[1] == 8) ||
           (groups[0] == 6 && fours(1));
}

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
    if (is_long_number(number)) {
        stays = {3, 0};
        return true;
    }
    // Landline with its area.
    if (value_of(text[number.at[0]]) == 0 && digits >= 10 && digits <= 12) {
        stays = {digits - 8, 2};
        return true;
    }
    if (digits >= 7 && speaks_of_telephone(text, begin)) {
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
        what_stays stays;
        if (are_dates(text, number)) {
            i = number.end;
            continue;
        }
        // "2024 13800138000": a number in groups may hide one in one piece.
        if (number.is_parted() && !must_be_masked(text, i, number, stays)) {
            number.groups.resize(1);
            number.at.resize(number.groups[0]);
            number.end = i + number.groups[0];
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

bool names_nobody(std::string_view name)
{
    static constexpr std::array<std::string_view, 7> all = {"匿名", "市民", "网友",    "群众",
                                                            "居民", "村民", "居民代表"};
    return name.empty() || name.starts_with("匿名") ||
           std::find(all.begin(), all.end(), name) != all.end();
}

std::string masked_name(std::string_view name)
{
    if (names_nobody(name))
        return std::string(name);
    auto const text = wide(name);
    return utf_to_utf<char>(text.substr(0, 1)) + "*";
}

named_people::named_people(std::initializer_list<std::string_view> names)
{
    for (auto const name : names)
        add(name);
}

void named_people::add(std::string_view name)
{
    auto text = wide(name);
    if (text.size() < 2 || names_nobody(name))
        return;
    longest_ = std::max(longest_, text.size());
    names_.insert(std::move(text));
}

void named_people::mask_in(std::u32string& words) const
{
    for (std::size_t i = 0; i < words.size(); ++i)
        for (auto size = std::min(longest_, words.size() - i); size >= 2; --size)
            if (names_.contains(words.substr(i, size))) {
                words.replace(i + 1, size - 1, U"*");
                ++i;
                break;
            }
}

std::string without_people(std::string_view words, named_people const& people)
{
    auto text = wide(words);
    people.mask_in(text);
    return utf_to_utf<char>(text);
}

std::string masked_words(std::string_view words, named_people const& people)
{
    auto text = wide(words);
    people.mask_in(text);
    mask_mail(text);
    mask_numbers(text);
    return utf_to_utf<char>(text);
}

} // namespace web
