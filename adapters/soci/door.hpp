#ifndef JUECE_ADAPTERS_SOCI_DOOR_HPP
#define JUECE_ADAPTERS_SOCI_DOOR_HPP

#include "adapters/soci/audit_log.hpp"
#include "adapters/soci/password_policy.hpp"
#include "adapters/soci/second_factors.hpp"
#include "adapters/soci/sessions.hpp"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace soci {
class session;
}

namespace adapters::soci {

class shared_session;

/// Somebody before the door: from where, and when.
struct caller {
    std::string address;
    std::string agent;
    engine::instant now;
};

struct signed_in {
    person who;
    appointment as; ///< the one chosen first; the others by sessions::use_appointment()
    new_session session;
};
/// The password was right; a code of the second factor is awaited under this token.
struct code_needed {
    person who;
    std::string step;
};
/// The name, the password or the code is wrong; of name and password it is not told which.
struct wrong_credentials {};
/// Too many failures; nothing is looked at before that moment.
struct locked_out {
    engine::instant until;
};
/// The person is known, but holds no appointment today.
struct no_appointment {
    person who;
};
/// The person is known, but may not sign in.
struct barred {
    person who;
};
/// The token of a step or a link is unknown, used up or too old.
struct expired {};
/// A new password that may not be used, and all that speaks against it.
struct weak_password {
    std::vector<engine::text> grounds;
};
using sign_in_answer = std::variant<signed_in, code_needed, wrong_credentials, locked_out,
                                    no_appointment, barred, expired, weak_password>;

struct changed {
    std::optional<new_session> session; ///< in place of all that the person had
};
using own_change = std::variant<changed, wrong_credentials, locked_out, weak_password>;

/// The one door through which everybody comes in, whichever way. Every answer is in the audit log
/// before it is given. Blocks, and takes tens of milliseconds for a password: never on the event
/// loop.
class door {
public:
    /// Accounts, second factors, sessions and the log outlive the door.
    door(database& at, accounts& people, second_factors& factors, sessions& kept, audit_log& log);
    ~door();

    sign_in_answer by_password(std::string const& login, std::string const& password,
                               caller const& from);
    /// The second step: a code of the authenticator or a recovery code. Failures count and lock as
    /// those of passwords do.
    sign_in_answer by_code(std::string const& step, std::string const& code, caller const& from);
    /// A one-time link, which also sets the password. Looks at the password before the link is
    /// used.
    sign_in_answer by_link(std::string const& link, std::string const& new_password,
                           caller const& from);
    /// Somebody whom a provider of identities or a gateway vouches for, by sign-in name; `way` is
    /// "openid" or "gateway". A second factor is then its affair.
    sign_in_answer vouched_for(std::string const& login, std::string const& way,
                               caller const& from);

    /// That a provider or gateway vouched for nobody, and why.
    void note_not_vouched_for(std::string const& way, std::string const& reason,
                              caller const& from);

    /// The person of a link that can still be used.
    std::optional<person> owner_of_link(std::string const& link, engine::instant now);
    /// A link for a person, in place of an older one; good for so long. Gives its token.
    std::string make_link(engine::person_id who, engine::instant now, std::chrono::hours good_for);
    /// The same for somebody who has no password; nothing for one who has: whoever handed out that
    /// link could come in with it (JC-22).
    std::optional<std::string> make_first_link(engine::person_id who, engine::instant now,
                                               std::chrono::hours good_for);

    /// A person's own new password: asks for the old one, ends all sessions of the person and gives
    /// a fresh one.
    own_change change_password(live_session const& of, std::string const& old_password,
                               std::string const& new_password, caller const& from);
    /// Asks for the password, then turns the person's own second factor off.
    own_change turn_second_factor_off(live_session const& of, std::string const& password,
                                      caller const& from);

    /// How long a code may be awaited.
    static constexpr std::chrono::minutes step_lives{5};

private:
    template <class Answer>
    Answer refuse(audit_entry about, std::string reason, Answer answer);
    template <class Answer>
    std::optional<Answer> check_own_password(audit_entry const& about, std::string const& login,
                                             std::string const& password, engine::instant now);
    sign_in_answer let_in(person const& who, audit_entry about, caller const& from);
    sign_in_answer let_in_or_ask_for_code(person const& who, audit_entry about, caller const& from);

    struct kept_tokens;
    static kept_tokens const steps;
    static kept_tokens const links;
    std::string issue(kept_tokens const& in, engine::person_id who, engine::instant now,
                      std::chrono::minutes good_for);
    static void keep(::soci::session& sql, kept_tokens const& in, std::string const& token,
                     engine::person_id who, engine::instant now, std::chrono::minutes good_for);
    static void replace_link(::soci::session& sql, std::string const& token, engine::person_id who,
                             engine::instant now, std::chrono::hours good_for);
    std::optional<person> owner(kept_tokens const& in, std::string const& token,
                                engine::instant now);
    bool use_up(kept_tokens const& in, std::string const& token);

    accounts& people_;
    second_factors& factors_;
    sessions& sessions_;
    audit_log& log_;
    std::unique_ptr<shared_session> sql_;
};

} // namespace adapters::soci

#endif
