#include "adapters/soci/matter_list.hpp"
#include "web/form.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/register_page.hpp"
#include "web/handlers/sheet_answer.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "workflows/legal_matter/procedure.hpp"

#include <algorithm>
#include <array>

// The register of legal matters (法律事务): the list, narrowed, page by page, and as a file.

namespace web::handlers {
namespace {

using adapters::soci::matter_entry;
using adapters::soci::matter_filter;
using adapters::soci::matter_list;
using boost::json::array;
using boost::json::object;
using engine::say;
using workflows::legal_matter::registration::legal_kind;

constexpr long long rows_a_page = 50;
constexpr std::array filter_names = {"words", "kind", "unit", "year", "amount", "closed"};
constexpr std::array amount_states = {"known", "none", "unknown"};

struct asked_matters {
    matter_filter only;
    pairs filters; ///< as they were asked for
};

/// The filters of the address; the answer instead when one of them is not understood.
std::variant<asked_matters, answer> read_filters(visit& v)
{
    asked_matters asked{.only = {}, .filters = asked_filters(v, filter_names)};
    auto& only = asked.only;
    only.words = v.query("words");
    if (auto instead = refuse_long_words(v, only.words))
        return std::move(*instead);
    only.kind = v.query("kind");
    only.unit = v.query("unit");
    only.amount = v.query("amount");
    if (!only.amount.empty() &&
        std::find(amount_states.begin(), amount_states.end(), only.amount) == amount_states.end())
        return problem(v, 400, "malformed", say("没有这种金额筛选：“{1}”。", only.amount));
    if (auto const year = v.query("year"); !year.empty()) {
        auto const number = number_in(year);
        if (!number || *number < 1900 || *number > 9999)
            return problem(v, 400, "malformed", say("年份应为四位数字。"));
        only.received_in = static_cast<int>(*number);
    }
    auto const closed = v.query("closed");
    if (closed == "yes" || closed == "no")
        only.closed = closed == "yes";
    return asked;
}

/// An amount, or the word that there is none or that nobody knows.
std::string amount_words(visit const& v, matter_entry const& one)
{
    return one.amount ? v.words.amount(*one.amount) : v.words("choice.amount_basis." + one.basis);
}

object row_view(visit& v, matter_entry const& one)
{
    return {{"id", one.on.value},
            {"href", "/cases/" + std::to_string(one.on.value)},
            {"number", one.number},
            {"matter_title", one.title},
            {"kind", one.kind},
            {"kind_words", matter_words(v.words, one.kind)},
            {"unit", one.unit},
            {"unit_name", v.house.unit_name(one.unit)},
            {"counterparty", one.counterparty},
            {"received_on", engine::to_text(one.received_on)},
            {"received_words", v.words.date(one.received_on)},
            {"basis", one.basis},
            {"amount_fen", one.amount ? boost::json::value(*one.amount) : nullptr},
            {"amount_words", amount_words(v, one)},
            {"phase", one.phase},
            {"phase_words", v.words("phase." + one.phase)},
            {"closed", one.closed},
            {"origin", one.origin},
            {"origin_words",
             one.origin == engine::entered_by_import ? v.words("origin." + one.origin) : ""}};
}

array choices(std::vector<std::pair<std::string, std::string>> const& all,
              std::string const& chosen)
{
    array made;
    for (auto const& [code, words] : all)
        made.push_back(choice_view(code, words, chosen));
    return made;
}

void put_choices(visit& v, matter_list& matters, matter_filter const& only, object& into)
{
    std::vector<std::pair<std::string, std::string>> kinds, units, years, amounts;
    for (auto const name : engine::detail::choice_names<legal_kind>())
        kinds.emplace_back(name, matter_words(v.words, std::string(name)));
    for (auto const& unit : v.own_units())
        units.emplace_back(unit.code, unit.name);
    for (auto const year : matters.years())
        years.emplace_back(std::to_string(year), std::to_string(year));
    for (std::string const state : amount_states)
        amounts.emplace_back(state, v.words("amount_state." + state));
    into["kinds"] = choices(kinds, only.kind);
    into["units"] = choices(units, only.unit);
    into["years"] =
        choices(years, only.received_in ? std::to_string(*only.received_in) : std::string());
    into["amounts"] = choices(amounts, only.amount);
    into["words"] = only.words;
    into["closed_yes"] = only.closed == true;
    into["closed_no"] = only.closed == false;
}

std::string filters_in_words(visit& v, asked_matters const& asked)
{
    auto const shown = [&](std::string const& name, std::string const& value) {
        if (name == "kind")
            return matter_words(v.words, value);
        if (name == "unit")
            return v.house.unit_name(value);
        if (name == "amount")
            return v.words("amount_state." + value);
        if (name == "closed")
            return v.words(value == "yes" ? "filter.ended" : "filter.running");
        return value;
    };
    return told_filters(v, asked.filters, shown);
}

std::vector<std::string> cells_of(visit& v, matter_entry const& one)
{
    // The amount in yuan, so that a spreadsheet can add it up; unknown and none stay empty.
    return {one.number,
            one.title,
            matter_words(v.words, one.kind),
            v.house.unit_name(one.unit),
            engine::to_text(one.received_on),
            one.counterparty,
            one.amount ? yuan_of(*one.amount) : "",
            v.words("choice.amount_basis." + one.basis),
            v.words("phase." + one.phase),
            one.origin == engine::entered_here ? "" : v.words("origin." + one.origin)};
}

bool may(visit const& v, char const* method, char const* pattern)
{
    return v.house.with().law.entitled.may_ask_for(v.session->as.role, method, pattern);
}

} // namespace

answer list_matters(visit& v)
{
    auto read = read_filters(v);
    if (auto* instead = std::get_if<answer>(&read))
        return std::move(*instead);
    auto const& asked = std::get<asked_matters>(read);
    matter_list matters(*v.records);
    auto const found = matters.list(asked.only, number_in(v.query("after")), rows_a_page);

    answer page{.page = "matters"};
    page.view["title"] = v.words("nav.matters");
    array rows;
    for (auto const& one : found.rows)
        rows.push_back(row_view(v, one));
    page.view["empty"] = rows.empty();
    page.view["matters"] = std::move(rows);
    put_addresses(page, "/matters", asked.filters, found.next);
    put_choices(v, matters, asked.only, page.only_page);
    page.only_page["may_register"] = v.house.with().law.entitled.may_act(
        v.session->as.role, std::string(workflows::legal_matter::registration::registered::kind),
        false, false);
    page.only_page["may_import"] = may(v, "POST", "/matters/import");
    page.only_page["may_see_advisers"] = may(v, "GET", "/advisers");
    page.only_page["shape"] = workflows::legal_matter::shape_name;
    return page;
}

answer export_matters(visit& v)
{
    auto read = read_filters(v);
    if (auto* instead = std::get_if<answer>(&read))
        return std::move(*instead);
    auto const& asked = std::get<asked_matters>(read);
    adapters::sheet::sheet made{.title = v.words("nav.matters"),
                                .headings = {},
                                .rows = {},
                                .notes_title = {},
                                .notes = {}};
    for (auto const* column :
         {"column.number", "field.matter.registered.title", "field.legal_kind_is",
          "field.requesting_unit", "field.received_on", "field.counterparty", "column.amount_yuan",
          "field.basis_of_amount", "column.phase", "column.origin"})
        made.headings.push_back(v.words(std::string_view(column)));
    matter_list matters(*v.records);
    auto const fetch = [&](std::optional<long long> before, long long most) {
        return matters.list(asked.only, before, most);
    };
    bool const cut =
        gather_rows<long long>(made, fetch, [&](auto const& one) { return cells_of(v, one); });
    add_notes(v, made, filters_in_words(v, asked), cut);
    return sheet_answer(v, made, v.query("as"));
}

} // namespace web::handlers
