#include "workflows/catalogue/planned_time.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace workflows::catalogue {
namespace {

using engine::day;
namespace chrono = std::chrono;

/// The Chinese numerals of months, quarters and years, as digits.
std::map<std::string_view, int> const& numerals()
{
    static std::map<std::string_view, int> const all{{"〇", 0}, {"零", 0}, {"一", 1}, {"二", 2},
                                                     {"三", 3}, {"四", 4}, {"五", 5}, {"六", 6},
                                                     {"七", 7}, {"八", 8}, {"九", 9}, {"十", 10}};
    return all;
}

/// "二〇二四" is 2024, "十一" is 11, "二十" is 20.
std::string digits_of(std::vector<int> const& run)
{
    auto const ten = std::find(run.begin(), run.end(), 10);
    if (ten == run.end()) {
        std::string digits;
        for (int const one : run)
            digits += std::to_string(one);
        return digits;
    }
    int const tens = ten == run.begin() ? 1 : *(ten - 1);
    int const ones = ten + 1 == run.end() ? 0 : *(ten + 1);
    return std::to_string(tens * 10 + ones);
}

/// Digits are ASCII, blanks are gone, and so is what follows the first remark.
std::string plain(std::string_view words)
{
    static constexpr auto ends =
        std::to_array<std::string_view>({"；", ";", "，", ",", "。", "（", "(", "\n", "【"});
    for (auto const end : ends)
        words = words.substr(0, words.find(end));
    std::string made;
    std::vector<int> run;
    auto const end_run = [&] {
        if (!run.empty())
            made += digits_of(run);
        run.clear();
    };
    while (!words.empty()) {
        auto const lead = static_cast<unsigned char>(words.front());
        auto const length = std::min<std::size_t>(lead < 0x80   ? 1
                                                  : lead < 0xE0 ? 2
                                                  : lead < 0xF0 ? 3
                                                                : 4,
                                                  words.size());
        auto const letter = words.substr(0, length);
        words.remove_prefix(length);
        if (auto const known = numerals().find(letter); known != numerals().end()) {
            run.push_back(known->second);
            continue;
        }
        end_run();
        if (letter == " " || letter == "\t" || letter == "\r" || letter == "　")
            continue;
        // Full-width digits are EF BC 90 to EF BC 99.
        if (length == 3 && letter.starts_with("\xEF\xBC") && letter[2] >= '\x90' &&
            letter[2] <= '\x99')
            made += static_cast<char>('0' + (letter[2] - '\x90'));
        else
            made += letter;
    }
    end_run();
    return made;
}

std::optional<day> date(int year, int month, int number)
{
    chrono::year_month_day const on{chrono::year(year), chrono::month(static_cast<unsigned>(month)),
                                    chrono::day(static_cast<unsigned>(number))};
    if (!on.ok())
        return {};
    return day(on);
}

std::optional<planned_time> months(int year, int first, int last)
{
    if (first < 1 || last > 12 || first > last)
        return {};
    auto const end = chrono::year(year) / chrono::month(static_cast<unsigned>(last)) / chrono::last;
    return planned_time{*date(year, first, 1), day(end)};
}

int number(std::ssub_match const& digits)
{
    return digits.matched ? std::stoi(digits.str()) : 0;
}

/// What is to be done before the end of something may be done from the year's first day on.
std::optional<planned_time> before_its_end(std::optional<planned_time> found, bool before, int year)
{
    if (found && before)
        found->first = *date(year, 1, 1);
    return found;
}

std::optional<planned_time> read_quarter(std::string const& rest, int year)
{
    static std::regex const one(
        R"((?:(?:第)?([1-4])季(?:度)?|[Qq]([1-4]))(?:末|底)?(?:((?:之)?前)|(?:之)?内)?)");
    static std::regex const several(
        R"((?:第)?([1-4])(?:季(?:度)?)?(?:-|—|－|~|～|至|到|、)(?:第)?([1-4])季(?:度)?(?:末|底)?(?:((?:之)?前)|(?:之)?内)?)");
    std::smatch found;
    if (std::regex_match(rest, found, one)) {
        int const quarter = number(found[1]) + number(found[2]);
        return before_its_end(months(year, quarter * 3 - 2, quarter * 3), found[3].matched, year);
    }
    if (std::regex_match(rest, found, several))
        return before_its_end(months(year, number(found[1]) * 3 - 2, number(found[2]) * 3),
                              found[3].matched, year);
    return {};
}

std::optional<planned_time> read_half(std::string const& rest, int year)
{
    static std::regex const half(R"((?:(上)|(下))半年(?:度)?(?:末|底)?(?:((?:之)?前)|(?:之)?内)?)");
    std::smatch found;
    if (!std::regex_match(rest, found, half))
        return {};
    return before_its_end(found[1].matched ? months(year, 1, 6) : months(year, 7, 12),
                          found[3].matched, year);
}

std::optional<planned_time> read_month(std::string const& rest, int year)
{
    static std::regex const one(
        R"((\d{1,2})(?:月(?:份)?)?(?:初|中|底|末|上旬|中旬|下旬)?(?:((?:之)?前)|(?:之)?内)?)");
    static std::regex const several(
        R"((\d{1,2})(?:月(?:份)?)?(?:-|—|－|~|～|至|到|、)(\d{1,2})月(?:份)?(?:底|末)?(?:((?:之)?前)|(?:之)?内)?)");
    static std::regex const dated(R"((\d{1,2})(?:月|-|/|\.)(\d{1,2})(?:日)?((?:之)?前|以前)?)");
    std::smatch found;
    if (std::regex_match(rest, found, several))
        return before_its_end(months(year, number(found[1]), number(found[2])), found[3].matched,
                              year);
    if (std::regex_match(rest, found, dated)) {
        auto const on = date(year, number(found[1]), number(found[2]));
        if (!on)
            return {};
        return before_its_end(planned_time{*on, *on}, found[3].matched, year);
    }
    if (std::regex_match(rest, found, one))
        return before_its_end(months(year, number(found[1]), number(found[1])), found[2].matched,
                              year);
    return {};
}

bool is_whole_year(std::string const& rest)
{
    static std::regex const whole(R"((?:度)?(?:(?:之)?内|底|末|底(?:之)?前|末(?:之)?前|前)?)");
    return std::regex_match(rest, whole);
}

} // namespace

std::optional<planned_time> read_planned_time(std::string_view words, int year)
{
    // "2024年...", "2024-...", "本年度...", "年底前": what names the year, and the rest.
    static std::regex const dated(R"((\d{4})(?:年度|年|-|/|\.)?(.*))");
    static std::regex const this_year(R"((?:本|今|当|全)?年(.*))");
    auto rest = plain(words);
    if (rest.empty() || rest.size() > 100)
        return {};
    std::smatch found;
    bool year_is_named = false;
    if (std::regex_match(rest, found, dated)) {
        year = number(found[1]);
        year_is_named = true;
        rest = std::string(found[2]);
    } else if (std::regex_match(rest, found, this_year)) {
        year_is_named = true;
        rest = std::string(found[1]);
    }
    if (year < 1900 || year > 9999)
        return {};
    if (year_is_named && is_whole_year(rest))
        return months(year, 1, 12);
    if (year_is_named && rest.starts_with("度"))
        rest.erase(0, std::string_view("度").size());
    for (auto const read : {read_quarter, read_half, read_month})
        if (auto const time = read(rest, year))
            return time;
    return {};
}

} // namespace workflows::catalogue
