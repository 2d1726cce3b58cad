#ifndef JUECE_ADAPTERS_SOCI_OWN_NOTICES_HPP
#define JUECE_ADAPTERS_SOCI_OWN_NOTICES_HPP

#include "adapters/soci/reader.hpp"

#include <memory>
#include <optional>
#include <string>

namespace adapters::soci {

class shared_session;

/// That a task came to somebody's seat. Title and number are the reader's: it knows who may see
/// them.
struct own_notice {
    long long id = 0;
    engine::case_id on;
    long long seq = 0; ///< of the act that brought the task
    std::string chapter;
    std::string kind;
    std::optional<engine::day> due;
    engine::instant at;
    bool is_unread = false;       ///< and has not served: neither over nor done by whoever was told
    bool is_over = false;         ///< the task that it is of waits no more
    bool was_done = false;        ///< by whomever; what is over without it fell away
    bool is_of_the_house = false; ///< of its own administration, of which nothing else is seen
};

/// Where a person wants to be written to.
struct mail_wish {
    std::string address;
    bool wanted = false;
    bool operator==(mail_wish const&) const = default;
};

/// What one person is told, and how: notices, mail, the key of the calendar. A notice of a case
/// above the clearance is not there; how many are unread the reader says. From any thread; calls
/// wait for each other.
class own_notices {
public:
    explicit own_notices(database& at);
    ~own_notices();

    /// Those of whoever looks, newest first; `before`: only ids below this cursor.
    page<own_notice> list(engine::clearance const& seeing, std::optional<long long> before,
                          long long limit);
    /// Up to a notice; what came after the page was shown stays unread, and so does what it did
    /// not show.
    void read_all(engine::clearance const& seeing, long long up_to, engine::instant now);

    mail_wish mail_of(engine::person_id whose);
    void set_mail(engine::person_id whose, mail_wish const& what);

    /// A new key of the calendar in place of the old; it is kept as a hash and never told again.
    std::string renew_calendar_key(engine::person_id whose, engine::instant now);
    void drop_calendar_key(engine::person_id whose);
    std::optional<engine::instant> calendar_key_since(engine::person_id whose);
    std::optional<engine::person_id> owner_of_calendar(std::string const& key);

private:
    std::unique_ptr<shared_session> sql_;
};

} // namespace adapters::soci

#endif
