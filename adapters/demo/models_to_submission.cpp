#include "adapters/demo/models.hpp"

#include <array>

namespace adapters::demo {

// ---- experts

object selected(scene const& at, std::string_view variant)
{
    static constexpr std::array fields{"sector", "sector", "sector", "law", "economics"};
    static constexpr std::array institutions{"华南理工大学", "广东省社会科学院", "肇庆学院",
                                             "广东某律师事务所", "暨南大学"};
    auto const names = people(at, 500, fields.size());
    array experts;
    for (std::size_t i = 0; i < fields.size(); ++i)
        experts.push_back({{"name", names[i]},
                           {"institution", institutions[i]},
                           {"field", fields[i]},
                           {"title", i < 2 ? "教授" : "副研究员"},
                           {"pool", i < 3 ? "higher_pool" : "own_pool"},
                           {"undertook_secrecy", true},
                           {"dissenting_view", i == 4}});
    return {{"form", variant.empty() ? "meeting" : std::string(variant)},
            {"experts", experts},
            {"selection_reason", "从专家库中按专业抽取，兼顾不同意见，均无直接利害关系。"}};
}

object materials_given(scene const& at, std::string_view)
{
    return {{"given_on", date(at.today)},
            {"focus", "方案的必要性、可行性、科学性，标准测算是否合理。"},
            {"documents", array{current_draft(at), current_explanation(at)}}};
}

namespace {

std::vector<std::string> experts_chosen(scene const& at)
{
    std::vector<std::string> names;
    for (auto const& one : list_in(body_of(at, "experts.selected"), "experts"))
        names.emplace_back(one.at("name").as_string());
    for (auto const& one : at.acts)
        if (one.kind == "experts.expert_excluded")
            std::erase(names, text_in(&one.body, "name"));
    return names;
}

} // namespace

object opined(scene const& at, std::string_view)
{
    array opinions;
    std::size_t i = 0;
    for (auto const& name : experts_chosen(at)) {
        array points;
        if (i > 0)
            points.emplace_back("完善测算依据");
        if (i == 4)
            points.emplace_back("扩大试点范围");
        opinions.push_back({{"name", name},
                            {"stance", i == 0   ? "supports"
                                       : i == 4 ? "opposes"
                                                : "supports_with_changes"},
                            {"words", "方案总体科学可行，建议完善配套措施和测算依据。"},
                            {"points", points},
                            {"has_signed", true},
                            {"has_sealed", true}});
        ++i;
    }
    return {{"held_on", date(at.today)},
            {"opinions", opinions},
            {"minutes", doc(at, "专家论证会记录", "各位专家的发言和结论。")}};
}

object expert_excluded(scene const& at, std::string_view)
{
    auto const names = experts_chosen(at);
    return {{"name", names.empty() ? person(at, 500) : names.back()},
            {"reason", "发现其与本事项有直接利害关系，退出论证。"}};
}

object experts_reported(scene const& at, std::string_view)
{
    return {{"conclusion", "专家一致认为方案必要、可行，建议修改完善后提交审议。"},
            {"responses", array{object{{"point", "完善测算依据"}, {"outcome", "adopted"}},
                                object{{"point", "扩大试点范围"},
                                       {"outcome", "not_adopted"},
                                       {"reason", "受财力限制，先行试点后再扩大。"}}}},
            {"report", doc(at, "专家论证报告", "论证的组织、专家意见和采纳情况。")}};
}

// ---- risk

object risk_exempted(scene const& at, std::string_view)
{
    return {
        {"earlier_report_title", "社会稳定风险评估报告"},
        {"earlier_report", doc(at, "已有的风险评估报告", "此前按规定完成的评估，结论为低风险。")},
        {"assessed_on", date(at.today - days(90))},
        {"legal_basis", "《重大行政决策程序暂行条例》第二十二条第二款"},
        {"no_material_change", true},
        {"reason", "已按有关规定评估，情况没有重大变化，不作重复评估。"}};
}

object risk_planned(scene const& at, std::string_view)
{
    return {{"assessor_unit", at.what.sponsor},
            {"methods", "舆情跟踪、走访、座谈、问卷，定性与定量分析相结合。"},
            {"plan", doc(at, "风险评估工作方案", "评估的范围、方法、步骤和人员。")}};
}

object opinions_heard(scene const& at, std::string_view)
{
    return {
        {"opinions",
         array{object{{"kind", "department"}, {"from", "区信访局"}, {"words", "暂无集中信访。"}},
               object{{"kind", "interested_party"},
                      {"from", person(at, 600)},
                      {"words", "担心实施初期不便。"}},
               object{{"kind", "public_at_large"}, {"from", "社区居民"}, {"words", "总体支持。"}}}},
        {"ways", "走访六个社区，发放问卷三百份。"}};
}

object analysed(scene const&, std::string_view)
{
    return {{"points", array{object{{"point", "部分群众对标准不理解"},
                                    {"level", "low"},
                                    {"measure", "加强宣传解释，设立咨询点。"}},
                             object{{"point", "实施初期办理集中"},
                                    {"level", "medium"},
                                    {"measure", "分批实施，增设窗口。"}}}},
            {"analysis", "主要风险发生的可能性较小，影响范围有限，有相应的防范措施。"}};
}

object risk_reported(scene const& at, std::string_view variant)
{
    bool const controllable = variant != "uncontrollable";
    object body{{"matter_and_process", "评估的事项、过程和参加人员。"},
                {"methods_and_basis", "采用走访、问卷、座谈和专家打分的方法。"},
                {"opinions_and_adoption", "收集意见二十八条，采纳二十一条。"},
                {"possible_risks", "群众不理解、办理集中、舆情炒作等。"},
                {"conclusion", controllable
                                   ? "风险可控，可以实施。"
                                   : "现行草案影响面大，风险不可控，应当调整草案后重新评估。"},
                {"prevention_and_response", "宣传解释、分批实施、应急处置预案。"},
                {"level", controllable ? "low" : "high"},
                {"controllable", controllable},
                {"report", doc(at, "风险评估报告", "六个部分的风险评估报告全文。")}};
    if (!controllable)
        body["special_statement"] = "建议暂缓，调整草案。";
    return body;
}

// ---- fair competition

object drafter_reviewed(scene const& at, std::string_view)
{
    return {{"analysis", "逐条对照审查标准，未设置市场准入和退出的限制，未给予特定经营者优惠。"},
            {"outcome", "no_restriction"},
            {"heard", array{object{{"kind", "business_operator"},
                                   {"name", "本地经营者代表"},
                                   {"words", "没有意见。"}},
                            object{{"kind", "trade_association"},
                                   {"name", "区行业协会"},
                                   {"words", "没有意见。"}}}},
            {"document", doc(at, "公平竞争审查表", "起草单位的初审意见。")}};
}

object fair_filed(scene const& at, std::string_view)
{
    return {{"documents",
             array{current_draft(at), current_explanation(at),
                   document_in(at, "fair_competition.drafter_reviewed", "document").is_null()
                       ? boost::json::value(doc(at, "公平竞争审查表", "初审意见。"))
                       : document_in(at, "fair_competition.drafter_reviewed", "document")}}};
}

object fair_concluded(scene const& at, std::string_view variant)
{
    auto const outcome = variant.empty() ? std::string("no_restriction") : std::string(variant);
    object body{{"outcome", outcome},
                {"reasons", outcome == "restricts_competition"
                                ? "草案对特定经营者给予差别待遇，应当修改。"
                                : "经审查，未发现排除、限制竞争的内容。"},
                {"opinion", doc(at, "公平竞争审查意见", "审查结论和理由。")}};
    if (outcome == "exception_applies")
        body["exception_ground"] = "《公平竞争审查条例》第十二条";
    return body;
}

// ---- the sponsor's own review

object legal_opinion_given(scene const& at, std::string_view variant)
{
    return {{"outcome", variant.empty() ? "lawful" : std::string(variant)},
            {"opinion", variant == "unlawful" ? "草案第三条超越权限，不合法。"
                                              : "权限、程序、内容合法，可以提交集体讨论。"},
            {"points", array{"建议规范个别用语。"}},
            {"document", doc(at, "承办单位法制机构审查意见", "对权限、程序和内容的审查意见。")}};
}

object discussed(scene const& at, std::string_view variant)
{
    bool const passed = variant != "not_passed";
    array present;
    for (auto& name : people_in_seats(at, 700,
                                      {{"department_head", at.what.sponsor},
                                       {"legal_officer", at.what.sponsor},
                                       {"sponsor_clerk", at.what.sponsor},
                                       {"", ""},
                                       {"", ""}}))
        present.emplace_back(name);
    return {{"met_on", date(at.today)},
            {"meeting", "局务会议"},
            {"present", present},
            {"passed", passed},
            {"summary", passed ? "会议讨论通过草案，同意送合法性审查。" : "会议认为草案尚需修改。"},
            {"minutes", doc(at, "局务会议纪要", "集体讨论的情况和结论。")}};
}

// ---- legality review

object review_filed(scene const& at, std::string_view)
{
    auto const own = document_in(at, "sponsor_review.legal_opinion_given", "document");
    return {{"draft", current_draft(at)},
            {"procedure_account",
             "已完成调研、征求单位意见、公众参与及其他法定程序，单位已集体讨论通过。"},
            {"legal_basis", array{"重大行政决策程序暂行条例", "广东省重大行政决策程序规定"}},
            {"own_review_opinion",
             own.is_null() ? boost::json::value(doc(at, "本单位法制机构审查意见", "合法。")) : own},
            {"materials", array{current_explanation(at)}}};
}

object review_accepted(scene const&, std::string_view)
{
    return {{"remarks", "材料齐备，予以受理。"}};
}

object supplement_requested(scene const& at, std::string_view)
{
    return {{"missing", array{"专项资金测算表"}}, {"answer_by", date(at.days.after(at.today, 5))}};
}

object supplemented(scene const& at, std::string_view)
{
    return {{"supplied", array{object{{"wanted", "专项资金测算表"},
                                      {"paper", doc(at, "专项资金测算表", "分年度资金测算。")}}}},
            {"remarks", "已按要求补充。"}};
}

object review_returned(scene const&, std::string_view)
{
    return {{"reason", "送审材料不符合要求，未附征求意见采纳情况，退回承办单位。"}};
}

object clock_stopped(scene const&, std::string_view variant)
{
    return {{"reason", variant.empty() ? "seeking_opinions" : std::string(variant)},
            {"what_for", "就职责划分问题征求上级主管部门意见。"}};
}

object clock_resumed(scene const&, std::string_view)
{
    return {{"outcome", "已收到书面答复，恢复审查。"}};
}

object review_extended(scene const&, std::string_view)
{
    return {{"working_days", 5},
            {"consented_by", "审查部门负责人"},
            {"reason", "涉及多部法规的适用，需要进一步研究。"}};
}

object advisers_asked(scene const& at, std::string_view)
{
    // Those whose turn it is to opine next.
    auto const turn = at.count("legality_review.adviser_opined");
    return {{"advisers",
             array{holder(at, "legal_adviser", turn), holder(at, "legal_adviser", turn + 1)}},
            {"answer_by", date(at.days.after(at.today, 5))}};
}

object adviser_opined(scene const& at, std::string_view)
{
    return {
        {"has_no_interest", true},
        {"conclusion", "agree_after_changes"},
        {"points", array{object{{"point", "第六条宜写明报告的时间"}, {"weight", "suggestion"}}}},
        {"opinion", "草案符合法定权限和程序，内容与上位法不抵触，建议完善个别表述。"},
        {"document", doc(at, "法律顾问意见书", "对草案合法性的法律意见。")}};
}

object adviser_withdrew(scene const& at, std::string_view)
{
    auto const asked = list_in(body_of(at, "legality_review.advisers_asked"), "advisers");
    auto const last =
        asked.empty() ? boost::json::value(holder(at, "legal_adviser", 0)) : asked.back();
    return {{"adviser", last}, {"reason", "所在律师事务所代理过有关当事人的案件。"}};
}

object instruction_logged(scene const&, std::string_view)
{
    return {{"from", "某单位工作人员"}, {"words", "希望尽快出具意见。已告知应依法独立审查。"}};
}

object review_concluded(scene const& at, std::string_view variant)
{
    auto const outcome = !variant.empty()       ? std::string(variant)
                         : at.what.is("reform") ? std::string("lawful_with_risk_notice")
                                                : std::string("lawful");
    bool const good = outcome == "lawful" || outcome == "lawful_with_risk_notice";
    object body{{"within_power", outcome != "unlawful"},
                {"power_finding", outcome == "unlawful" ? "第三条设定的事项超越本级权限。"
                                                        : "属于区人民政府法定权限。"},
                {"procedure_followed", outcome != "complete_procedure"},
                {"procedure_finding", outcome == "complete_procedure"
                                          ? "征求意见的反馈程序尚未完成。"
                                          : "草案形成过程符合法定程序。"},
                {"content_lawful", outcome == "lawful" || outcome == "complete_procedure"},
                {"content_finding",
                 good ? "内容符合法律、法规、规章和国家政策的规定。" : "部分条款需要修改。"},
                {"outcome", outcome},
                {"author", holder(at, "reviewer", at.count("legality_review.concluded"))},
                {"opinion", doc(at, "合法性审查意见书", "审查的依据、过程、结论和建议。")}};
    array points{object{{"point", "规范第五条的表述"}, {"weight", "suggestion"}}};
    if (!good)
        points.push_back({{"point", "修改第三条"},
                          {"weight", outcome == "unlawful" ? "unlawful_content" : "defect"},
                          {"article", "第三条"}});
    body["points"] = points;
    if (outcome == "lawful_with_risk_notice") {
        body["risk_notice"] = "国家和省尚无明确规定，存在被认定缺乏依据的法律风险。";
        body["content_lawful"] = true;
    }
    return body;
}

object responded(scene const& at, std::string_view)
{
    array responses;
    for (auto const& one : list_in(body_of(at, "legality_review.concluded"), "points"))
        responses.push_back({{"point", one.at("point")}, {"outcome", "adopted"}});
    if (responses.empty())
        responses.push_back({{"point", "修改第三条"}, {"outcome", "adopted"}});
    return {{"responses", responses}};
}

// ---- submission

object submission_filed(scene const& at, std::string_view)
{
    object body{{"request", doc(at, "关于提请审议的请示", "提请区人民政府常务会议审议。")},
                {"draft", current_draft(at)},
                {"explanation", current_explanation(at)},
                {"legal_basis", array{"重大行政决策程序暂行条例", "广东省重大行政决策程序规定"}},
                {"public_opinions_adopted", "收到公众意见均已研究，采纳情况已公开反馈。"},
                {"expert_opinions_adopted", "专家意见采纳情况见专家论证报告。"},
                {"other_material", array()}};
    auto const add = [&](char const* field, std::string_view kind, std::string_view name) {
        if (auto found = document_in(at, kind, name); !found.is_null())
            body[field] = found;
    };
    add("risk_report", "risk.exempted", "earlier_report");
    add("risk_report", "risk.reported", "report");
    add("competition_material", "fair_competition.drafter_reviewed", "document");
    add("competition_material", "fair_competition.concluded", "opinion");
    add("sponsor_minutes", "sponsor_review.discussed", "minutes");
    add("legality_opinion", "legality_review.concluded", "opinion");
    return body;
}

object completion_demanded(scene const&, std::string_view)
{
    return {{"missing", array{"部门会签意见"}}};
}

object submission_completed(scene const& at, std::string_view)
{
    return {{"documents", docs(at, "部门会签意见", "有关部门会签意见汇总。")},
            {"remarks", "已补齐。"}};
}

object returned_by_office(scene const&, std::string_view)
{
    return {{"reason", "财政保障的意见尚不明确，退回承办单位。"}};
}

object office_passed(scene const&, std::string_view)
{
    return {{"opinion", "材料齐全，符合提请审议的要求。"}};
}

object deputy_changed(scene const&, std::string_view)
{
    return {{"reason", "分管负责人外出，不再指定由其审核。"}};
}

object deputy_approved(scene const&, std::string_view)
{
    return {{"opinion", "同意提交常务会议审议。"}};
}

object deputy_returned(scene const&, std::string_view)
{
    return {{"reason", "请就分步实施的安排再作研究。"}};
}

object head_returned(scene const&, std::string_view)
{
    return {{"reason", "资金来源尚未落实，本次不列入议题。"}};
}

object placed_on_agenda(scene const& at, std::string_view variant)
{
    return {{"meeting", variant.empty() ? "executive" : std::string(variant)},
            {"meeting_on", date(at.days.after(at.today, 4))},
            {"meeting_name", "区人民政府常务会议"}};
}

object moved_on_agenda(scene const&, std::string_view)
{
    return {{"ahead_of", array()}};
}

object removed_from_agenda(scene const&, std::string_view)
{
    return {{"reason", "会议时间调整，本事项改期审议。"}};
}

} // namespace adapters::demo
