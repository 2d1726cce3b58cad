#include "adapters/soci/unknown_logins.hpp"

#include "adapters/soci/accounts.hpp"
#include "engine/chain.hpp"

#include <algorithm>

namespace adapters::soci {

std::chrono::seconds lock_after(long long failures)
{
    if (failures < accounts::free_failures)
        return {};
    auto const doublings = std::min<long long>(failures - accounts::free_failures, 20);
    return std::min<std::chrono::seconds>(accounts::first_lock * (1LL << doublings),
                                          accounts::longest_lock);
}

std::optional<engine::instant> unknown_logins::locked_until(std::string const& login,
                                                            engine::instant now)
{
    std::lock_guard hold(door_);
    auto const found = by_hash_.find(engine::sha256(login));
    if (found == by_hash_.end() || found->second.locked_until <= now)
        return {};
    return found->second.locked_until;
}

std::optional<engine::instant> unknown_logins::count_failure(std::string const& login,
                                                             engine::instant now)
{
    std::lock_guard hold(door_);
    auto& one = of(login);
    if (one.locked_until > now)
        return one.locked_until;
    ++one.failures;
    if (auto const lock = lock_after(one.failures); lock.count() > 0)
        one.locked_until = now + lock;
    return {};
}

unknown_logins::failing& unknown_logins::of(std::string const& login)
{
    auto const hash = engine::sha256(login);
    auto const found = by_hash_.find(hash);
    if (found != by_hash_.end())
        return found->second;
    if (oldest_first_.size() >= most_) {
        by_hash_.erase(oldest_first_.front());
        oldest_first_.pop_front();
    }
    oldest_first_.push_back(hash);
    return by_hash_[hash];
}

} // namespace adapters::soci
