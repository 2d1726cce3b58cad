#include "web/handlers/offered_number.hpp"

#include "web/handlers/archive_number.hpp"
#include "web/handlers/drafts.hpp"
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
constexpr retention_period all_periods[] = {
    retention_period::permanent, retention_period::thirty_years, retention_period::ten_years};

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

/// The next number under a rule of what is kept so long.
std::string next_of_term(visit const& v, soci::numbering_rule const& rule, retention_period kept)
{
    auto const year = engine::year_of(v.today());
    auto const code = code_of(kept);
    return soci::file_number(
        rule.mark, year, code,
        v.house.with().numbers->next_of_files(rule.unit, rule.mark, year, code));
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

bool sends_number_of_another_term(pairs const& sent, typed_form const& typed)
{
    auto const* proposed = find(sent, std::string(proposal_prefix) + of_a_file);
    auto const* number = typed.body.if_contains(of_a_file);
    return proposed && number && number->is_string() && number->get_string() == *proposed &&
           typed.kind == archive::archived::kind &&
           fault_of_archive_number(typed.kind, typed.body).has_value();
}

void take_number_of_term(visit const& v, typed_form& typed)
{
    auto const rule = rule_for(v, typed.kind);
    auto const* chosen = typed.body.if_contains("retention");
    if (!rule || !chosen || !chosen->is_string())
        return;
    for (auto const kept : all_periods)
        if (chosen->get_string() == engine::name_of(kept)) {
            typed.body[of_a_file] = next_of_term(v, *rule, kept);
            std::erase_if(typed.faults, [](auto const& one) { return one.path == of_a_file; });
        }
}

std::string next_file_numbers(visit const& v, std::string_view kind)
{
    if (kind != archive::archived::kind && kind != archive::number_corrected::kind)
        return {};
    auto const rule = rule_for(v, archive::archived::kind);
    if (!rule)
        return {};
    std::string all;
    for (auto const kept : all_periods)
        all += (all.empty() ? "" : v.words("words.semicolon")) +
               v.words("choice.retention_period." + std::string(engine::name_of(kept))) + " " +
               next_of_term(v, *rule, kept);
    return v.words(engine::say("下一个档号：{1}", all));
}

} // namespace web::handlers
