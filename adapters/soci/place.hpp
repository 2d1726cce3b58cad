#ifndef JUECE_ADAPTERS_SOCI_PLACE_HPP
#define JUECE_ADAPTERS_SOCI_PLACE_HPP

#include <chrono>
#include <filesystem>
#include <string>

namespace adapters::soci {

/// How long somebody waits for the database.
struct waits {
    /// For other writers; whoever waits longer is told that the record is busy.
    std::chrono::milliseconds lock{10'000};
    // The others are of PostgreSQL alone; 0: as long as it takes.
    /// For one statement.
    std::chrono::milliseconds statement{0};
    /// For the next statement of a transaction: whoever fell silent holds nobody up for longer.
    std::chrono::milliseconds next_statement{0};
    // Never 0, and the URL may say something else:
    /// For a connection.
    std::chrono::seconds connection{10};
    /// For a sign of life from the machine at the other end.
    std::chrono::seconds silence{20};
};

/// Where an installation is kept: its directory, and its record, which is a file in there
/// (juece.sqlite) or, if there is a URL, a database of a PostgreSQL server.
struct place {
    place(std::filesystem::path at, std::string database = {}, waits patience_of = {})
        : dir(std::move(at)), url(std::move(database)), patience(patience_of)
    {}

    std::filesystem::path dir; ///< documents, keys and configuration, whatever keeps the record
    std::string url;           ///< "postgresql://juece@/juece"; empty: SQLite
    waits patience;

    bool is_file() const { return url.empty(); }
    std::filesystem::path file() const { return dir / "juece.sqlite"; }
    /// The name of a file that was copied into another database: it must not be begun anew.
    std::filesystem::path moved_file() const { return dir / "juece.sqlite.moved"; }
    /// For messages: the file, or the URL without a password.
    std::string name() const;
};

/// Whether a text is the URL of a PostgreSQL database.
bool is_postgresql_url(std::string const& text);

} // namespace adapters::soci

#endif
