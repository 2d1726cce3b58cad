#include "adapters/drafts/common_sequence.hpp"

#include <algorithm>

namespace adapters::drafts {
namespace {

/// How far each diagonal reaches after so many edits: x for diagonals -d, -d+2, ..., d.
using reach = std::vector<long>;

class edit_graph {
public:
    edit_graph(std::u32string_view a, std::u32string_view b) : a_(a), b_(b) {}

    /// The matches of a shortest edit script; false when it takes more edits than allowed.
    bool walk(std::size_t most_edits, matches& into)
    {
        auto const n = static_cast<long>(a_.size());
        auto const m = static_cast<long>(b_.size());
        auto const most = static_cast<long>(std::min(most_edits, a_.size() + b_.size()));
        for (long d = 0; d <= most; ++d) {
            reach now(static_cast<std::size_t>(d) + 1);
            for (long k = -d; k <= d; k += 2) {
                auto const x = slide(start(d, k), k);
                now[index(d, k)] = x;
                if (x >= n && x - k >= m) {
                    steps_.push_back(std::move(now));
                    trace(d, n, m, into);
                    return true;
                }
            }
            steps_.push_back(std::move(now));
        }
        return false;
    }

private:
    static std::size_t index(long d, long k) { return static_cast<std::size_t>((k + d) / 2); }

    bool comes_from_insertion(long d, long k) const
    {
        if (k == -d)
            return true;
        if (k == d)
            return false;
        auto const& last = steps_[static_cast<std::size_t>(d - 1)];
        return last[index(d - 1, k - 1)] < last[index(d - 1, k + 1)];
    }

    /// Where diagonal k begins after d edits, before it slides along equal elements.
    long start(long d, long k) const
    {
        if (d == 0)
            return 0;
        auto const& last = steps_[static_cast<std::size_t>(d - 1)];
        if (comes_from_insertion(d, k))
            return last[index(d - 1, k + 1)];
        return last[index(d - 1, k - 1)] + 1;
    }

    long slide(long x, long k) const
    {
        auto const n = static_cast<long>(a_.size());
        auto const m = static_cast<long>(b_.size());
        while (x < n && x - k < m && x >= 0 && x - k >= 0 &&
               a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(x - k)])
            ++x;
        return x;
    }

    void trace(long d, long x, long y, matches& into) const
    {
        auto const first = into.size();
        for (; d >= 0; --d) {
            auto const k = x - y;
            for (auto const from = start(d, k); x > from;) {
                --x;
                --y;
                into.emplace_back(static_cast<std::size_t>(x), static_cast<std::size_t>(y));
            }
            if (d > 0 && comes_from_insertion(d, k))
                --y;
            else
                --x;
        }
        std::reverse(into.begin() + static_cast<std::ptrdiff_t>(first), into.end());
    }

    std::u32string_view a_, b_;
    std::vector<reach> steps_;
};

} // namespace

matches common_sequence(std::u32string_view a, std::u32string_view b, std::size_t most_edits)
{
    matches found;
    std::size_t head = 0;
    for (auto const most = std::min(a.size(), b.size()); head < most && a[head] == b[head]; ++head)
        found.emplace_back(head, head);
    std::size_t tail = 0;
    auto const left = std::min(a.size(), b.size()) - head;
    while (tail < left && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    auto const middle_a = a.substr(head, a.size() - head - tail);
    auto const middle_b = b.substr(head, b.size() - head - tail);
    auto const before = found.size();
    edit_graph graph(middle_a, middle_b);
    graph.walk(most_edits, found);
    for (auto i = before; i < found.size(); ++i) {
        found[i].first += head;
        found[i].second += head;
    }
    for (; tail > 0; --tail)
        found.emplace_back(a.size() - tail, b.size() - tail);
    return found;
}

} // namespace adapters::drafts
