#ifndef JUECE_ADAPTERS_DRAFTS_COMMON_SEQUENCE_HPP
#define JUECE_ADAPTERS_DRAFTS_COMMON_SEQUENCE_HPP

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace adapters::drafts {

/// Where two sequences have the same element: places in both, rising in both.
using matches = std::vector<std::pair<std::size_t, std::size_t>>;

/// A longest common subsequence by Myers' greedy algorithm (E. Myers, An O(ND) Difference
/// Algorithm, 1986). Takes time and memory of the square of the edits; beyond `most_edits` only
/// what both begin and end with is matched.
matches common_sequence(std::u32string_view a, std::u32string_view b, std::size_t most_edits);

} // namespace adapters::drafts

#endif
