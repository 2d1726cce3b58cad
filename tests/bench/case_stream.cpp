#include "tests/bench/case_stream.hpp"

#include "adapters/demo/tell_matters.hpp"
#include "workflows/adviser_file/procedure.hpp"
#include "workflows/catalogue/procedure.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace bench {
namespace {

namespace demo = adapters::demo;

/// A transaction with so many is a few tens of megabytes.
constexpr std::size_t acts_in_a_batch = 10'000;

/// So many cases make it worth to tell their patterns for days of their own.
constexpr long long cases_of_a_period = 60;

/// A catalogue is a page or two.
constexpr std::size_t most_catalogued = 30;

std::string why_not(engine::ruling const& said)
{
    if (auto const* no = std::get_if<engine::refused>(&said)) {
        std::string words = "the law refuses it:";
        for (auto const& ground : no->grounds)
            words += " " + ground.rule + " " + ground.reason.id;
        return words;
    }
    if (auto const* wrong = std::get_if<engine::malformed>(&said)) {
        std::string words = "it is malformed:";
        for (auto const& fault : wrong->faults)
            words += " " + fault.path + " " + fault.reason.id;
        return words;
    }
    return "it was not taken";
}

std::runtime_error refused_sample(std::string const& what, demo::telling const& told)
{
    auto words = what + " stops at \"" + told.refused_kind + "\":";
    for (auto const& ground : told.refusals)
        words += " " + ground.rule + " " + ground.reason.id;
    for (auto const& fault : told.faults)
        words += " " + fault.path + " " + fault.reason.id;
    return std::runtime_error(words);
}

} // namespace

case_stream::case_stream(growth const& what, engine::law_in_force law, demo::officials& by,
                         std::string place, engine::case_id last)
    : what_(what), law_(law), by_(by), place_(std::move(place)), book_(law, by, place_, what.now),
      record_(
          last, [this](std::string const& hash) { return book_.holds(hash); }, by),
      desk_(law, 2), chance_(what.seed)
{
    long long const years = what.years;
    periods_ = std::clamp(std::max(what.decisions, what.matters) / cases_of_a_period, 12 * years,
                          250 * years);
}

judged_batch case_stream::next()
{
    if (!began_) {
        began_ = true;
        rehearse();
        tell_advisers();
        begin_period(0);
    }
    while (record_.size() < acts_in_a_batch && tell_one()) {
    }
    return {record_.take(), book_.take_papers()};
}

/// Every way once at the beginning, in the middle and at the end: what the law refuses shows before
/// anything is written.
void case_stream::rehearse()
{
    for (auto const which : {0LL, periods_ / 4, periods_ / 2, periods_ * 3 / 4, periods_ - 1}) {
        begin_period(which);
        for (std::size_t way = 0; way < pattern_book::decision_ways(); ++way)
            book_.decision(way, begins_, way);
        for (std::size_t way = 0; way < pattern_book::matter_ways(); ++way)
            book_.matter(way, begins_, way);
    }
}

void case_stream::tell_advisers()
{
    auto const engaged = engine::legal_day(what_.now) - std::chrono::days(700);
    for (auto const& one : by_.all()) {
        if (one.role != "legal_adviser")
            continue;
        auto told = demo::tell_adviser(one.name, engaged, place_, by_, law_, what_.now);
        if (!told.went_well())
            throw refused_sample("the file of an adviser", told);
        enter(workflows::adviser_file::shape_name, engine::entered_as_demo, std::move(told.acts));
    }
}

/// False when all is told.
bool case_stream::tell_one()
{
    auto const until_now = [&](long long of) { return of * (period_ + 1) / periods_; };
    while (!ended_) {
        if (decisions_ < until_now(what_.decisions)) {
            tell_decision();
            return true;
        }
        if (matters_ < until_now(what_.matters)) {
            tell_matter();
            return true;
        }
        if (period_ + 1 < periods_) {
            begin_period(period_ + 1);
            continue;
        }
        ended_ = true;
        tell_catalogues();
    }
    return false;
}

void case_stream::begin_period(long long which)
{
    auto const last = engine::legal_day(what_.now) - std::chrono::days(1);
    auto const first = engine::add_months(last, -12 * what_.years);
    period_ = which;
    begins_ = law_.days.roll_back(first + (last - first) * (which + 1) / periods_);
    decision_patterns_.clear();
    matter_patterns_.clear();
}

void case_stream::tell_decision()
{
    auto const way = pattern_book::decision_way(chance_() % 1'000);
    auto found = decision_patterns_.find(way);
    if (found == decision_patterns_.end()) {
        auto const turn = static_cast<std::size_t>(period_) * 7 + way * 5;
        found = decision_patterns_.emplace(way, book_.decision(way, begins_, turn)).first;
    }
    auto const what = particulars_of_decision(++decisions_, chance_);
    enter(found->second.shape, found->second.origin, told_of(found->second, what));
    note_for_catalogue(found->second, what);
}

void case_stream::tell_matter()
{
    auto const way = pattern_book::matter_way(chance_() % 1'000);
    // several patterns of a way on one day, for as many kinds of matters
    constexpr std::size_t kinds = 4;
    auto const key = way * kinds + chance_() % kinds;
    auto found = matter_patterns_.find(key);
    if (found == matter_patterns_.end()) {
        auto const turn = static_cast<std::size_t>(period_) * 3 + key;
        found = matter_patterns_.emplace(key, book_.matter(way, begins_, turn)).first;
    }
    auto const what = particulars_of_matter(++matters_, chance_);
    enter(found->second.shape, found->second.origin, told_of(found->second, what));
}

void case_stream::note_for_catalogue(pattern const& like, particulars const& what)
{
    if (!like.started)
        return;
    auto& listed = started_in_[engine::year_of(like.started->started)];
    if (listed.size() >= most_catalogued)
        return;
    auto one = *like.started;
    one.number = record_.number();
    one.what.title = what.title;
    listed.push_back(std::move(one));
}

void case_stream::tell_catalogues()
{
    auto const this_year = engine::year_of(engine::legal_day(what_.now));
    for (auto const year : {this_year - 1, this_year}) {
        std::vector<demo::catalogued_decision> decisions;
        for (auto const of : {year - 1, year})
            decisions.insert(decisions.end(), started_in_[of].begin(), started_in_[of].end());
        auto told = demo::tell_catalogue(year, year == this_year, place_, decisions, by_, law_,
                                         book_.paper(), what_.now);
        if (!told.went_well())
            throw refused_sample("the catalogue of " + std::to_string(year), told);
        if (!told.acts.empty())
            enter(workflows::catalogue::shape_name, engine::entered_as_demo, std::move(told.acts));
    }
}

void case_stream::enter(std::string const& shape, std::string const& origin,
                        std::vector<demo::told_act> acts)
{
    engine::case_id on;
    ++entered_;
    int number = 0;
    for (auto& one : acts) {
        auto const said =
            desk_.submit({.on = on,
                          .shape = shape,
                          .place = place_,
                          .act_id = fmt::format("grown-{:09}-{:03}", entered_, ++number),
                          .kind = one.kind,
                          .body = std::move(one.body),
                          .seen = {},
                          .by = std::move(one.by),
                          .now = one.at,
                          .origin = origin,
                          .seeing = engine::clearance::of_the_record()},
                         record_);
        auto const* taken = std::get_if<engine::admitted>(&said);
        if (!taken)
            throw std::runtime_error(one.kind + " of a case that is told: " + why_not(said));
        on = taken->what.on;
    }
}

} // namespace bench
