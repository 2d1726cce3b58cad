#include "tests/bench/floors.hpp"

#include "tests/bench/act_store.hpp"
#include "tests/bench/numbers.hpp"

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <future>
#include <random>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace bench {
namespace {

constexpr long long cases_of_floor = 1'000;

std::string const& body_of_floor()
{
    static std::string const body =
        R"({"from":"张建华","way":"电话","words":"希望在东片区增加服务点，现在的服务点离得太远，)"
        R"(老人来回不方便；周末也请安排人员值班。"})";
    return body;
}

/// Numbers its acts so that no two floors of a database meet.
std::string fresh_prefix()
{
    static std::atomic<int> made = 0;
    return "floor-" + std::to_string(made++) + '-';
}

/// Enters groups into one connection until the time is over; how many acts that were.
long long enter_until(act_store& into, std::size_t group, unsigned seed,
                      std::chrono::steady_clock::time_point end)
{
    std::mt19937 chance(seed);
    auto const prefix = fresh_prefix();
    long long number = 0;
    while (std::chrono::steady_clock::now() < end) {
        std::vector<act_store::entry> acts;
        for (std::size_t i = 0; i < group; ++i)
            acts.push_back({static_cast<long long>(chance() % cases_of_floor + 1),
                            prefix + std::to_string(++number), body_of_floor()});
        into.enter(acts);
    }
    return number;
}

std::chrono::steady_clock::time_point after(double some_seconds)
{
    return std::chrono::steady_clock::now() +
           std::chrono::duration_cast<std::chrono::steady_clock::duration>(seconds(some_seconds));
}

/// A store with all cases, so that nobody opens one under the hands of another.
std::unique_ptr<act_store> store_of_floor(adapters::soci::place const& at)
{
    for (auto const* end : {"", "-wal", "-shm"})
        std::filesystem::remove((at.dir / "floor.sqlite").string() + end);
    auto made = open_store(at, "floor");
    auto const prefix = fresh_prefix();
    std::vector<act_store::entry> first;
    for (long long id = 1; id <= cases_of_floor; ++id)
        first.push_back({id, prefix + std::to_string(id), body_of_floor()});
    made->enter(first);
    return made;
}

} // namespace

double measure_floor(adapters::soci::place const& at, std::size_t group, double long_enough)
{
    auto const store = store_of_floor(at);
    long long acts = 0;
    auto const took = time_of([&] { acts = enter_until(*store, group, 1, after(long_enough)); });
    return static_cast<double>(acts) / took;
}

double measure_single_acts(adapters::soci::place const& at, int connections, double long_enough)
{
    std::vector<std::unique_ptr<act_store>> stores;
    stores.push_back(store_of_floor(at));
    while (stores.size() < static_cast<std::size_t>(connections))
        stores.push_back(open_store(at, "floor"));
    long long acts = 0;
    auto const took = time_of([&] {
        auto const end = after(long_enough);
        std::vector<std::future<long long>> hands;
        unsigned seed = 0;
        for (auto const& one : stores)
            hands.push_back(std::async(std::launch::async, [&store = *one, seed = ++seed, end] {
                return enter_until(store, 1, seed, end);
            }));
        for (auto& one : hands)
            acts += one.get();
    });
    return static_cast<double>(acts) / took;
}

sync_speed measure_sync(std::filesystem::path const& dir)
{
    auto const file = (dir / "sync").string();
    auto const to = ::open(file.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (to < 0)
        throw std::system_error(errno, std::generic_category(), file);
    std::string const block(4'096, 'x');
    std::vector<double> took;
    bool fine = true;
    for (int i = 0; i < 500; ++i)
        took.push_back(1e6 * time_of([&] {
                           fine = ::pwrite(to, block.data(), block.size(), i * 4'096) == 4'096 &&
                                  ::fdatasync(to) == 0 && fine;
                       }));
    ::close(to);
    std::filesystem::remove(file);
    if (!fine)
        throw std::runtime_error("the disk refuses " + file);
    return {median(took), percentile(took, 0.99)};
}

} // namespace bench
