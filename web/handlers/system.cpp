#include "adapters/soci/replica.hpp"
#include "web/handlers/handlers.hpp"
#include "web/office.hpp"
#include "web/openapi.hpp"

#include <boost/json/serialize.hpp>
#include <filesystem>

namespace web::handlers {
namespace {

/// Below that many bytes a disk counts as full: an act with its papers needs some.
constexpr std::uintmax_t least_room = std::uintmax_t{4} << 20;

answer plain(int status, std::string type, std::string body)
{
    answer made;
    made.as_is.emplace();
    made.as_is->status = status;
    made.as_is->with("Content-Type", std::move(type));
    made.as_is->body = std::move(body);
    return made;
}

} // namespace

awaitable<answer> show_openapi(visit& v)
{
    co_return plain(200, "application/json",
                    boost::json::serialize(openapi(routes(), v.house.with().law.shapes)));
}

awaitable<answer> show_health(visit&)
{
    co_return plain(200, "text/plain; charset=utf-8", "ok\n");
}

answer show_readiness(visit& v)
{
    // Ready is who can read and write; a fault of reading becomes a 500 or 503 by itself.
    v.records->years_opened("major_decision");
    std::error_code unknown;
    auto const disk = std::filesystem::space(v.house.with().dir, unknown);
    if (!unknown && disk.available < least_room)
        return plain(503, "text/plain; charset=utf-8", "the disk is full\n");
    if (!v.house.with().entry.record.keeps_writes())
        return plain(503, "text/plain; charset=utf-8", "nothing can be written\n");
    if (!v.house.ready)
        return plain(503, "text/plain; charset=utf-8", "stopping\n");
    auto const* replica = v.house.with().readers.beside();
    return plain(200, "text/plain; charset=utf-8",
                 replica && !replica->is_well() ? "ready, without the replica\n" : "ready\n");
}

awaitable<answer> show_metrics(visit& v)
{
    auto& counts = v.house.counts();
    counts.gauge("juece_jobs_waiting", "Requests that wait for a reading thread or are on one.",
                 "gauge", static_cast<double>(v.house.reading().waiting()));
    counts.gauge("juece_public_jobs_waiting", "The same of the public, on threads of its own.",
                 "gauge", static_cast<double>(v.house.public_reading().waiting()));
    counts.gauge("juece_door_jobs_waiting", "The same of those who are not signed in yet.", "gauge",
                 static_cast<double>(v.house.at_the_door().waiting()));
    if (v.house.more_counts)
        v.house.more_counts(counts);
    co_return plain(200, "text/plain; version=0.0.4; charset=utf-8", counts.text());
}

} // namespace web::handlers
