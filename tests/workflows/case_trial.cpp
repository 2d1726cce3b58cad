#include "tests/workflows/case_trial.hpp"

#include <algorithm>

namespace tests {
case_trial::case_trial(engine::procedure_shape const& shape, std::string const& place)
    : file_(shape.make(place))
{}

void case_trial::set_day(std::string_view day)
{
    today_ = engine::parse_day(day).value();
}

void case_trial::set_actor(std::string role, std::string unit, std::string name)
{
    auto const number = trial::number_of(name);
    by_ = {{number}, std::move(name), std::move(role), std::move(unit), {}, {}};
}

void case_trial::set_represented(std::string name)
{
    by_.represents = {trial::number_of(name)};
    by_.on_behalf_of = std::move(name);
}

engine::circumstances case_trial::now() const
{
    return {built_in_rules(), built_in_days(), today_, people_, received_, is_given_};
}

engine::judgement case_trial::judge(std::string_view kind, std::string_view body)
{
    auto const what = act_on(today_, by_, static_cast<long long>(acts_.size()) + 1, kind, body);
    auto found = file_->attempt(what, now());
    BOOST_TEST_REQUIRE(found.known, "no act of kind " << kind);
    for (auto const& fault : found.faults)
        BOOST_ERROR(kind << ": " << fault.path << ": " << fault.reason.id);
    if (found.admitted()) {
        acts_.push_back(what);
        for (auto& one : file_->figures(built_in_days()))
            figures_.push_back(std::move(one));
    }
    return found;
}

void case_trial::enters(std::string_view kind, std::string_view body)
{
    auto const found = judge(kind, body);
    for (auto const& ground : found.answer.refusals)
        BOOST_ERROR(kind << ": " << ground.rule << " " << ground.reason.id);
}

std::set<std::string> case_trial::refused(std::string_view kind, std::string_view body)
{
    return rules_of(judge(kind, body).answer.refusals);
}

std::set<std::string> case_trial::advised(std::string_view kind, std::string_view body)
{
    auto const found = judge(kind, body);
    BOOST_TEST(found.admitted());
    return rules_of(found.answer.remarks);
}

std::string case_trial::stage(std::string_view chapter) const
{
    for (auto const& one : file_->stages())
        if (one.chapter == chapter)
            return one.stage;
    return "no such chapter";
}

std::set<std::string> case_trial::waits_for() const
{
    std::set<std::string> kinds;
    for (auto const& one : file_->tasks(now()))
        kinds.insert(one.kind);
    return kinds;
}

std::map<std::string, engine::day> case_trial::waits_until() const
{
    std::map<std::string, engine::day> days;
    for (auto const& one : file_->tasks(now()))
        if (one.opens_on)
            days.emplace(one.kind, *one.opens_on);
    return days;
}

std::vector<engine::limit> case_trial::limits() const
{
    return file_->limits(now());
}

engine::limit case_trial::limit(std::string_view name) const
{
    for (auto& one : limits())
        if (one.name == name)
            return one;
    BOOST_REQUIRE_MESSAGE(false, "no limit " << name);
    return {};
}

std::map<std::string, long long> case_trial::figures(int year) const
{
    std::map<std::string, long long> sums;
    for (auto const& one : figures_)
        if (one.year == year)
            sums[one.indicator] += one.value;
    std::erase_if(sums, [](auto const& one) { return one.second == 0; });
    return sums;
}

} // namespace tests
