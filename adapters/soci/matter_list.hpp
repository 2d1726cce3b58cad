#ifndef JUECE_ADAPTERS_SOCI_MATTER_LIST_HPP
#define JUECE_ADAPTERS_SOCI_MATTER_LIST_HPP

#include "adapters/soci/reader.hpp"
#include "workflows/legal_matter/registration.hpp"

#include <optional>
#include <string>
#include <vector>

namespace adapters::soci {

/// Whether a matter has an amount: "known", "none" or "unknown"; never told by a number.
std::string amount_state_of(workflows::legal_matter::registration::amount_basis basis);

/// A legal matter as its register shows it.
struct matter_entry {
    engine::case_id on;
    std::string number;
    std::string title;
    std::string unit;
    std::string kind; ///< "contract": a choice of legal_kind
    std::string phase;
    bool closed = false;
    engine::day received_on;
    std::string counterparty;
    std::string basis;               ///< a choice of amount_basis
    std::optional<long long> amount; ///< in fen; nothing where there is none or nobody knows
    std::string origin;              ///< of the request: "entered", "import" or "demo"
};

/// What the register is narrowed by; an empty member narrows nothing.
struct matter_filter {
    std::string words; ///< in the title, the number or the name of the other side
    std::string kind;
    std::string unit;
    std::string amount; ///< as amount_state_of() says
    std::optional<int> received_in;
    std::optional<bool> closed;
};

/// How often somebody advised in a year.
struct adviser_year {
    std::string adviser;
    long long cases = 0; ///< in how many
    long long times = 0;
};

/// Something an adviser did.
struct adviser_act {
    engine::case_id on;
    long long seq = 0;
    std::string number;
    std::string title;
    std::string family; ///< of the case's shape
    std::string part;   ///< "opinion", "appearance" or "told"
    engine::day counts_on;
};

/// The register of legal matters and what advisers did. Borrows a reader, for as long as that
/// lives, and sees what it sees.
class matter_list {
public:
    explicit matter_list(reader& from) : sql_(*from.sql_), seen_(from.seen_) {}

    /// Newest first; `before`: only ids below this cursor.
    page<matter_entry> list(matter_filter const& only, std::optional<long long> before,
                            long long limit);
    /// How SQLite would find a page of that list, step by step. For the test of the indexes.
    std::vector<std::string> plan_of_list(matter_filter const& only);
    /// How many there are; counts no further than `most`.
    long long count(matter_filter const& only, long long most);
    /// The years in which matters were received, newest first.
    std::vector<int> years();

    /// Everybody who advised in a year, by name; of one adviser where a name is given.
    std::vector<adviser_year> advisers(int year, std::string const& adviser = {});
    /// What an adviser did in a year, newest first; at most `limit`.
    std::vector<adviser_act> acts_of(std::string const& adviser, int year, long long limit);

private:
    ::soci::session& sql_;
    visibility const& seen_;
};

} // namespace adapters::soci

#endif
