#ifndef JUECE_ADAPTERS_SOCI_SESSIONS_HPP
#define JUECE_ADAPTERS_SOCI_SESSIONS_HPP

#include "adapters/soci/accounts.hpp"
#include "adapters/soci/database.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace adapters::soci {

class shared_session;

/// How long a session lives: without a request, and in any case.
struct session_terms {
    std::chrono::minutes idle{60};
    std::chrono::minutes absolute{12 * 60};
};

/// How and from where somebody came in.
struct session_origin {
    std::string way;     ///< "password", "code", "recovery_code", "link", "openid", "gateway"
    std::string address; ///< of the other side
    std::string agent;   ///< what the browser calls itself, cut to longest_agent bytes
};
inline constexpr std::size_t longest_agent = 300;

/// What a browser gets once; only a hash of the token is kept.
struct new_session {
    std::string token; ///< 32 random bytes, base64url
    std::string csrf;  ///< goes into every form
};

/// A session that is alive.
struct live_session {
    person who;
    appointment as;
    std::string csrf;
    std::string way;
    engine::instant created_at;
    engine::instant expires_at; ///< at the latest
};

/// A session as its owner sees it in a list.
struct listed_session {
    std::string id; ///< hash of the token: names the session and opens nothing
    session_origin from;
    engine::instant created_at;
    engine::instant seen_at; ///< to the minute
};

/// The id of the session of a token.
std::string session_id(std::string const& token);

/// The days by which the clock of the house stands ahead of that of the machine.
using days_ahead = std::function<std::chrono::days()>;

/// The sessions of the signed-in. From any thread.
class sessions {
public:
    /// Where the clock of the house is set forward while people work, sessions are reckoned by that
    /// of the machine, so that nobody's ends by it; callers go on speaking of the clock of the
    /// house.
    explicit sessions(database& at, session_terms terms = {}, days_ahead ahead = {});
    ~sessions();

    new_session start(engine::person_id who, long long appointment, engine::instant now,
                      session_origin const& from = {});
    /// The session of a token, if it lives; notes that it was used.
    std::optional<live_session> find(std::string const& token, engine::instant now);
    /// Acts under another appointment from now on; false if it is not the person's or not held.
    bool use_appointment(std::string const& token, long long appointment, engine::instant now);
    void end(std::string const& token);

    /// Those that live, the one used last first.
    std::vector<listed_session> list(engine::person_id who, engine::instant now);
    /// Ends one session of a person; false if the person has none of this id.
    bool end_one(engine::person_id who, std::string const& id);
    /// Ends all of a person but that of the token; how many.
    long long end_others(engine::person_id who, std::string const& token);

    /// Forgets the sessions that are over; returns how many.
    long long clear(engine::instant now);

private:
    void note_use(std::string const& token_hash, engine::instant now);
    engine::instant on_machine(engine::instant now) const;
    engine::instant in_house(std::string const& kept) const;

    std::unique_ptr<shared_session> sql_;
    session_terms terms_;
    days_ahead ahead_;
};

} // namespace adapters::soci

#endif
