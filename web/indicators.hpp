#ifndef JUECE_WEB_INDICATORS_HPP
#define JUECE_WEB_INDICATORS_HPP

#include "web/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace web {

/// An entry of config/indicators.csv: what a figure counts.
struct indicator {
    std::string code;
    std::string chinese;
    std::string english;
    std::string unit;
};

/// The dictionary of figures.
class indicators {
public:
    indicators();
    std::vector<indicator> const& all() const { return all_; }
    indicator const* find(std::string_view code) const;
    /// The name in a language; the code itself when it is not in the dictionary.
    std::string name(std::string_view code, language const& words) const;
    std::string unit(std::string_view code) const;
    /// True for money: its values are kept in fen.
    bool is_money(std::string_view code) const;
    /// A value in the unit of its indicator: fen as 亿元 or 万元 with two decimals at most.
    std::string shown(std::string_view code, long long value) const;

private:
    std::vector<indicator> all_;
};

} // namespace web

#endif
