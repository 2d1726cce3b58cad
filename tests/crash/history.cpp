#include "tests/crash/history.hpp"

#include <algorithm>

namespace tests {
namespace {

constexpr moment never = std::numeric_limits<moment>::max();

/// All that was sent under one id.
struct attempts {
    std::vector<sent_act const*> all;

    moment first_sent() const
    {
        moment first = never;
        for (auto const* one : all)
            first = std::min(first, one->sent);
        return first;
    }
    /// When somebody first knew that it was entered.
    moment first_known() const
    {
        moment first = never;
        for (auto const* one : all)
            if (one->is == sent_act::fate::admitted)
                first = std::min(first, one->answered);
        return first;
    }
    bool may_be_entered() const
    {
        return std::any_of(all.begin(), all.end(), [](auto const* one) {
            return one->is == sent_act::fate::admitted || one->is == sent_act::fate::unknown;
        });
    }
};

struct place {
    long long on = 0;
    long long seq = 0;
};

class examination {
public:
    examination(history const& seen, recorded_cases const& record) : seen_(seen), record_(record)
    {
        for (auto const& one : seen.acts)
            sent_[one.act_id].all.push_back(&one);
    }

    std::vector<std::string> examine()
    {
        for (auto const& [on, acts] : record_)
            examine_record(on, acts);
        for (auto const& [act_id, all] : sent_)
            examine_attempts(act_id, all);
        for (auto const& [on, acts] : record_)
            examine_order(on, acts);
        for (auto const& one : seen_.acts)
            if (one.is == sent_act::fate::stale)
                examine_stale(one);
        for (auto const& one : seen_.looks)
            examine_version("who looked at", one.on, one.sent, one.answered, one.version);
        return std::move(wrong_);
    }

private:
    void say(std::string words) { wrong_.push_back(std::move(words)); }

    static std::string at(long long on, long long seq)
    {
        return "act " + std::to_string(seq) + " of case " + std::to_string(on);
    }

    /// Numbers without gaps or doubles, every act once, none that nobody asked for.
    void examine_record(long long on, std::vector<recorded_act> const& acts)
    {
        long long expected = 0;
        for (auto const& one : acts) {
            if (one.seq != ++expected)
                say(at(on, one.seq) + " stands where " + std::to_string(expected) + " should");
            auto const [first, is_new] = places_.try_emplace(one.act_id, place{on, one.seq});
            if (!is_new)
                say(one.act_id + " is twice on record: " + at(first->second.on, first->second.seq) +
                    " and " + at(on, one.seq));
            auto const asked = sent_.find(one.act_id);
            if (asked == sent_.end())
                say(at(on, one.seq) + ", " + one.act_id + ", was never sent");
            else if (!asked->second.may_be_entered())
                say(at(on, one.seq) + ", " + one.act_id + ", was refused each time");
        }
    }

    /// Whoever was told that it is entered was told its place, and one of them that it is new.
    void examine_attempts(std::string const& act_id, attempts const& sent)
    {
        auto const found = places_.find(act_id);
        int entered = 0;
        int unknown = 0;
        int repeated = 0;
        for (auto const* one : sent.all) {
            unknown += one->is == sent_act::fate::unknown;
            if (one->is != sent_act::fate::admitted)
                continue;
            ++(one->repeated ? repeated : entered);
            if (found == places_.end())
                say(act_id + " was admitted as " + at(one->on, one->seq) + " and is not there");
            else if (found->second.on != one->on || found->second.seq != one->seq)
                say(act_id + " was admitted as " + at(one->on, one->seq) + " and is " +
                    at(found->second.on, found->second.seq));
            if (!one->repeated && one->seen && one->seq != *one->seen + 1)
                say(act_id + " was admitted as " + at(one->on, one->seq) +
                    " from somebody who had seen " + std::to_string(*one->seen));
        }
        if (entered > 1)
            say(act_id + " was entered anew " + std::to_string(entered) + " times");
        if (repeated > 0 && entered == 0 && unknown == 0)
            say(act_id + " was called a repetition, and nobody entered it before");
    }

    /// No act stands before one that was answered before it was sent.
    void examine_order(long long on, std::vector<recorded_act> const& acts)
    {
        moment latest_sent = std::numeric_limits<moment>::min();
        std::string latest;
        for (auto const& one : acts) {
            auto const asked = sent_.find(one.act_id);
            if (asked == sent_.end())
                continue;
            if (asked->second.first_known() < latest_sent)
                say(one.act_id + " was known before " + latest +
                    " was sent, and stands behind it as " + at(on, one.seq));
            if (auto const sent = asked->second.first_sent(); sent > latest_sent) {
                latest_sent = sent;
                latest = one.act_id;
            }
        }
    }

    void examine_stale(sent_act const& one)
    {
        if (!one.seen || *one.seen == one.version)
            say(one.act_id + " was called stale by somebody who had seen " +
                std::to_string(one.seen.value_or(-1)) + " of " + std::to_string(one.version));
        examine_version("who was told that " + one.act_id + " is stale at", one.on, one.sent,
                        one.answered, one.version);
    }

    /// Between the two moments there must have been one at which that was the last act.
    void examine_version(std::string const& who, long long on, moment sent, moment answered,
                         long long version)
    {
        auto const known = record_.find(on);
        if (known == record_.end() || version < 0 ||
            version > static_cast<long long>(known->second.size())) {
            say(who + " case " + std::to_string(on) + " saw act " + std::to_string(version) +
                ", which is not there");
            return;
        }
        for (auto const& act : known->second) {
            auto const asked = sent_.find(act.act_id);
            if (asked == sent_.end())
                continue;
            if (act.seq > version && asked->second.first_known() < sent)
                say(who + " case " + std::to_string(on) + " saw act " + std::to_string(version) +
                    " only, after act " + std::to_string(act.seq) + " was known");
            if (act.seq <= version && asked->second.first_sent() > answered)
                say(who + " case " + std::to_string(on) + " saw act " + std::to_string(version) +
                    " before act " + std::to_string(act.seq) + " was sent");
        }
    }

    history const& seen_;
    recorded_cases const& record_;
    std::map<std::string, attempts> sent_;
    std::map<std::string, place> places_; ///< of acts on record
    std::vector<std::string> wrong_;
};

} // namespace

std::vector<std::string> what_cannot_be(history const& seen, recorded_cases const& record)
{
    return examination(seen, record).examine();
}

} // namespace tests
