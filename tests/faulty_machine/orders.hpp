#ifndef JUECE_TESTS_FAULTY_MACHINE_ORDERS_HPP
#define JUECE_TESTS_FAULTY_MACHINE_ORDERS_HPP

#include <atomic>

namespace tests {

/// What is wrong with the machine that a server runs on. The test and the server have it in memory
/// together, from the file that JUECE_FAULTY_MACHINE names; all zero: nothing is wrong. Faults of
/// the disk hit regular files in the directory that JUECE_FAULTY_DISK names, and no others.
struct faulty_orders {
    std::atomic<int> disk_full;         ///< 1: what is written finds no room (ENOSPC)
    std::atomic<int> disk_read_only;    ///< 1: nothing may be written, made or renamed (EROFS)
    std::atomic<int> sync_fails;        ///< 1: what was written does not reach the disk (EIO)
    std::atomic<int> sync_milliseconds; ///< how much longer it takes to reach the disk
    std::atomic<long> clock_seconds;    ///< how far the clock is ahead of the right one
};
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<long>::is_always_lock_free);

} // namespace tests

#endif
