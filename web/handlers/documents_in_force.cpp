#include "web/form.hpp"
#include "web/handlers/force_light.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/sheet_answer.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
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
constexpr long long rows_a_fetch = 1'000;
constexpr std::size_t most_rows = 20'000;
constexpr std::size_t longest_words = 200;
constexpr std::array filter_names = {"words", "unit", "level", "state"};

struct asked_documents {
    normative_filter only;
    pairs filters; ///< as they were asked for
};

/// The filters of the address; the answer instead when one of them is not understood.
std::variant<asked_documents, answer> read_filters(visit& v)
{
    asked_documents asked;
    for (auto const* name : filter_names)
        if (auto value = v.query(name); !value.empty())
            asked.filters.emplace_back(name, std::move(value));
    auto& only = asked.only;
    only.words = v.query("words");
    if (only.words.size() > longest_words)
        return problem(v, 400, "malformed", say("查找的文字过长，最多{1}字节。", longest_words));
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

object choice(std::string code, std::string words, std::string const& chosen)
{
    bool const is_chosen = code == chosen;
    return {{"code", std::move(code)}, {"words", std::move(words)}, {"selected", is_chosen}};
}

/// The filters as choices, and above the list how many documents are in each state.
void put_choices(visit& v, document_list& documents, normative_filter const& only, object& into)
{
    std::string const chosen_state(only.state ? engine::name_of(*only.state) : "");
    array units, levels, states, numbers;
    for (auto const& unit : *v.house.units())
        units.push_back(choice(unit.code, unit.name, only.unit));
    for (auto const level : engine::detail::choice_names<document_level>())
        levels.push_back(choice(std::string(level),
                                v.words("choice.document_level." + std::string(level)),
                                only.level));
    for (auto const state : engine::detail::choice_names<force_state>())
        states.push_back(choice(std::string(state),
                                v.words("choice.force_state." + std::string(state)), chosen_state));
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
    std::string words;
    for (auto const& [name, value] : asked.filters) {
        auto shown = value;
        if (name == "unit")
            shown = v.house.unit_name(value);
        else if (name == "level")
            shown = v.words("choice.document_level." + value);
        else if (name == "state")
            shown = v.words("choice.force_state." + value);
        words += (words.empty() ? "" : v.words("words.semicolon")) + v.words("filter." + name) +
                 v.words("words.colon") + shown;
    }
    return words;
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
    page.view["next"] = "";
    if (found.next) {
        auto again = asked.filters;
        again.emplace_back("after", std::to_string(*found.next));
        page.view["next"] = "/normative-documents?" + to_query(again);
    }
    put_choices(v, documents, asked.only, page.only_page);
    for (auto const* as : {"xlsx", "csv"}) {
        auto exported = asked.filters;
        exported.emplace_back("as", as);
        page.only_page["as_" + std::string(as)] =
            "/normative-documents/export?" + to_query(exported);
    }
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
    std::optional<long long> before;
    bool cut = false;
    do {
        auto const found = documents.list(asked.only, before, rows_a_fetch);
        for (auto const& one : found.rows) {
            cut = made.rows.size() == most_rows;
            if (cut)
                break;
            made.rows.push_back(cells_of(v, documents, one));
        }
        before = cut ? std::nullopt : found.next;
    } while (before);
    add_notes(v, made, filters_in_words(v, asked), cut);
    return sheet_answer(v, made, v.query("as"));
}

} // namespace web::handlers
