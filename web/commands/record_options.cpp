#include "web/commands/record_options.hpp"

#include <CLI/CLI.hpp>

namespace web::commands {

std::string fault_of_url(std::string const& text)
{
    return adapters::soci::is_postgresql_url(text)
               ? std::string()
               : std::string("begins neither with postgresql:// nor with postgres://");
}

void record_options::add_to(CLI::App& command, char const* about)
{
    command.add_option("--data", dir, about)->required()->type_name("DIR");
    command
        .add_option("--database", database,
                    "Database of a PostgreSQL server that keeps the record, postgresql://...; "
                    "without it DIR/juece.sqlite does. Passwords belong in PGPASSFILE")
        ->envname("JUECE_DATABASE")
        ->type_name("URL")
        ->check(fault_of_url);
}

} // namespace web::commands
