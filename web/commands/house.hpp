#ifndef JUECE_WEB_COMMANDS_HOUSE_HPP
#define JUECE_WEB_COMMANDS_HOUSE_HPP

#include "adapters/calendar/load_calendar.hpp"
#include "adapters/law_text/requirements.hpp"
#include "adapters/rights/load_rights.hpp"
#include "adapters/rules/load_rules.hpp"
#include "engine/desk.hpp"

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace web::commands {

/// How the program ends.
inline constexpr int done_well = 0;
inline constexpr int found_wrong = 1; ///< the command ran and found something wrong
inline constexpr int wrong_usage = 2;
inline constexpr int cannot_work = 3; ///< configuration, data directory or machine

/// What the program cannot work with; each line is shown to whoever started it.
struct cannot : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The law and the calendar: built in, and what DIR/config adds.
struct house_of_law {
    engine::procedure_shapes shapes;
    engine::rule_book book;
    engine::working_days days;
    adapters::law_text::requirements requirements;
    engine::rights entitled;

    engine::law_in_force law() const { return {shapes, book, days, entitled}; }
};

/// Reads it all; throws `cannot` with every fault that the files have.
std::unique_ptr<house_of_law> load_law(std::filesystem::path const& dir);

/// The moment now, in whole milliseconds.
engine::instant now();

/// The name of whoever runs the command, as the machine knows them.
std::string user_of_machine();

/// The first line of a file that nobody but its owner may read; throws `cannot` for any other.
std::string read_secret_file(std::filesystem::path const& file);

/// Reads one line of standard input without showing it on a terminal.
std::string read_secret(std::string const& prompt);

} // namespace web::commands

#endif
