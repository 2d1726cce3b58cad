#include "web/handlers/report_findings.hpp"

#include "web/handlers/handlers.hpp"
#include "web/handlers/report_page.hpp"
#include "web/handlers/typed_figures.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <algorithm>
#include <set>

namespace web::handlers {
namespace {

namespace law = workflows::annual_report;
using boost::json::array;
using boost::json::object;
using engine::say;

constexpr std::size_t findings_a_page = 50;

/// The page on which a finding is mended; `of`: that of its case, empty where it has none.
std::string mended_at(law::report_file const& report, law::gate::record_finding const& one,
                      std::string const& of)
{
    auto const year = std::to_string(law::year_of_report(report));
    if (one.finding == "case_without_item")
        return "/catalogue?year=" + year + "#strays";
    if (of.empty())
        return "/reports/" + year + "#requests";
    if (one.item)
        return of + "/catalogue/items/" + std::to_string(*one.item);
    if (one.finding == "opinion_without_adoption")
        return of + "/opinions";
    return of;
}

object finding_view(visit& v, law::report_file const& report, law::gate::record_finding const& one)
{
    std::string href;
    if (one.case_number)
        if (auto const found = v.records->find_case(*one.case_number))
            href = "/cases/" + std::to_string(found->head.line.id.value);
    auto const* why = law::explanation_of(report, one);
    auto const subject = one.subject.value_or("");
    auto const is_indicator = v.house.dictionary().find(subject) != nullptr;
    return {
        {"finding", one.finding},
        {"finding_words", v.words("finding." + one.finding)},
        {"remedy_words", v.words("finding." + one.finding + ".remedy")},
        {"case_number", one.case_number.value_or("")},
        {"href", href},
        {"mended_at", mended_at(report, one, href)},
        {"unit", std::string(one.unit)},
        {"unit_name", v.house.unit_name(one.unit)},
        {"blocks", one.blocks},
        {"subject", is_indicator ? v.house.dictionary().name(subject, v.words.code()) : subject},
        {"explained", why ? std::string(why->reason) : ""},
        {"is_open", law::is_open_finding(report, one)}};
}

/// What a reason may be about alone: the cases of the open findings of a kind, or their figures.
array alone_of(visit const& v, law::report_file const& report, std::string_view kind,
               std::optional<std::string> law::gate::record_finding::*named,
               std::string const& chosen)
{
    array made;
    std::set<std::string> once;
    auto const& dictionary = v.house.dictionary();
    for (auto const& one : report.check->body.findings) {
        auto const& code = one.*named;
        if (one.finding != kind || !law::is_open_finding(report, one) || !code ||
            !once.insert(*code).second)
            continue;
        made.push_back(object{
            {"code", *code},
            {"words", dictionary.find(*code) ? dictionary.name(*code, v.words.code()) : *code},
            {"selected", *code == chosen}});
    }
    return made;
}

} // namespace

void put_findings(visit& v, object& into, law::report_file const& report, std::size_t from)
{
    array made;
    std::string next;
    std::size_t count = 0;
    if (report.check) {
        auto const& all = report.check->body.findings;
        count = all.size();
        auto const end = std::min(count, from + findings_a_page);
        for (auto i = from; i < end; ++i)
            made.push_back(finding_view(v, report, all[i]));
        if (end < count)
            next = "/reports/" + std::to_string(law::year_of_report(report)) +
                   "/findings?after=" + std::to_string(end);
    }
    into["none"] = count == 0;
    into["findings"] = std::move(made);
    into["found"] = count;
    // The act that holds them has no room for more.
    bool const is_full = count >= engine::longest_list;
    into["found_words"] =
        v.words(is_full ? say("只列出前{1}个问题，请先更正这些问题，再重新检查。", count)
                        : say("共{1}个问题", count));
    into["next"] = next;
}

boost::json::array forms_to_explain(visit const& v, opened_case const& file,
                                    law::report_file const& report)
{
    std::set<std::string> kinds;
    for (auto const& one : report.check->body.findings)
        if (law::is_open_finding(report, one))
            kinds.insert(one.finding);
    array made;
    for (auto const& kind : kinds) {
        auto form = act_form_view(v, file, law::gate::explained::kind, "report/main");
        form["finding"] = kind;
        form["finding_words"] = v.words("finding." + kind);
        typed_figures const typed(v, law::gate::explained::kind, "finding", kind);
        form["suffix"] = typed.came_back() ? std::string() : "-" + kind;
        form["reason"] = typed.word("reason");
        for (std::string const field : {"case_number", "subject", "reason"})
            form[field + "_fault"] = typed.fault_of(field);
        auto cases = alone_of(v, report, kind, &law::gate::record_finding::case_number,
                              typed.word("case_number"));
        auto subjects =
            alone_of(v, report, kind, &law::gate::record_finding::subject, typed.word("subject"));
        form["has_cases"] = !cases.empty();
        form["has_subjects"] = cases.empty() && !subjects.empty();
        form["cases"] = std::move(cases);
        form["subjects"] = std::move(subjects);
        // what a link to the form of the act leads to
        form["id"] = made.empty() ? "act-" + std::string(law::gate::explained::kind) : "";
        made.push_back(std::move(form));
    }
    return made;
}

answer show_report_findings(visit& v)
{
    auto const year = year_of_path(v);
    if (!year)
        return bad_report_year(v);
    auto const text = v.query("after");
    auto const after = text.empty() ? std::optional<long long>(0) : number_in(text);
    if (!after || *after < 0)
        return problem(v, 400, "malformed", say("翻页的位置无法识别，请从第一页看起。"));
    auto const report = compiled(v, *year);
    auto const file = case_of(v, report);
    answer page{.page = "report_findings"};
    put_report_head(v, page, report, file, "findings");
    put_findings(v, page.view, report.file, static_cast<std::size_t>(*after));
    return page;
}

} // namespace web::handlers
