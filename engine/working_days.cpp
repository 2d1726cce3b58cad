#include "engine/working_days.hpp"

#include "engine/chain.hpp"

namespace engine {
namespace {

constexpr std::chrono::days one_day{1};

bool is_weekend(day on)
{
    auto const weekday = std::chrono::weekday(on);
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

} // namespace

working_days::working_days(std::vector<listed_day> const& listed)
{
    for (auto const& each : listed) {
        listed_.insert_or_assign(each.on, each);
        // A notice may reach into the December before it, so that a listed day alone does not make
        // a listed year. New Year's Day stands in every notice.
        auto const date = std::chrono::year_month_day(each.on);
        if (date.month() == std::chrono::January && date.day() == std::chrono::day{1})
            years_.insert(int(date.year()));
    }
}

bool working_days::is_working(day on) const
{
    auto const found = listed_.find(on);
    return found == listed_.end() ? !is_weekend(on) : found->second.is_workday;
}

bool working_days::is_listed_year(int year) const
{
    return years_.contains(year);
}

std::string working_days::name_of(day on) const
{
    auto const found = listed_.find(on);
    return found == listed_.end() ? std::string{} : found->second.name;
}

day working_days::roll_forward(day on) const
{
    while (!is_working(on))
        on += one_day;
    return on;
}

day working_days::roll_back(day on) const
{
    while (!is_working(on))
        on -= one_day;
    return on;
}

day working_days::after(day from, long long n) const
{
    while (n > 0) {
        from += one_day;
        if (is_working(from))
            --n;
    }
    return from;
}

long long working_days::between(day from, day to) const
{
    long long count = 0;
    while (from < to) {
        from += one_day;
        if (is_working(from))
            ++count;
    }
    return count;
}

std::string working_days::fingerprint() const
{
    std::string all;
    for (auto const& [on, each] : listed_)
        all += to_text(on) + (each.is_workday ? " 1\n" : " 0\n");
    return sha256(all);
}

} // namespace engine
