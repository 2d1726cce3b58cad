#ifndef JUECE_ADAPTERS_SOCI_CATALOGUE_BOARD_HPP
#define JUECE_ADAPTERS_SOCI_CATALOGUE_BOARD_HPP

#include "adapters/soci/reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace adapters::soci {

/// A year's catalogue on record, and the office that keeps it.
struct kept_catalogue {
    engine::case_id id;
    int year = 0;
    std::string unit;
};

/// A decision as the page of a catalogue shows it.
struct decision_line {
    engine::case_id id;
    std::string number;
    std::string title;
    std::string unit;
    std::string phase;
    bool closed = false;
    bool operator==(decision_line const&) const = default;
};

/// Catalogues, and what decisions say of their entries. Borrows a reader, for as long as that
/// lives; what is above its clearance is not there. A `unit` stands for its organ.
class catalogue_board {
public:
    explicit catalogue_board(reader& from) : sql_(*from.sql_), seen_(from.seen_) {}

    /// Newest year first, then in the order of opening.
    std::vector<kept_catalogue> catalogues();
    std::optional<kept_catalogue> find(int year, std::string const& unit);
    /// The same of another family of which an organ has one case a year (JC-51).
    std::optional<kept_catalogue> find(std::string const& family, int year,
                                       std::string const& unit);
    /// The decisions of the organ whose start names an entry of that year by its name or number.
    std::vector<decision_line> naming(int year, long long number, std::string const& name,
                                      std::string const& unit);
    /// The decisions of the organ that were started in a year without naming an entry, and that no
    /// act of a catalogue links with one; `after`: cursor.
    page<decision_line> without_entry(int year, std::string const& unit,
                                      std::optional<long long> after, long long limit);
    std::optional<decision_line> decision(std::string const& number);

private:
    ::soci::session& sql_;
    visibility const& seen_;
};

} // namespace adapters::soci

#endif
