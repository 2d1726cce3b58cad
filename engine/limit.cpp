#include "engine/limit.hpp"

#include <algorithm>

namespace engine {
namespace {

constexpr std::chrono::days next{1};

/// Why a date is not worked: the festival, or the day of the week.
text rest_note(day on, working_days const& days)
{
    if (auto name = days.name_of(on); !name.empty())
        return say(name);
    return std::chrono::weekday(on) == std::chrono::Saturday ? say("星期六") : say("星期日");
}

class reckoner {
public:
    reckoner(limit_terms const& terms, working_days const& days, day today)
        : terms_(terms), days_(days), today_(today)
    {}

    limit result()
    {
        limit found{.name = terms_.name,
                    .rule = terms_.rule,
                    .begins = terms_.begins,
                    .due = terms_.begins,
                    .unit = terms_.unit,
                    .days = terms_.days,
                    .met_on = terms_.met_on,
                    .is_least = terms_.is_least,
                    .unit_bound = terms_.unit_bound};
        found.due = walk_to_the_end(&found.reckoning);
        found.provisional = is_provisional(found.due);

        auto const now = terms_.met_on.value_or(today_);
        found.used = count(terms_.begins, std::min(now, found.due));
        found.left = now <= found.due  ? count(std::max(now, terms_.begins), found.due)
                     : terms_.is_least ? 0
                                       : -units(found.due, now);
        found.used = std::min(found.used, terms_.days); // rolled days are given, not used
        found.is = state_of(found.due);
        return found;
    }

    task_limit in_short() const
    {
        auto const due = walk_to_the_end(nullptr);
        return {.name = terms_.name,
                .due = due,
                .unit = terms_.unit,
                .stopped = state_of(due) == limit::state::paused};
    }

private:
    /// The pause in which a date lies. An open one lasts until today; what comes after is reckoned
    /// as if it ended then, which is the earliest it can.
    pause const* pause_on(day on) const
    {
        for (auto const& each : terms_.pauses)
            if (each.from <= on && on <= each.until.value_or(std::max(today_, each.from)))
                return &each;
        return nullptr;
    }

    /// The last day; on the way each day is put down where somebody wants to read it.
    day walk_to_the_end(std::vector<counted_day>* reckoning) const
    {
        using effect = counted_day::effect;
        auto on = terms_.begins;
        long long number = 0;
        auto const put_down = [&](effect what, auto const& note) {
            if (reckoning)
                reckoning->push_back({on, what, number, note()});
        };
        auto const nothing = [] { return text{}; };
        put_down(effect::not_counted, nothing);
        while (number < terms_.days) {
            on += next;
            if (auto const* stopped = pause_on(on)) {
                put_down(effect::paused, [&] { return stopped->reason; });
            } else if (terms_.unit == day_unit::working && !days_.is_working(on)) {
                put_down(effect::rest_day, [&] { return rest_note(on, days_); });
            } else {
                ++number;
                put_down(effect::counted, [&] { return counted_note(on); });
            }
        }
        // Only a working limit cannot end on a rest day, and a limit of no days does not move, nor
        // one whose last day was not counted but named.
        while (number > 0 && !terms_.ends_as_written && (!days_.is_working(on) || pause_on(on))) {
            if (reckoning)
                reckoning->back().note = closing_note(reckoning->back());
            on += next;
            if (auto const* stopped = pause_on(on))
                put_down(effect::paused, [&] { return stopped->reason; });
            else
                put_down(effect::rolled, nothing);
        }
        return on;
    }

    text counted_note(day on) const
    {
        auto const name = days_.name_of(on);
        return terms_.unit == day_unit::working && !name.empty() ? say("{1}调休上班", say(name))
                                                                 : text{};
    }

    /// Why the limit does not end on this day.
    text closing_note(counted_day const& last) const
    {
        return last.what == counted_day::effect::paused ? last.note : rest_note(last.on, days_);
    }

    bool is_provisional(day due) const
    {
        if (terms_.ends_as_written)
            return false;
        // Calendar days need the holiday notice for their last day only.
        auto const first = terms_.unit == day_unit::calendar ? due : terms_.begins + next;
        for (auto year = std::min(year_of(first), year_of(due)); year <= year_of(due); ++year)
            if (!days_.is_listed_year(year))
                return true;
        return false;
    }

    /// The days of the clock in (from, to], pauses left out.
    long long count(day from, day to) const
    {
        long long number = 0;
        while (from < to) {
            from += next;
            if (!pause_on(from) && counts(from))
                ++number;
        }
        return number;
    }

    /// The days of the clock in (from, to] after its end, when nothing stops it any more.
    long long units(day from, day to) const
    {
        return terms_.unit == day_unit::working ? days_.between(from, to) : (to - from).count();
    }

    bool counts(day on) const { return terms_.unit == day_unit::calendar || days_.is_working(on); }

    limit::state state_of(day due) const
    {
        if (terms_.met_on || (terms_.is_least && today_ >= first_day_served(due)))
            return limit::state::met;
        if (today_ > due)
            return limit::state::overdue;
        return stands_still() ? limit::state::paused : limit::state::running;
    }

    day first_day_served(day due) const { return terms_.takes_whole_last_day ? due + next : due; }

    /// Once a pause has ended the clock goes on, though the day of its end is not counted.
    bool stands_still() const
    {
        return std::any_of(terms_.pauses.begin(), terms_.pauses.end(), [&](pause const& each) {
            return each.from <= today_ && (!each.until || today_ < *each.until);
        });
    }

    limit_terms const& terms_;
    working_days const& days_;
    day today_;
};

} // namespace

limit reckon(limit_terms const& terms, working_days const& days, day today)
{
    return reckoner(terms, days, today).result();
}

std::optional<task_limit> running(limit_terms const& terms, working_days const& days, day today)
{
    if (terms.met_on || terms.is_least)
        return {};
    return reckoner(terms, days, today).in_short();
}

backward days_before(day event, long long n, working_days const& days)
{
    auto const latest = event - std::chrono::days{n};
    auto const advised = days.roll_back(latest);
    return {latest, advised, !days.is_listed_year(year_of(advised))};
}

in_advance stands(day done, day event, long long n)
{
    auto const latest = event - std::chrono::days{n};
    if (done > latest)
        return in_advance::too_late;
    return done == latest ? in_advance::exactly : in_advance::in_time;
}

} // namespace engine
