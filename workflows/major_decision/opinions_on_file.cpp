#include "workflows/major_decision/opinions_on_file.hpp"

#include "workflows/body_on_file.hpp"

#include <algorithm>

namespace workflows::major_decision {

using namespace participation;

void opinions_on_file::take(opinions_recorded const& body, long long seq, day on)
{
    for (auto const& one : body.opinions)
        if (places_.emplace(one.number, all_.size()).second)
            all_.push_back({.what = one, .seq = seq, .on = on});
}

void opinions_on_file::take(opinions_decided const& body, long long seq, day on)
{
    for (auto const& one : body.decisions)
        if (auto const found = places_.find(one.number); found != places_.end()) {
            all_[found->second].own_decision = one;
            all_[found->second].decided_at = seq;
            all_[found->second].decided_on = on;
        }
}

void opinions_on_file::take(repeats_noted const& body, long long seq)
{
    for (auto const& one : body.opinions)
        if (auto const found = places_.find(one.number); found != places_.end()) {
            all_[found->second].same_as = one.same_as.value_or("");
            all_[found->second].marked_at = seq;
        }
}

void opinions_on_file::take(engine::act const& what)
{
    if (what.kind == opinions_recorded::kind)
        take(body_on_file<opinions_recorded>(what), what.seq, what.counts_on());
    else if (what.kind == opinions_decided::kind)
        take(body_on_file<opinions_decided>(what), what.seq, what.counts_on());
    else if (what.kind == repeats_noted::kind)
        take(body_on_file<repeats_noted>(what), what.seq);
}

opinion_on_file const* opinions_on_file::find(std::string_view number) const
{
    auto const found = places_.find(number);
    return found == places_.end() ? nullptr : &all_[found->second];
}

std::vector<std::string> opinions_on_file::repeats_of(std::string_view number) const
{
    std::vector<std::string> found;
    for (auto const& one : all_)
        if (one.same_as == number)
            found.push_back(one.what.number);
    return found;
}

long long opinions_on_file::counted() const
{
    return counted_after(0);
}

long long opinions_on_file::counted_after(long long seq) const
{
    return std::count_if(all_.begin(), all_.end(),
                         [&](auto const& one) { return one.counts() && one.seq > seq; });
}

long long opinions_on_file::decided() const
{
    return std::count_if(all_.begin(), all_.end(),
                         [](auto const& one) { return one.counts() && one.own_decision; });
}

std::vector<std::string> opinions_on_file::undecided() const
{
    std::vector<std::string> open;
    for (auto const& one : all_)
        if (one.counts() && !one.own_decision)
            open.push_back(one.what.number);
    return open;
}

std::optional<opinions_on_file::holding_decision>
opinions_on_file::decision_on(opinion_on_file const& one) const
{
    auto const* by = one.counts() ? &one : find(one.same_as);
    if (!by || !by->own_decision)
        return {};
    return holding_decision{&*by->own_decision, std::max(by->decided_at, one.marked_at)};
}

opinions_on_file opinions_of(facts const& facts)
{
    opinions_on_file found;
    for (auto const& one : facts.recorded)
        found.take(one.body, one.seq, one.on);
    for (auto const& one : facts.decided)
        found.take(one.body, one.seq, one.on);
    for (auto const& one : facts.repeats)
        found.take(one.body, one.seq);
    return found;
}

opinions_on_file opinions_of(std::vector<engine::act> const& acts)
{
    opinions_on_file found;
    for (auto const& one : acts)
        found.take(one);
    return found;
}

long long put_on_file_after(facts const& facts, long long seq)
{
    std::size_t count = 0;
    for (auto const& one : facts.recorded)
        if (one.seq > seq)
            count += one.body.opinions.size();
    return static_cast<long long>(count);
}

} // namespace workflows::major_decision
