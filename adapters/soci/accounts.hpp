#ifndef JUECE_ADAPTERS_SOCI_ACCOUNTS_HPP
#define JUECE_ADAPTERS_SOCI_ACCOUNTS_HPP

#include "adapters/soci/database.hpp"
#include "engine/act.hpp"
#include "engine/confidentiality.hpp"
#include "workflows/administration/register.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace adapters::soci {

class shared_session;
class unknown_logins;

/// A government that decides (决策机关).
struct organ {
    std::string code;
    std::string name;
    std::string level;  ///< "province", "city", "county", "township"
    std::string place;  ///< name of its rule pack
    std::string parent; ///< code of the organ above; empty: none is kept here
    bool is_closed = false;
};

/// A department (部门).
struct unit {
    std::string code;
    std::string name;
    std::string organ; ///< code
    bool is_closed = false;
    /// What it was called, and from which day on no more; the oldest first.
    std::vector<workflows::administration::former_name> former_names = {};
    std::string const& name_on(engine::day on) const;
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
    std::string unit;       ///< code
    std::string organ = {}; ///< code, where the house has several; filled in when looked up
    engine::day from;
    std::optional<engine::day> until;
    engine::person_id in_place_of = {}; ///< set: a substitution (代理), and for whom
    std::string in_place_of_name = {};
    std::optional<engine::confidentiality> cleared_to = {}; ///< further than the role by itself
    /// Who left and handed the seat over, to this person or to whoever they stand in for. Filled in
    /// where appointments of a day are asked for.
    std::vector<engine::person_id> succeeds = {};
    bool holds_on(engine::day on) const { return from <= on && (!until || on <= *until); }
};

/// The actor that a person is under an appointment.
engine::actor acting(person const& who, appointment const& as);

// ---- passwords: slow on purpose (tens of milliseconds); never inside a transaction or on the
// thread that serves connections.

/// Argon2id with a fresh salt, in the encoded form "$argon2id$v=19$m=...". Throws
/// std::invalid_argument for an empty or overlong one; what else a new password has to be, see
/// password_policy.hpp.
std::string hash_password(std::string const& password);
/// False for everybody where `encoded` is empty: no password was set.
bool verify_password(std::string const& encoded, std::string const& password);

/// What a look at a password found.
struct password_check {
    std::optional<person> who; ///< nobody: no one has that login
    bool right = false;
    std::optional<engine::instant> locked_until; ///< then it was not looked at
};

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
/// case change; keeps passwords and their lock. From any thread; calls wait for each other, except
/// for the hashing of passwords.
class accounts {
public:
    explicit accounts(database& at);
    ~accounts();

    /// Also ends every session of the person and every lock; false if there is no such person.
    bool set_password(engine::person_id who, std::string const& password);
    bool has_password(std::string const& login);
    /// The login of everybody who has none, in order.
    std::set<std::string> logins_without_password();
    /// True if this is the password that the last reset took away.
    bool was_taken_away(engine::person_id who, std::string const& password);

    /// As the register has them: in the order in which they were added to it.
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
    /// Who sits, sat or is to sit in the place of a person.
    std::vector<appointment> substitutions_for(engine::person_id who);

    /// Looks at a password. A wrong one counts as a failure; a right one leaves the failures before
    /// it as they are, until forget_failures(): more may be asked than a password. A name that
    /// nobody has is locked like one that somebody has.
    password_check check_password(std::string const& login, std::string const& password,
                                  engine::instant now);
    /// Counts an attempt at a code as a failure in advance, so that many at once count as many;
    /// when the person is locked, until when. After `free_failures` in a row each failure locks for
    /// twice as long as the one before.
    std::optional<engine::instant> count_attempt(engine::person_id who, engine::instant now);
    void forget_failures(engine::person_id who);

    /// Registers an uploaded document whose bytes are on disk already; again is no fault.
    void note_document(std::string const& hash, long long size, std::string const& media_type,
                       std::string const& name, engine::person_id by, engine::instant now);
    /// The same for many in one transaction.
    void note_documents(std::vector<noted_document> const& all);

    static constexpr long long free_failures = 5;
    static constexpr std::chrono::seconds first_lock{30};
    static constexpr std::chrono::seconds longest_lock{3'600};

private:
    std::unique_ptr<shared_session> sql_;
    std::unique_ptr<unknown_logins> unknown_;
};

} // namespace adapters::soci

#endif
