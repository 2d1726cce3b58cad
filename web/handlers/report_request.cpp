#include "web/handlers/report_request.hpp"

#include "adapters/report/report_places.hpp"
#include "web/handlers/typed_figures.hpp"
#include "web/office.hpp"
#include "workflows/annual_report/procedure.hpp"

#include <algorithm>
#include <utility>

namespace web::handlers {
namespace {

namespace law = workflows::annual_report;
using boost::json::array;
using boost::json::object;

array parts_of_report(visit const& v, law::report_file const& report, typed_figures const& typed)
{
    adapters::report::report_places const places(v.house.report_form());
    std::vector<std::pair<adapters::report::report_place, std::string>> free;
    for (auto const& one : v.house.dictionary().all())
        if (one.is_external() && !law::find_asked(report, one.code))
            free.emplace_back(places.of(one.code), one.code);
    std::stable_sort(free.begin(), free.end(),
                     [](auto const& a, auto const& b) { return a.first < b.first; });
    array parts;
    std::string heading;
    for (auto const& [place, code] : free) {
        auto const above = std::exchange(heading, heading_in_report(v, place));
        if (parts.empty() || heading != above)
            parts.push_back(object{{"heading", heading}, {"codes", array()}});
        parts.back().at("codes").as_array().push_back(
            object{{"code", code},
                   {"words", v.house.dictionary().name(code, v.words.code())},
                   {"unit_of", unit_beside_name(v, code)},
                   {"ticked", typed.has_ticked(code)}});
    }
    return parts;
}

} // namespace

object request_view(visit const& v, opened_case const& file, law::report_file const& report,
                    std::map<std::string, engine::offer, std::less<>> const& offers)
{
    if (!is_open(offers, law::collection::asked::kind))
        return {{"any", false}};
    typed_figures const typed(v, law::collection::asked::kind);
    auto made = act_form_view(v, file, law::collection::asked::kind, "report/main");
    made["any"] = true;
    made["expanded"] = typed.came_back() || offers.find(law::collection::asked::kind)->second.duty;
    made["parts"] = parts_of_report(v, report, typed);
    array units;
    for (auto const& unit : v.own_units())
        units.push_back(object{{"code", unit.code},
                               {"words", unit.name},
                               {"selected", unit.code == typed.word("unit")}});
    made["units"] = std::move(units);
    made["today"] = engine::to_text(v.today());
    made["answer_by"] = typed.word("answer_by");
    made["remarks"] = typed.word("remarks");
    made["indicators_fault"] = typed.fault_of("indicators");
    return made;
}

} // namespace web::handlers
