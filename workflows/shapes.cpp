#include "workflows/shapes.hpp"

#include "workflows/administration/procedure.hpp"
#include "workflows/adviser_file/procedure.hpp"
#include "workflows/annual_report/procedure.hpp"
#include "workflows/catalogue/procedure.hpp"
#include "workflows/legal_matter/procedure.hpp"
#include "workflows/major_decision/procedure.hpp"
#include "workflows/normative_document/procedure.hpp"

namespace workflows {

engine::procedure_shapes shapes(engine::rights const& entitled, std::set<std::string> places)
{
    engine::procedure_shapes all;
    // The shape of order 713. A released shape is never edited: a correction is a new one beside
    // it.
    all.emplace(
        "major_decision/2019",
        engine::procedure_shape{.name = "major_decision/2019",
                                .opening_kind = std::string(major_decision::intake::proposed::kind),
                                .number_prefix = "JC",
                                .make = engine::cases_of(major_decision::parts())});
    all.emplace(catalogue::shape_name, catalogue::shape());
    all.emplace(adviser_file::shape_name, adviser_file::shape());
    all.emplace(legal_matter::shape_name, legal_matter::shape());
    all.emplace(normative_document::shape_name, normative_document::shape());
    all.emplace(annual_report::shape_name, annual_report::shape());
    all.emplace(
        administration::shape_name,
        administration::shape(std::make_shared<engine::rights const>(entitled), std::move(places)));
    return all;
}

} // namespace workflows
