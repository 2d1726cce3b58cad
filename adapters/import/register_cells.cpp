#include "adapters/import/register_cells.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>

namespace adapters::import {
namespace {

using engine::say;

/// Full-width digits and signs as plain ones, without blanks and separators of thousands.
std::string plain(std::string_view cell)
{
    constexpr std::pair<std::string_view, std::string_view> signs[] = {
        {"，", ""}, {"　", ""}, {"．", "."}, {"－", "-"}, {"／", "/"}, {"¥", ""}, {"￥", ""}};
    std::string made;
    while (!cell.empty()) {
        // U+FF10 to U+FF19
        if (auto const digit = cell.size() > 2 ? static_cast<unsigned char>(cell[2]) : 0;
            cell.starts_with("\xEF\xBC") && digit >= 0x90 && digit <= 0x99) {
            made += static_cast<char>('0' + (digit - 0x90));
            cell.remove_prefix(3);
            continue;
        }
        bool replaced = false;
        for (auto const& [sign, by] : signs)
            if (cell.starts_with(sign)) {
                made += by;
                cell.remove_prefix(sign.size());
                replaced = true;
                break;
            }
        if (replaced)
            continue;
        if (cell.front() != ',' && cell.front() != ' ')
            made += cell.front();
        cell.remove_prefix(1);
    }
    return made;
}

bool take(std::string_view& from, std::string_view word)
{
    if (!from.starts_with(word))
        return false;
    from.remove_prefix(word.size());
    return true;
}

bool take_end(std::string_view& from, std::string_view word)
{
    if (!from.ends_with(word))
        return false;
    from.remove_suffix(word.size());
    return true;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> all)
{
    return std::find(all.begin(), all.end(), word) != all.end();
}

/// Digits with a point times a number of fen; nothing for no number, one with parts of a fen, or
/// one that is too large.
std::optional<long long> times(std::string_view number, long long fen)
{
    constexpr long long most = std::numeric_limits<long long>::max() / 20;
    long long value = 0;
    long long left = fen; ///< what the next digit behind the point is worth, times ten
    bool behind = false;
    bool any = false;
    for (char const c : number) {
        if (c == '.' && !behind) {
            behind = true;
            continue;
        }
        if (c < '0' || c > '9' || value > most)
            return {};
        any = true;
        if (!behind) {
            value = value * 10 + (c - '0') * fen;
            continue;
        }
        if (left % 10 != 0 && c != '0')
            return {};
        left /= 10;
        value += (c - '0') * left;
    }
    return any && value <= most ? std::optional(value) : std::nullopt;
}

/// 亿元, 万元, 元 at the end, as fen; without one, the unit of the heading.
long long take_unit(std::string_view& from, std::string_view of_heading)
{
    constexpr std::pair<std::string_view, long long> units[] = {{"亿元", 10'000'000'000},
                                                                {"亿", 10'000'000'000},
                                                                {"万元", 1'000'000},
                                                                {"万", 1'000'000},
                                                                {"元", 100}};
    for (auto const& [word, fen] : units)
        if (take_end(from, word))
            return fen;
    for (auto const& [word, fen] : units)
        if (of_heading == word)
            return fen;
    return 100;
}

} // namespace

std::variant<written_amount, engine::text> read_amount(std::string_view cell, std::string_view unit)
{
    auto const words = plain(cell);
    std::string_view rest = words;
    using sort = written_amount::sort;
    if (rest.empty() ||
        is_one_of(rest, {"待定", "未定", "不详", "未知", "不明", "尚未确定", "?", "？"}))
        return written_amount{};
    if (is_one_of(rest, {"无", "不涉及", "不涉及金额", "-", "--", "—", "——", "/", "无金额"}))
        return written_amount{.is = sort::none};
    for (auto const* currency : {"美元", "港元", "港币", "欧元", "日元", "英镑", "USD", "HKD"})
        if (rest.find(currency) != std::string_view::npos)
            return say("“{1}”是外币，请先按当日汇率折算为人民币", cell);
    written_amount found{.is = sort::known};
    found.approximate = take(rest, "约") || take(rest, "近") || take(rest, "逾");
    take(rest, "人民币");
    for (auto const* word : {"左右", "以上", "余元", "多元"})
        if (take_end(rest, word))
            found.approximate = true;
    auto fen = take_unit(rest, unit);
    for (auto const* word : {"余", "多"})
        if (take_end(rest, word)) // 1200余万元
            found.approximate = true;
    auto const value = times(rest, fen);
    if (!value)
        return say("“{1}”不是金额，应为 1200万元、1.2亿元、约500元 的形式", cell);
    if (*value == 0)
        return say("金额为0：不涉及金额的请写“无”，不清楚的请留空");
    found.fen = *value;
    return found;
}

std::optional<engine::day> read_day(std::string_view cell)
{
    auto const words = plain(cell);
    std::array<std::string, 3> parts;
    std::size_t at = 0;
    bool begun = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (std::isdigit(static_cast<unsigned char>(words[i]))) {
            if (at == parts.size())
                break; // a time of day
            parts[at] += words[i];
            begun = true;
            if (at == 2 && parts[2].size() == 2)
                ++at;
        } else if (begun && at < 2 && !parts[at].empty()) {
            ++at;
            begun = false;
        } else if (at == 2 && !parts[2].empty())
            break;
    }
    if (parts[1].empty() && parts[0].size() == 8) // 20210305
        parts = {parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6, 2)};
    if (parts[0].size() != 4 || parts[1].empty() || parts[1].size() > 2 || parts[2].empty() ||
        parts[2].size() > 2)
        return {};
    for (auto* part : {&parts[1], &parts[2]})
        if (part->size() == 1)
            part->insert(part->begin(), '0');
    return engine::parse_day(parts[0] + "-" + parts[1] + "-" + parts[2]);
}

} // namespace adapters::import
