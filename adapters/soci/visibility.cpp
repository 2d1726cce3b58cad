#include "adapters/soci/visibility.hpp"

#include "adapters/soci/rows.hpp"

namespace adapters::soci {

visibility::visibility(engine::clearance const& who)
    : level_(number_of(who.known_without_part())), parts_(who.parts())
{
    for (std::size_t i = 0; i < parts_.size(); ++i)
        names_.push_back("part" + std::to_string(i));
}

std::string visibility::of_case(std::string const& table) const
{
    // The plus keeps SQLite from the index of levels: nearly every case is visible, and a list is
    // found by its own order.
    auto const by_level = "+" + table + ".level <= :level";
    return knows_some() ? "(" + by_level + " or +" + table + ".id in (" + known_cases() + "))"
                        : by_level;
}

std::string visibility::not_hidden() const
{
    auto const above = std::string(" not in (select h.id from case_file h where h.level > :level");
    return knows_some() ? above + " and h.id not in (" + known_cases() + "))" : above + ")";
}

std::string visibility::or_known(std::string const& rows, std::string const& case_id) const
{
    return knows_some() ? " union all " + rows + " and " + case_id + " in (" + known_cases() + ")"
                        : std::string();
}

std::string visibility::sums_of_cases() const
{
    return "(select unit, shape, phase, closed, opened_in, cases from case_total"
           " where level <= :level" +
           or_known("select c.unit, c.shape, c.phase, c.closed, c.opened_in, 1 from case_file c"
                    " where c.version > 0",
                    "c.id") +
           ") t";
}

std::string visibility::known_cases() const
{
    std::string list;
    for (auto const& one : names_)
        list += (list.empty() ? ":" : ", :") + one;
    return "select k.case_id from case_part k where " +
           (list.empty() ? std::string("1 = 0") : "k.part in (" + list + ")");
}

void visibility::into(query& to) const
{
    to.in("level", level_);
    for (std::size_t i = 0; i < parts_.size(); ++i)
        to.in(names_[i].c_str(), parts_[i]);
}

void visibility::narrow(narrowing& to) const
{
    to.add(of_case("c"));
    bind(to);
}

void visibility::narrow(narrowing& to, std::string const& case_id) const
{
    to.add(case_id + not_hidden());
    bind(to);
}

void visibility::bind(narrowing& to) const
{
    to.with("level", level_);
    for (std::size_t i = 0; i < parts_.size(); ++i)
        to.with(names_[i], parts_[i]);
}

} // namespace adapters::soci
