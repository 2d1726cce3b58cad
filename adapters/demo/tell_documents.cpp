#include "adapters/demo/tell_documents.hpp"

#include "adapters/demo/teller.hpp"
#include "workflows/normative_document/procedure.hpp"

namespace adapters::demo {
namespace {

using boost::json::array;
using boost::json::object;

object as_json(engine::document_ref const& one)
{
    return {{"hash", one.hash}, {"name", one.name}};
}

/// The acts of one document, with the papers that they name.
class document_acts {
public:
    document_acts(document_sample const& what, teller& told, engine::working_days const& days,
                  paper const& file_paper)
        : what_(what), told_(told), days_(days), file_paper_(file_paper),
          draft_(file("草案", "第一条  为规范管理，根据有关法律法规，结合本区实际，制定本文件。")),
          explanation_(file("起草说明", "说明制定的必要性、依据、主要内容和征求意见情况。"))
    {}

    object proposed() const
    {
        return {{"document_title", what_.title},
                {"level_is", what_.level},
                {"nature_is", what_.nature},
                {"drafting_unit", what_.unit},
                {"necessity", "现行管理缺少统一规定，群众反映较多。"},
                {"legal_basis", array{object{{"title", "有关法律、行政法规和省政府规章"}}}},
                {"existing_documents", "已梳理现行有效文件，没有同类规定。"}};
    }
    /// Ends about four months after it is told.
    object told_afterwards() const
    {
        return {{"document_number", what_.old_number},
                {"published_on", "2021-08-02"},
                {"effective_on", "2021-09-01"},
                {"valid_until", engine::to_text(told_.today() + std::chrono::days(130))},
                {"address", "https://www.gaoyao.gov.cn/zwgk/gfxwj/2021"},
                {"source", "区政府2025年规范性文件清理结果目录"}};
    }
    object assessed() const
    {
        return {{"touches_rights", true}, {"not_technical_reason", "主要规定管理程序和责任分工。"}};
    }
    object drafted() const
    {
        return {{"draft", draft_}, {"explanation", explanation_}, {"change", "first_draft"}};
    }
    object evaluated() const
    {
        return {{"necessity_and_feasibility", "制定必要，措施可行。"},
                {"expected_effects", "明确职责，方便群众。"},
                {"report", file("评估论证报告", "经评估，制定必要，措施可行，没有重大风险。")}};
    }
    object comments_opened() const
    {
        return {{"draft", draft_},
                {"published_on", engine::to_text(told_.today())},
                {"open_until", engine::to_text(days_.after(told_.today(), 8))},
                {"channels", array{"government_site"}},
                {"address", "https://www.gaoyao.gov.cn/zwgk/yjzj"}};
    }
    object comments_closed() const
    {
        return {{"comments_received", 12},
                {"comments_adopted", 7},
                {"summary", "意见主要涉及责任分工和办理时限。"},
                {"not_adopted_reasons", "超出本级政府权限，或者上位法已有规定。"}};
    }
    object filed_for_review() const
    {
        return {{"request", file("送审请示", "现将草案送请合法性审核。")},
                {"draft", draft_},
                {"explanation", explanation_},
                {"basis_texts", array{"有关法律、行政法规和省政府规章"}},
                {"opinions_and_adoption", "收到意见12条，采纳7条，未采纳的已说明理由。"}};
    }
    object concluded() const
    {
        return {{"outcome_is", "lawful"},
                {"opinion", file("合法性审核意见书", "经审核，草案内容合法，程序完备。")}};
    }
    object deliberated() const
    {
        bool const is_own = what_.level == "department";
        return {{"meeting_is", is_own ? "office_meeting" : "executive"},
                {"meeting_name", is_own ? "局办公会议" : "区政府常务会议"},
                {"met_on", engine::to_text(told_.today())},
                {"members_entitled", 9},
                {"members_present", 8},
                {"draft", draft_},
                {"decision_is", "adopted"},
                {"minutes", file("会议纪要", "会议审议并原则同意该文件，按程序印发。")}};
    }
    object text_signed() const { return {{"final_text", draft_}}; }
    object numbered() const
    {
        auto const year = std::to_string(engine::year_of(told_.today()));
        auto const place = std::to_string(what_.place);
        return {{"registration_number", "GYGF-" + year + "-" + place},
                {"document_number", (what_.level == "department" ? "高卫规〔" : "高府规〔") + year +
                                        "〕" + place + "号"},
                {"printed_by", "区人民政府办公室"}};
    }
    object published() const
    {
        auto const effect = told_.today() + std::chrono::days(35);
        return {{"published_on", engine::to_text(told_.today())},
                {"channels", array{"government_site", "gazette"}},
                {"address", "https://www.gaoyao.gov.cn/zwgk/gfxwj"},
                {"effective_on", engine::to_text(effect)},
                {"valid_until",
                 engine::to_text(engine::add_months(effect, what_.months) - std::chrono::days(1))}};
    }
    object filed() const
    {
        return {{"recipient_is", recipient()},
                {"filed_on", engine::to_text(told_.today())},
                {"documents", array{draft_, explanation_}}};
    }
    object answered() const
    {
        return {{"recipient_is", recipient()},
                {"answer_is", "registered"},
                {"answered_on", engine::to_text(told_.today())}};
    }

private:
    object file(char const* name, char const* words) const
    {
        return as_json(file_paper_(what_.title + "：" + name + ".txt",
                                   what_.title + "\n" + name + "\n\n" + words + "\n"));
    }
    char const* recipient() const
    {
        return what_.level == "department" ? "own_government" : "higher_government";
    }

    document_sample const& what_;
    teller& told_;
    engine::working_days const& days_;
    paper const& file_paper_;
    object draft_;
    object explanation_;
};

} // namespace

telling tell_document(document_sample const& what, std::string const& place, officials const& by,
                      engine::law_in_force law, paper const& file_paper, engine::instant now)
{
    teller told(workflows::normative_document::shape_name, place, law, what.begins, now);
    document_acts const acts(what, told, law.days, file_paper);
    bool const is_own = what.level == "department";
    auto const clerk = seated(by, "sponsor_clerk", what.unit);
    auto const head = seated(by, "department_head", what.unit);
    auto const office = seated(by, "office_secretary");
    auto const mayor = seated(by, "head_of_government");
    auto const reviewer = seated(by, "reviewer");
    auto const* second = by.holding({engine::seat{"reviewer", ""}}, {}, 1);
    auto const& examiner = second ? *second : reviewer;
    if (!what.old_number.empty()) {
        told.tell({{0, "document_project.proposed", clerk, [&] { return acts.proposed(); }},
                   {1, "document_project.told_afterwards", reviewer,
                    [&] { return acts.told_afterwards(); }}},
                  what.until);
        return told.finish();
    }
    auto const& organ = is_own ? clerk : office;
    auto const& registrar = is_own ? reviewer : office;
    told.tell(
        {{0, "document_project.proposed", clerk, [&] { return acts.proposed(); }},
         {1, "document_project.approved", is_own ? head : office, [] { return object(); }},
         {1, "document_project.assessed", clerk, [&] { return acts.assessed(); }},
         {1, "document_project.drafted", clerk, [&] { return acts.drafted(); }},
         {1, "document_opinions.evaluated", clerk, [&] { return acts.evaluated(); }},
         {0, "document_opinions.comments_opened", clerk, [&] { return acts.comments_opened(); }},
         {9, "document_opinions.comments_closed", clerk, [&] { return acts.comments_closed(); }},
         {2, "document_review.filed", clerk, [&] { return acts.filed_for_review(); }},
         {1, "document_review.accepted", reviewer, [] { return object(); }},
         {6, "document_review.concluded", reviewer, [&] { return acts.concluded(); }},
         {4, "document_issue.deliberated", organ, [&] { return acts.deliberated(); }},
         {2, "document_issue.text_signed", is_own ? head : mayor,
          [&] { return acts.text_signed(); }},
         {1, "document_issue.numbered", registrar, [&] { return acts.numbered(); }},
         {1, "document_issue.published", registrar, [&] { return acts.published(); }},
         {8, "document_filing.filed", organ, [&] { return acts.filed(); }},
         {15, "document_filing.answered", is_own ? examiner : office,
          [&] { return acts.answered(); }}},
        what.until);
    return told.finish();
}

} // namespace adapters::demo
