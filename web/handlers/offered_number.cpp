#include "web/handlers/offered_number.hpp"

#include "web/handlers/archive_number.hpp"
#include "web/office.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

namespace archive = workflows::major_decision::archive;
namespace soci = adapters::soci;
using boost::json::object;
using fields = std::vector<engine::field>;
using archive::retention_period;

constexpr char const* of_a_paper = "document_number";
constexpr char const* of_a_file = "archive_number";

bool has(fields const* known, std::string_view name)
{
    return known && std::any_of(known->begin(), known->end(),
                                [&](engine::field const& one) { return one.name == name; });
}

/// The rule under which whoever looks numbers by such an act; nothing where the house has none.
std::optional<soci::numbering_rule> rule_for(visit const& v, std::string_view kind)
{
    auto const* series = v.house.with().numbers;
    if (!series)
        return {};
    soci::numbering_rule rule{v.actor().unit, std::string(kind), v.today(), ""};
    rule.mark = series->mark_of(rule.unit, rule.kind, rule.from);
    return rule.mark.empty() ? std::nullopt : std::optional(std::move(rule));
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
    auto const* known = file.file().fields_of(std::string(kind));
    auto const* field = has(known, of_a_paper)  ? of_a_paper
                        : has(known, of_a_file) ? of_a_file
                                                : nullptr;
    auto const rule = field ? rule_for(v, kind) : std::nullopt;
    if (!rule)
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
    made[field] = number_after_last(*v.house.with().numbers, *rule, engine::year_of(v.today()),
                                    known, retention);
    return made;
}

std::string next_file_numbers(visit const& v, std::string_view kind)
{
    if (kind != archive::archived::kind && kind != archive::number_corrected::kind)
        return {};
    auto const rule = rule_for(v, archive::archived::kind);
    if (!rule)
        return {};
    auto const year = engine::year_of(v.today());
    std::string all;
    for (auto const kept : {retention_period::permanent, retention_period::thirty_years,
                            retention_period::ten_years}) {
        auto const code = code_of(kept);
        all += (all.empty() ? "" : v.words("words.semicolon")) +
               v.words("choice.retention_period." + std::string(engine::name_of(kept))) + " " +
               soci::file_number(
                   rule->mark, year, code,
                   v.house.with().numbers->next_of_files(rule->unit, rule->mark, year, code));
    }
    return v.words(engine::say("下一个档号：{1}", all));
}

} // namespace web::handlers
