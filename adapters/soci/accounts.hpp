#ifndef JUECE_ADAPTERS_SOCI_ACCOUNTS_HPP
#define JUECE_ADAPTERS_SOCI_ACCOUNTS_HPP

#include "adapters/soci/database.hpp"
#include "engine/act.hpp"
#include "engine/confidentiality.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace adapters::soci {

/// A government that decides (决策机关).
struct organ {
    std::string code;
    std::string name;
    std::string level;  ///< "province", "city", "county", "township"
    std::string place;  ///< name of its rule pack
    std::string parent; ///< code of the organ above; empty: none is kept here
};

/// A department (部门).
struct unit {
    std::string code;
    std::string name;
    std::string organ; ///< code
};

struct person {
    engine::person_id id;
    std::string login;
    std::string name;
    bool may_sign_in = true;
};

/// What makes a person act in a role: for a unit, from a day, until a day (included).
struct appointment {
    long long id = 0;
    engine::person_id who;
    std::string role;
    std::string unit; ///< code
    engine::day from;
    std::optional<engine::day> until;
    engine::person_id in_place_of = {}; ///< set: a substitution (代理), and for whom
    std::string in_place_of_name = {};
    std::optional<engine::confidentiality> cleared_to = {}; ///< further than the role by itself
    bool holds_on(engine::day on) const { return from <= on && (!until || on <= *until); }
};

/// The actor that a person is under an appointment.
engine::actor acting(person const& who, appointment const& as);

// ---- passwords: slow on purpose (tens of milliseconds); never inside a transaction or on the
// thread that serves connections.

/// Argon2id with a fresh salt, in the encoded form "$argon2id$v=19$m=...".
std::string hash_password(std::string const& password);
/// False for everybody where `encoded` is empty: no password was set.
bool verify_password(std::string const& encoded, std::string const& password);
/// Shorter passwords are not taken (bytes), nor longer ones.
inline constexpr std::size_t shortest_password = 8;
inline constexpr std::size_t longest_password = 256;

// ---- sessions

/// How long a session lives: without a request, and in any case.
struct session_terms {
    std::chrono::minutes idle{60};
    std::chrono::minutes absolute{12 * 60};
};

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
    engine::instant created_at;
    engine::instant expires_at; ///< at the latest
};

struct signed_in {
    person who;
    appointment as; ///< the one chosen first; the others by use_appointment()
    new_session session;
};
/// The name or the password is wrong; which of them is not told.
struct wrong_credentials {};
/// Too many failures; no password is looked at before that moment.
struct locked_out {
    engine::instant until;
};
/// The person is known, but holds no appointment today or may not sign in.
struct no_appointment {
    person who;
};
using sign_in_answer = std::variant<signed_in, wrong_credentials, locked_out, no_appointment>;

/// A document that was uploaded, for note_documents().
struct noted_document {
    std::string hash;
    long long size = 0;
    std::string media_type;
    std::string name;
    engine::person_id by;
    engine::instant at;
};

/// Looks up organs, units, people and appointments, which house_register and the administration
/// case change; keeps passwords and sessions. From any thread; calls wait for each other, except
/// for the hashing of passwords.
class accounts {
public:
    explicit accounts(database& at, session_terms terms = {});
    ~accounts();

    /// Also ends every session of the person; false if there is no such person.
    bool set_password(engine::person_id who, std::string const& password);

    std::vector<organ> organs();
    std::vector<unit> units();
    std::optional<unit> find_unit(std::string const& code);
    std::vector<person> persons();
    std::optional<person> find_person(engine::person_id id);
    std::optional<person> find_person(std::string const& login);
    /// All appointments, or those that hold on a day.
    std::vector<appointment> appointments(std::optional<engine::day> on = {});
    std::vector<appointment> appointments_of(engine::person_id who,
                                             std::optional<engine::day> on = {});

    /// Checks name and password and starts a session under the first appointment that holds.
    /// After `free_failures` in a row each failure locks for twice as long as the one before.
    sign_in_answer sign_in(std::string const& login, std::string const& password,
                           engine::instant now);

    /// Starts a session without a password: for tests and for other ways to sign in.
    new_session start_session(engine::person_id who, long long appointment, engine::instant now);
    /// The session of a token, if it lives; notes that it was used.
    std::optional<live_session> find_session(std::string const& token, engine::instant now);
    /// Acts under another appointment from now on; false if it is not the person's or not held.
    bool use_appointment(std::string const& token, long long appointment, engine::instant now);
    void end_session(std::string const& token);
    void end_sessions_of(engine::person_id who);
    /// Forgets the sessions that are over; returns how many.
    long long clear_sessions(engine::instant now);

    /// Registers an uploaded document whose bytes are on disk already; again is no fault.
    void note_document(std::string const& hash, long long size, std::string const& media_type,
                       std::string const& name, engine::person_id by, engine::instant now);
    /// The same for many in one transaction.
    void note_documents(std::vector<noted_document> const& all);

    static constexpr long long free_failures = 5;
    static constexpr std::chrono::seconds first_lock{30};
    static constexpr std::chrono::seconds longest_lock{3'600};

private:
    struct attempt;
    template <class F>
    auto write(F&& step);
    template <class F>
    auto read(F&& step);
    std::optional<attempt> note_attempt(std::string const& login, engine::instant now);
    new_session begin_session(::soci::session& sql, engine::person_id who, long long appointment,
                              engine::instant now);

    database& at_;
    session_terms terms_;
    std::mutex door_;
    std::unique_ptr<::soci::session> sql_;
};

} // namespace adapters::soci

#endif
