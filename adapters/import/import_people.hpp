#ifndef JUECE_ADAPTERS_IMPORT_IMPORT_PEOPLE_HPP
#define JUECE_ADAPTERS_IMPORT_IMPORT_PEOPLE_HPP

#include "adapters/csv/csv.hpp"
#include "adapters/soci/house_register.hpp"
#include "engine/desk.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::import {

/// A person who was not known before, with the password that was given.
struct new_person {
    std::string login;
    std::string password;
    std::string name;
    std::string role; ///< of the first appointment
    std::string unit_name;
};

/// What an import of people added; nothing when there are faults.
struct imported_people {
    std::size_t organs = 0;
    std::size_t units = 0;
    std::size_t appointments = 0;
    std::vector<new_person> persons;
    std::vector<csv::fault> faults;
};

/// Adds organs, units, persons and appointments. One row is one appointment, with the columns
/// organ, organ_name, level, place, unit, unit_name, login, name, role, from, until; organ_name,
/// level and place may be empty for an organ that is known, `until` for an appointment without an
/// end. What is known already must agree and is left as it is. Everything is checked before
/// anything is written; then each entry is written by itself, and the same file may be read again.
/// `make_password` is asked once for each new person.
imported_people import_people(std::string_view csv, soci::accounts& known,
                              soci::house_register& into, engine::law_in_force const& law,
                              engine::instant now, bool dry_run,
                              std::function<std::string()> const& make_password);

} // namespace adapters::import

#endif
