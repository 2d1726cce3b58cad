#ifndef JUECE_ADAPTERS_SOCI_HOUSE_REGISTER_HPP
#define JUECE_ADAPTERS_SOCI_HOUSE_REGISTER_HPP

#include "adapters/soci/accounts.hpp"
#include "adapters/soci/numbering.hpp"
#include "adapters/soci/storage_fault.hpp"
#include "engine/desk.hpp"
#include "workflows/administration/acts.hpp"

#include <boost/json/object.hpp>
#include <map>
#include <memory>
#include <string>

namespace adapters::soci {

/// What is in force of each setting, part by part.
using settings_in_force = std::map<workflows::administration::settings::setting,
                                   std::vector<workflows::administration::settings::part>>;

/// An act of the administration case that was not entered, and why; the words of what() are for the
/// log.
struct not_entered : storage_fault {
    explicit not_entered(engine::ruling ruling);
    engine::ruling why;
};

/// Changes organs, units, people and appointments from the machine itself: for the command line,
/// lists and sample data. Every change is an act on the administration case, judged by the desk, in
/// one transaction with the tables that follow from it.
class house_register {
public:
    /// `origin`: how the changes come into the record (engine/act.hpp).
    explicit house_register(database& at, std::string origin = engine::entered_here);
    ~house_register();

    /// Opens the administration case if there is none, and enters the accounts of a record from
    /// before there was one as its acts. The first change does so too. Throws storage_fault
    /// `broken` for accounts that cannot be entered.
    void take_over(engine::instant now);

    /// The ruling on an act of the administration case by the administrator in charge of it, at
    /// this machine.
    engine::ruling enter(std::string kind, boost::json::object body, engine::instant now);

    /// Enters what differs from what the record last said was in force (JC-23); how many settings
    /// that were. Of several processes that start at once, one enters it.
    std::size_t note_settings(settings_in_force const& here, engine::instant now);

    // What is refused, such as a code that is taken or a unit that is not there, is not_entered.
    void add_organ(organ const& what, engine::instant now);
    void add_unit(unit const& what, engine::instant now);
    /// Hashes the password first; without one the person comes in by a link, or vouched for. Throws
    /// std::invalid_argument for a password out of bounds.
    engine::person_id add_person(std::string const& login, std::string const& name,
                                 std::string const& password, engine::instant now);
    long long add_appointment(appointment const& what, engine::instant now); ///< `id` is given
    /// Ends an appointment with that day.
    void end_appointment(long long id, engine::day last, engine::instant now);
    void set_numbering(numbering_rule const& rule, engine::instant now);
    /// False if there is no such person.
    bool set_may_sign_in(engine::person_id who, bool may, engine::instant now);

private:
    struct law;
    engine::desk& desk();
    engine::submission submission_of(std::string kind, boost::json::object body,
                                     engine::instant now) const;
    template <class F>
    auto in_one_transaction(F&& steps);
    std::string login_of(engine::person_id who);
    void must(std::string kind, boost::json::object body, engine::instant now);

    database& at_;
    std::string origin_;
    std::unique_ptr<law> law_; ///< read when the first act is entered, as the desk is made
    std::unique_ptr<::soci::session> sql_;
    std::unique_ptr<engine::desk> desk_;
    engine::case_id administration_;
};

} // namespace adapters::soci

#endif
