#include "adapters/demo/model_acts.hpp"

#include "engine/chain.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <stdexcept>

namespace adapters::demo {
namespace {

using boost::json::array;
using boost::json::object;
using std::chrono::days;

// ---- the acts before

object const* body_of(scene const& at, std::string_view kind)
{
    auto const* found = at.last(kind);
    return found ? &found->body : nullptr;
}

boost::json::value const* member(object const* body, std::string_view name)
{
    return body ? body->if_contains(name) : nullptr;
}

std::string text_in(object const* body, std::string_view name)
{
    auto const* found = member(body, name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

bool flag_in(object const* body, std::string_view name)
{
    auto const* found = member(body, name);
    return found && found->is_bool() && found->get_bool();
}

array list_in(object const* body, std::string_view name)
{
    auto const* found = member(body, name);
    return found && found->is_array() ? found->get_array() : array();
}

engine::day day_in(object const* body, std::string_view name, engine::day otherwise)
{
    return engine::parse_day(text_in(body, name)).value_or(otherwise);
}

/// A member of the last act of a kind that is a document, or null.
boost::json::value document_in(scene const& at, std::string_view kind, std::string_view name)
{
    auto const* found = member(body_of(at, kind), name);
    return found ? *found : boost::json::value();
}

std::string date(engine::day on)
{
    return engine::to_text(on);
}

// ---- documents

object doc(scene const& at, std::string const& name, std::string const& words)
{
    auto const filed = at.file_paper(name + ".txt", at.what.title + "\n" + name + "\n\n" + words +
                                                        "\n\n" + date(at.today) + "\n");
    return {{"hash", filed.hash}, {"name", filed.name}};
}

array docs(scene const& at, std::string const& name, std::string const& words)
{
    return {doc(at, name, words)};
}

long long drafts(scene const& at)
{
    return at.count("drafting.versioned");
}

boost::json::value current_draft(scene const& at)
{
    auto draft = document_in(at, "drafting.versioned", "draft");
    return draft.is_null() ? doc(at, "草案", "尚未登记的文稿。") : draft;
}

boost::json::value current_explanation(scene const& at)
{
    auto found = document_in(at, "drafting.versioned", "explanation");
    return found.is_null() ? doc(at, "起草说明", "尚未登记的文稿。") : found;
}

std::string draft_words(scene const& at, long long version, std::string_view change)
{
    return "（第" + std::to_string(version) + "稿）\n" + "第一条 为了规范和推进“" + at.what.title +
           "”相关工作，维护公共利益和群众合法权益，根据有关法律、法规，结合本区实际，制定本方案。\n"
           "第二条 本方案适用于高要区行政区域内的有关活动。\n"
           "第三条 区人民政府统一领导，有关部门按照职责分工负责组织实施。\n"
           "第四条 实施工作应当遵循公开、公平、便民和量力而行的原则。\n"
           "第五条 所需经费列入年度部门预算，专款专用，接受审计监督。\n"
           "第六条 承办单位每半年向区人民政府报告一次进展情况。\n" +
           (change == "substantive" ? "第七条 增设过渡期安排，过渡期为十二个月。\n"
            : change == "non_substantive" ? "第七条 承办单位设立咨询电话，答复群众的询问。\n"
                                          : "") +
           "本方案自公布之日起施行。";
}

// ---- people

std::string person(scene const& at, long long number)
{
    return name_of_person(at.what.seed * 31 + number);
}

/// Names that are certain to differ within one list.
std::vector<std::string> people(scene const& at, long long from, std::size_t how_many)
{
    std::vector<std::string> names;
    for (auto number = from; names.size() < how_many; ++number)
        if (auto one = person(at, number);
            std::find(names.begin(), names.end(), one) == names.end())
            names.push_back(std::move(one));
    return names;
}

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
        body["secret_basis"] = "《中华人民共和国保守国家秘密法》第十三条";
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

std::vector<std::string> opinions_on_file(scene const& at, bool without_decided)
{
    std::vector<std::string> numbers;
    for (auto const& one : at.acts) {
        if (one.kind == "participation.opinions_recorded")
            for (auto const& opinion : list_in(&one.body, "opinions"))
                numbers.emplace_back(opinion.at("number").as_string());
        if (one.kind == "participation.opinions_decided" && without_decided)
            for (auto const& done : list_in(&one.body, "decisions"))
                std::erase(numbers, std::string(done.at("number").as_string()));
    }
    return numbers;
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

engine::day hearing_day(scene const& at)
{
    auto on = day_in(body_of(at, "hearing.announced"), "hearing_on", at.today);
    if (auto const* put_off = body_of(at, "hearing.postponed"))
        on = day_in(put_off, "new_day", on);
    return on;
}

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

std::vector<std::pair<std::string, std::string>> people_of_hearing(scene const& at)
{
    std::vector<std::pair<std::string, std::string>> all;
    for (auto const& one : list_in(body_of(at, "hearing.listed"), "people"))
        all.emplace_back(one.at("name").as_string(), one.at("role").as_string());
    return all;
}

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
    for (auto& name : people(at, 700, 5))
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
    return {{"materials", docs(at, "专项资金测算表", "分年度资金测算。")},
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
    return {{"advisers", array{person(at, 800), person(at, 801)}},
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
    return {{"adviser", person(at, 801)}, {"reason", "所在律师事务所代理过有关当事人的案件。"}};
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
                {"author", person(at, 810)},
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

object deputy_approved(scene const&, std::string_view)
{
    return {{"opinion", "同意提交常务会议审议。"}};
}

object deputy_returned(scene const&, std::string_view)
{
    return {{"reason", "请就分步实施的安排再作研究。"}};
}

object placed_on_agenda(scene const& at, std::string_view variant)
{
    return {{"meeting", variant.empty() ? "executive" : std::string(variant)},
            {"meeting_on", date(at.days.after(at.today, 4))},
            {"meeting_name", "区人民政府常务会议"}};
}

object removed_from_agenda(scene const&, std::string_view)
{
    return {{"reason", "会议时间调整，本事项改期审议。"}};
}

// ---- deliberation

object deliberation_held(scene const& at, std::string_view variant)
{
    auto const outcome = variant.empty() ? std::string("adopted") : std::string(variant);
    auto const names = people(at, 900, 12);
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
                                    std::to_string(at.what.seed % 60 + 1) + "号"}};
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
    auto const names = people(at, 1100, 5);
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

bool is_on_file(scene const& at, part_of_file const& part)
{
    if (std::string_view(part.name) == "catalogue_entry")
        return !list_in(body_of(at, "intake.start_decided"), "catalogue").empty();
    return std::any_of(at.acts.begin(), at.acts.end(), [&](auto const& one) {
        return std::any_of(part.of.begin(), part.of.end(),
                           [&](auto prefix) { return one.kind.rfind(prefix, 0) == 0; });
    });
}

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

// ---- the table

struct model {
    char const* kind;
    object (*body)(scene const&, std::string_view variant);
    std::vector<std::string> variants = {""};
};

std::vector<model> const& models()
{
    static std::vector<model> const all{
        {"intake.proposed", proposed, {"", "citizen", "leader"}},
        {"intake.study_assigned", study_assigned},
        {"intake.studied", studied, {"", "against"}},
        {"intake.start_reported", start_reported},
        {"intake.start_decided",
         start_decided,
         {"", "hearing", "congress_report", "congress_decide"}},
        {"intake.start_declined", start_declined},
        {"intake.found_not_applicable", found_not_applicable},
        {"drafting.researched", researched},
        {"drafting.assessed", assessed, {"", "full", "secret"}},
        {"drafting.versioned", versioned, {"", "editorial", "substantive"}},
        {"drafting.change_confirmed", change_confirmed, {"", "substantive", "waiving"}},
        {"consultation.asked", consultation_asked},
        {"consultation.answered",
         consultation_answered,
         {"agrees", "agrees_with_comments", "disagrees"}},
        {"consultation.settled", settled, {"", "open"}},
        {"consultation.disagreement_stated", disagreement_stated},
        {"consultation.concluded", consultation_concluded},
        {"participation.exempted", exempted},
        {"participation.published", participation_published, {"", "shortened"}},
        {"participation.activity_held",
         activity_held,
         {"symposium", "questionnaire", "field_visit", "online_interaction"}},
        {"participation.opinions_recorded", opinions_recorded},
        {"participation.window_closed", window_closed},
        {"participation.opinions_decided", opinions_decided},
        {"participation.feedback_given", feedback_given},
        {"participation.concluded", participation_concluded},
        {"hearing.suggested", hearing_suggested},
        {"hearing.suggestion_answered", suggestion_answered, {"", "declined"}},
        {"hearing.decided", hearing_decided, {"", "not_held"}},
        {"hearing.announced", hearing_announced},
        {"hearing.listed", hearing_listed},
        {"hearing.delivered", hearing_delivered},
        {"hearing.postponed", hearing_postponed},
        {"hearing.held", hearing_held, {"", "against"}},
        {"hearing.reported", hearing_reported},
        {"hearing.argued_further", argued_further},
        {"hearing.answered", hearing_answered},
        {"experts.selected", selected, {"meeting", "written"}},
        {"experts.materials_given", materials_given},
        {"experts.opined", opined},
        {"experts.expert_excluded", expert_excluded},
        {"experts.reported", experts_reported},
        {"risk.exempted", risk_exempted},
        {"risk.planned", risk_planned},
        {"risk.opinions_heard", opinions_heard},
        {"risk.analysed", analysed},
        {"risk.reported", risk_reported, {"", "uncontrollable"}},
        {"fair_competition.drafter_reviewed", drafter_reviewed},
        {"fair_competition.filed", fair_filed},
        {"fair_competition.concluded",
         fair_concluded,
         {"", "exception_applies", "restricts_competition"}},
        {"sponsor_review.legal_opinion_given", legal_opinion_given, {"", "unlawful"}},
        {"sponsor_review.discussed", discussed, {"", "not_passed"}},
        {"legality_review.filed", review_filed},
        {"legality_review.accepted", review_accepted},
        {"legality_review.supplement_requested", supplement_requested},
        {"legality_review.supplemented", supplemented},
        {"legality_review.returned", review_returned},
        {"legality_review.clock_stopped", clock_stopped},
        {"legality_review.clock_resumed", clock_resumed},
        {"legality_review.extended", review_extended},
        {"legality_review.advisers_asked", advisers_asked},
        {"legality_review.adviser_opined", adviser_opined},
        {"legality_review.adviser_withdrew", adviser_withdrew},
        {"legality_review.instruction_logged", instruction_logged},
        {"legality_review.concluded",
         review_concluded,
         {"", "lawful_after_changes", "complete_procedure", "unlawful", "lawful_with_risk_notice"}},
        {"legality_review.responded", responded},
        {"submission.filed", submission_filed},
        {"submission.completion_demanded", completion_demanded},
        {"submission.completed", submission_completed},
        {"submission.returned_by_office", returned_by_office},
        {"submission.office_passed", office_passed},
        {"submission.deputy_approved", deputy_approved},
        {"submission.deputy_returned", deputy_returned},
        {"submission.placed_on_agenda", placed_on_agenda, {"executive", "plenary"}},
        {"submission.removed_from_agenda", removed_from_agenda},
        {"deliberation.held",
         deliberation_held,
         {"adopted", "adopted_in_principle", "discuss_again", "postponed", "rejected"}},
        {"deliberation.changes_made", changes_made},
        {"deliberation.changes_accepted", changes_accepted},
        {"deliberation.changes_refused", changes_refused},
        {"party_report.made", party_made},
        {"party_report.answered",
         party_answered,
         {"agrees", "agrees_with_changes", "disagrees", "takes_note"}},
        {"congress.reported", congress_reported},
        {"congress.decided", congress_decided, {"", "not_approved"}},
        {"publication.text_signed", text_signed},
        {"publication.published", publication_published},
        {"publication.withheld", withheld},
        {"execution.unit_named", unit_named},
        {"execution.reported", execution_reported},
        {"execution.inspected", inspected},
        {"execution.citizen_opinion_received", citizen_opinion_received},
        {"execution.problem_reported", problem_reported},
        {"execution.suspended", suspended},
        {"execution.suspension_explained", suspension_explained},
        {"execution.resumed", resumed},
        {"execution.completed", execution_completed},
        {"evaluation.ordered", ordered},
        {"evaluation.planned", evaluation_planned},
        {"evaluation.data_requested", data_requested},
        {"evaluation.data_supplied", data_supplied},
        {"evaluation.surveyed", surveyed},
        {"evaluation.reported", evaluation_reported, {"keep", "adjust", "end"}},
        {"evaluation.followed_up", followed_up},
        {"adjustment.proposed", adjustment_proposed, {"", "major"}},
        {"adjustment.minor_decided", minor_decided},
        {"adjustment.reopened", reopened},
        {"adjustment.replaced", replaced},
        {"adjustment.declined", declined},
        {"archive.part_filed", part_filed},
        {"archive.archived", archived},
        {"closing.withdrawal_requested", withdrawal_requested},
        {"closing.withdrawn", withdrawn},
        {"closing.withdrawal_declined", withdrawal_declined},
        {"closing.terminated", terminated},
        {"closing.expired", expired}};
    return all;
}

model const& model_of(std::string_view kind)
{
    auto const& all = models();
    auto const found =
        std::find_if(all.begin(), all.end(), [&](auto const& one) { return kind == one.kind; });
    if (found == all.end())
        throw std::invalid_argument("no model of the act " + std::string(kind));
    return *found;
}

} // namespace

paper loose_paper()
{
    return [](std::string const& name, std::string const& words) {
        return engine::document_ref{engine::sha256(words), name};
    };
}

engine::act const* scene::last(std::string_view kind) const
{
    auto const found =
        std::find_if(acts.rbegin(), acts.rend(), [&](auto const& one) { return one.kind == kind; });
    return found == acts.rend() ? nullptr : &*found;
}

long long scene::count(std::string_view kind) const
{
    return std::count_if(acts.begin(), acts.end(),
                         [&](auto const& one) { return one.kind == kind; });
}

std::vector<std::string> model_kinds()
{
    std::vector<std::string> kinds;
    for (auto const& one : models())
        kinds.emplace_back(one.kind);
    return kinds;
}

std::vector<std::string> variants_of(std::string_view kind)
{
    return model_of(kind).variants;
}

boost::json::object model_body(std::string_view kind, std::string_view variant, scene const& at)
{
    return model_of(kind).body(at, variant);
}

std::string unit_whose_turn_it_is(std::string_view kind, scene const& at)
{
    if (kind == "evaluation.data_supplied" || kind == "evaluation.followed_up")
        return at.what.executor.empty() ? at.what.sponsor : at.what.executor;
    if (kind != "consultation.answered")
        return {};
    auto const waiting = units_without_answer(at);
    return waiting.empty() ? std::string() : waiting.front();
}

std::string name_of_person(long long number)
{
    static constexpr std::array surnames{"梁", "陈", "李", "黄", "林", "张", "何", "谢", "冯", "罗",
                                         "莫", "欧", "邓", "苏", "孔", "伍", "麦", "温", "夏"};
    static constexpr std::array given{"伟明", "志强", "丽华", "建国", "秀英", "国栋",
                                      "晓燕", "文杰", "少芬", "永康", "嘉欣", "德胜",
                                      "美玲", "浩然", "健文", "淑仪", "家豪", "翠珊",
                                      "卓林", "慧敏", "锦添", "雪梅", "子轩"};
    auto const n = static_cast<unsigned long long>(number) * 2654435761u;
    return std::string(surnames[(n >> 7) % surnames.size()]) + given[(n >> 13) % given.size()];
}

} // namespace adapters::demo
