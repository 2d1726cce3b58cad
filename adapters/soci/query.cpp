#include "adapters/soci/query.hpp"

#include "adapters/soci/dialect.hpp"

namespace adapters::soci {

snapshot::snapshot(::soci::session& sql) : sql_(sql)
{
    sql_ << dialect_of(sql).begins_reading;
}

snapshot::~snapshot()
{
    roll_back(sql_);
}

} // namespace adapters::soci
