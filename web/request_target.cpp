#include "web/request_target.hpp"

#include "web/percent.hpp"

namespace web {

bool read_target(request& asked)
{
    auto const mark = asked.target.find('?');
    asked.path = asked.target.substr(0, mark);
    if (!asked.path.starts_with('/') || !percent_decoded(asked.path, false))
        return false;
    if (mark == std::string::npos)
        return true;
    auto query = parse_pairs(std::string_view(asked.target).substr(mark + 1));
    if (query)
        asked.query = std::move(*query);
    return query.has_value();
}

} // namespace web
