#include "web/metrics.hpp"

#include <fmt/format.h>

namespace web {

void metrics::count(std::string_view pattern, int status, std::chrono::nanoseconds took)
{
    auto found = routes_.find(pattern);
    if (found == routes_.end())
        found = routes_.emplace(std::string(pattern), spent()).first;
    auto const seconds = std::chrono::duration<double>(took).count();
    std::size_t bucket = 0;
    while (bucket < bounds.size() && seconds > bounds[bucket])
        ++bucket;
    ++found->second.within[bucket];
    ++found->second.by_status[status];
    found->second.seconds += seconds;
}

void metrics::gauge(std::string name, std::string help, std::string type, double value)
{
    gauges_[std::move(name)] = {std::move(help), std::move(type), value};
}

std::string metrics::text() const
{
    std::string out = "# HELP juece_http_requests_total Requests answered.\n"
                      "# TYPE juece_http_requests_total counter\n";
    for (auto const& [pattern, one] : routes_)
        for (auto const& [status, times] : one.by_status)
            out += fmt::format("juece_http_requests_total{{route=\"{}\",status=\"{}\"}} {}\n",
                               pattern, status, times);
    out += "# HELP juece_http_request_seconds Time from the whole request to its answer.\n"
           "# TYPE juece_http_request_seconds histogram\n";
    for (auto const& [pattern, one] : routes_) {
        long long sum = 0;
        for (std::size_t i = 0; i < one.within.size(); ++i) {
            sum += one.within[i];
            auto const bound = i < bounds.size() ? fmt::format("{}", bounds[i]) : "+Inf";
            out += fmt::format("juece_http_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n",
                               pattern, bound, sum);
        }
        out += fmt::format("juece_http_request_seconds_sum{{route=\"{}\"}} {}\n", pattern,
                           one.seconds);
        out += fmt::format("juece_http_request_seconds_count{{route=\"{}\"}} {}\n", pattern, sum);
    }
    for (auto const& [name, one] : gauges_)
        out += fmt::format("# HELP {} {}\n# TYPE {} {}\n{} {}\n", name, one.help, name, one.type,
                           name, one.now);
    return out;
}

} // namespace web
