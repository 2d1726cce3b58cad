#include "web/handlers/asked_filters.hpp"

namespace web::handlers {

std::string asked_filters::take(char const* name)
{
    auto value = v_.query(name);
    if (!value.empty())
        as_query.emplace_back(name, value);
    return value;
}

std::optional<engine::day> asked_filters::take_day(char const* name)
{
    auto const value = take(name);
    auto const found = engine::parse_day(value);
    if (!value.empty() && !found)
        malformed = value;
    return found;
}

} // namespace web::handlers
