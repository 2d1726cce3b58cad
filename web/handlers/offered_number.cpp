#include "web/handlers/offered_number.hpp"

#include "web/office.hpp"
#include "workflows/major_decision/archive.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

namespace soci = adapters::soci;
using boost::json::object;
using fields = std::vector<engine::field>;
using workflows::major_decision::archive::retention_period;

constexpr char const* of_a_paper = "document_number";
constexpr char const* of_a_file = "archive_number";

bool has(fields const* known, std::string_view name)
{
    return known && std::any_of(known->begin(), known->end(),
                                [&](engine::field const& one) { return one.name == name; });
}

/// As DA/T 22 writes them.
std::string_view code_of(retention_period kept)
{
    return kept == retention_period::permanent      ? "Y"
           : kept == retention_period::thirty_years ? "D30"
                                                    : "D10";
}

} // namespace

bool brings_number(fields const* known)
{
    return has(known, of_a_paper) || has(known, of_a_file);
}

std::string number_after_last(soci::numbering const& series, soci::numbering_rule const& rule,
                              int year, fields const* known, std::string_view retention)
{
    if (has(known, of_a_paper))
        return soci::document_number(rule.mark, year, series.next_written(rule.mark, year));
    if (has(known, of_a_file))
        return soci::file_number(rule.mark, year, retention,
                                 series.next_of_files(rule.unit, rule.mark, year, retention));
    return soci::document_number(rule.mark, year, series.next_number(rule.unit, rule.mark, year));
}

object offered_number(visit const& v, opened_case const& file, std::string_view kind)
{
    auto const* series = v.house.with().numbers;
    auto const* known = file.file().fields_of(std::string(kind));
    auto const* field = has(known, of_a_paper)  ? of_a_paper
                        : has(known, of_a_file) ? of_a_file
                                                : nullptr;
    if (!series || !field)
        return {};
    soci::numbering_rule rule{v.actor().unit, std::string(kind), v.today(), ""};
    rule.mark = series->mark_of(rule.unit, rule.kind, rule.from);
    if (rule.mark.empty())
        return {};
    object made;
    std::string_view retention;
    if (has(known, "retention")) {
        auto const kept = workflows::major_decision::usual_retention(file.file());
        if (!kept)
            return {};
        retention = code_of(*kept);
        made["retention"] = engine::name_of(*kept);
    }
    made[field] = number_after_last(*series, rule, engine::year_of(v.today()), known, retention);
    return made;
}

} // namespace web::handlers
