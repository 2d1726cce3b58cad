#include "tests/bench/official.hpp"

#include "tests/bench/numbers.hpp"
#include "tests/crash/http_client.hpp"

namespace bench {
namespace {

/// Between two looks, so that the looking itself is no load.
constexpr std::chrono::milliseconds pause{15};

} // namespace

official::official(int port, std::string token, std::vector<std::string> pages)
    : port_(port), token_(std::move(token)), pages_(std::move(pages)), thread_([this] { look(); })
{}

official::~official()
{
    goes_on_ = false;
    thread_.join();
}

official::times official::so_far()
{
    std::lock_guard const hold(door_);
    times found{.p50_ms = median(ms_),
                .p95_ms = percentile(ms_, 0.95),
                .most_ms = percentile(ms_, 1),
                .pages = ms_.size(),
                .without = without_};
    ms_.clear();
    without_ = 0;
    return found;
}

void official::look()
{
    tests::http_client wire(port_);
    tests::http_client::headers const with{{"Accept", "text/html"},
                                           {"Authorization", "Bearer " + token_}};
    for (std::size_t turn = 0; goes_on_; ++turn) {
        bool seen = false;
        auto const took = time_of([&] {
            auto const got = wire.ask("GET", pages_[turn % pages_.size()], with);
            seen = got && got->status == 200;
        });
        {
            std::lock_guard const hold(door_);
            ms_.push_back(1e3 * took);
            without_ += seen ? 0 : 1;
        }
        std::this_thread::sleep_for(pause);
    }
}

} // namespace bench
