#include "adapters/csv/csv.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/public_catalogue.hpp"
#include "web/handlers/public_view.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <boost/json.hpp>

// The published for programs: open data.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

namespace law = workflows::major_decision;
namespace soci = adapters::soci;

constexpr long long most_rows = 5'000;

answer as_file(std::string type, std::string body)
{
    answer made;
    made.as_is.emplace();
    made.as_is->body = std::move(body);
    made.as_is->with("Content-Type", std::move(type)).with("Cache-Control", "public, max-age=300");
    return made;
}

/// A spreadsheet must not take for a formula what somebody wrote.
std::string harmless(std::string text)
{
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    return text;
}

std::string csv_of(std::vector<std::string> const& heads, array const& rows,
                   std::vector<std::string> const& members)
{
    // A mark at the front, so that spreadsheets read it as UTF-8.
    auto text = "\xef\xbb\xbf" + adapters::csv::line_of(heads);
    for (auto const& row : rows) {
        std::vector<std::string> cells;
        for (auto const& member : members) {
            auto const& value = row.at(member);
            cells.push_back(harmless(value.is_string() ? std::string(value.get_string())
                                                       : boost::json::serialize(value)));
        }
        text += adapters::csv::line_of(cells);
    }
    return text;
}

array consultation_rows(visit& v)
{
    array rows;
    auto const found =
        public_cases(v, {.kind = std::string(law::participation::published::kind)}, {}, most_rows);
    for (auto const& one : found.cases) {
        if (!one->matter.consultation)
            continue;
        auto const head = public_head(v, *one);
        auto const at = consultation_view(v, *one);
        rows.push_back(object{{"title", head.at("title")},
                              {"unit", head.at("unit_name")},
                              {"kind", head.at("matter_words")},
                              {"opens_on", at.at("opens_on")},
                              {"closes_on", at.at("closes_on")},
                              {"open", at.at("open")},
                              {"opinions", one->matter.opinions.counted()},
                              {"address", own_address(v) + public_href(one->id)}});
    }
    return rows;
}

array decision_rows(visit& v)
{
    array rows;
    auto const found =
        public_cases(v, {.kind = std::string(law::publication::published::kind)}, {}, most_rows);
    for (auto const& one : found.cases) {
        auto const& matter = one->matter;
        auto const head = public_head(v, *one);
        rows.push_back(object{
            {"title", head.at("title")},
            {"unit", head.at("unit_name")},
            {"kind", head.at("matter_words")},
            {"document_number", matter.text ? matter.text->document_number : ""},
            {"published_on", matter.issue ? engine::to_text(matter.issue->published_on) : ""},
            {"address", own_address(v) + public_href(one->id)}});
    }
    return rows;
}

std::vector<std::string> heads_of(visit const& v, std::vector<std::string> const& members)
{
    std::vector<std::string> heads;
    for (auto const& one : members)
        heads.push_back(v.words("public.column." + one));
    return heads;
}

/// "catalogue-2026"; nothing for anything else.
std::optional<int> year_of_catalogue(std::string_view what)
{
    constexpr std::string_view begin = "catalogue-";
    if (!what.starts_with(begin))
        return {};
    auto const year = number_in(what.substr(begin.size()));
    return year && *year <= 9'999 ? std::optional(static_cast<int>(*year)) : std::nullopt;
}

answer catalogue_data(visit& v, std::string const& file, int year, std::string const& form)
{
    auto rows = public_catalogue_rows(v, year);
    if (!rows)
        return public_not_found(v);
    if (form == "json")
        return as_file("application/json",
                       boost::json::serialize(object{{"year", year}, {"items", *rows}}));
    std::vector<std::string> const members{"item_number",
                                           "item_name",
                                           "content",
                                           "matter_words",
                                           "lead_name",
                                           "co_sponsors",
                                           "cooperating",
                                           "legal_basis",
                                           "steps",
                                           "planned_start",
                                           "planned_consultation",
                                           "planned_meeting",
                                           "also_normative_document",
                                           "completed_on"};
    std::vector<std::string> heads;
    for (auto const& one : members)
        heads.push_back(v.words("catalogue.column." + one));
    auto made = as_file("text/csv; charset=utf-8", csv_of(heads, *rows, members));
    made.as_is->with("Content-Disposition", "attachment; filename=\"" + file + "\"");
    return made;
}

} // namespace

answer show_open_data(visit& v)
{
    auto const& file = v.place("file");
    auto const dot = file.find('.');
    auto const what = file.substr(0, dot);
    auto const form = dot == std::string::npos ? std::string() : file.substr(dot + 1);
    if (auto const year = year_of_catalogue(what); year && (form == "csv" || form == "json"))
        return catalogue_data(v, file, *year, form);
    if ((what != "consultations" && what != "decisions") || (form != "csv" && form != "json"))
        return public_not_found(v);
    auto const decisions = what == "decisions";
    auto rows = decisions ? decision_rows(v) : consultation_rows(v);
    if (form == "json")
        return as_file("application/json", boost::json::serialize(object{{what, std::move(rows)}}));
    if (!decisions) // a column is for people
        for (auto& row : rows) {
            auto& open = row.as_object().at("open");
            open = v.words(open.as_bool() ? say("正在征求意见") : say("征求意见已结束"));
        }
    std::vector<std::string> const members =
        decisions ? std::vector<std::string>{"title",           "unit",         "kind",
                                             "document_number", "published_on", "address"}
                  : std::vector<std::string>{"title",     "unit", "kind",     "opens_on",
                                             "closes_on", "open", "opinions", "address"};
    auto made = as_file("text/csv; charset=utf-8", csv_of(heads_of(v, members), rows, members));
    made.as_is->with("Content-Disposition", "attachment; filename=\"" + file + "\"");
    return made;
}

} // namespace web::handlers
