#ifndef JUECE_WEB_COMMANDS_RECORD_OPTIONS_HPP
#define JUECE_WEB_COMMANDS_RECORD_OPTIONS_HPP

#include "adapters/soci/place.hpp"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace web::commands {

/// What is wrong with a text that should be the URL of a database; empty: nothing.
std::string fault_of_url(std::string const& text);

/// Where a command finds an installation: --data and --database. Commands have these among their
/// own options.
struct record_options {
    std::filesystem::path dir;
    std::string database; ///< empty: the file in `dir`

    void add_to(CLI::App& command, char const* about = "Data directory");
    adapters::soci::place where() const { return {dir, database}; }
};

} // namespace web::commands

#endif
