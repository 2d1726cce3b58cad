#include "adapters/soci/audit_log.hpp"

#include "adapters/soci/audit_chain.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <soci/soci.h>
#include <spdlog/spdlog.h>

namespace adapters::soci {
namespace {

using steady = std::chrono::steady_clock;

/// How long to wait after the database refused, before it is tried again.
constexpr std::chrono::seconds breath{1};

/// Refusals that are alike become the first of them, with their number.
std::vector<audit_entry> taken_together(std::vector<audit_entry> const& all)
{
    std::map<decltype(all.front().sameness()), std::size_t> places;
    std::vector<audit_entry> fewer;
    for (auto const& one : all) {
        auto const [place, is_new] = places.try_emplace(one.sameness(), fewer.size());
        if (is_new || !one.refused())
            fewer.push_back(one);
        else
            fewer[place->second].times += one.times;
    }
    return fewer;
}

} // namespace

audit_log::audit_log(database& at, audit_terms terms) : at_(at), terms_(terms)
{
    thread_ = std::thread([this] { run(); });
}

audit_log::~audit_log()
{
    stop();
}

void audit_log::note(audit_entry what)
{
    {
        std::lock_guard hold(door_);
        if (queue_.size() >= terms_.longest_queue) {
            ++not_taken_;
            return;
        }
        queue_.push_back({std::move(what), steady::now() + terms_.gather});
    }
    arrived_.notify_one();
}

void audit_log::enter(audit_entry what)
{
    std::future<void> written;
    {
        std::lock_guard hold(door_);
        if (stopping_)
            throw storage_fault(storage_fault::sort::lost, "the audit log is closed");
        auto& mine = queue_.emplace_back(waiting{std::move(what), steady::now()});
        written = mine.told.emplace().get_future();
    }
    arrived_.notify_one();
    written.get();
}

void audit_log::stop()
{
    std::call_once(stopped_, [this] {
        {
            std::lock_guard hold(door_);
            stopping_ = true;
        }
        arrived_.notify_one();
        thread_.join();
    });
}

void audit_log::run()
{
    for (auto group = take_group(); !group.empty(); group = take_group())
        write(std::move(group));
}

/// Waits until something is due, then takes all there is; empty when it is time to end.
std::vector<audit_log::waiting> audit_log::take_group()
{
    std::unique_lock hold(door_);
    for (;;) {
        if (stopping_)
            break;
        auto const first = std::min_element(queue_.begin(), queue_.end(),
                                            [](auto& a, auto& b) { return a.due < b.due; });
        if (first == queue_.end())
            arrived_.wait(hold);
        else if (auto const due = first->due; due > steady::now())
            arrived_.wait_until(hold, due);
        else
            break;
    }
    std::vector<waiting> group(std::make_move_iterator(queue_.begin()),
                               std::make_move_iterator(queue_.end()));
    queue_.clear();
    if (not_taken_ > 0 && !group.empty()) {
        audit_entry lost{.at = group.back().what.at, .kind = "audit"};
        lost.what = "not_taken";
        lost.reason = "too_many";
        lost.times = std::exchange(not_taken_, 0);
        group.push_back({std::move(lost), steady::now()});
    }
    return group;
}

void audit_log::write(std::vector<waiting> group)
{
    std::vector<audit_entry> entries;
    entries.reserve(group.size());
    for (auto const& one : group)
        entries.push_back(one.what);
    try {
        faults_as_ours([&] {
            at_.revive(sql_, access::writing);
            work all(at_, *sql_, turn::audit);
            append_to_audit(*sql_, taken_together(entries));
            all.commit();
        });
    } catch (std::exception const& e) {
        sql_.reset();
        spdlog::error("the audit log cannot be written: {}", e.what());
        put_back(std::move(group), std::current_exception());
        return;
    }
    for (auto& one : group)
        if (one.told)
            one.told->set_value();
}

/// Who waits is told; what nobody waits for is tried again.
void audit_log::put_back(std::vector<waiting> group, std::exception_ptr const& why)
{
    std::lock_guard hold(door_);
    auto const again = steady::now() + breath;
    for (auto& one : group) {
        if (one.told)
            one.told->set_exception(why);
        else if (!stopping_ && queue_.size() < terms_.longest_queue)
            queue_.push_back({std::move(one.what), again});
        else
            not_taken_ += one.what.times;
    }
}

} // namespace adapters::soci
