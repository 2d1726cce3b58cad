#include "adapters/soci/query.hpp"

#include <spdlog/spdlog.h>

namespace adapters::soci {

snapshot::snapshot(::soci::session& sql) : sql_(sql)
{
    // "repeatable read" on PostgreSQL will be a second constant here; SQLite's read transaction
    // is a snapshot as it is
    sql_ << "begin";
}

snapshot::~snapshot()
{
    try {
        sql_ << "rollback";
    } catch (std::exception const& e) {
        spdlog::error("a reading transaction did not end: {}", e.what());
    }
}

} // namespace adapters::soci
