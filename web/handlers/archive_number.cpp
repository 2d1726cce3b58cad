#include "web/handlers/archive_number.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

namespace web::handlers {
namespace {

namespace archive = workflows::major_decision::archive;
using archive::retention_period;
using engine::say;

constexpr std::string_view field_name = "archive_number";
constexpr retention_period periods[] = {retention_period::permanent, retention_period::thirty_years,
                                        retention_period::ten_years};

/// "0058-WS·2026-Y-0003" has five.
std::vector<std::string_view> parts_of(std::string_view number)
{
    constexpr std::string_view signs[] = {"-", "·"};
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < number.size();) {
        auto const* sign = std::find_if(std::begin(signs), std::end(signs), [&](auto one) {
            return number.substr(at).starts_with(one);
        });
        if (sign == std::end(signs)) {
            ++at;
            continue;
        }
        parts.push_back(number.substr(begin, at - begin));
        at += sign->size();
        begin = at;
    }
    parts.push_back(number.substr(begin));
    return parts;
}

bool is_all_digits(std::string_view part)
{
    return std::all_of(part.begin(), part.end(),
                       [](unsigned char one) { return std::isdigit(one) != 0; });
}

bool is_year(std::string_view part)
{
    return part.size() == 4 && is_all_digits(part) &&
           (part.starts_with("19") || part.starts_with("20"));
}

/// Fonds first, the item last, and between them the year; what else stands there each archive says.
bool has_shape(std::vector<std::string_view> const& parts)
{
    auto const is_empty = [](std::string_view part) { return part.empty(); };
    return parts.size() > 2 && std::none_of(parts.begin(), parts.end(), is_empty) &&
           is_all_digits(parts.back()) && std::any_of(parts.begin() + 1, parts.end() - 1, is_year);
}

/// How long the form says that the file is kept.
std::optional<retention_period> chosen_in(boost::json::object const& body)
{
    auto const* typed = body.if_contains("retention");
    for (auto const one : periods)
        if (typed && typed->is_string() && typed->get_string() == engine::name_of(one))
            return one;
    return {};
}

bool says_another(std::vector<std::string_view> const& parts, retention_period chosen)
{
    return std::any_of(std::begin(periods), std::end(periods), [&](retention_period one) {
        return one != chosen && std::find(parts.begin(), parts.end(), code_of(one)) != parts.end();
    });
}

} // namespace

std::string_view code_of(retention_period kept)
{
    return kept == retention_period::permanent      ? "Y"
           : kept == retention_period::thirty_years ? "D30"
                                                    : "D10";
}

std::optional<engine::field_fault> fault_of_archive_number(std::string_view kind,
                                                           boost::json::object const& body)
{
    auto const* typed = body.if_contains(field_name);
    if ((kind != archive::archived::kind && kind != archive::number_corrected::kind) || !typed ||
        !typed->is_string())
        return {};
    auto const parts = parts_of(typed->get_string());
    if (!has_shape(parts))
        return engine::field_fault{
            std::string(field_name),
            say("档号应为“0058-WS·2026-Y-0003”的形式：全宗号在前，件号在后，中间写明年度。")};
    auto const chosen = chosen_in(body);
    if (chosen && says_another(parts, *chosen))
        return engine::field_fault{
            std::string(field_name),
            say("档号中的保管期限与所选的不一致：{1}写作“{2}”。",
                say("choice.retention_period." + std::string(engine::name_of(*chosen))),
                std::string(code_of(*chosen)))};
    return {};
}

} // namespace web::handlers
