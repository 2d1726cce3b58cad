#include "web/handlers/drafts.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/report_page.hpp"
#include "web/office.hpp"
#include "workflows/annual_report/placeholders.hpp"

// The editor: each section with its text, the figures beside it, and what was typed by hand.

namespace web::handlers {
namespace {

namespace report = adapters::report;
namespace law = workflows::annual_report;
using boost::json::array;
using boost::json::object;
using engine::say;

/// What stands in the words of a section and should not: braces for which there is no figure, and
/// numbers that were typed beside the name of a figure.
array typed_view(visit const& v, report::compiled_report const& compiled, std::string const& words)
{
    array made;
    for (auto const& one : law::placeholders_in(words))
        if (!one.form || !compiled.figures.contains(one.code))
            made.push_back(object{{"indicator", one.code},
                                  {"differs", true},
                                  {"words", v.words(say("{1}没有对应的报告数据，须改正或者删去",
                                                        words.substr(one.at, one.size)))}});
    for (auto const& one : report::typed_numbers(words, compiled.figures, v.house.dictionary())) {
        auto const label = v.house.dictionary().name(one.indicator, v.words.code());
        made.push_back(object{
            {"indicator", one.indicator},
            {"differs", one.differs},
            {"words",
             v.words(one.differs ? say("“{1}”写的是{2}，数据是{3}", label, one.typed, one.value)
                                 : say("“{1}”的{2}是手写的，可以写成 {3}", label, one.typed,
                                       "{" + one.indicator + "}"))}});
    }
    return made;
}

object section_view(visit const& v, report::compiled_report const& compiled,
                    opened_case const* file, bool may_write, law::narrative::report_section section)
{
    std::string const name(engine::name_of(section));
    auto const written = compiled.file.sections.find(section);
    auto const words = written == compiled.file.sections.end()
                           ? std::string()
                           : std::string(written->second.body.words);
    auto const missing = law::missing_sections(compiled.file);
    object made{{"section", name},
                {"label", v.words("choice.report_section." + name)},
                {"words", words},
                {"needed", std::find(missing.begin(), missing.end(), section) != missing.end()},
                {"by", written == compiled.file.sections.end() ? "" : written->second.name},
                {"on_words", written == compiled.file.sections.end()
                                 ? std::string()
                                 : v.words.date(written->second.on)},
                {"typed", typed_view(v, compiled, words)},
                {"form", object{{"any", false}}}};
    if (file && may_write) {
        made["form"] = act_form_view(v, *file, law::narrative::written::kind, "report/text");
        made["form"].as_object()["any"] = true;
    }
    return made;
}

/// The sections as they are written: what is begun of one stands in its form instead of what is on
/// file.
array with_drafts(visit const& v, opened_case const& file, array sections)
{
    auto const kept = v.house.with().desk.drafts_on(v.session->who.id, file.line().id);
    for (auto& each : sections) {
        auto& section = each.as_object();
        section["draft"] = false;
        std::string const name(section.at("section").as_string());
        auto const* draft = draft_of(kept, law::narrative::written::kind, name);
        if (!draft)
            continue;
        section["draft"] = draft_note(v, *draft);
        auto const typed = words_of_draft(*draft);
        if (auto const* words = typed.if_contains("f.words"))
            section["words"] = *words;
    }
    return sections;
}

} // namespace

answer show_report_words(visit& v)
{
    auto const year = year_of_path(v);
    if (!year)
        return bad_report_year(v);
    auto const report = compiled(v, *year);
    auto const file = case_of(v, report);
    answer page{.page = "report_words"};
    put_report_head(v, page, report, file, "text");
    auto const may_write = file && is_open(own_offers(v, *file), law::narrative::written::kind);
    array sections;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<law::narrative::report_section>>(
        [&](auto one) {
            sections.push_back(
                section_view(v, report, file ? &*file : nullptr, may_write, one.value));
        });
    page.view["may_write"] = may_write;
    if (may_write) {
        page.only_page["keep"] = keep_address(*file);
        page.only_page["sections"] = with_drafts(v, *file, sections);
    }
    page.view["sections"] = std::move(sections);
    page.only_page["has_unknown"] = !report.text.unknown_references.empty();
    array unknown;
    for (auto const& one : report.text.unknown_references)
        unknown.push_back(object{{"words", one}});
    page.only_page["unknown_references"] = std::move(unknown);
    array figures;
    for (auto const& [code, one] : report.figures)
        figures.push_back(report_figure_view(v, report, one));
    page.view["has_no_figures"] = figures.empty();
    page.view["figures"] = std::move(figures);
    return page;
}

} // namespace web::handlers
