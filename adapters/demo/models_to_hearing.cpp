#include "adapters/demo/models.hpp"

#include <algorithm>
#include <array>

namespace adapters::demo {
namespace {

constexpr char const* law_of_secrets = "《中华人民共和国保守国家秘密法》第十三条";

} // namespace

// ---- intake

object proposed(scene const& at, std::string_view variant)
{
    object body{{"title", at.what.title},
                {"matter", at.what.type},
                {"proposer", "department"},
                {"proposer_name", "承办部门"},
                {"in_writing", true}};
    if (variant == "citizen") {
        body["proposer"] = "citizen";
        body["proposer_name"] = person(at, 1);
    } else if (variant == "leader") {
        body["proposer"] = "leader";
        body["proposer_name"] = "区人民政府领导";
    }
    body["main_problem"] =
        "现行做法已实施多年，与本区经济社会发展的新情况不相适应，群众和企业多有反映。";
    body["reasons"] = "列入区政府年度重点工作，上级主管部门有明确要求，本区具备实施条件。";
    body["legal_basis"] =
        "《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第七十三条；"
        "《重大行政决策程序暂行条例》第三条。";
    body["necessity_and_feasibility"] =
        "必要性：事关公共利益和群众切身利益，需要由区人民政府统一决策。"
        "可行性：经费有保障，职责分工明确，周边县（市、区）已有成熟做法。";
    body["main_measures"] =
        "明确目标任务和分年度安排，完善标准和办理流程，落实部门责任，加强监督检查。";
    if (at.what.is("secret")) {
        body["secret"] = true;
        body["secret_basis"] = law_of_secrets;
    }
    body["documents"] = docs(at, "决策事项建议书", "建议将本事项纳入重大行政决策程序。");
    return body;
}

object study_assigned(scene const& at, std::string_view)
{
    return {{"to_unit", at.what.sponsor},
            {"instruction", "请研究提出意见，重点说明是否属于重大行政决策、是否具备启动条件。"}};
}

object studied(scene const& at, std::string_view variant)
{
    bool const advises = variant != "against";
    return {{"conclusion", advises
                               ? "经研究，本事项属于重大行政决策事项，条件成熟，建议启动决策程序。"
                               : "经研究，本事项条件尚不成熟，建议暂不启动。"},
            {"advises_start", advises},
            {"documents", docs(at, "研究论证报告", "对必要性、可行性和主要措施进行了研究论证。")}};
}

object start_reported(scene const& at, std::string_view)
{
    return {{"opinion", "拟同意研究意见，报请决定是否启动决策程序。"},
            {"documents", docs(at, "关于启动决策程序的请示", "报区人民政府审定。")}};
}

object start_decided(scene const& at, std::string_view variant)
{
    array sponsors{at.what.sponsor};
    for (auto const& one : at.what.partners)
        sponsors.emplace_back(one);
    bool const hearing = variant == "hearing" || at.what.is("hearing");
    array catalogue;
    if (hearing || at.what.is("catalogue"))
        catalogue.push_back({{"year", engine::year_of(at.today)},
                             {"item", at.what.title},
                             {"participation", !at.what.is("secret")},
                             {"experts", at.what.is("technical")},
                             {"risk", at.what.is("risk")},
                             {"hearing", hearing},
                             {"fair_competition", at.what.is("operators")}});
    auto const route = variant == "congress_decide" || at.what.is("congress_decide")   ? "decide"
                       : variant == "congress_report" || at.what.is("congress_report") ? "report"
                                                                                       : "none";
    return {{"decided_on", date(at.today)},
            {"sponsors", sponsors},
            {"lead", at.what.sponsor},
            {"catalogue", catalogue},
            {"congress", route},
            {"remarks", "请承办单位按程序组织拟订决策草案。"}};
}

object start_declined(scene const& at, std::string_view)
{
    return {{"decided_on", date(at.today)}, {"reason", "资金来源尚未落实，待条件成熟后再行提出。"}};
}

object found_not_applicable(scene const&, std::string_view variant)
{
    if (variant == "not_major")
        return {
            {"ground", "not_major"},
            {"reason", "影响范围和涉及金额较小，不属于重大行政决策事项，由承办单位依职权办理。"}};
    return {{"ground", variant.empty() ? "carrying_out_higher_decision" : std::string(variant)},
            {"reason", "上级机关已就本事项作出决定，本级仅负责组织实施，不另行决策。"}};
}

// ---- drafting

object researched(scene const& at, std::string_view)
{
    return {{"summary",
             "先后到五个镇街、八家企业和三个社区实地调研，收集近三年数据，比较了周边地区的做法。"},
            {"legal_basis",
             array{object{{"title", "重大行政决策程序暂行条例"},
                          {"article", "第三条"},
                          {"document_number", "国务院令第713号"}},
                   object{{"title", "广东省重大行政决策程序规定"}, {"article", "第十三条"}}}},
            {"cost_and_benefit",
             "所需资金从区财政预算中安排，预计三年内社会效益明显，对环境无不利影响。"},
            {"documents", docs(at, "调研报告", "调研的对象、方法、发现的问题和建议。")}};
}

object assessed(scene const& at, std::string_view variant)
{
    bool const all = variant == "full";
    auto const touches = [&](std::string_view trait) { return all || at.what.is(trait); };
    object body{{"technical", touches("technical")},
                {"operators_affected", touches("operators")},
                {"business_related", touches("business")},
                {"vital_interests", touches("vital")},
                {"large_disagreement", touches("dispute")},
                {"wide_concern", touches("concern")},
                {"secret", variant == "secret" || at.what.is("secret")},
                {"exploratory_reform", at.what.is("reform")}};
    if (!touches("technical"))
        body["not_technical_reason"] = "不涉及专门技术标准，按现行成熟做法办理。";
    if (touches("risk"))
        body["risk_domains"] = array{"social_stability", "public_safety"};
    else
        body["no_risk_reason"] = "经排查，不改变现有利益格局，不存在六个方面的不利影响。";
    if (touches("groups"))
        body["special_groups"] = array{"elderly", "minors"};
    if (flag_in(&body, "secret"))
        body["secret_basis"] = law_of_secrets;
    array units;
    for (auto const& one : at.what.concerned)
        units.emplace_back(one);
    body["units_concerned"] = units;
    return body;
}

object versioned(scene const& at, std::string_view variant)
{
    auto const version = drafts(at) + 1;
    std::string const change = version == 1      ? "first_draft"
                               : variant.empty() ? "non_substantive"
                                                 : std::string(variant);
    auto const name = at.what.title + "（草案第" + std::to_string(version) + "稿）";
    auto const draft =
        at.file_paper(name + ".txt", name + "\n\n" + draft_words(at, version, change) + "\n");
    bool const disputed = flag_in(body_of(at, "drafting.assessed"), "large_disagreement");
    object body{{"draft", object{{"hash", draft.hash}, {"name", draft.name}}},
                {"explanation", doc(at, "起草说明（第" + std::to_string(version) + "稿）",
                                    "说明起草的背景、依据、主要内容和需要说明的问题。")},
                {"options", disputed ? 2 : 1},
                {"change", change}};
    if (disputed)
        body["option_merits"] =
            "方案一见效快、财政投入较大；方案二分步实施、影响面较小。推荐方案二。";
    if (version > 1)
        body["change_reason"] = "根据各方面意见修改完善。";
    return body;
}

object change_confirmed(scene const& at, std::string_view variant)
{
    auto const declared = text_in(body_of(at, "drafting.versioned"), "change");
    auto const change = !variant.empty() && variant != "waiving"        ? std::string(variant)
                        : declared.empty() || declared == "first_draft" ? std::string("editorial")
                                                                        : declared;
    object body{{"version", drafts(at)},
                {"change", change},
                {"reason", change == "substantive" ? "修改涉及权利义务的调整，属于实质性修改。"
                                                   : "修改不涉及权利义务的调整。"}};
    if (variant == "waiving") {
        array waived;
        for (auto const* step : {"participation", "experts", "risk", "fair_competition"})
            waived.push_back(
                {{"step", step}, {"reason", "修改部分不影响该程序的结论，无需重复进行。"}});
        body["waived"] = waived;
    }
    return body;
}

// ---- consultation

std::vector<std::string> units_without_answer(scene const& at)
{
    std::vector<std::string> waiting;
    for (auto const& one : at.acts) {
        if (one.kind == "consultation.asked")
            for (auto const& unit : list_in(&one.body, "units"))
                if (std::string code(unit.as_string());
                    std::find(waiting.begin(), waiting.end(), code) == waiting.end())
                    waiting.push_back(std::move(code));
        if (one.kind == "consultation.answered")
            std::erase(waiting, one.by.unit);
    }
    return waiting;
}

object consultation_asked(scene const& at, std::string_view)
{
    array units;
    for (auto const& one : at.what.concerned)
        units.emplace_back(one);
    return {{"units", units},
            {"answer_by", date(at.days.after(at.today, 7))},
            {"documents", array{current_draft(at)}}};
}

object consultation_answered(scene const&, std::string_view variant)
{
    auto const stance = variant.empty() ? std::string("agrees") : std::string(variant);
    object body{{"stance", stance}};
    if (stance == "agrees_with_comments")
        body["comments"] = "建议进一步明确部门职责分工，并补充经费保障的条款。";
    if (stance == "disagrees")
        body["comments"] = "第三条规定的职责与我单位法定职责不符，不同意由我单位牵头。";
    return body;
}

object settled(scene const& at, std::string_view variant)
{
    // With the first unit that had comments and was not settled with.
    std::vector<std::string> open;
    for (auto const& one : at.acts) {
        if (one.kind == "consultation.answered" && text_in(&one.body, "stance") != "agrees")
            open.push_back(one.by.unit);
        if (one.kind == "consultation.settled")
            std::erase(open, text_in(&one.body, "with_unit"));
    }
    auto const unit = !open.empty()               ? open.front()
                      : at.what.concerned.empty() ? at.what.sponsor
                                                  : at.what.concerned.front();
    bool const agreed = variant != "open";
    return {{"with_unit", unit},
            {"agreed", agreed},
            {"adoption", agreed ? "adopted" : "not_adopted"},
            {"outcome", agreed ? "经协商，采纳其意见，修改了职责分工的表述。"
                               : "经协商未能取得一致，拟向区人民政府说明情况。"}};
}

object disagreement_stated(scene const&, std::string_view)
{
    return {{"issues", "牵头职责由哪个部门承担。"},
            {"views_of_units", "有关单位认为应由行业主管部门牵头。"},
            {"own_view", "由承办单位牵头、有关单位配合更为可行。"},
            {"reasons_and_basis", "符合“三定”规定，周边地区也采用同样的做法。"}};
}

object consultation_concluded(scene const&, std::string_view)
{
    return {{"summary", "已书面征求有关单位意见，意见均已研究处理。"}};
}

// ---- participation

object exempted(scene const&, std::string_view)
{
    return {{"legal_basis", "《中华人民共和国保守国家秘密法》第十三条"},
            {"reason", "本事项属于依法不予公开的事项。"}};
}

object participation_published(scene const& at, std::string_view variant)
{
    auto const window = variant == "shortened" ? 15 : 31;
    object body{{"opens_on", date(at.today)},
                {"closes_on", date(at.days.roll_forward(at.today + days(window)))},
                {"channels", array{"government_site", "new_media"}},
                {"contact", "联系电话：0758-8392000；电子邮箱：zhengqiu@example.gov.cn"},
                {"draft", current_draft(at)},
                {"explanation", current_explanation(at)},
                {"address", "https://www.example.gov.cn/zwgk/zqyj/"}};
    if (variant == "shortened")
        body["shortened_reason"] = "上级要求在限期内完成，情况紧急，依法缩短征求意见的时间。";
    return body;
}

object activity_held(scene const& at, std::string_view variant)
{
    auto const form = variant.empty() ? std::string("symposium") : std::string(variant);
    auto const names = people(at, 100, 5);
    auto const speaks = [](std::string const& name, char const* kind, char const* points) {
        return object{{"name", name},
                      {"kind", kind},
                      {"main_points", points},
                      {"reasons", "结合自身情况和日常工作中了解的问题。"}};
    };
    return {{"form", form},
            {"held_on", date(at.today)},
            {"attendees",
             array{speaks(names[0], "citizen", "希望办理流程再简化一些。"),
                   speaks(names[1], "enterprise", "希望给企业留出必要的过渡期。"),
                   speaks(names[2], "trade_association", "建议由协会协助宣传和收集意见。"),
                   speaks(names[3], "people_organisation", "建议照顾老年人和未成年人的需要。"),
                   speaks(names[4], "group_representative", "支持，希望尽快实施。")}},
            {"materials_given_on", date(at.days.roll_back(at.today - days(10)))},
            {"summary", "共有五名代表发言，总体支持，提出意见六条。"},
            {"documents", docs(at, form == "symposium" ? "座谈会纪要" : "公众参与活动报告",
                               "记录了发言人、主要观点和理由。")}};
}

object opinions_recorded(scene const& at, std::string_view)
{
    static constexpr std::array words{"建议加大宣传力度，让群众知道怎么办、到哪里办。",
                                      "收费标准应当充分考虑低收入家庭的承受能力。",
                                      "希望在镇街设立服务点，方便群众就近办理。",
                                      "建议明确监督电话，接受群众监督。",
                                      "不赞成立即实施，建议先试点再推开。",
                                      "建议与已有规划做好衔接，避免重复建设。"};
    auto const first = at.count("participation.opinions_recorded") * 3;
    array opinions;
    for (long long i = first; i < first + 3; ++i)
        opinions.push_back({{"number", "YJ" + std::to_string(i + 1)},
                            {"from", person(at, 200 + i)},
                            {"kind", i % 3 == 2 ? "enterprise" : "citizen"},
                            {"words", words[static_cast<std::size_t>(i) % words.size()]}});
    return {{"opinions", opinions}};
}

namespace {

std::vector<std::string> opinions_on_file(scene const& at, bool without_decided,
                                          bool without_repeats = true)
{
    std::vector<std::string> numbers;
    for (auto const& one : at.acts) {
        if (one.kind == "participation.opinions_recorded")
            for (auto const& opinion : list_in(&one.body, "opinions"))
                numbers.emplace_back(opinion.at("number").as_string());
        if (one.kind == "participation.opinions_decided" && without_decided)
            for (auto const& done : list_in(&one.body, "decisions"))
                std::erase(numbers, std::string(done.at("number").as_string()));
        if (one.kind == "participation.repeats_noted" && without_repeats)
            for (auto const& repeat : list_in(&one.body, "opinions"))
                std::erase(numbers, std::string(repeat.at("number").as_string()));
    }
    return numbers;
}

} // namespace

object repeats_noted(scene const& at, std::string_view)
{
    auto const numbers = opinions_on_file(at, false, false);
    auto const last = numbers.empty() ? std::string("YJ1") : numbers.back();
    object one{{"number", last}};
    if (numbers.size() > 1)
        one["same_as"] = numbers.front();
    return {{"opinions", array{std::move(one)}}};
}

object words_masked(scene const&, std::string_view)
{
    return {{"masked", array{"朝阳里三栋"}}};
}

object window_closed(scene const& at, std::string_view)
{
    return {{"received", static_cast<long long>(opinions_on_file(at, false).size())},
            {"remarks", "征求意见期间网站和邮箱运行正常。"}};
}

object opinions_decided(scene const& at, std::string_view)
{
    array decisions;
    long long i = 0;
    for (auto const& number : opinions_on_file(at, true)) {
        object one{{"number", number}};
        if (i % 3 == 0)
            one["outcome"] = "adopted";
        else if (i % 3 == 1) {
            one["outcome"] = "partly_adopted";
            one["reason"] = "已增加减免的条款，标准本身依据成本监审的结论确定。";
        } else {
            one["outcome"] = "not_adopted";
            one["reason"] = "与上级规定的时间要求不一致，现阶段不具备条件。";
        }
        decisions.push_back(one);
        ++i;
    }
    return {{"decisions", decisions}};
}

object feedback_given(scene const& at, std::string_view variant)
{
    auto const way = variant.empty() ? std::string("collective_online") : std::string(variant);
    return {{"way", way},
            {"given_on", date(at.today)},
            {"address", "https://www.example.gov.cn/zwgk/yjfk/"},
            {"words", "感谢社会各界的参与。采纳情况及不采纳的理由见附件。"},
            {"documents", docs(at, "意见采纳情况反馈", "逐条说明采纳情况和不采纳的理由。")}};
}

object participation_concluded(scene const& at, std::string_view)
{
    auto const all = opinions_on_file(at, false).size();
    return {{"summary", "共收到意见" + std::to_string(all) + "条，均已研究处理并反馈。"},
            {"report", doc(at, "公众参与情况报告", "公众参与的方式、收到的意见和采纳情况。")}};
}

// ---- hearing

object hearing_suggested(scene const& at, std::string_view)
{
    return {{"number", "TZ" + std::to_string(at.count("hearing.suggested") + 1)},
            {"from", person(at, 300)},
            {"received_on", date(at.today)},
            {"words", "本事项关系居民切身利益，建议举行听证会。"}};
}

object suggestion_answered(scene const& at, std::string_view variant)
{
    auto const number = at.count("hearing.suggestion_answered") + 1;
    bool const accepted = variant != "declined";
    object body{{"number", "TZ" + std::to_string(number)}, {"accepted", accepted}};
    if (!accepted)
        body["reason"] = "公开征求意见已充分反映各方面意见，目录未要求听证。";
    return body;
}

object hearing_decided(scene const&, std::string_view variant)
{
    bool const hold = variant != "not_held";
    return {{"hold", hold},
            {"reason", hold ? "本事项涉及群众切身利益，决定举行听证会。"
                            : "不涉及切身利益的重大分歧，以公开征求意见和座谈会的方式听取意见。"}};
}

namespace {

engine::day hearing_day(scene const& at)
{
    auto on = day_in(body_of(at, "hearing.announced"), "hearing_on", at.today);
    if (auto const* put_off = body_of(at, "hearing.postponed"))
        on = day_in(put_off, "new_day", on);
    return on;
}

} // namespace

object hearing_announced(scene const& at, std::string_view)
{
    return {{"published_on", date(at.today)},
            {"hearing_on", date(at.days.roll_forward(at.today + days(25)))},
            {"place", "高要区政务服务中心三楼会议室"},
            {"mode", "on_site"},
            {"purpose", "充分听取社会各方面对草案的意见。"},
            {"basis", "《广东省重大行政决策听证规定》。"},
            {"content", "草案的必要性、可行性和主要内容。"},
            {"selection_method", "自愿报名与单位推荐相结合，报名人数超过名额的，抽签确定。"},
            {"quota", 11},
            {"channels", array{"government_site", "notice_board"}},
            {"draft", current_draft(at)},
            {"explanation", current_explanation(at)}};
}

constexpr std::size_t participants = 11;

object hearing_listed(scene const& at, std::string_view)
{
    auto const names = people(at, 400, participants + 4);
    array list{
        object{{"name", names[0]}, {"role", "host"}, {"identity", "区司法局工作人员"}},
        object{{"name", names[1]}, {"role", "presenter"}, {"identity", "承办单位工作人员"}},
        object{{"name", names[2]}, {"role", "presenter"}, {"identity", "承办单位业务股室负责人"}},
        object{{"name", names[3]}, {"role", "recorder"}, {"identity", "承办单位工作人员"}}};
    static constexpr std::array origins{"applied", "recommended", "invited"};
    static constexpr std::array sides{"in_favour", "against", "neutral"};
    static constexpr std::array identities{"居民代表", "企业代表", "区人大代表", "区政协委员",
                                           "专家学者"};
    for (std::size_t i = 0; i < participants; ++i)
        list.push_back({{"name", names[4 + i]},
                        {"role", "participant"},
                        {"identity", identities[i % identities.size()]},
                        {"origin", origins[i % origins.size()]},
                        {"side", sides[i % sides.size()]},
                        {"has_interest", true}});
    return {{"published_on", date(at.today)}, {"people", list}};
}

namespace {

std::vector<std::pair<std::string, std::string>> people_of_hearing(scene const& at)
{
    std::vector<std::pair<std::string, std::string>> all;
    for (auto const& one : list_in(body_of(at, "hearing.listed"), "people"))
        all.emplace_back(one.at("name").as_string(), one.at("role").as_string());
    return all;
}

} // namespace

object hearing_delivered(scene const& at, std::string_view)
{
    array deliveries;
    for (auto const& [name, role] : people_of_hearing(at))
        if (role == "participant")
            deliveries.push_back({{"name", name}, {"delivered_on", date(at.today)}});
    return {{"deliveries", deliveries}};
}

object hearing_postponed(scene const& at, std::string_view)
{
    return {{"new_day", date(at.days.roll_forward(hearing_day(at) + days(14)))},
            {"reason", "因台风影响，场地不能使用。"},
            {"noticed_on", date(at.today)},
            {"participants_told_on", date(at.today)}};
}

object hearing_held(scene const& at, std::string_view variant)
{
    array present;
    array statements;
    array signatures;
    long long against = 0;
    std::size_t i = 0;
    for (auto const& [name, role] : people_of_hearing(at)) {
        present.emplace_back(name);
        signatures.push_back({{"name", name}, {"has_signed", true}});
        if (role != "participant")
            continue;
        bool const opposed = variant == "against" ? i % 3 != 0 : i % 4 == 1;
        against += opposed;
        statements.push_back({{"name", name},
                              {"side", opposed ? "against" : "in_favour"},
                              {"words", opposed ? "不赞成现行方案，标准偏高，应当分步实施。"
                                                : "原则赞成，希望做好宣传解释。"}});
        ++i;
    }
    return {{"held_on", date(std::min(hearing_day(at), at.today))},
            {"present", present},
            {"steps", array{"presence_checked", "opened", "presented", "opinions_and_questions",
                            "debated", "last_statements", "closed"}},
            {"statements", statements},
            {"against", against},
            {"open_to_public", true},
            {"signatures", signatures},
            {"minutes", doc(at, "听证笔录", "如实记录了听证会的全过程。")}};
}

object hearing_reported(scene const& at, std::string_view)
{
    return {{"reported_on", date(at.today)},
            {"organisation", "听证会依法公告，按时举行，程序完整。"},
            {"participants_and_selection", "参加人十一名，由报名和推荐产生，各方面均有代表。"},
            {"opinions_and_reasons", "多数参加人原则赞成，对标准和实施步骤提出意见。"},
            {"disputes", "争议集中于实施时间和减免范围。"},
            {"analysis_and_proposals", "建议采纳分步实施的意见，扩大减免范围。"},
            {"report", doc(at, "听证报告", "听证会的基本情况、各方意见和处理建议。")}};
}

object argued_further(scene const& at, std::string_view)
{
    return {{"held_on", date(at.today)},
            {"outcome", "进一步论证后，调整了实施步骤，增加了减免措施。"},
            {"documents", docs(at, "进一步论证报告", "针对多数参加人的不同意见进行了论证。")}};
}

object hearing_answered(scene const& at, std::string_view)
{
    return {{"told_participants_on", date(at.today)},
            {"published_on", date(at.today)},
            {"points", array{object{{"point", "分步实施"}, {"outcome", "adopted"}},
                             object{{"point", "取消收费"},
                                    {"outcome", "not_adopted"},
                                    {"reason", "收费有上位法依据，成本须由使用者合理分担。"}}}},
            {"documents", docs(at, "听证意见采纳情况说明", "逐条说明采纳情况和理由。")}};
}

} // namespace adapters::demo
