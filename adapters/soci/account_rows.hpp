#ifndef JUECE_ADAPTERS_SOCI_ACCOUNT_ROWS_HPP
#define JUECE_ADAPTERS_SOCI_ACCOUNT_ROWS_HPP

#include "engine/act.hpp"
#include "workflows/administration/register.hpp"

namespace soci {
class session;
}

namespace adapters::soci {

/// Writes the account tables as the acts of the administration case leave them: organs, units,
/// people without their passwords, appointments and substitutions, and the settings in force.
class account_rows {
public:
    explicit account_rows(::soci::session& sql) : sql_(sql) {}

    /// After an act of the administration case was appended, in the same transaction.
    void follow(engine::act const& what);
    /// All rows anew, keeping the passwords of the people who stay.
    void rewrite(engine::case_id administration);

private:
    using register_of_house = workflows::administration::register_of_house;
    void write_changes(register_of_house const& before, register_of_house const& after);
    void write_organs(register_of_house const& before, register_of_house const& after);
    void write_units(register_of_house const& before, register_of_house const& after);
    void write_people(register_of_house const& before, register_of_house const& after,
                      std::string const& created_at);
    void write_numbering(engine::act const& what);
    void write_appointments(register_of_house const& before, register_of_house const& after);

    ::soci::session& sql_;
    register_of_house kept_;
    long long seq_ = 0; ///< of the last act that `kept_` follows
    std::string at_;    ///< when that was
};

/// The register that the acts of a case leave.
workflows::administration::register_of_house register_after(std::vector<engine::act> const& acts);

/// The account tables as they are.
workflows::administration::register_of_house register_in_tables(::soci::session& sql);

/// The names of an organ or unit before the present one, as its row keeps them.
std::vector<workflows::administration::former_name> former_names_in(std::string const& text);

/// What came into force last, of each setting that is on record.
std::map<workflows::administration::settings::setting,
         std::vector<workflows::administration::settings::part>>
settings_on_record(::soci::session& sql);

} // namespace adapters::soci

#endif
