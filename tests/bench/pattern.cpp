#include "tests/bench/pattern.hpp"

#include "adapters/demo/tell_matters.hpp"
#include "workflows/legal_matter/procedure.hpp"
#include "workflows/major_decision/parameters.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <string_view>

namespace bench {
namespace {

namespace demo = adapters::demo;
namespace json = boost::json;

/// Stands for the title in every act of a pattern.
constexpr char const* title_place = "高要区重点事项实施方案";

/// So many of a thousand.
using share = int;

struct decision_way {
    share of;
    std::set<std::string, std::less<>> turns;
    char const* until;
};

// Most of what is proposed falls under no decision procedure; some waits for ever.
std::vector<decision_way> const& decision_table()
{
    static std::vector<decision_way> const all = {
        {100, {}, "intake.proposed"},
        {50, {}, "intake.studied"},
        {200, {"declined"}, ""},
        {620, {"excluded_at_once"}, ""},
        {10, {"withdrawn"}, "closing.withdrawn"},
        {10, {}, ""},
        {5, {"unit_comments"}, ""},
        {5, {"changes_first"}, ""},
    };
    return all;
}

struct matter_way {
    share of;
    char const* until; ///< empty: told afterwards, as registers that were kept before are
};

constexpr std::array<matter_way, 8> matter_table = {{
    {680, ""},
    {170, "outcome.archived"},
    {50, "outcome.closed"},
    {20, "advice.answered"},
    {10, "advice.letter_issued"},
    {20, "advice.opined"},
    {20, "handling.assigned"},
    {30, "matter.registered"},
}};

struct kind_of_matter {
    char const* name;
    bool has_another_side;
    char const* basis;
    char const* conclusion;
    char const* result;
    bool avoids_loss;
};

constexpr std::array<kind_of_matter, 10> kinds = {{
    {"contract", true, "contract_price", "after_changes", "contract_signed", false},
    {"litigation", true, "claim_value", "risk_notice", "partly_won", true},
    {"contract", true, "contract_price", "agree", "contract_signed", false},
    {"decision", false, "none", "agree", "document_issued", false},
    {"project", true, "project_investment", "risk_notice", "concluded", false},
    {"disclosure_reply", false, "none", "agree", "replied", false},
    {"contract", true, "not_yet_known", "after_changes", "contract_signed", false},
    {"reconsideration", true, "claim_value", "risk_notice", "won", true},
    {"normative_document", false, "none", "after_changes", "document_issued", false},
    {"petition_dispute", true, "claim_value", "after_changes", "settled", true},
}};

constexpr std::array<std::array<char const*, 2>, 4> traits = {{
    {"catalogue", "technical"},
    {"operators", "technical"},
    {"catalogue", "risk"},
    {"vital", "concern"},
}};

constexpr std::array types = {"public_policy", "plan", "resource_policy", "construction_project",
                              "other_major"};

bool has_amount(kind_of_matter const& kind)
{
    return std::string_view(kind.basis) != "none" &&
           std::string_view(kind.basis) != "not_yet_known";
}

template <class Ways>
std::size_t way_of(Ways const& ways, std::size_t lot)
{
    std::size_t reached = 0;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        reached += static_cast<std::size_t>(ways[i].of);
        if (lot < reached)
            return i;
    }
    throw std::logic_error("the shares of the ways do not make a thousand");
}

void must_go_well(demo::telling const& told, engine::day begins)
{
    if (told.went_well() && !told.acts.empty())
        return;
    auto words = "a pattern that begins on " + engine::to_text(begins) + " stops at \"" +
                 told.refused_kind + "\":";
    for (auto const& ground : told.refusals)
        words += " " + ground.rule + " " + ground.reason.id;
    for (auto const& fault : told.faults)
        words += " " + fault.path + " " + fault.reason.id;
    throw std::runtime_error(words);
}

void put_title(json::value& into, std::string const& title)
{
    if (auto* words = into.if_string()) {
        std::string_view const place = title_place;
        for (auto at = words->find(place); at != json::string::npos;
             at = words->find(place, at + title.size()))
            words->replace(at, place.size(), title);
    } else if (auto* list = into.if_array()) {
        for (auto& one : *list)
            put_title(one, title);
    } else if (auto* object = into.if_object()) {
        for (auto& one : *object)
            put_title(one.value(), title);
    }
}

/// Somebody of a role; the `turn`-th where there are several.
engine::actor seated(demo::officials const& by, std::string const& role, std::size_t turn = 0)
{
    auto const* one = by.holding({{role, ""}}, {}, turn);
    if (!one)
        throw std::runtime_error("nobody is " + role);
    return *one;
}

/// The units with a clerk, a head, a legal officer and somebody who carries decisions out, and
/// with nobody who judges others.
std::vector<std::string> units_of(demo::officials const& by)
{
    std::set<std::string> const wanted = {"sponsor_clerk", "department_head", "legal_officer",
                                          "executor"};
    std::map<std::string, std::set<std::string>> roles;
    for (auto const& one : by.all())
        roles[one.unit].insert(one.role);
    std::vector<std::string> found;
    for (auto const& [unit, held] : roles)
        if (held == wanted)
            found.push_back(unit);
    if (found.size() < 3)
        throw std::runtime_error("fewer than three units can carry a decision");
    return found;
}

} // namespace

std::vector<demo::told_act> told_of(pattern const& like, particulars const& what)
{
    auto acts = like.acts;
    for (auto& one : acts) {
        for (auto& member : one.body)
            put_title(member.value(), what.title);
        if (auto* other = one.body.if_contains("counterparty"))
            *other = what.counterparty;
        if (auto* amount = one.body.if_contains("amount"))
            *amount = what.amount;
        if (auto* loss = one.body.if_contains("loss_avoided"))
            *loss = what.amount / 4 + 1;
    }
    return acts;
}

pattern_book::pattern_book(engine::law_in_force law, demo::officials const& by, std::string place,
                           engine::instant now)
    : law_(law), by_(by), place_(std::move(place)), now_(now), units_(units_of(by))
{
    paper_ = [this](std::string const& name, std::string const&) {
        auto const words = name + "\n";
        auto const filed = demo::loose_paper()(name, words);
        std::pair<std::string, std::string> const kept(name, words);
        if (known_.emplace(filed.hash, kept).second)
            fresh_.emplace(filed.hash, kept);
        return filed;
    };
}

std::size_t pattern_book::decision_ways()
{
    return decision_table().size();
}

std::size_t pattern_book::matter_ways()
{
    return matter_table.size();
}

std::size_t pattern_book::decision_way(std::size_t lot)
{
    return way_of(decision_table(), lot);
}

std::size_t pattern_book::matter_way(std::size_t lot)
{
    return way_of(matter_table, lot);
}

pattern pattern_book::decision(std::size_t way, engine::day begins, std::size_t turn)
{
    auto const& how = decision_table().at(way);
    auto const unit = [&](std::size_t further) { return units_[(turn + further) % units_.size()]; };
    auto const& touched = traits[turn % traits.size()];
    static std::set<std::string, std::less<>> const of_declined = {"declined"};
    demo::story one{.what = {.title = title_place,
                             .type = types[turn % types.size()],
                             .sponsor = unit(0),
                             .partners = {},
                             .concerned = {unit(1), unit(2)},
                             .executor = unit(0),
                             .evaluator = "justice",
                             .traits = {touched.begin(), touched.end()},
                             .seed = static_cast<long long>(turn)},
                    .place = place_,
                    .begins = begins,
                    .turns = how.turns.contains("excluded_at_once") && !may_be_excluded(begins)
                                 ? of_declined
                                 : how.turns,
                    .until = how.until};
    auto told = demo::tell(one, by_, law_, paper_, now_);
    must_go_well(told, begins);
    auto started = demo::decision_of(one, told, "");
    return {std::move(one.shape), engine::entered_as_demo, std::move(told.acts),
            std::move(started)};
}

/// Only a rule says what is no major decision; before there was one, such a proposal was declined.
bool pattern_book::may_be_excluded(engine::day on) const
{
    auto const grounds =
        law_.book.in_force(place_, on).list(workflows::major_decision::intake_exclusions);
    return std::find(grounds.begin(), grounds.end(), "not_major") != grounds.end();
}

pattern pattern_book::matter(std::size_t way, engine::day begins, std::size_t turn)
{
    auto const& how = matter_table.at(way);
    if (std::string_view(how.until).empty())
        return told_afterwards(turn, begins);
    auto const& kind = kinds[turn % kinds.size()];
    constexpr long long some = 100;
    demo::matter_sample const one{
        .title = title_place,
        .kind = kind.name,
        .unit = units_[turn % units_.size()],
        .counterparty = kind.has_another_side ? "某公司" : "",
        .basis = kind.basis,
        .amount = has_amount(kind) ? std::optional(some) : std::nullopt,
        .begins = begins,
        .counsel = turn % 2 == 0 ? seated(by_, "legal_adviser", turn / 2).name : "",
        .conclusion = kind.conclusion,
        .adoption = turn % 5 == 0 ? "partly_adopted" : "adopted",
        .result = kind.result,
        .loss = kind.avoids_loss ? std::optional(some) : std::nullopt,
        .until = how.until};
    auto told = demo::tell_matter(one, place_, by_, law_, now_);
    must_go_well(told, begins);
    return {workflows::legal_matter::shape_name, engine::entered_as_demo, std::move(told.acts)};
}

/// Registered when it was over, as an import of a register does it.
pattern pattern_book::told_afterwards(std::size_t turn, engine::day on) const
{
    using std::chrono::days;
    auto const& kind = kinds[turn % kinds.size()];
    auto const office = seated(by_, "reviewer");
    json::object request{{"title", title_place},
                         {"legal_kind_is", kind.name},
                         {"requesting_unit", units_[turn % units_.size()]},
                         {"received_on", engine::to_text(on - days(40))},
                         {"urgency_is", "ordinary"},
                         {"asked_at_is", "outset"},
                         {"basis_of_amount", kind.basis}};
    if (kind.has_another_side)
        request["counterparty"] = "某公司";
    if (has_amount(kind))
        request["amount"] = 100;
    json::object ending{{"closed_on", engine::to_text(on - days(10))},
                        {"handler", office.name},
                        {"opinion", "经审查，建议按意见修改后办理。"},
                        {"letter_number", "高司意〔" + std::to_string(engine::year_of(on)) + "〕" +
                                              std::to_string(turn % 900 + 1) + "号"},
                        {"adoption", "已采纳"},
                        {"outcome", "已办结"}};
    if (turn % 2 == 0)
        ending["counsel"] = seated(by_, "legal_adviser", turn / 2).name;
    auto const at = engine::instant(on) + std::chrono::hours(1);
    pattern made{workflows::legal_matter::shape_name, engine::entered_by_import, {}};
    made.acts.push_back({"matter.registered", std::move(request), office, at});
    made.acts.push_back(
        {"handling.told_afterwards", std::move(ending), office, at + std::chrono::minutes(5)});
    return made;
}

} // namespace bench
