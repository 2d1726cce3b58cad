#include "workflows/yearly_duties.hpp"

#include "workflows/annual_report/conditions.hpp"
#include "workflows/annual_report/procedure.hpp"
#include "workflows/catalogue/procedure.hpp"
#include "workflows/major_decision/parameters.hpp"

namespace workflows {

std::vector<yearly_duty> yearly_duties(engine::rules const& place, std::string_view level,
                                       bool keeps_catalogue, engine::day today)
{
    auto const year = engine::year_of(today);
    std::vector<yearly_duty> all;
    if (place.flag(major_decision::catalogue_required) || keeps_catalogue)
        all.push_back({catalogue::shape_name, std::string(catalogue::call::set_up::kind), year,
                       place.rule_of(major_decision::catalogue_required, "R713-3.4")});
    if (level != "township") {
        annual_report::report_file last_year;
        last_year.opening = annual_report::report::opened{.year = year - 1, .organ_name = {}};
        all.push_back({annual_report::shape_name, std::string(annual_report::report::opened::kind),
                       year - 1, "AR-2", annual_report::submission_day(last_year)});
    }
    return all;
}

} // namespace workflows
