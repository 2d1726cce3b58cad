#ifndef JUECE_ADAPTERS_NOTICES_DELIVERY_HPP
#define JUECE_ADAPTERS_NOTICES_DELIVERY_HPP

#include "adapters/notices/mail.hpp"
#include "adapters/notices/schedule.hpp"
#include "adapters/notices/webhook.hpp"
#include "adapters/soci/outbox.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace adapters::notices {

struct delivery_terms {
    std::optional<smtp_settings> mail = {};       ///< nothing: no mail is sent
    std::optional<webhook_settings> webhook = {}; ///< nothing: no events are posted
    std::string house = {};                       ///< the address of this server
    wording words = {};
    waits again_after = usual_waits();
    soci::kept_days keep = {};                   ///< before what is over is swept away
    std::function<engine::instant()> clock = {}; ///< for the thread alone
};

/// What one step did.
struct delivered {
    long long taken_in = 0; ///< announcements of acts
    long long sent = 0;
    long long failed = 0;
    long long given_up = 0; ///< of those that failed
    long long swept = 0;    ///< rows that were kept long enough
};

/// Brings what acts have announced to people and programs. Something is marked as sent after it was
/// sent: a crash in between sends it twice, and loses nothing. One thread, so that the order is
/// that of the acts while nothing fails. Once an hour it takes away what is over, a little in each
/// step, so that acts never wait for it.
class delivery {
public:
    /// The outbox outlives it. Nothing runs before start().
    delivery(soci::outbox& from, delivery_terms terms);
    ~delivery();

    /// One step. A way out whose other side fails is left alone until the next step, so that it
    /// holds up no other.
    delivered deliver_once(engine::instant now, std::stop_token stop = {});

    void start();
    /// Ends what is being sent; it is sent again later.
    void stop();

    /// As the last step left it. From any thread.
    soci::outbox_counts counts() const { return {waiting_, dead_}; }

private:
    void run(std::stop_token stop);
    void count();
    long long sweep(engine::instant now);
    template <class Due, class Send>
    void send_all(std::vector<Due> const& due, engine::instant now, std::stop_token const& stop,
                  delivered& done, Send&& send);
    std::optional<std::string> send_letter(soci::due_letter const& what, engine::instant now,
                                           std::stop_token const& stop) const;
    std::optional<std::string> send_event(soci::due_event const& what, engine::instant now,
                                          std::stop_token const& stop) const;

    soci::outbox& from_;
    delivery_terms terms_;
    engine::instant next_sweep_ = engine::instant::min();
    std::atomic<long long> waiting_ = 0;
    std::atomic<long long> dead_ = 0;
    std::mutex door_;
    std::condition_variable_any woken_;
    std::jthread thread_;
};

} // namespace adapters::notices

#endif
