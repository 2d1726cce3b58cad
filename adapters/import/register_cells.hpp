#ifndef JUECE_ADAPTERS_IMPORT_REGISTER_CELLS_HPP
#define JUECE_ADAPTERS_IMPORT_REGISTER_CELLS_HPP

#include "engine/day.hpp"
#include "engine/text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

// What people write into the cells of a register: days and amounts in their forms.

namespace adapters::import {

/// An amount as a register has it.
struct written_amount {
    enum class sort { known, none, unknown };
    sort is = sort::unknown;
    long long fen = 0;        ///< of a known one
    bool approximate = false; ///< 约, 余, 多
};

/// "约1.2亿元", "3,000万元", "500000", "无", "待定" or nothing; `unit` is that of the heading
/// (万元), for numbers without one. Says what is wrong with anything else: 0 is no amount (JC-40),
/// and a foreign currency is to be converted first.
std::variant<written_amount, engine::text> read_amount(std::string_view cell,
                                                       std::string_view unit);

/// "2021-03-05", "2021/3/5", "2021.3.5", "2021年3月5日", "20210305", with or without a time of day.
/// Nothing for what is no whole day.
std::optional<engine::day> read_day(std::string_view cell);

} // namespace adapters::import

#endif
