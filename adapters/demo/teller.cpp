#include "adapters/demo/teller.hpp"

#include <stdexcept>

namespace adapters::demo {

teller::teller(char const* shape, std::string const& place, engine::law_in_force law,
               engine::day begins, engine::instant now)
    : law_(law), now_(now), today_(law.days.roll_forward(begins))
{
    auto const found = law.shapes.find(shape);
    if (found == law.shapes.end())
        throw std::invalid_argument("no such shape: " + std::string(shape));
    told_.file = found->second.make(place);
}

bool teller::wait(long long working_days)
{
    if (working_days > 0)
        today_ = law_.days.after(today_, working_days);
    return at() <= now_;
}

bool teller::enter(std::string kind, boost::json::object body, engine::actor const& by)
{
    engine::act what;
    what.on = {1};
    what.seq = static_cast<long long>(told_.acts.size()) + 1;
    what.kind = kind;
    what.body = body;
    what.by = by;
    what.entered_at = at();
    auto found = told_.file->attempt(what, {law_.book, law_.days, engine::legal_day(at())});
    if (!found.admitted()) {
        told_.refused_kind = std::move(kind);
        told_.refusals = std::move(found.answer.refusals);
        told_.faults = std::move(found.faults);
        return false;
    }
    told_.acts.push_back({std::move(kind), std::move(body), by, at()});
    told_.entered.push_back(std::move(what));
    return true;
}

void teller::tell(std::vector<story_step> const& steps, std::string const& until)
{
    for (auto const& one : steps)
        if (one.is_taken &&
            (!wait(one.wait) || !enter(one.kind, one.body(), one.who) || one.kind == until))
            return;
}

engine::instant teller::at() const
{
    return engine::instant(today_) + std::chrono::hours(1) +
           std::chrono::minutes(7 * told_.acts.size());
}

engine::actor seated(officials const& by, std::string const& role, std::string const& unit)
{
    auto const* one = by.holding({{role, unit}}, unit);
    if (!one)
        throw std::invalid_argument("nobody is " + role + " of " + unit);
    return *one;
}

} // namespace adapters::demo
