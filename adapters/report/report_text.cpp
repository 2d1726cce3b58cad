#include "adapters/report/report_text.hpp"

#include "adapters/csv/csv.hpp"
#include "adapters/files/read_file.hpp"
#include "adapters/report/wording.hpp"
#include "adapters/templates/template_data.hpp"
#include "config/embedded.hpp"
#include "workflows/annual_report/conditions.hpp"
#include "workflows/annual_report/placeholders.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <stdexcept>

namespace adapters::report {
namespace {

namespace json = boost::json;
using namespace workflows::annual_report;

constexpr char const* built_in = "report/annual_report.mustache";
constexpr char const* built_in_choice = "report/one_page.csv";

// A figure in the text, until the lines are made: no body of an act may hold these characters.
constexpr char figure_begins = '\x01', words_begin = '\x02', figure_ends = '\x03';

// What stands in braces for no figure is marked likewise.
constexpr char const* no_indicator = "";

std::string marked(std::string const& indicator, std::string const& words)
{
    return words.empty() ? words : figure_begins + indicator + words_begin + words + figure_ends;
}

/// "增加2007户", "下降9.7%": for figures that are changes themselves.
std::string signed_words(std::string const& value, char const* more, char const* less)
{
    bool const negative = value.starts_with('-');
    return (negative ? less : more) + (negative ? value.substr(1) : value);
}

/// What a figure can be written as.
struct written_figure {
    report_figure const& figure;
    std::string unit;
    int places;

    std::string shown() const { return with_unit(figure.value, figure.rounded, unit); }
    std::string comparison() const
    {
        return compared(figure.value, figure.last_year, figure.rounded, unit, places);
    }
    std::string in_numbers() const
    {
        return compared_in_numbers(figure.value, figure.last_year, figure.rounded, unit);
    }
    /// "{CODE 汉}": the words for the form.
    std::string as(figure_form form) const
    {
        switch (form) {
        case figure_form::shown:
            return shown();
        case figure_form::number:
            return figure.value;
        case figure_form::characters:
            return in_characters(figure.value);
        case figure_form::ordinal:
            return as_ordinal(figure.value, unit);
        case figure_form::year:
            return as_year(figure.value);
        case figure_form::comparison:
            return comparison();
        case figure_form::difference:
            return in_numbers();
        }
        return {};
    }
};

written_figure in_words(report_figure const& figure, indicators const& dictionary)
{
    return {figure, dictionary.unit(figure.indicator),
            dictionary.comparison_places(figure.indicator)};
}

/// Puts the figures in the place of {CODE} and {CODE form}.
std::string with_figures(std::string const& words, report_figures const& figures,
                         indicators const& dictionary, report_text& into)
{
    std::string made;
    std::size_t from = 0;
    for (auto const& one : placeholders_in(words)) {
        made += words.substr(from, one.at - from);
        from = one.at + one.size;
        auto const found = figures.find(one.code);
        auto const said = found == figures.end() || !one.form
                              ? std::string()
                              : in_words(found->second, dictionary).as(*one.form);
        if (said.empty()) {
            into.unknown_references.push_back(words.substr(one.at, one.size));
            made += marked(no_indicator, into.unknown_references.back());
        } else {
            into.told.insert(one.code);
            made += marked(one.code, said);
        }
    }
    return made + words.substr(from);
}

json::object leaf(report_figure const& figure, indicators const& dictionary)
{
    auto const as = in_words(figure, dictionary);
    auto const& code = figure.indicator;
    return {{"shown", marked(code, as.shown())},
            {"number", marked(code, figure.value)},
            {"comparison", marked(code, as.comparison())},
            {"in_numbers", marked(code, as.in_numbers())},
            {"as_change", marked(code, signed_words(as.shown(), "增加", "减少"))},
            {"as_growth", marked(code, signed_words(as.shown(), "增长", "下降"))},
            {"note", figure.note},
            {"is_whole", figure.value == "100"},
            {"is_zero", figure.value == "0"}};
}

/// "NORM.gov.reviewed" becomes a member of a member, as Mustache asks for it.
void place(json::object& view, std::string const& code, json::object what)
{
    auto* at = &view;
    std::size_t from = 0;
    for (auto dot = code.find('.'); dot != std::string::npos; dot = code.find('.', from)) {
        auto& member = (*at)[code.substr(from, dot - from)];
        if (!member.is_object())
            member = json::object();
        at = &member.get_object();
        from = dot + 1;
    }
    auto& member = (*at)[code.substr(from)];
    if (!member.is_object())
        member = json::object();
    for (auto& one : what)
        member.get_object()[one.key()] = std::move(one.value());
}

json::object view_of(report_file const& file, report_figures const& figures,
                     indicators const& dictionary, std::optional<engine::day> so_far,
                     report_text& into)
{
    json::object narrative;
    for (auto const& [section, written] : file.sections)
        narrative[std::string(engine::name_of(section))] =
            with_figures(written.body.words, figures, dictionary, into);
    auto const year = year_of_report(file);
    json::object view{{"title", title_of(file)},
                      {"organ", file.opening ? file.opening->organ_name : ""},
                      {"year", std::to_string(year)},
                      {"next_year", std::to_string(year + 1)},
                      {"until", day_in_words(so_far.value_or(last_day_of_report(file)))},
                      {"narrative", std::move(narrative)},
                      {"published_on", ""}};
    if (file.publication)
        view["published_on"] = day_in_words(file.publication->body.published_on);
    for (auto const& [code, one] : figures)
        if (!into.told.contains(code)) // what people placed is not said twice
            place(view, code, leaf(one, dictionary));
    return view;
}

std::string_view trimmed(std::string_view words)
{
    while (!words.empty() && (words.front() == ' ' || words.front() == '\t'))
        words.remove_prefix(1);
    while (!words.empty() && (words.back() == ' ' || words.back() == '\r'))
        words.remove_suffix(1);
    return words;
}

/// Lines "@+ clause" up to "@." become one sentence; clauses that say nothing are left out. The
/// sentence goes on the paragraph before it, where there is one.
std::string with_sentences(std::string_view text)
{
    std::vector<std::string> lines;
    std::string sentence;
    bool has_paragraph = false;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto const line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty())
            continue;
        if (line == "@.") {
            if (!sentence.empty() && has_paragraph)
                lines.back() += sentence + "。";
            else if (!sentence.empty())
                lines.push_back(sentence + "。");
            has_paragraph = has_paragraph || !sentence.empty();
            sentence.clear();
        } else if (line.starts_with("@+")) {
            if (auto const clause = trimmed(line.substr(2)); !clause.empty())
                sentence += (sentence.empty() ? "" : "，") + std::string(clause);
        } else {
            has_paragraph = !line.starts_with('@');
            lines.emplace_back(line);
        }
    }
    std::string made;
    for (auto const& line : lines)
        made += line + '\n';
    return made;
}

std::vector<report_span> spans_of(std::string_view words, std::set<std::string>& told)
{
    std::vector<report_span> spans;
    while (!words.empty()) {
        auto const begin = std::min(words.find(figure_begins), words.size());
        if (begin > 0)
            spans.push_back({std::string(words.substr(0, begin)), ""});
        if (begin == words.size())
            break;
        auto const middle = words.find(words_begin, begin);
        auto const end = words.find(figure_ends, begin);
        report_span figure{std::string(words.substr(middle + 1, end - middle - 1)),
                           std::string(words.substr(begin + 1, middle - begin - 1))};
        figure.is_unfilled = figure.indicator == no_indicator;
        if (!figure.is_unfilled)
            told.insert(figure.indicator);
        spans.push_back(std::move(figure));
        words.remove_prefix(end + 1);
    }
    return spans;
}

bool ends_clause(std::string_view at)
{
    constexpr std::array<std::string_view, 7> marks = {"，", "。", "；", "\n", ",", ";", "、"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return at.starts_with(mark); });
}

/// True if the words begin with a comma that parts thousands: 1,200.
bool parts_thousands(std::string_view words)
{
    return words.size() > 3 && words[0] == ',' &&
           words.substr(1, 3).find_first_not_of("0123456789") == std::string_view::npos;
}

/// The first number of a clause, without commas between thousands; empty if there is none.
std::string number_in_clause(std::string_view words)
{
    std::string number;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!number.empty() && parts_thousands(words.substr(i)))
            continue;
        if (words[i] == '{' || ends_clause(words.substr(i)))
            break;
        bool const is_digit = words[i] >= '0' && words[i] <= '9';
        if (is_digit || (words[i] == '.' && !number.empty()))
            number += words[i];
        else if (!number.empty())
            break;
    }
    return number;
}

constexpr char const* draft_mark = "草稿（数据未冻结）";

/// The lines, with what a draft is under its title.
std::vector<report_line> with_draft_mark(report_text const& text)
{
    auto lines = text.lines;
    if (text.is_draft)
        lines.insert(
            std::find_if(lines.begin(), lines.end(),
                         [](auto const& one) { return one.is != office::line_sort::title; }),
            {office::line_sort::note, {{draft_mark, no_indicator}}});
    return lines;
}

/// The words of a line where nothing beside it says which of them wait for a figure.
std::string as_printed(report_line const& line)
{
    std::string words;
    for (auto const& one : line.spans)
        words += one.is_unfilled ? "【没有数据：" + one.words + "】" : one.words;
    return words;
}

/// The office's own file, or the one that comes with the program.
std::string own_or_built_in(std::filesystem::path const& dir, char const* name)
{
    auto const own = dir / "config" / name;
    auto const shipped = config::embedded(name);
    if (!shipped)
        throw std::runtime_error(std::string("not built in: ") + name);
    bool const has_own = !dir.empty() && std::filesystem::exists(own);
    return has_own ? files::read_file(own) : std::string(*shipped);
}

picture_choice read_choice(std::string const& file)
{
    auto const read = csv::read(file);
    auto const wrong = [](std::size_t line, std::string const& why) {
        return std::runtime_error(std::string("config/") + built_in_choice + ": line " +
                                  std::to_string(line) + ": " + why);
    };
    if (!read.faults.empty())
        throw wrong(read.faults.front().line, "unreadable");
    indicators const dictionary;
    picture_choice made;
    for (auto const& row : read.found.rows) {
        auto const& part = read.found.cell(row, "part");
        auto const& code = read.found.cell(row, "code");
        if (!dictionary.find(code))
            throw wrong(row.line, "unknown code " + code);
        if (part != "figure" && part != "chart")
            throw wrong(row.line, "unknown part " + part);
        (part == "figure" ? made.figures : made.chart).push_back(code);
    }
    return made;
}

} // namespace

std::string report_line::plain() const
{
    std::string words;
    for (auto const& one : spans)
        words += one.words;
    return words;
}

report_template read_report_template(std::filesystem::path const& dir)
{
    report_template form{own_or_built_in(dir, built_in)};
    form.picture = read_choice(own_or_built_in(dir, built_in_choice));
    kainjow::mustache::mustache const checked(form.text);
    if (!checked.is_valid())
        throw std::runtime_error(std::string("config/") + built_in + ": " +
                                 checked.error_message());
    return form;
}

report_text write_report(report_template const& form, report_file const& file,
                         report_figures const& figures, indicators const& dictionary,
                         std::optional<engine::day> so_far)
{
    report_text made{.title = title_of(file),
                     .lines = {},
                     .told = {},
                     .unknown_references = {},
                     .is_draft = !file.frozen};
    auto const view = view_of(file, figures, dictionary, so_far, made);
    kainjow::mustache::mustache text(form.text);
    text.set_custom_escape(office::as_paper_words);
    auto const filled = text.render(templates::template_data(view));
    if (!text.is_valid())
        throw std::runtime_error(std::string("config/") + built_in + ": " + text.error_message());
    for (auto const& line : office::read_paper_lines(with_sentences(filled)))
        made.lines.push_back({line.is, spans_of(line.words, made.told)});
    return made;
}

office::paper as_paper(report_text const& text, engine::instant made_at)
{
    office::paper made{text.title, made_at, {}, text.is_draft ? draft_mark : ""};
    for (auto const& line : with_draft_mark(text))
        made.lines.push_back({line.is, as_printed(line)});
    return made;
}

std::string as_markdown(report_text const& text)
{
    std::string made;
    for (auto const& line : with_draft_mark(text)) {
        auto words = as_printed(line);
        // What Markdown would take for a mark is only words here.
        for (std::size_t at = 0; (at = words.find_first_of("\\*_#`[]<>", at)) != words.npos;
             at += 2)
            words.insert(at, "\\");
        switch (line.is) {
        case office::line_sort::title:
            made += "# " + words;
            break;
        case office::line_sort::heading:
            made += "## " + words;
            break;
        case office::line_sort::subheading:
            made += "### " + words;
            break;
        default:
            made += words;
        }
        made += "\n\n";
    }
    return made;
}

std::vector<typed_number> typed_numbers(std::string const& words, report_figures const& figures,
                                        indicators const& dictionary)
{
    std::vector<typed_number> found;
    for (auto const& [code, one] : figures) {
        auto const name = dictionary.name(code, "zh");
        for (auto at = words.find(name); at != std::string::npos;
             at = words.find(name, at + name.size())) {
            auto const typed = number_in_clause(std::string_view(words).substr(at + name.size()));
            if (!typed.empty())
                found.push_back({code, typed, one.value, typed != one.value});
        }
    }
    return found;
}

} // namespace adapters::report
