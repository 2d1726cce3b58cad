#ifndef JUECE_WEB_METRICS_HPP
#define JUECE_WEB_METRICS_HPP

#include <array>
#include <chrono>
#include <map>
#include <string>
#include <string_view>

namespace web {

/// What the site counts about itself, for /metrics. Used on the event loop only.
class metrics {
public:
    void count(std::string_view pattern, int status, std::chrono::nanoseconds took);
    /// A value that is read when asked for.
    void gauge(std::string name, std::string help, std::string type, double value);
    /// The text format of Prometheus, version 0.0.4.
    std::string text() const;

private:
    static constexpr std::array<double, 10> bounds = {0.0005, 0.001, 0.0025, 0.005, 0.01,
                                                      0.025,  0.05,  0.1,    0.5,   2.5};
    struct spent {
        std::array<long long, 11> within{};
        double seconds = 0;
        std::map<int, long long> by_status;
    };
    struct measured {
        std::string help;
        std::string type;
        double now = 0;
    };
    std::map<std::string, spent, std::less<>> routes_;
    std::map<std::string, measured> gauges_;
};

} // namespace web

#endif
