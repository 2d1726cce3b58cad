#include "adapters/soci/left_tasks.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace adapters::soci {
namespace {

constexpr std::string_view left_to_nobody[] = {"circulation", "evaluation"};

std::string in_quotes(std::span<std::string_view const> names)
{
    std::string all;
    for (auto one : names)
        all += (all.empty() ? "'" : ", '") + std::string(one) + "'";
    return all;
}

} // namespace

bool may_be_left(std::string_view chapter)
{
    return std::find(std::begin(left_to_nobody), std::end(left_to_nobody), chapter) ==
           std::end(left_to_nobody);
}

std::string waits_as_well_for(std::string const& name_of_role)
{
    return "(t.person = 0 and t.chapter not in (" + in_quotes(left_to_nobody) +
           ") and exists (select 1 from task o"
           " where o.case_id = t.case_id and o.chapter = t.chapter and o.kind = t.kind"
           " and o.role = :" +
           name_of_role + " and o.unit = t.unit and o.person = 0))";
}

std::string is_left_by_holder()
{
    return "(a.role = :leaves and exists (select 1 from appointment f"
           " join person q on q.id = f.person where f.role = :goes_first and f.unit = a.unit"
           " and f.for_person = 0 and q.may_sign_in = 1 and f.from_day <= :day"
           " and (f.until_day = '' or f.until_day >= :day)) and " +
           waits_as_well_for("goes_first") + ")";
}

} // namespace adapters::soci
