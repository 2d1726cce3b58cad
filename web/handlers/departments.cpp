#include "web/handlers/departments.hpp"

#include "web/office.hpp"
#include "workflows/catalogue/procedure.hpp"
#include "workflows/major_decision/consultation.hpp"
#include "workflows/major_decision/drafting.hpp"
#include "workflows/major_decision/intake.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace web::handlers {
namespace {

namespace law = workflows::major_decision;

/// A field that names units which get work by an act.
struct giving_field {
    std::string_view kind;
    char const* name;
    bool to_others = false; ///< whoever acts asks other units than its own
};

constexpr std::array giving_fields = {
    giving_field{workflows::catalogue::public_proposals::handed_over::kind, "unit"},
    giving_field{workflows::catalogue::call::issued::kind, "units"},
    giving_field{law::intake::study_assigned::kind, "to_unit"},
    giving_field{law::intake::start_decided::kind, "sponsors"},
    giving_field{law::intake::start_decided::kind, "lead"},
    giving_field{law::drafting::assessed::kind, "units_concerned", true},
    giving_field{law::consultation::asked::kind, "units", true}};

/// Who works in no department, but for the organ as a whole.
bool is_of_the_organ(std::string_view role)
{
    return role == "head_of_government" || role == "deputy_in_charge" || role == "legal_adviser";
}

/// The units in which nobody else sits; not those of which nobody is known at all.
std::set<std::string> units_of_no_department(visit const& v)
{
    std::set<std::string> with_others, of_the_organ;
    auto const people = v.house.people(v.today());
    for (auto const& one : *people)
        (is_of_the_organ(one.role) ? of_the_organ : with_others).insert(one.unit);
    std::erase_if(of_the_organ,
                  [&](std::string const& unit) { return with_others.contains(unit); });
    return of_the_organ;
}

} // namespace

known_values departments_to_choose(visit const& v, std::string_view kind)
{
    known_values made;
    auto const left_out = units_of_no_department(v);
    auto const& as = v.session->as;
    auto units = *v.house.units();
    auto const is_own = [&](adapters::soci::unit const& one) {
        return as.organ.empty() || one.organ == as.organ;
    };
    std::stable_partition(units.begin(), units.end(), is_own);
    for (auto const& field : giving_fields) {
        if (field.kind != kind)
            continue;
        auto& offered = made[field.name];
        for (auto const& one : units)
            if (!one.is_closed && !left_out.contains(one.code) &&
                !(field.to_others && one.code == as.unit))
                offered.emplace_back(
                    one.code,
                    is_own(one) ? one.name : one.name + "（" + v.house.organ_name(one.code) + "）");
    }
    return made;
}

} // namespace web::handlers
