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
    for (auto const& one : what.values) {
        json::object made{{"indicator", one.indicator},
                          {"value", one.value},
                          {"origin", engine::name_of(one.origin)}};
        if (one.rounded)
            made["rounded"] = engine::name_of(*one.rounded);
        if (one.last_year)
            made["last_year"] = *one.last_year;
        if (one.note)
            made["note"] = *one.note;
        if (one.answer_act)
            made["answer_act"] = *one.answer_act;
        if (one.last_year_imported)
            made["last_year_imported"] = true;
        values.push_back(std::move(made));
    }
    return {{"cut_off", engine::to_text(what.cut_off)},
            {"values", std::move(values)},
            {"digest", what.digest}};
}

} // namespace adapters::report
