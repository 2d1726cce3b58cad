#include "adapters/soci/query.hpp"

#include "adapters/soci/dialect.hpp"
#include "adapters/soci/piped_session.hpp"

namespace adapters::soci {

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
