#include "adapters/notices/delivery.hpp"

#include <csignal>
#include <spdlog/spdlog.h>

namespace adapters::notices {
namespace {

/// A step writes so much in one transaction, and the clerk waits no longer than that.
constexpr long long announcements_a_step = 50;
constexpr long long deliveries_a_step = 20;
constexpr long long rows_a_sweep = 100;
constexpr std::chrono::hours between_sweeps{1};
constexpr std::chrono::seconds when_idle{1};
/// Between two steps while more waits: acts come first.
constexpr std::chrono::milliseconds when_busy{250};
constexpr std::chrono::seconds when_broken{10};

char const* way_of(soci::due_letter const&)
{
    return "mail";
}

char const* way_of(soci::due_event const&)
{
    return "webhook";
}

} // namespace

delivery::delivery(soci::outbox& from, delivery_terms terms) : from_(from), terms_(std::move(terms))
{
    count();
}

delivery::~delivery()
{
    stop();
}

std::optional<std::string> delivery::send_letter(soci::due_letter const& what, engine::instant now,
                                                 std::stop_token const& stop) const
{
    auto written = letter_about(what.about, terms_.house, terms_.words);
    written.to = what.address;
    written.at = now;
    return send(*terms_.mail, written, stop);
}

std::optional<std::string> delivery::send_event(soci::due_event const& what, engine::instant now,
                                                std::stop_token const& stop) const
{
    return post(*terms_.webhook, id_of_delivery(what.about), cloud_event(what.about, terms_.house),
                now, stop);
}

template <class Due, class Send>
void delivery::send_all(std::vector<Due> const& due, engine::instant now,
                        std::stop_token const& stop, delivered& done, Send&& send)
{
    for (auto const& one : due) {
        if (stop.stop_requested())
            return;
        if (!from_.take(one.id, now))
            continue; // another process has it
        auto const fault = send(one);
        if (!fault) {
            from_.note_sent(one.id, now);
            ++done.sent;
            continue;
        }
        if (stop.stop_requested()) {
            from_.give_back(one.id, now); // broken off by us, which is no failure of theirs
            return;
        }
        ++done.failed;
        auto const failures = one.failures + 1;
        auto const wait = wait_after(terms_.again_after, failures);
        from_.note_failure(one.id, *fault, wait ? std::optional(now + *wait) : std::nullopt, now);
        if (!wait) {
            ++done.given_up;
            // The alarm: nobody is told of this any more unless somebody looks.
            spdlog::warn("dead letter {}: {} of case {} given up after {} failures: {}", one.id,
                         way_of(one), one.about.on.value, failures, *fault);
        }
        return;
    }
}

delivered delivery::deliver_once(engine::instant now, std::stop_token stop)
{
    delivered done;
    soci::ways_out const open{terms_.mail.has_value(), terms_.webhook.has_value()};
    done.taken_in = from_.take_in(now, open, announcements_a_step);
    if (open.mail) {
        auto letters = from_.due_letters(now, deliveries_a_step);
        std::erase_if(letters, [&](soci::due_letter const& one) {
            if (one.address.empty())
                from_.let_go(one.id, now);
            return one.address.empty();
        });
        send_all(letters, now, stop, done,
                 [&](soci::due_letter const& one) { return send_letter(one, now, stop); });
    }
    if (open.webhook)
        send_all(from_.due_events(now, deliveries_a_step), now, stop, done,
                 [&](soci::due_event const& one) { return send_event(one, now, stop); });
    done.swept = sweep(now);
    count();
    return done;
}

long long delivery::sweep(engine::instant now)
{
    if (now < next_sweep_)
        return 0;
    auto const step = from_.sweep(now, terms_.keep, rows_a_sweep);
    if (step.is_done)
        next_sweep_ = now + between_sweeps;
    return step.rows;
}

void delivery::count()
{
    auto const now = from_.counts();
    waiting_ = now.waiting;
    dead_ = now.dead;
}

void delivery::start()
{
    thread_ = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
}

void delivery::stop()
{
    if (!thread_.joinable())
        return;
    thread_.request_stop();
    thread_.join();
}

void delivery::run(std::stop_token stop)
{
    // A peer that hangs up in the middle of TLS is a failed delivery, not the end of the program.
    sigset_t pipes;
    sigemptyset(&pipes);
    sigaddset(&pipes, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipes, nullptr);
    while (!stop.stop_requested()) {
        std::chrono::milliseconds pause = when_idle;
        try {
            auto const done = deliver_once(terms_.clock(), stop);
            if (done.taken_in > 0 || done.sent > 0 || done.swept > 0)
                pause = when_busy;
        } catch (std::exception const& e) {
            spdlog::error("notices wait, the record cannot be used: {}", e.what());
            pause = when_broken;
        }
        std::unique_lock lock(door_);
        woken_.wait_for(lock, stop, pause, [&] { return stop.stop_requested(); });
    }
}

} // namespace adapters::notices
