#include "web/percent.hpp"

#include <boost/locale/utf.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/pct_string_view.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

namespace web {

bool is_clean_text(std::string_view bytes)
{
    namespace utf = boost::locale::utf;
    auto at = bytes.begin();
    while (at != bytes.end()) {
        auto const point = utf::utf_traits<char>::decode(at, bytes.end());
        if (point == utf::illegal || point == utf::incomplete || point == 0)
            return false;
    }
    return true;
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space)
{
    auto const checked = boost::urls::make_pct_string_view({text.data(), text.size()});
    if (!checked)
        return {};
    boost::urls::encoding_opts how;
    how.space_as_plus = plus_is_space;
    std::string plain = checked->decode(how);
    if (!is_clean_text(plain))
        return {};
    return plain;
}

std::string percent_encoded(std::string_view text)
{
    return boost::urls::encode({text.data(), text.size()}, boost::urls::unreserved_chars);
}

std::optional<pairs> parse_pairs(std::string_view text)
{
    pairs found;
    while (!text.empty()) {
        auto const end = std::min(text.find('&'), text.size());
        auto const one = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (one.empty())
            continue;
        auto const equals = std::min(one.find('='), one.size());
        auto name = percent_decoded(one.substr(0, equals), true);
        auto value = percent_decoded(one.substr(std::min(equals + 1, one.size())), true);
        if (!name || !value || found.size() == most_pairs)
            return {};
        found.emplace_back(std::move(*name), std::move(*value));
    }
    return found;
}

std::string to_query(pairs const& fields)
{
    std::string text;
    for (auto const& [name, value] : fields)
        text += (text.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
    return text;
}

} // namespace web
