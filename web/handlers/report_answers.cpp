#include "web/form_view.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/report_page.hpp"
#include "web/office.hpp"

// What a unit is asked for, and the one form in which it answers.

namespace web::handlers {
namespace {

namespace law = workflows::annual_report;
using boost::json::array;
using boost::json::object;
using standing = law::asked_figure::standing;

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
            {"unit_of", v.words(v.house.dictionary().unit(one.indicator))},
            {"value", given ? given->value : ""},
            {"last_year", last},
            {"note", given ? given->note.value_or("") : ""},
            {"source", given ? given->source : ""},
            {"due_words", v.words.date(one.answer_by)},
            {"is_late", one.answer_by < v.today()},
            {"sent_back", one.is == standing::sent_back ? one.reason : ""},
            {"exactnesses", std::move(exactnesses)}};
}

} // namespace

answer show_report_answers(visit& v)
{
    auto const year = year_of_path(v);
    if (!year)
        return bad_report_year(v);
    auto const report = compiled(v, *year);
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
    page.view["nothing"] = rows.empty();
    page.view["has_settled"] = !settled.empty();
    page.view["settled"] = std::move(settled);
    auto const may =
        file && !rows.empty() && is_open(own_offers(v, *file), law::collection::answered::kind);
    page.view["may_answer"] = may;
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
