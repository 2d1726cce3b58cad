#ifndef JUECE_ADAPTERS_REPORT_INDICATORS_HPP
#define JUECE_ADAPTERS_REPORT_INDICATORS_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::report {

/// How an indicator follows from others: "growth of PETITION.count to 1 place".
struct formula {
    enum class sort {
        increase, ///< of `what` on the year before
        growth,   ///< the same in percent
        share,    ///< of `what` in `whole`, in percent
        mean      ///< of `what` per `whole`
    };
    sort is = sort::increase;
    std::string what;
    std::string whole;
    int places = 0;
};

/// An entry of config/indicators.csv: what a figure counts.
struct indicator {
    std::string code;
    std::string chinese;
    std::string english;
    std::string unit;
    std::string counting;           ///< the rule by which it is counted, in words
    std::string origin;             ///< "external", "derived", or what the record counts it from
    std::optional<formula> follows; ///< from others
    bool is_counted_in_fen = false; ///< the record keeps it in fen; `unit` says how it is shown

    bool is_external() const { return origin == "external"; }
};

/// The dictionary of figures.
class indicators {
public:
    /// The one that is built in; throws std::runtime_error for a file or formula that is no good.
    indicators();
    std::vector<indicator> const& all() const { return all_; }
    indicator const* find(std::string_view code) const;
    /// The name in "zh" or "en"; the code itself when it is not in the dictionary.
    std::string name(std::string_view code, std::string_view language) const;
    std::string unit(std::string_view code) const;
    /// Places behind the point of a comparison with the year before, in percent: those of its
    /// formula, at least one.
    int comparison_places(std::string_view code) const;

private:
    std::vector<indicator> all_; ///< as the file has them
    std::vector<std::size_t> by_code_;
};

/// Reads a counting rule that is a formula; nothing for any other.
std::optional<formula> read_formula(std::string_view counting);

} // namespace adapters::report

#endif
