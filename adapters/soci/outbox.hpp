#ifndef JUECE_ADAPTERS_SOCI_OUTBOX_HPP
#define JUECE_ADAPTERS_SOCI_OUTBOX_HPP

#include "adapters/notices/cloud_event.hpp"
#include "adapters/notices/letter.hpp"
#include "adapters/soci/reader.hpp"
#include "engine/rights.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace adapters::soci {

class shared_session;

/// The ways out of the house that are open.
struct ways_out {
    bool mail = false;
    bool webhook = false;
};

/// A letter that is due, and to whom. Without an address its person wants no mail any more.
struct due_letter {
    long long id = 0;
    long long failures = 0;
    std::string address;
    notices::waiting_task about;
};

/// An event that is due.
struct due_event {
    long long id = 0;
    long long failures = 0;
    notices::entered_act about;
};

/// What was given up, until somebody looks at it. It names no case: who keeps the machine running
/// need not know of it.
struct dead_letter {
    long long id = 0;
    std::string way;  ///< "mail" or "webhook"
    std::string name; ///< of the person a letter goes to
    long long failures = 0;
    std::string fault; ///< the last one
    engine::instant created_at;
    engine::instant failed_at;
};

struct outbox_counts {
    long long waiting = 0;
    long long dead = 0;
};

/// For how many days what is over is kept.
struct kept_days {
    long long deliveries = 30; ///< after they were sent or dropped; announcements as long
    long long read_notices = 90;
    long long everything = 400; ///< none of it longer than this; unread notices so long
};

/// What one sweep took away.
struct swept {
    long long rows = 0;
    bool is_done = true; ///< nothing more is over
};

/// What acts have announced, in the transaction that entered them (table outbox), and what becomes
/// of it: notices for people and deliveries that leave the house. An act that did not commit left
/// no announcement. Processes that work on one record share the work: each takes what is free.
/// From any thread; calls wait for each other.
class outbox {
public:
    /// `entitled` outlives it: nobody is told of a case that is none of their business.
    explicit outbox(database& at, engine::rights const& entitled = engine::rights::unrestricted());
    ~outbox();

    /// Takes in what was announced, at most so many, in one transaction: whoever holds the seat of
    /// a task that the act brought, or to which the act itself tells something, gets a notice,
    /// except the one who acted and the head who leaves the task to the clerks (left_tasks). Mail
    /// and events only for acts that were entered by hand. How many it took.
    long long take_in(engine::instant now, ways_out open, long long most);

    std::vector<due_letter> due_letters(engine::instant now, long long most);
    std::vector<due_event> due_events(engine::instant now, long long most);

    /// Whoever sends one takes it first: true for one of all who ask, also in other processes. It
    /// is due again after `taken_for` if nothing was heard of it, since whoever had it may have
    /// died.
    bool take(long long id, engine::instant now);
    /// It was not tried after all.
    void give_back(long long id, engine::instant now);
    static constexpr std::chrono::minutes taken_for{10};

    void note_sent(long long id, engine::instant now);
    /// `again_at`: nothing gives it up.
    void note_failure(long long id, std::string const& fault,
                      std::optional<engine::instant> again_at, engine::instant now);
    /// Nobody wants it any more.
    void let_go(long long id, engine::instant now);

    /// Newest first; `before`: only ids below this cursor.
    page<dead_letter> dead_letters(std::optional<long long> before, long long limit);
    /// With all its tries anew. False if it is no dead letter.
    bool try_again(long long id, engine::instant now);
    /// False if it is no dead letter.
    bool drop(long long id, engine::instant now);

    outbox_counts counts();

    /// Takes away what is over and was kept long enough, at most so many rows of each table, in one
    /// transaction. What waits and dead letters stay until they are through or somebody closes
    /// them, and so do their notices.
    swept sweep(engine::instant now, kept_days const& keep, long long most);

private:
    bool end(long long id, std::string const& from, std::string const& to, engine::instant now);

    std::unique_ptr<shared_session> sql_;
    engine::rights const& entitled_;
};

} // namespace adapters::soci

#endif
