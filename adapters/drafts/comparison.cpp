#include "adapters/drafts/comparison.hpp"

#include "adapters/drafts/common_sequence.hpp"

#include <algorithm>
#include <boost/locale/encoding_utf.hpp>
#include <unordered_map>

namespace adapters::drafts {
namespace {

using std::size_t;

constexpr size_t most_paragraph_edits = 2'000;
constexpr size_t most_character_edits = 1'000;
/// Above this many possible pairs a rewritten passage is not paired up.
constexpr size_t most_pairs = 40'000;
/// Share of common character pairs from which two paragraphs are one, rewritten.
constexpr double alike = 0.4;

std::u32string letters(std::string const& words)
{
    return boost::locale::conv::utf_to_utf<char32_t>(words);
}

std::string utf8(std::u32string_view words)
{
    return boost::locale::conv::utf_to_utf<char>(words.data(), words.data() + words.size());
}

/// Pairs of neighbouring characters, sorted; a single character stands for itself.
using pairs_of_letters = std::vector<std::uint64_t>;

pairs_of_letters neighbours(std::u32string_view words)
{
    pairs_of_letters found;
    if (words.size() == 1)
        found.push_back(words[0]);
    for (size_t i = 1; i < words.size(); ++i)
        found.push_back(std::uint64_t{words[i - 1]} << 32 | words[i]);
    std::sort(found.begin(), found.end());
    return found;
}

/// Dice's coefficient: 1 for the same pairs, 0 for none in common.
double likeness(pairs_of_letters const& a, pairs_of_letters const& b)
{
    if (a.empty() || b.empty())
        return 0;
    size_t common = 0;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) {
            ++common;
            ++i;
            ++j;
        } else if (a[i] < b[j])
            ++i;
        else
            ++j;
    }
    return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

/// What was taken away and put in between two runs that stayed.
struct edit {
    std::u32string same; ///< what stands before it
    std::u32string removed, added;

    size_t size() const { return std::max(removed.size(), added.size()); }
};

std::vector<edit> edits_between(std::u32string const& a, std::u32string const& b)
{
    std::vector<edit> all(1);
    size_t x = 0, y = 0;
    for (auto const& [at_a, at_b] : common_sequence(a, b, most_character_edits)) {
        if (x < at_a || y < at_b) {
            all.back().removed.append(a, x, at_a - x);
            all.back().added.append(b, y, at_b - y);
            all.emplace_back();
        }
        all.back().same += a[at_a];
        x = at_a + 1;
        y = at_b + 1;
    }
    all.back().removed.append(a, x);
    all.back().added.append(b, y);
    return all;
}

/// A character or two that stayed by chance between larger changes only make them hard to read:
/// they count as changed too.
void join_around_chance_matches(std::vector<edit>& all)
{
    for (size_t i = 1; i < all.size();) {
        auto const kept = all[i].same.size();
        auto const chance = kept > 0 && kept <= all[i - 1].size() && kept <= all[i].size();
        if (!chance) {
            ++i;
            continue;
        }
        auto& before = all[i - 1];
        before.removed += all[i].same + all[i].removed;
        before.added += all[i].same + all[i].added;
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
        i = std::max<size_t>(1, i - 1);
    }
}

std::vector<piece> pieces_between(std::u32string const& a, std::u32string const& b)
{
    auto edits = edits_between(a, b);
    join_around_chance_matches(edits);
    std::vector<piece> found;
    auto const add = [&](change is, std::u32string const& words) {
        if (!words.empty())
            found.push_back({is, utf8(words)});
    };
    for (auto const& one : edits) {
        add(change::same, one.same);
        add(change::removed, one.removed);
        add(change::added, one.added);
    }
    return found;
}

struct paragraph {
    std::string const* words;
    std::u32string letters;
    pairs_of_letters neighbours;
};

std::vector<paragraph> passage(std::vector<std::string> const& of, size_t from, size_t to)
{
    std::vector<paragraph> all;
    for (; from < to; ++from) {
        auto in_letters = letters(of[from]);
        auto pairs = neighbours(in_letters);
        all.push_back({&of[from], std::move(in_letters), std::move(pairs)});
    }
    return all;
}

/// The pairs of paragraphs of two passages that are alike, in order, with the greatest likeness in
/// all.
matches pair_up(std::vector<paragraph> const& a, std::vector<paragraph> const& b)
{
    auto const n = a.size(), m = b.size();
    if (n == 0 || m == 0 || n * m > most_pairs)
        return {};
    std::vector<double> best((n + 1) * (m + 1)), like(n * m);
    auto const at = [m](size_t i, size_t j) { return i * (m + 1) + j; };
    for (size_t i = n; i-- > 0;)
        for (size_t j = m; j-- > 0;) {
            auto const how = likeness(a[i].neighbours, b[j].neighbours);
            like[i * m + j] = how >= alike ? how : 0;
            best[at(i, j)] = std::max(
                {best[at(i + 1, j)], best[at(i, j + 1)], best[at(i + 1, j + 1)] + like[i * m + j]});
        }
    matches found;
    for (size_t i = 0, j = 0; i < n && j < m;) {
        if (like[i * m + j] > 0 && best[at(i, j)] == best[at(i + 1, j + 1)] + like[i * m + j])
            found.emplace_back(i++, j++);
        else if (best[at(i, j)] == best[at(i + 1, j)])
            ++i;
        else
            ++j;
    }
    return found;
}

class comparer {
public:
    comparer(std::vector<std::string> const& before, std::vector<std::string> const& after)
        : before_(before), after_(after)
    {}

    comparison run()
    {
        auto same = common_sequence(numbered(before_), numbered(after_), most_paragraph_edits);
        same.emplace_back(before_.size(), after_.size());
        size_t a = 0, b = 0;
        for (auto const& [at_a, at_b] : same) {
            rewritten(a, at_a, b, at_b);
            if (at_a < before_.size())
                made_.paragraphs.push_back(
                    {change::same, at_a + 1, at_b + 1, {{change::same, before_[at_a]}}});
            a = at_a + 1;
            b = at_b + 1;
        }
        return std::move(made_);
    }

private:
    /// The paragraphs as a sequence of numbers, the same for the same words.
    std::u32string numbered(std::vector<std::string> const& all)
    {
        std::u32string made;
        for (auto const& one : all)
            made += numbers_.try_emplace(one, static_cast<char32_t>(numbers_.size())).first->second;
        return made;
    }

    void rewritten(size_t from_a, size_t to_a, size_t from_b, size_t to_b)
    {
        auto const a = passage(before_, from_a, to_a);
        auto const b = passage(after_, from_b, to_b);
        auto pairs = pair_up(a, b);
        pairs.emplace_back(a.size(), b.size());
        size_t x = 0, y = 0;
        for (auto const& [at_a, at_b] : pairs) {
            for (; x < at_a; ++x)
                removed(*a[x].words, from_a + x + 1);
            for (; y < at_b; ++y)
                added(*b[y].words, from_b + y + 1);
            if (at_a == a.size())
                break;
            ++made_.changed;
            made_.paragraphs.push_back({change::changed, from_a + at_a + 1, from_b + at_b + 1,
                                        pieces_between(a[at_a].letters, b[at_b].letters)});
            x = at_a + 1;
            y = at_b + 1;
        }
    }

    void removed(std::string const& words, size_t number)
    {
        ++made_.removed;
        made_.paragraphs.push_back({change::removed, number, 0, {{change::removed, words}}});
    }

    void added(std::string const& words, size_t number)
    {
        ++made_.added;
        made_.paragraphs.push_back({change::added, 0, number, {{change::added, words}}});
    }

    std::vector<std::string> const& before_;
    std::vector<std::string> const& after_;
    std::unordered_map<std::string, char32_t> numbers_;
    comparison made_;
};

} // namespace

comparison compare(draft_text const& before, draft_text const& after)
{
    return comparer(before.paragraphs, after.paragraphs).run();
}

} // namespace adapters::drafts
