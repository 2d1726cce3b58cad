#ifndef JUECE_ADAPTERS_DRAFTS_COMPARISON_HPP
#define JUECE_ADAPTERS_DRAFTS_COMPARISON_HPP

#include "adapters/drafts/draft_text.hpp"

#include <string>
#include <vector>

namespace adapters::drafts {

enum class change { same, added, removed, changed };

/// A run of characters within a paragraph: `same`, `added` or `removed`.
struct piece {
    change is = change::same;
    std::string words;
    bool operator==(piece const&) const = default;
};

/// A paragraph of either text, or one of each that tell the same thing in other words.
struct compared_paragraph {
    change is = change::same;
    std::size_t before = 0; ///< its number in the earlier text, from 1; 0: not there
    std::size_t after = 0;  ///< in the later one
    std::vector<piece> pieces;
};

/// Two texts paragraph by paragraph, in the order of reading.
struct comparison {
    std::vector<compared_paragraph> paragraphs;
    std::size_t added = 0, removed = 0, changed = 0; ///< numbers of paragraphs

    bool nothing_changed() const { return added + removed + changed == 0; }
};

/// Aligns the paragraphs (Myers 1986), pairs those that were rewritten by how many pairs of
/// neighbouring characters they share, and marks the characters within each pair. Where texts
/// differ too much for that in reasonable time, whole paragraphs are told as replaced.
comparison compare(draft_text const& before, draft_text const& after);

} // namespace adapters::drafts

#endif
