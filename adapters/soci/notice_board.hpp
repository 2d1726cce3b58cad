#ifndef JUECE_ADAPTERS_SOCI_NOTICE_BOARD_HPP
#define JUECE_ADAPTERS_SOCI_NOTICE_BOARD_HPP

#include "adapters/soci/reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace adapters::soci {

/// An act that made something public.
struct notice_entry {
    engine::case_id on;
    long long seq = 0;
    std::string kind;
    engine::day from;
    engine::day until;
    engine::instant entered_at;
    bool operator==(notice_entry const&) const = default;
};

/// What a list of notices is narrowed by; an empty member narrows nothing.
struct notice_filter {
    std::string kind = {};
    std::string unit = {};                     ///< the sponsoring unit
    std::optional<int> year = {};              ///< of the first day
    std::optional<engine::day> until_day = {}; ///< that do not end before this day
    std::optional<engine::day> before = {};    ///< that end before this day
};

/// Where a list goes on: the notice after which the next page begins.
struct notice_cursor {
    engine::day from;
    engine::case_id on;
    long long seq = 0;
};

/// The notices of the record, newest first. Whether a matter may be shown at all is not known
/// here: the acts of the case say so. Borrows a reader, for as long as that lives.
class notice_board {
public:
    explicit notice_board(reader& from) : sql_(*from.sql_) {}

    std::vector<notice_entry> list(notice_filter const& only, std::optional<notice_cursor> after,
                                   long long limit);
    /// The years in which notices of a kind begin, newest first.
    std::vector<int> years(std::string const& kind);
    /// The sponsoring units that have notices of a kind.
    std::vector<std::string> units(std::string const& kind);

private:
    ::soci::session& sql_;
};

} // namespace adapters::soci

#endif
