#include "web/form.hpp"
#include "web/handlers/force_light.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/register_page.hpp"
#include "web/handlers/sheet_answer.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "workflows/normative_document/procedure.hpp"

#include <array>
#include <boost/describe/enum_from_string.hpp>

// The register of normative documents (规范性文件): what is in force, what expires, page by page,
// and as a file. What the public sees of it stands in public_documents.cpp.

namespace web::handlers {
namespace {

using adapters::soci::document_list;
using adapters::soci::normative_entry;
using adapters::soci::normative_filter;
using boost::json::array;
using boost::json::object;
using engine::say;
using workflows::normative_document::force_state;
using workflows::normative_document::project::document_level;

constexpr long long rows_a_page = 50;
constexpr std::array filter_names = {"words", "unit", "level", "state"};

struct asked_documents {
    normative_filter only;
    pairs filters; ///< as they were asked for
};

/// The filters of the address; the answer instead when one of them is not understood.
std::variant<asked_documents, answer> read_filters(visit& v)
{
    asked_documents asked{.only = {}, .filters = asked_filters(v, filter_names)};
    auto& only = asked.only;
    only.words = v.query("words");
    if (auto instead = refuse_long_words(v, only.words))
        return std::move(*instead);
    only.unit = v.query("unit");
    only.level = v.query("level");
    if (auto const state = v.query("state"); !state.empty()) {
        force_state found{};
        if (!boost::describe::enum_from_string(state.c_str(), found))
            return problem(v, 400, "malformed", say("没有这种效力状态：“{1}”。", state));
        only.state = found;
    }
    return asked;
}

object row_view(visit const& v, document_list const& from, normative_entry const& one)
{
    auto made = document_line_view(v, from, one);
    made["id"] = one.on.value;
    made["href"] = "/cases/" + std::to_string(one.on.value);
    made["number"] = one.number;
    made["phase"] = one.phase;
    made["phase_words"] = v.words("phase." + one.phase);
    made["told_words"] =
        one.told_afterwards ? v.words("act.document_project.told_afterwards") : std::string();
    return made;
}

/// The filters as choices, and above the list how many documents are in each state.
void put_choices(visit& v, document_list& documents, normative_filter const& only, object& into)
{
    std::string const chosen_state(only.state ? engine::name_of(*only.state) : "");
    array units, levels, states, numbers;
    for (auto const& unit : v.own_units())
        units.push_back(choice_view(unit.code, unit.name, only.unit));
    for (auto const level : engine::detail::choice_names<document_level>())
        levels.push_back(choice_view(std::string(level),
                                     v.words("choice.document_level." + std::string(level)),
                                     only.level));
    for (auto const state : engine::detail::choice_names<force_state>())
        states.push_back(choice_view(
            std::string(state), v.words("choice.force_state." + std::string(state)), chosen_state));
    for (auto const& [state, number] : documents.states()) {
        auto const light = light_of(state);
        std::string const name(engine::name_of(state));
        numbers.push_back(object{{"state_href", "/normative-documents?state=" + name},
                                 {"state_words", v.words("choice.force_state." + name)},
                                 {"light", light.colour},
                                 {"light_shape", light.shape},
                                 {"documents", number}});
    }
    into["units"] = std::move(units);
    into["levels"] = std::move(levels);
    into["states"] = std::move(states);
    into["has_numbers"] = !numbers.empty();
    into["numbers"] = std::move(numbers);
    into["words"] = only.words;
}

std::string filters_in_words(visit& v, asked_documents const& asked)
{
    auto const shown = [&](std::string const& name, std::string const& value) {
        if (name == "unit")
            return v.house.unit_name(value);
        if (name == "level")
            return v.words("choice.document_level." + value);
        if (name == "state")
            return v.words("choice.force_state." + value);
        return value;
    };
    return told_filters(v, asked.filters, shown);
}

std::vector<std::string> cells_of(visit const& v, document_list const& from,
                                  normative_entry const& one)
{
    auto const day = [](std::optional<engine::day> on) { return on ? engine::to_text(*on) : ""; };
    return {one.number,
            one.title,
            one.line.document_number,
            v.words("choice.document_level." + std::string(engine::name_of(one.line.level))),
            v.house.unit_name(one.unit),
            day(one.line.published_on),
            day(one.line.effective_on),
            day(one.line.valid_until),
            v.words("choice.force_state." + std::string(engine::name_of(from.state_of(one)))),
            one.line.address};
}

} // namespace

answer list_normative_documents(visit& v)
{
    auto read = read_filters(v);
    if (auto* instead = std::get_if<answer>(&read))
        return std::move(*instead);
    auto const& asked = std::get<asked_documents>(read);
    auto documents = documents_today(v);
    auto const found = documents.list(asked.only, number_in(v.query("after")), rows_a_page);

    answer page{.page = "normative_documents"};
    page.view["title"] = v.words("nav.documents");
    array rows;
    for (auto const& one : found.rows)
        rows.push_back(row_view(v, documents, one));
    page.view["empty"] = rows.empty();
    page.view["documents"] = std::move(rows);
    put_addresses(page, "/normative-documents", asked.filters, found.next);
    put_choices(v, documents, asked.only, page.only_page);
    page.only_page["may_propose"] = v.house.with().law.entitled.may_act(
        v.session->as.role, std::string(workflows::normative_document::project::proposed::kind),
        false, false);
    page.only_page["shape"] = workflows::normative_document::shape_name;
    return page;
}

answer export_normative_documents(visit& v)
{
    auto read = read_filters(v);
    if (auto* instead = std::get_if<answer>(&read))
        return std::move(*instead);
    auto const& asked = std::get<asked_documents>(read);
    adapters::sheet::sheet made{.title = v.words("nav.documents"),
                                .headings = {},
                                .rows = {},
                                .notes_title = {},
                                .notes = {}};
    for (auto const* column :
         {"column.number", "field.document_title", "column.document_number", "field.level_is",
          "field.drafting_unit", "field.published_on", "column.effective_on", "column.valid_until",
          "column.state", "field.address"})
        made.headings.push_back(v.words(std::string_view(column)));
    auto documents = documents_today(v);
    auto const fetch = [&](std::optional<long long> before, long long most) {
        return documents.list(asked.only, before, most);
    };
    bool const cut = gather_rows<long long>(
        made, fetch, [&](auto const& one) { return cells_of(v, documents, one); });
    add_notes(v, made, filters_in_words(v, asked), cut);
    return sheet_answer(v, made, v.query("as"));
}

} // namespace web::handlers
