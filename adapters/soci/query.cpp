#include "adapters/soci/query.hpp"

#include "adapters/soci/dialect.hpp"
#include "adapters/soci/piped_session.hpp"

#include <cctype>

namespace adapters::soci {

bool is_named_in(std::string_view text, std::string_view name)
{
    auto const goes_on = [&](std::size_t at) {
        return at < text.size() &&
               (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_');
    };
    for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1))
        if (at > 0 && text[at - 1] == ':' && !goes_on(at + name.size()))
            return true;
    return false;
}

void kept_query::send()
{
    prepare();
    execute_without_waiting(statement_);
}

snapshot::snapshot(::soci::session& sql) : sql_(sql)
{
    sql_ << dialect_of(sql).begins_reading;
}

snapshot::~snapshot()
{
    roll_back(sql_);
}

} // namespace adapters::soci
