#include "adapters/report/record_gate.hpp"
#include "web/form_view.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/report_page.hpp"
#include "web/office.hpp"
#include "workflows/annual_report/conditions.hpp"
#include "workflows/annual_report/decimal.hpp"

// What a unit is asked for, and the one form in which it answers.

namespace web::handlers {
namespace {

namespace law = workflows::annual_report;
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
                path_ = "values[" + std::to_string(n) + "].";
            }
        }
    }

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
    std::string path_;
};

/// A row of the form: what was answered before, else what the last report said.
object row_view(visit const& v, adapters::report::compiled_report const& report,
                law::asked_figure const& one, std::size_t number)
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

/// The rows as they came back, each with its faults.
array with_typed(visit const& v, array rows)
{
    for (auto& each : rows) {
        auto& row = each.as_object();
        typed_row const typed(v, row.at("indicator").as_string());
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
    return rows;
}

/// Of what the unit gave and the compiler may still send back.
array remarks_on_rates(visit const& v, law::report_file const& report, std::string const& unit)
{
    array made;
    auto const& dictionary = v.house.dictionary();
    for (auto const& one : report.asked)
        if (one.unit == unit && one.is == standing::answered &&
            adapters::report::is_above_whole(one.indicator, one.answer->value, dictionary))
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
    array rows, settled;
    for (auto const& one : report.file.asked) {
        if (one.unit != unit || one.is == standing::waived)
            continue;
        if (one.waits_for_unit())
            rows.push_back(row_view(v, report, one, rows.size()));
        else
            settled.push_back(
                object{{"label", v.house.dictionary().name(one.indicator, v.words.code())},
                       {"value", one.answer->value},
                       {"unit_of", v.words(v.house.dictionary().unit(one.indicator))},
                       {"source", one.answer->source},
                       {"by", one.answered_by_name},
                       {"is_accepted", one.is == standing::accepted},
                       {"href", "/cases/" + std::to_string(report.filed->on.value) + "/acts/" +
                                    std::to_string(one.answer_act)}});
    }
    page.only_page["remarks"] = remarks_on_rates(v, report.file, unit);
    page.view["nothing"] = rows.empty();
    page.view["has_settled"] = !settled.empty();
    page.view["settled"] = std::move(settled);
    auto const may =
        file && !rows.empty() && is_open(own_offers(v, *file), law::collection::answered::kind);
    page.view["may_answer"] = may;
    page.only_page["rows"] = with_typed(v, rows);
    page.view["rows"] = std::move(rows);
    page.only_page["form"] = object{{"any", false}};
    if (may) {
        auto form = act_form_view(v, *file, law::collection::answered::kind, "report/answers");
        form["any"] = true;
        page.only_page["form"] = std::move(form);
    }
    return page;
}

} // namespace web::handlers
