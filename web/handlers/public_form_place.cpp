#include "web/handlers/public_form_place.hpp"

#include "adapters/soci/catalogue_board.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "workflows/catalogue/procedure.hpp"
#include "workflows/major_decision/parameters.hpp"

#include <algorithm>
#include <vector>

namespace web::handlers {
namespace {

using boost::json::object;
using engine::say;
namespace catalogue = workflows::catalogue;
namespace soci = adapters::soci;

constexpr char const* address = "/public/proposals";

/// A catalogue that still takes proposals.
struct taking_catalogue {
    engine::case_id id;
    int year = 0;
};

/// Of the organ of a unit, of this year or the next, else the one of last year until there is
/// another: the year ends no right to propose (R713-10.4). One that is not published yet takes them
/// too: of it no more is told than that.
std::optional<taking_catalogue> find_taking(visit& v, std::string const& unit)
{
    auto const this_year = engine::year_of(v.today());
    return v.records->look_as(
        engine::clearance::of_the_record(),
        [&](soci::reader& seen) -> std::optional<taking_catalogue> {
            for (auto const year : {this_year, this_year + 1, this_year - 1}) {
                auto const kept = soci::catalogue_board(seen).find(year, unit);
                auto const file = kept ? open_file(v, kept->id) : std::nullopt;
                auto const* content = file ? catalogue::content_of(file->file()) : nullptr;
                if (content && !file->rebuilt.broken && !catalogue::is_closed(*content))
                    return taking_catalogue{kept->id, year};
            }
            return {};
        });
}

/// One unit of each organ, in the order of the register.
std::vector<std::string> units_of_organs(visit const& v)
{
    std::vector<std::string> units, names;
    for (auto const all_units = v.house.units(); auto const& one : *all_units) {
        auto name = v.house.organ_name(one.code);
        if (name.empty() || std::find(names.begin(), names.end(), name) != names.end())
            continue;
        names.push_back(std::move(name));
        units.push_back(one.code);
    }
    return units;
}

std::string address_for(std::string const& unit)
{
    return std::string(address) + "?" + to_query({{"unit", unit}});
}

/// What there is to choose from where the house is that of several organs.
boost::json::array organs_view(visit const& v, std::vector<std::string> const& units,
                               std::string const& chosen)
{
    boost::json::array made;
    if (units.size() > 1)
        for (auto const& unit : units)
            made.push_back(
                object{{"organ_name", v.house.organ_name(unit)},
                       {"organ_href", address_for(unit)},
                       {"shown", v.house.organ_name(unit) == v.house.organ_name(chosen)}});
    return made;
}

} // namespace

form_place place_of_proposals(visit& v)
{
    auto const units = units_of_organs(v);
    auto unit = v.query("unit");
    if (v.house.organ_name(unit).empty())
        unit.clear();
    std::optional<taking_catalogue> found;
    if (!unit.empty())
        found = find_taking(v, unit);
    else
        for (auto const& one : units)
            if (found = find_taking(v, one); found) {
                unit = one;
                break;
            }
    if (unit.empty() && !units.empty())
        unit = units.front();

    auto const organ = v.house.organ_name(unit);
    form_place at{.on = found ? found->id : engine::case_id{},
                  .action = address_for(unit),
                  .head = {{"href", "/public"}, {"organ", organ}},
                  .title = v.words("public.nav_front"),
                  .back_words = v.words("public.to_front")};
    if (!found)
        at.head["to_words"] = "";
    else if (found->year < engine::year_of(v.today()))
        at.head["to_words"] = v.words(say("向{1}提出的建议", organ));
    else
        at.head["to_words"] = v.words(say("向{1}提出，列入{2}年度的建议", organ, found->year));
    at.organs = organs_view(v, units, unit);
    at.needs_basis = v.house.with()
                         .law.book.in_force(v.house.place_of_unit(unit), v.today())
                         .flag(workflows::major_decision::proposal_parts_required);
    if (!found) {
        at.closed = say("{1}现在没有受理决策事项建议的年度目录。", organ);
        at.other_way = say("有建议的，可以书面寄送{1}办公室，或者向主管部门提出。", organ);
    }
    return at;
}

} // namespace web::handlers
