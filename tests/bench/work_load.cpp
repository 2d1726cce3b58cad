#include "tests/bench/work_load.hpp"

#include "tests/bench/load.hpp"

namespace bench {

work_answer do_work(int port, work_terms const& terms, std::string const& prefix, int connections,
                    int seconds)
{
    auto const many = std::to_string(connections);
    auto words =
        result_of_wrk({"-t" + many, "-c" + many, "-d" + std::to_string(seconds) + "s", "-s",
                       terms.script.string(), "http://127.0.0.1:" + std::to_string(port) + "/",
                       "--", prefix, terms.requests.string()},
                      terms.log);
    work_answer found;
    double units = 0;
    double microseconds = 0;
    long long broken = 0;
    words >> units >> microseconds >> found.p50_ms >> found.p99_ms >> found.last_p50_ms >>
        found.last_p99_ms >> found.failed >> broken;
    for (auto* latency : {&found.p50_ms, &found.p99_ms, &found.last_p50_ms, &found.last_p99_ms})
        *latency /= 1e3;
    found.a_second = units / microseconds * 1e6;
    found.failed += broken;
    words >> std::ws;
    std::getline(words, found.first_failure);
    return found;
}

} // namespace bench
