#include "adapters/report/record_gate.hpp"
#include "web/form_view.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/report_page.hpp"
#include "web/office.hpp"
#include "workflows/annual_report/conditions.hpp"
#include "workflows/annual_report/decimal.hpp"

// What a unit is asked for, and the forms in which it answers and puts right what it answered.

namespace web::handlers {
namespace {

namespace law = workflows::annual_report;
namespace report = adapters::report;
using boost::json::array;
using boost::json::object;
using engine::say;
using standing = law::asked_figure::standing;

/// A row that came back: what was typed there, and what is wrong with it.
class typed_row {
public:
    typed_row(visit const& v, std::string_view indicator) : v_(v)
    {
        auto const* form = v.came_back;
        if (!form || form->kind != law::collection::answered::kind)
            return;
        auto const* rows = form->body.if_contains("values");
        if (!rows || !rows->is_array())
            return;
        for (std::size_t n = 0; n < rows->get_array().size(); ++n) {
            auto const* row = rows->get_array()[n].if_object();
            if (row && word_in(*row, "indicator") == indicator) {
                row_ = row;
                place_ = std::to_string(n);
                path_ = "values[" + place_ + "].";
            }
        }
    }

    bool came_back() const { return row_ != nullptr; }
    /// Its number in what was sent, by which notices lead to it.
    std::string const& place() const { return place_; }

    std::string word_or(std::string const& name, std::string before) const
    {
        return row_ ? word_in(*row_, name) : std::move(before);
    }
    /// In words; empty where nothing is wrong.
    std::string fault_of(std::string const& name) const
    {
        if (!row_)
            return {};
        for (auto const& one : v_.came_back->faults)
            if (one.path == path_ + name)
                return v_.words(one.reason);
        auto const typed = word_in(*row_, name);
        bool const is_number = name == "value"       ? law::is_readable_value(typed)
                               : name == "last_year" ? law::parse_decimal(typed).has_value()
                                                     : true;
        return typed.empty() || is_number
                   ? std::string()
                   : v_.words(say("只填数字，如 48865 或者 5.38；月份填 2021-08"));
    }

private:
    static std::string word_in(object const& row, std::string const& name)
    {
        auto const* value = row.if_contains(name);
        return value && value->is_string() ? std::string(value->get_string()) : std::string();
    }

    visit const& v_;
    object const* row_ = nullptr;
    std::string place_, path_;
};

/// A row of the form: what was answered before, else what the last report said.
object row_view(visit const& v, report::compiled_report const& report, law::asked_figure const& one,
                std::size_t number)
{
    auto const& given = one.answer;
    auto const exactness =
        given ? given->rounded.value_or(law::rounding::exact) : law::rounding::exact;
    array exactnesses;
    for (auto const* name : {"exact", "about", "over", "at_least"})
        exactnesses.push_back(object{{"code", name},
                                     {"words", v.words("choice.rounding." + std::string(name))},
                                     {"selected", engine::name_of(exactness) == name}});
    auto const before = report.before.find(one.indicator);
    auto const last = given && given->last_year       ? *given->last_year
                      : before != report.before.end() ? before->second
                                                      : std::string();
    return {{"n", number},
            {"indicator", one.indicator},
            {"label", v.house.dictionary().name(one.indicator, v.words.code())},
            {"unit_of", unit_beside_name(v, one.indicator)},
            {"value", given ? given->value : ""},
            {"last_year", last},
            {"note", given ? given->note.value_or("") : ""},
            {"source", given ? given->source : ""},
            {"due_words", v.words.date(one.answer_by)},
            {"is_late", one.answer_by < v.today()},
            {"sent_back", one.is == standing::sent_back ? one.reason : ""},
            {"exactnesses", std::move(exactnesses)}};
}

/// The row as it came back, with its faults. A notice leads to a row by its number in what was
/// sent; one that was not sent with it is called otherwise.
void put_typed(visit const& v, object& row)
{
    typed_row const typed(v, row.at("indicator").as_string());
    auto const number = std::to_string(row.at("n").to_number<long long>());
    row["at"] = typed.came_back() ? typed.place() : v.came_back ? "left-" + number : number;
    for (std::string const name : {"value", "last_year", "note", "source"}) {
        row[name] = typed.word_or(name, std::string(row.at(name).as_string()));
        row[name + "_fault"] = typed.fault_of(name);
    }
    for (auto& one : row.at("exactnesses").as_array()) {
        auto& exactness = one.as_object();
        std::string const code(exactness.at("code").as_string());
        bool const was = exactness.at("selected").as_bool();
        exactness["selected"] = typed.word_or("rounded", was ? code : "") == code;
    }
}

/// What the unit answered: by whom, whether the compiler took it, and what it replaces.
object settled_view(visit const& v, engine::case_id on, law::asked_figure const& one)
{
    auto const acts = "/cases/" + std::to_string(on.value) + "/acts/";
    return {{"label", v.house.dictionary().name(one.indicator, v.words.code())},
            {"value", one.answer->value},
            {"unit_of", v.words(v.house.dictionary().unit(one.indicator))},
            {"source", one.answer->source},
            {"by", one.answered_by_name},
            {"is_accepted", one.is == standing::accepted},
            {"href", acts + std::to_string(one.answer_act)},
            {"replaced", one.replaced ? one.replaced->value : ""},
            {"replaced_href", one.replaced ? acts + std::to_string(one.replaced_act) : ""}};
}

/// The form in which the unit puts an answer right that was not taken yet: of this indicator alone,
/// so that the others stay as they were given. It stands among the rows of the page as `number`.
object form_to_correct(visit const& v, opened_case const& file,
                       report::compiled_report const& report, law::asked_figure const& one,
                       std::size_t number)
{
    auto form = act_form_view(v, file, law::collection::answered::kind, "report/answers");
    for (auto const& member : row_view(v, report, one, number))
        form[member.key()] = member.value();
    put_typed(v, form);
    auto const came_back = typed_row(v, one.indicator).came_back();
    form["expanded"] = came_back;
    if (!came_back)
        form["confirmation"] = "";
    return form;
}

/// Of what the unit gave and the compiler may still send back.
array remarks_on_rates(visit const& v, law::report_file const& report, std::string const& unit)
{
    array made;
    auto const& dictionary = v.house.dictionary();
    for (auto const& one : report.asked)
        if (one.unit == unit && one.is == standing::answered &&
            report::is_above_whole(one.indicator, one.answer->value, dictionary))
            made.push_back(
                object{{"words", v.words(say("{1}超过100%，请核对",
                                             dictionary.name(one.indicator, v.words.code())))}});
    return made;
}

} // namespace

answer show_report_answers(visit& v)
{
    auto const year = year_of_path(v);
    return year ? report_answers_page(v, *year) : bad_report_year(v);
}

answer report_answers_page(visit& v, int year)
{
    auto const report = compiled(v, year);
    auto const file = case_of(v, report);
    answer page{.page = "report_answers"};
    put_report_head(v, page, report, file, "answers");
    auto const& unit = v.session->as.unit;
    page.view["unit"] = unit;
    page.view["unit_name"] = v.house.unit_name(unit);
    auto const may_answer = file && is_open(own_offers(v, *file), law::collection::answered::kind);
    array rows, settled;
    for (auto const& one : report.file.asked)
        if (one.unit == unit && one.waits_for_unit())
            rows.push_back(row_view(v, report, one, rows.size()));
    auto number = rows.size();
    array settled_on_page;
    bool is_correction_back = false;
    for (auto const& one : report.file.asked) {
        if (one.unit != unit || one.is == standing::waived || one.waits_for_unit())
            continue;
        settled.push_back(settled_view(v, report.filed->on, one));
        auto shown = settled.back().as_object();
        array correct;
        if (may_answer && one.takes_answers()) {
            correct.push_back(form_to_correct(v, *file, report, one, number++));
            is_correction_back = is_correction_back || correct.back().at("expanded").as_bool();
        }
        shown["correct"] = std::move(correct);
        settled_on_page.push_back(std::move(shown));
    }
    page.only_page["remarks"] = remarks_on_rates(v, report.file, unit);
    page.view["nothing"] = rows.empty();
    page.view["has_settled"] = !settled.empty();
    page.view["settled"] = std::move(settled);
    page.only_page["settled"] = std::move(settled_on_page);
    auto const may = may_answer && !rows.empty();
    page.view["may_answer"] = may;
    auto rows_on_page = rows;
    for (auto& row : rows_on_page)
        put_typed(v, row.as_object());
    page.only_page["rows"] = std::move(rows_on_page);
    page.view["rows"] = std::move(rows);
    page.only_page["form"] = object{{"any", false}};
    if (may) {
        auto form = act_form_view(v, *file, law::collection::answered::kind, "report/answers");
        form["any"] = true;
        if (is_correction_back)
            form["confirmation"] = "";
        page.only_page["form"] = std::move(form);
    }
    return page;
}

} // namespace web::handlers
