#include "web/indicator_names.hpp"

#include "web/office.hpp"

#include <algorithm>

namespace web {
namespace {

bool is_of_code(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.';
}

} // namespace

std::string with_names_of_indicators(visit const& v, std::string_view words)
{
    auto const& dictionary = v.house.dictionary();
    std::string made;
    while (!words.empty()) {
        auto const begin = std::find_if(words.begin(), words.end(), is_of_code);
        auto end = std::find_if_not(begin, words.end(), is_of_code);
        while (end != begin && *(end - 1) == '.') // of the sentence
            --end;
        if (end == begin && begin != words.end())
            ++end;
        made.append(words.begin(), begin);
        std::string const code(begin, end);
        auto const is_mark = !made.empty() && made.back() == '{';
        made += !is_mark && dictionary.find(code) ? dictionary.name(code, v.words.code()) : code;
        words.remove_prefix(static_cast<std::size_t>(end - words.begin()));
    }
    return made;
}

} // namespace web
