#include "web/language.hpp"

#include "adapters/rights/load_rights.hpp"
#include "config/embedded.hpp"

#include <array>
#include <boost/locale/gnu_gettext.hpp>
#include <stdexcept>

namespace web {
namespace {

namespace gettext = boost::locale::gnu_gettext;

constexpr std::array<char const*, 12> english_months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// What stands between the braces at the beginning of a pattern: the number of an argument, and
/// the two forms of a word where its number decides between them.
struct placeholder {
    std::size_t argument = 0; ///< counted from 0
    std::optional<std::pair<std::string_view, std::string_view>> forms;
    std::size_t length = 0; ///< 0: no placeholder
};

placeholder placeholder_at(std::string_view pattern)
{
    auto const digit = pattern.size() > 2 && pattern[0] == '{' ? pattern[1] : '\0';
    if (digit < '1' || digit > '9')
        return {};
    auto const argument = static_cast<std::size_t>(digit - '1');
    if (pattern[2] == '}')
        return {argument, {}, 3};
    auto const end = pattern.find('}');
    auto const between = pattern.find('|', 3);
    if (pattern[2] != '|' || end == std::string_view::npos || between > end)
        return {};
    return {
        argument,
        std::pair(pattern.substr(3, between - 3), pattern.substr(between + 1, end - between - 1)),
        end + 1};
}

/// Puts the arguments into {1}, {2}, and of {1|day|days} the form that goes with their number; a
/// brace that is no placeholder stays.
template <class Words>
std::string filled(std::string_view pattern, std::vector<engine::text> const& args,
                   Words const& words)
{
    std::string text;
    text.reserve(pattern.size() + 16 * args.size());
    for (std::size_t i = 0; i < pattern.size();) {
        auto const found = placeholder_at(pattern.substr(i));
        if (found.length == 0 || found.argument >= args.size()) {
            text += pattern[i++];
            continue;
        }
        auto const said = words(args[found.argument]);
        text += !found.forms ? said : said == "1" ? found.forms->first : found.forms->second;
        i += found.length;
    }
    return text;
}

std::string two_digits(long long number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string grouped(long long number)
{
    auto digits = std::to_string(number);
    for (auto at = static_cast<long long>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

/// A number of hundredths with as many decimals as it needs.
std::string decimal(long long whole, long long rest, int width)
{
    std::string text = grouped(whole);
    auto tail = std::to_string(rest);
    tail.insert(0, static_cast<std::size_t>(width) - tail.size(), '0');
    while (!tail.empty() && tail.back() == '0')
        tail.pop_back();
    return tail.empty() ? text : text + "." + tail;
}

} // namespace

struct language::catalogue {
    std::locale with_words;
    boost::locale::message_format<char> const* words = nullptr;
};

engine::rights const& built_in_roles()
{
    static auto const loaded = adapters::rights::load_rights();
    return loaded.table;
}

language::language(std::string code, unit_naming unit_name, engine::rights const& roles)
    : code_(std::move(code)), unit_name_(std::move(unit_name)), roles_(roles.roles()),
      tag_(code_ == "zh" ? "zh-CN" : code_), words_(std::make_unique<catalogue>())
{
    auto const path = "translations/" + code_ + ".mo";
    auto const file = config::embedded(path);
    if (!file)
        throw std::invalid_argument("no catalogue for the language \"" + code_ + "\"");
    gettext::messages_info about;
    about.language = code_;
    about.encoding = "UTF-8";
    about.paths.push_back(""); // the callback is asked for paths only
    about.domains.push_back(gettext::messages_info::domain("juece"));
    about.callback = [&](std::string const& asked, std::string const&) -> std::vector<char> {
        // Boost tries several spellings of the language; one answer is enough.
        if (asked.find("/" + code_ + "/LC_MESSAGES/juece.mo") == std::string::npos)
            return {};
        return {file->begin(), file->end()};
    };
    auto* made = gettext::create_messages_facet<char>(about);
    words_->with_words = std::locale(std::locale::classic(), made);
    words_->words = made;
    if (code_ != "zh")
        fallback_ = std::make_shared<language const>("zh", unit_name_, roles);
}

language::~language() = default;

std::optional<std::string> language::own(std::string_view key) const
{
    // The empty key is gettext's own header.
    if (key.empty())
        return std::string();
    constexpr std::string_view of_role = "role.";
    if (key.starts_with(of_role))
        if (auto named = role_name(key.substr(of_role.size())))
            return named;
    auto const* found = words_->words->get(0, nullptr, std::string(key).c_str());
    if (!found || !*found)
        return {};
    return std::string(found);
}

std::optional<std::string> language::role_name(std::string_view code) const
{
    for (auto const& one : roles_)
        if (one.code == code)
            return code_ == "zh" ? one.name_zh : one.name_en;
    return {};
}

std::optional<std::string> language::look_up(std::string_view key) const
{
    if (auto found = own(key))
        return found;
    return fallback_ ? fallback_->look_up(key) : std::nullopt;
}

std::string language::operator()(std::string_view key) const
{
    return look_up(key).value_or(std::string(key));
}

std::string language::operator()(engine::text const& words) const
{
    switch (words.is) {
    case engine::text::sort::literal:
        return words.id;
    case engine::text::sort::date: {
        auto const on = engine::parse_day(words.id);
        return on ? date(*on) : words.id;
    }
    case engine::text::sort::unit:
        return unit_name_ ? unit_name_(words.id) : words.id;
    case engine::text::sort::message:
        break;
    }
    auto const pattern = (*this)(std::string_view(words.id));
    if (words.args.empty())
        return pattern;
    return filled(pattern, words.args, *this);
}

std::string language::date(engine::day on) const
{
    std::chrono::year_month_day const parts(on);
    auto const year = std::to_string(static_cast<int>(parts.year()));
    auto const month = static_cast<unsigned>(parts.month());
    auto const number = std::to_string(static_cast<unsigned>(parts.day()));
    if (code_ == "zh")
        return year + "年" + std::to_string(month) + "月" + number + "日";
    return number + " " + english_months[month - 1] + " " + year;
}

std::string language::moment(engine::instant at) const
{
    auto const on = engine::legal_day(at);
    auto const in_china = at + std::chrono::hours(8);
    auto const minutes = std::chrono::floor<std::chrono::minutes>(
                             in_china - std::chrono::floor<std::chrono::days>(in_china))
                             .count();
    return date(on) + " " + two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
}

std::string language::amount(long long fen) const
{
    auto const minus = fen < 0;
    auto const size = minus ? -(fen + 1) + 1 : fen;
    std::string text;
    if (code_ != "zh")
        text = "CNY " + decimal(size / 100, size % 100, 2);
    // 万 and 亿 only where nothing is lost by it.
    else if (size >= 10'000'000'000 && size % 1'000'000 == 0)
        text = decimal(size / 10'000'000'000, size % 10'000'000'000 / 1'000'000, 4) + "亿元";
    else if (size >= 1'000'000 && size % 10'000 == 0)
        text = decimal(size / 1'000'000, size % 1'000'000 / 10'000, 2) + "万元";
    else
        text = decimal(size / 100, size % 100, 2) + "元";
    return (minus ? "-" : "") + text;
}

languages::languages(unit_naming const& unit_name, engine::rights const& roles)
    : chinese_("zh", unit_name, roles), english_("en", unit_name, roles)
{}

language const& languages::of(std::string_view code) const
{
    return code == "en" ? english_ : chinese_;
}

language const& languages::choose(std::optional<std::string> const& cookie,
                                  std::string_view accepted) const
{
    if (cookie == "zh" || cookie == "en")
        return of(*cookie);
    auto const english = accepted.find("en");
    auto const chinese = accepted.find("zh");
    return english < chinese ? english_ : chinese_;
}

} // namespace web
