#include "adapters/report/report_bodies.hpp"

namespace adapters::report {
namespace {

namespace json = boost::json;
using namespace workflows::annual_report;

} // namespace

json::object body_of(gate::checked const& what)
{
    json::array units, findings;
    for (auto const& one : what.units)
        units.push_back(json::object{{"unit", std::string(one.unit)},
                                     {"cases", one.cases},
                                     {"cases_at_fault", one.cases_at_fault}});
    for (auto const& one : what.findings) {
        json::object made{
            {"finding", one.finding}, {"unit", std::string(one.unit)}, {"blocks", one.blocks}};
        if (one.case_number)
            made["case_number"] = *one.case_number;
        if (one.subject)
            made["subject"] = *one.subject;
        if (one.item)
            made["item"] = *one.item;
        findings.push_back(std::move(made));
    }
    return {{"units", std::move(units)}, {"findings", std::move(findings)}};
}

json::object body_of(freezing::frozen const& what)
{
    json::array values;
    for (auto const& one : what.values)
        values.push_back(as_json(one));
    return {{"cut_off", engine::to_text(what.cut_off)},
            {"values", std::move(values)},
            {"digest", what.digest}};
}

} // namespace adapters::report
