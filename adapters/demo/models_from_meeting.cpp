#include "adapters/demo/models.hpp"

#include <algorithm>
#include <array>

namespace adapters::demo {

// ---- deliberation

object deliberation_held(scene const& at, std::string_view variant)
{
    auto const outcome = variant.empty() ? std::string("adopted") : std::string(variant);
    engine::seat const deputy{"deputy_in_charge", ""};
    auto const names = people_in_seats(at, 900,
                                       {deputy,
                                        deputy,
                                        deputy,
                                        {"", ""},
                                        {"", ""},
                                        {"", ""},
                                        {"", ""},
                                        {"department_head", at.what.sponsor},
                                        {"", ""},
                                        {"head_of_government", ""},
                                        {"office_secretary", ""}});
    static constexpr std::array posts{"deputy_head", "deputy_head",  "deputy_head",
                                      "member",      "member",       "member",
                                      "office_head", "sponsor_head", "reviewer_head"};
    bool const opposed =
        outcome == "rejected" || outcome == "postponed" || outcome == "discuss_again";
    array present;
    array statements;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        present.push_back({{"name", names[i]}, {"post", posts[i]}});
        if (i < 6)
            statements.push_back(
                {{"name", names[i]},
                 {"post", posts[i]},
                 {"view", opposed && i != 1 ? "disagrees"
                          : i == 1          ? "agrees_with_changes"
                                            : "agrees"},
                 {"words", !opposed                ? "同意，请抓好落实。"
                           : outcome == "rejected" ? "不同意，理由不充分。"
                                                   : "现在通过尚不成熟，建议补充测算后再议。"}});
    }
    present.push_back({{"name", names[9]}, {"post", "head"}});
    present.push_back({{"name", names[10]}, {"post", "recorder"}});
    statements.push_back({{"name", names[9]},
                          {"post", "head"},
                          {"view", opposed ? "disagrees" : "agrees"},
                          {"words", "根据大家的意见，作如下决定。"}});
    auto const* agenda = body_of(at, "submission.placed_on_agenda");
    auto const meeting = text_in(agenda, "meeting");
    object body{
        {"meeting", meeting.empty() ? "executive" : meeting},
        {"meeting_name", meeting == "plenary" ? "区人民政府全体会议" : "区人民政府常务会议"},
        {"met_on", date(std::min(day_in(agenda, "meeting_on", at.today), at.today))},
        {"members_entitled", 9},
        {"present", present},
        {"sponsor_explained", true},
        {"statements", statements},
        {"outcome", outcome},
        {"decision", outcome == "rejected"        ? "会议不同意该方案。"
                     : outcome == "postponed"     ? "会议决定暂缓审议。"
                     : outcome == "discuss_again" ? "会议决定修改后再次讨论。"
                                                  : "会议审议并通过该方案。"},
        {"draft", current_draft(at)},
        {"minutes", doc(at, "常务会议记录", "发言、讨论和决定的如实记录。")},
        {"recorder", names[10]}};
    if (outcome == "adopted_in_principle" || outcome == "discuss_again") {
        body["changes_ordered"] = "进一步明确过渡期安排，规范第五条表述。";
        body["substantive_changes"] = false;
    }
    return body;
}

object changes_made(scene const& at, std::string_view)
{
    return {{"draft", current_draft(at)}, {"account", "已按会议要求逐条修改，未改变实质内容。"}};
}

object changes_accepted(scene const&, std::string_view)
{
    return {{"remarks", "修改到位，同意印发。"}};
}

object changes_refused(scene const&, std::string_view)
{
    return {{"reason", "第五条的修改不符合会议要求，请重新修改。"}};
}

// ---- party committee and people's congress

object party_made(scene const& at, std::string_view)
{
    return {{"reported_on", date(at.today)},
            {"reporter", "区人民政府党组"},
            {"by_party_group", true},
            {"document", doc(at, "区政府党组请示", "向区委请示报告。")}};
}

object party_answered(scene const& at, std::string_view variant)
{
    auto const answer = variant.empty() ? std::string("agrees") : std::string(variant);
    return {{"answered_on", date(at.today)},
            {"answer", answer},
            {"words", answer == "disagrees" ? "暂不同意出台。" : "原则同意。"},
            {"document", doc(at, "区委常委会会议纪要（节录）", "对请示事项的意见。")}};
}

object congress_reported(scene const& at, std::string_view)
{
    return {{"reported_on", date(at.today)},
            {"document", doc(at, "向区人大常委会的报告", "出台前报告。")}};
}

object congress_decided(scene const& at, std::string_view variant)
{
    bool const approved = variant != "not_approved";
    return {{"decided_on", date(at.today)},
            {"approved", approved},
            {"words", approved ? "会议同意。" : "会议不同意。"},
            {"document", doc(at, "区人大常委会决定", "会议的决定。")}};
}

// ---- publication

object text_signed(scene const& at, std::string_view)
{
    return {{"final_text", current_draft(at)},
            {"signed_by", person(at, 909)},
            {"signed_on", date(at.today)},
            {"document_number", "高府〔" + std::to_string(engine::year_of(at.today)) + "〕" +
                                    std::to_string(at.what.seed % 1000 + 1) + "号"}};
}

object publication_published(scene const& at, std::string_view)
{
    return {{"published_on", date(at.today)},
            {"channels", array{"government_site", "gazette"}},
            {"address", "https://www.example.gov.cn/zwgk/zcwj/"},
            {"interpretation", doc(at, "政策解读", "对背景、主要内容和群众关心的问题作出解读。")},
            {"adoption_statement", "公众意见和专家意见的采纳情况已一并说明。"},
            {"press_work", "在区政府网站和“高要发布”同步解读。"}};
}

object withheld(scene const&, std::string_view)
{
    return {{"legal_basis", "《中华人民共和国政府信息公开条例》第十四条"},
            {"reason", "依法确定为国家秘密，不予公开。"}};
}

// ---- execution

object unit_named(scene const& at, std::string_view)
{
    return {{"executor", at.what.executor.empty() ? at.what.sponsor : at.what.executor},
            {"tasks", "按照方案分工组织实施，每半年报告一次进展。"},
            {"due_on", date(at.today + days(365))}};
}

object execution_reported(scene const& at, std::string_view)
{
    return {{"reported_on", date(at.today)},
            {"progress", "各项任务按计划推进，已完成年度目标的百分之六十。"},
            {"quality", "符合方案要求，未发现质量问题。"},
            {"effect", "群众满意度有所提高，投诉减少。"},
            {"documents", docs(at, "执行情况报告", "进度、质量和效果。")}};
}

object inspected(scene const& at, std::string_view)
{
    return {{"inspected_on", date(at.today)},
            {"findings", "总体落实较好，个别镇街进度偏慢。"},
            {"advice", "加快进度，按月通报。"}};
}

object citizen_opinion_received(scene const& at, std::string_view)
{
    return {{"from", person(at, 1000)}, {"way", "电话"}, {"words", "希望增加服务点。"}};
}

object problem_reported(scene const& at, std::string_view variant)
{
    return {{"problem", variant.empty() ? "circumstances_changed" : std::string(variant)},
            {"description", "上级政策调整，原定补助标准失去依据，继续执行难以达到目标。"},
            {"advice", "建议暂停有关条款的执行，研究调整。"},
            {"documents", docs(at, "执行中的问题报告", "情况、原因和建议。")}};
}

object problem_answered(scene const&, std::string_view)
{
    return {{"answer", "继续执行，按新政策核定标准，下月报告进展。"}};
}

object suspended(scene const& at, std::string_view)
{
    return {{"reason", "情况紧急，继续执行可能造成损失，先行决定中止执行。"},
            {"urgent", true},
            {"loss_limiting", "暂停发放、封存物资，对已受影响的群众先行安置。"},
            {"document", doc(at, "关于中止执行的决定", "中止的范围和损失控制措施。")}};
}

object suspension_explained(scene const& at, std::string_view)
{
    return {{"meeting", "executive"},
            {"meeting_name", "区人民政府常务会议"},
            {"met_on", date(at.today)},
            {"reasons", "说明中止执行的理由和后续安排。"},
            {"minutes", doc(at, "常务会议记录（中止执行的说明）", "会议听取了说明。")}};
}

object resumed(scene const&, std::string_view)
{
    return {{"reason", "影响执行的情况已经消除，恢复执行。"}};
}

object execution_completed(scene const& at, std::string_view)
{
    return {{"completed_on", date(at.today)},
            {"result", "各项任务全面完成，达到预期目标。"},
            {"documents", docs(at, "执行完成情况报告", "完成情况和成效。")}};
}

// ---- evaluation

object ordered(scene const& at, std::string_view)
{
    return {{"triggers", array{"organ_decides"}},
            {"evaluator", at.what.evaluator.empty() ? at.what.sponsor : at.what.evaluator},
            {"did_not_argue_before", true},
            {"reason", "实施已满一年，有必要了解成效和问题。"}};
}

object evaluation_planned(scene const& at, std::string_view)
{
    auto const names = people_from_outside(at, 1100, 5);
    return {{"members", array{object{{"name", names[0]}, {"kind", "congress_deputy"}},
                              object{{"name", names[1]}, {"kind", "consultative_member"}},
                              object{{"name", names[2]}, {"kind", "scholar"}},
                              object{{"name", names[3]}, {"kind", "organisation"}},
                              object{{"name", names[4]}, {"kind", "unit_staff"}}}},
            {"plan", "成立评估组，制定方案，调查研究，形成报告。"},
            {"documents", docs(at, "决策后评估工作方案", "评估的内容、方法和时间安排。")}};
}

object data_requested(scene const& at, std::string_view)
{
    return {{"from_unit", at.what.executor.empty() ? at.what.sponsor : at.what.executor},
            {"what", "实施以来的办理量、经费和投诉数据。"}};
}

object data_supplied(scene const& at, std::string_view)
{
    return {{"documents", docs(at, "实施数据", "分月数据表。")}, {"remarks", "数据截至上月底。"}};
}

object surveyed(scene const& at, std::string_view)
{
    return {{"ways", "问卷四百份，座谈三场，走访企业十家。"},
            {"public_opinions", "满意和基本满意占百分之八十七。"},
            {"documents", docs(at, "评估调查报告", "调查的方法和结果。")}};
}

object evaluation_reported(scene const& at, std::string_view variant)
{
    auto const advice = variant.empty() ? std::string("keep") : std::string(variant);
    return {
        {"execution", "各项措施基本落实。"},
        {"cost_and_benefit", "投入与预算相符，效益明显。"},
        {"acceptance", "群众和企业总体认可。"},
        {"effects", "近期成效明显，长期效果有待观察。"},
        {"problems_and_causes", "个别镇街人手不足。"},
        {"remedies", "充实力量，完善流程。"},
        {"work", "成立评估组，问卷、座谈和实地调查相结合。"},
        {"advice", advice},
        {"follow_ups", array{object{{"unit_concerned",
                                     at.what.executor.empty() ? at.what.sponsor : at.what.executor},
                                    {"matter", "完善配套制度。"}}}},
        {"report", doc(at, "决策后评估报告", "评估的全部内容和建议。")}};
}

object followed_up(scene const& at, std::string_view)
{
    return {{"by_unit", at.what.executor.empty() ? at.what.sponsor : at.what.executor},
            {"handled", "已研究并制定配套办法。"}};
}

object result_answered(scene const&, std::string_view)
{
    return {{"answer", "决策继续执行，评估建议由有关单位逐项落实。"}};
}

// ---- adjustment

object adjustment_proposed(scene const& at, std::string_view variant)
{
    auto const ground = at.has("execution.problem_reported") ? "problem_report"
                        : at.has("evaluation.reported")      ? "evaluation_advice_ground"
                                                             : "higher_law_changed";
    return {{"ground", ground},
            {"major", variant == "major"},
            {"what", "调整补助标准和实施时间。"},
            {"reason", "情况发生变化，原标准不再适用。"},
            {"documents", docs(at, "调整建议", "调整的内容和理由。")}};
}

object minor_decided(scene const& at, std::string_view)
{
    return {{"decided_on", date(at.today)},
            {"decision", "同意将实施时间顺延三个月，其他内容不变。"},
            {"document", doc(at, "关于调整的决定", "局部调整，不涉及实质内容。")}};
}

object reopened(scene const& at, std::string_view)
{
    return {{"new_case", "JC" + std::to_string(engine::year_of(at.today)) + "-9999"},
            {"meeting", "executive"},
            {"meeting_name", "区人民政府常务会议"},
            {"met_on", date(at.today)},
            {"minutes", doc(at, "常务会议记录（重新决策）", "同意按程序重新决策。")}};
}

object replaced(scene const& at, std::string_view)
{
    auto const opened = text_in(body_of(at, "adjustment.reopened"), "new_case");
    return {{"new_case",
             opened.empty() ? "JC" + std::to_string(engine::year_of(at.today)) + "-9999" : opened},
            {"decided_on", date(at.today)}};
}

object declined(scene const&, std::string_view)
{
    return {{"reason", "现行决策仍然可行，不予调整。"}};
}

// ---- archive

struct part_of_file {
    char const* name;
    std::vector<std::string_view> of; ///< there is such a part when one of these acts is on file
};

std::vector<part_of_file> const& parts_of_file()
{
    static std::vector<part_of_file> const all{
        {"proposal_and_start", {"intake."}},
        {"catalogue_entry", {}},
        {"research_and_basis", {"drafting.researched"}},
        {"drafts", {"drafting.versioned"}},
        {"unit_consultation", {"consultation."}},
        {"participation_file", {"participation."}},
        {"hearing_file", {"hearing."}},
        {"expert_file", {"experts."}},
        {"risk_file", {"risk."}},
        {"competition_file", {"fair_competition."}},
        {"sponsor_file", {"sponsor_review."}},
        {"review_file", {"legality_review."}},
        {"submission_file", {"submission."}},
        {"meeting_file", {"deliberation."}},
        {"party_and_congress", {"party_report.", "congress."}},
        {"final_text_and_publication", {"publication."}},
        {"execution_file", {"execution."}},
        {"evaluation_file", {"evaluation."}},
        {"adjustment_file", {"adjustment."}},
        {"process_log", {"intake."}}};
    return all;
}

namespace {

bool is_on_file(scene const& at, part_of_file const& part)
{
    if (std::string_view(part.name) == "catalogue_entry")
        return !list_in(body_of(at, "intake.start_decided"), "catalogue").empty();
    return std::any_of(at.acts.begin(), at.acts.end(), [&](auto const& one) {
        return std::any_of(part.of.begin(), part.of.end(),
                           [&](auto prefix) { return one.kind.rfind(prefix, 0) == 0; });
    });
}

} // namespace

object part_filed(scene const& at, std::string_view)
{
    array parts;
    for (auto const& part : parts_of_file())
        if (is_on_file(at, part))
            parts.push_back(
                {{"part", part.name},
                 {"remarks", "原件齐全。"},
                 {"documents", docs(at, std::string("卷内材料目录（") + part.name + "）",
                                    "本部分材料的目录。")}});
    return {{"parts", parts}};
}

object archived(scene const& at, std::string_view)
{
    std::set<std::string> filed;
    for (auto const& one : at.acts)
        if (one.kind == "archive.part_filed")
            for (auto const& part : list_in(&one.body, "parts"))
                filed.emplace(part.at("part").as_string());
    array absent;
    for (auto const& part : parts_of_file())
        if (!filed.count(part.name))
            absent.push_back({{"part", part.name}, {"reason", "本案未进行该环节，无此项材料。"}});
    return {{"archive_number", "0058-WS·" + std::to_string(engine::year_of(at.today)) + "-Y-" +
                                   std::to_string(at.what.seed % 9000 + 1000)},
            {"retention", "permanent"},
            {"copies_authentic", true},
            {"copies_complete", true},
            {"copies_readable", true},
            {"copies_safe", true},
            {"absent", absent}};
}

object number_corrected(scene const& at, std::string_view)
{
    auto const* last = at.last("archive.number_corrected");
    auto const& filed = (last ? last : at.last("archive.archived"))->body;
    return {{"archive_number", std::string(filed.at("archive_number").as_string()) + "1"},
            {"retention", filed.at("retention")},
            {"reason", "归档登记时件号写错。"}};
}

// ---- closing

object withdrawal_requested(scene const&, std::string_view)
{
    return {{"reason", "情况变化，承办单位申请撤回。"}};
}

object withdrawn(scene const&, std::string_view)
{
    return {{"remarks", "同意撤回。"}};
}

object withdrawal_declined(scene const&, std::string_view)
{
    return {{"reason", "事项仍有必要，请继续按程序办理。"}};
}

object terminated(scene const& at, std::string_view variant)
{
    auto const ground = !variant.empty() ? std::string(variant)
                        : text_in(body_of(at, "deliberation.held"), "outcome") == "rejected"
                            ? std::string("rejected_by_meeting")
                            : std::string("basis_gone");
    return {{"ground", ground},
            {"reason", ground == "rejected_by_meeting" ? "常务会议未通过，终止程序。"
                                                       : "所依据的上级政策已经废止，终止程序。"},
            {"decided_on", date(at.today)}};
}

object expired(scene const&, std::string_view)
{
    return {{"remarks", "暂缓期满未再提交审议。"}};
}

} // namespace adapters::demo
