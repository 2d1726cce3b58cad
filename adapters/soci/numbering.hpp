#ifndef JUECE_ADAPTERS_SOCI_NUMBERING_HPP
#define JUECE_ADAPTERS_SOCI_NUMBERING_HPP

#include "adapters/soci/database.hpp"
#include "engine/act.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::soci {

class shared_session;

/// From a day on, acts of this kind entered by a unit issue papers numbered under a mark
/// (机关代字): 高司审〔2026〕3号. The mark belongs to the unit's organ; units of an organ that use
/// the same mark share the series. An empty mark ends the numbering.
struct numbering_rule {
    std::string unit;
    std::string kind; ///< "legality_review.concluded"
    engine::day from;
    std::string mark;
    bool operator==(numbering_rule const&) const = default;
};

/// "高司审〔2026〕3号".
std::string document_number(std::string const& mark, int year, long long number);

/// The number of a file in the archive (档号), DA/T 22: "0058-WS·2026-Y-0003". `retention`: the
/// code of how long it is kept; empty where that is not part of it.
std::string file_number(std::string const& mark, int year, std::string_view retention,
                        long long number);

/// The rules by which papers are numbered. A rule counts for acts entered after it was set; what is
/// numbered stays so. An act that brings the number of its paper itself ("document_number") is
/// given none beside it: the rule says what its form proposes.
class numbering {
public:
    explicit numbering(database& at);
    ~numbering();

    /// The numbers of the papers that acts of a case issued, by seq.
    std::map<long long, std::string> numbers_of(engine::case_id id) const;

    /// In order of unit, kind and day.
    std::vector<numbering_rule> rules() const;

    /// The mark under which acts of a kind number the papers of a unit on a day; empty: they do
    /// not.
    std::string mark_of(std::string const& unit, std::string const& kind, engine::day on) const;

    /// What the next paper of a unit under that mark will be numbered in a year.
    long long next_number(std::string const& unit, std::string const& mark, int year) const;

    /// The same for what goes to the archive, after the greatest number that cases of the organ
    /// have as it was typed or corrected last: a file number is given to one case (JC-25).
    /// `retention`: what the number says of how long it is kept.
    long long next_of_files(std::string const& unit, std::string const& mark, int year,
                            std::string_view retention) const;

    /// What follows the greatest number that acts brought themselves under a mark in a year, on
    /// whichever case: a number is given to one paper (JC-25).
    long long next_written(std::string const& mark, int year) const;

    /// Whether a case other than this one has a number, as the desk asks when it judges an act.
    bool is_given(engine::case_id on, std::string const& number) const;

private:
    std::unique_ptr<shared_session> sql_;
};

} // namespace adapters::soci

#endif
