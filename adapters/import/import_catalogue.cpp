#include "adapters/import/import_catalogue.hpp"

#include "adapters/import/acts_in_turn.hpp"
#include "adapters/import/catalogue_table.hpp"
#include "adapters/import/objections.hpp"
#include "adapters/import/planned_case.hpp"
#include "adapters/soci/catalogue_board.hpp"
#include "engine/chain.hpp"
#include "workflows/catalogue/procedure.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <set>

namespace adapters::import {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
namespace catalogue = workflows::catalogue;

template <class Text>
void put(object& into, char const* name, std::optional<Text> const& value)
{
    if (value)
        into[name] = std::string(*value);
}

array codes_of(std::vector<engine::unit_ref> const& units)
{
    array all;
    for (auto const& one : units)
        all.emplace_back(std::string(one));
    return all;
}

object body_of(catalogue::item_details const& one)
{
    object made{{"item_name", one.item_name}};
    put(made, "content", one.content);
    if (one.matter)
        made["matter"] = std::string(engine::name_of(*one.matter));
    put(made, "lead", one.lead);
    made["co_sponsors"] = codes_of(one.co_sponsors);
    made["cooperating"] = codes_of(one.cooperating);
    put(made, "legal_basis", one.legal_basis);
    array steps;
    for (auto const step : one.steps)
        steps.emplace_back(std::string(engine::name_of(step)));
    made["steps"] = std::move(steps);
    put(made, "planned_start", one.planned_start);
    put(made, "planned_consultation", one.planned_consultation);
    put(made, "planned_meeting", one.planned_meeting);
    made["withheld"] = one.withheld;
    made["also_normative_document"] = one.also_normative_document;
    put(made, "item_remarks", one.item_remarks);
    return made;
}

object body_of(catalogue::call::taken_over const& one, catalogue_terms const& terms)
{
    array items;
    for (auto const& details : one.items)
        items.push_back(body_of(details));
    object made{{"items", std::move(items)}};
    name_source(made, terms.file_name, terms.source);
    put(made, "issuer", one.issuer);
    put(made, "approval_basis", one.approval_basis);
    put(made, "document_number", one.document_number);
    if (one.published_on)
        made["published_on"] = engine::to_text(*one.published_on);
    put(made, "address", one.address);
    put(made, "remarks", one.remarks);
    return made;
}

/// "items[3].planned_meeting" is about the fourth entry; 1 for anything else.
std::size_t line_of(std::string const& path, std::vector<std::size_t> const& lines)
{
    constexpr std::string_view items = "items[";
    std::size_t at = 0;
    if (!path.starts_with(items) ||
        std::from_chars(path.data() + items.size(), path.data() + path.size(), at).ec !=
            std::errc() ||
        at >= lines.size())
        return 1;
    return lines[at];
}

/// Asks the law about the acts on a sheet of paper.
void judge(std::vector<engine::submission> acts, std::vector<std::size_t> const& lines,
           engine::law_in_force law, std::vector<csv::fault>& faults)
{
    memory_record paper;
    for (auto const& answer : judge_in_turn(std::move(acts), law, paper)) {
        if (auto const* malformed = std::get_if<engine::malformed>(&answer))
            for (auto const& one : malformed->faults)
                faults.push_back(
                    {{}, line_of(one.path, lines), say("{1}：{2}", one.path, one.reason)});
        else
            for (auto& why : objections(answer))
                faults.push_back({{}, 1, std::move(why)});
    }
}

/// The same file for the same year and organ gives the same acts (JC-5).
std::string key_of(std::string_view bytes, catalogue_terms const& terms)
{
    return std::to_string(terms.year) + "-" +
           engine::sha256(terms.by.unit + "\n" + std::string(bytes)).substr(0, 32);
}

object body_of_proposals(catalogue_table const& table, std::size_t first, std::size_t count,
                         catalogue_terms const& terms)
{
    array proposals;
    for (auto i = first; i < first + count; ++i) {
        auto one = body_of(table.content.items[i]);
        if (auto const& by = table.proposers[i]; !by.empty())
            one["proposed_by"] = by;
        proposals.push_back(std::move(one));
    }
    object made{{"proposals", std::move(proposals)}};
    name_source(made, terms.file_name, terms.source);
    return made;
}

/// Whoever proposes, leads or helps is a unit of this house: it will be asked and told.
void find_unknown_units(catalogue_table const& table, std::vector<soci::unit> const& units,
                        std::vector<csv::fault>& faults)
{
    for (std::size_t i = 0; i < table.content.items.size(); ++i) {
        auto const& item = table.content.items[i];
        std::vector<std::string> named(item.co_sponsors.begin(), item.co_sponsors.end());
        named.insert(named.end(), item.cooperating.begin(), item.cooperating.end());
        if (item.lead)
            named.push_back(*item.lead);
        if (!table.proposers[i].empty())
            named.push_back(table.proposers[i]);
        for (auto const& name : named)
            if (std::none_of(units.begin(), units.end(),
                             [&](auto const& one) { return one.code == name; }))
                faults.push_back({{}, table.lines[i], say("本系统没有登记单位“{1}”", name)});
    }
}

/// Judges the rows one after the other as if each came alone, so that its faults have its line.
/// What is refused of a table without rows too is wrong with the catalogue of that year.
void judge_rows(catalogue_table const& table, catalogue_terms const& terms,
                soci::case_record const& kept, engine::law_in_force law,
                std::vector<csv::fault>& faults)
{
    memory_record paper;
    copy_onto(paper, kept);
    engine::desk desk(law, 1);
    auto const objections_to = [&](std::size_t first, std::size_t count) {
        auto wish = submission_of(
            terms, catalogue::shape_name,
            "rehearsed-row-" + std::to_string(first + 1) + "-" + std::to_string(count),
            catalogue::call::list_entered::kind, body_of_proposals(table, first, count, terms));
        wish.on = kept.entry.head.line.id;
        return objections(desk.submit(wish, paper));
    };
    auto const of_the_year = objections_to(0, 0);
    std::set<std::size_t> told;
    for (std::size_t i = 0; i < table.content.items.size(); ++i)
        for (auto& why : objections_to(i, 1)) {
            auto const found = std::find(of_the_year.begin(), of_the_year.end(), why);
            if (found == of_the_year.end())
                faults.push_back({{}, table.lines[i], std::move(why)});
            else if (told.insert(static_cast<std::size_t>(found - of_the_year.begin())).second)
                faults.push_back({{},
                                  1,
                                  say("{1}年度的目录不能录入申报：{2}。请核对所填的年度",
                                      terms.year, std::move(why))});
        }
}

} // namespace

catalogue_import prepare_proposals(std::string_view bytes, catalogue_terms const& terms,
                                   std::vector<soci::unit> const& units, soci::reader& records,
                                   engine::law_in_force law)
{
    auto table = read_catalogue(bytes, terms.year, units);
    catalogue_import made{.acts = {},
                          .items = table.content.items.size(),
                          .faults = std::move(table.faults),
                          .remarks = {}};
    find_unknown_units(table, units, made.faults);
    auto const found = soci::catalogue_board(records).find(terms.year, terms.by.unit);
    auto const kept = found ? records.read_case(found->id) : std::nullopt;
    if (!kept)
        made.faults.push_back({{}, 1, say("{1}年度目录还没有设立，不能导入申报", terms.year)});
    if (!made.faults.empty())
        return made;

    auto whole = submission_of(terms, catalogue::shape_name, "proposals-" + key_of(bytes, terms),
                               catalogue::call::list_entered::kind,
                               body_of_proposals(table, 0, table.content.items.size(), terms));
    whole.on = kept->entry.head.line.id;
    if (records.find_act(whole.act_id)) {
        made.already_here = true;
        return made;
    }
    judge_rows(table, terms, *kept, law, made.faults);
    if (made.faults.empty())
        made.acts.push_back(std::move(whole));
    return made;
}

catalogue_import prepare_catalogue(std::string_view bytes, catalogue_terms const& terms,
                                   std::vector<soci::unit> const& units, soci::reader& records,
                                   engine::law_in_force law)
{
    auto table = read_catalogue(bytes, terms.year, units);
    catalogue_import made{.acts = {},
                          .items = table.content.items.size(),
                          .faults = std::move(table.faults),
                          .remarks = std::move(table.remarks)};
    if (!made.faults.empty())
        return made;

    auto const key = "import-" + key_of(bytes, terms);
    auto set_up = submission_of(terms, catalogue::shape_name, key + "-1",
                                catalogue::call::set_up::kind, {{"year", terms.year}});
    auto take_over =
        submission_of(terms, catalogue::shape_name, key + "-2", catalogue::call::taken_over::kind,
                      body_of(table.content, terms));
    judge({set_up, take_over}, table.lines, law, made.faults);
    if (!made.faults.empty())
        return made;
    if (records.find_act(take_over.act_id)) {
        made.already_here = true;
        return made;
    }
    if (auto const kept = soci::catalogue_board(records).find(terms.year, terms.by.unit)) {
        auto const head = records.find_case(kept->id);
        if (!head || head->head.version > 1) {
            made.faults.push_back(
                {{}, 1, say("{1}年度目录已在编制或者已经公布，不能导入", terms.year)});
            return made;
        }
        take_over.on = kept->id;
    } else
        made.acts.push_back(std::move(set_up));
    made.acts.push_back(std::move(take_over));
    return made;
}

void enter_catalogue(catalogue_import& what, soci::database& at, engine::law_in_force law)
{
    soci::clerk clerk(at, law);
    for (auto const& answer : enter_in_turn(what.acts, clerk))
        for (auto& why : objections(answer))
            what.faults.push_back({{}, 1, std::move(why)});
}

} // namespace adapters::import
