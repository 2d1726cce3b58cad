#ifndef JUECE_TESTS_BENCH_OFFICIAL_HPP
#define JUECE_TESTS_BENCH_OFFICIAL_HPP

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace bench {

/// Somebody of the house who looks at pages all the time, one after the other, as HTML. Begins at
/// once and ends with it.
class official {
public:
    official(int port, std::string token, std::vector<std::string> pages);
    ~official();
    official(official const&) = delete;
    official& operator=(official const&) = delete;

    /// What the pages since the last call took.
    struct times {
        double p50_ms = 0;
        double p95_ms = 0;
        double most_ms = 0;
        std::size_t pages = 0;
        long long without = 0; ///< requests without a page
    };
    times so_far();

private:
    void look();

    int port_;
    std::string token_;
    std::vector<std::string> pages_;
    std::atomic<bool> goes_on_ = true;
    std::mutex door_;
    std::vector<double> ms_;
    long long without_ = 0;
    std::thread thread_;
};

} // namespace bench

#endif
