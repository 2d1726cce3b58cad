#include "tests/workflows/normative_document/document_trial.hpp"

namespace tests {

std::string const a_proposal = R"({"document_title": "河道采砂管理办法",
    "level_is": "government", "nature_is": "lasting", "drafting_unit": "water",
    "necessity": "现行管理办法已经不适应", "legal_basis": [{"title": "《中华人民共和国水法》"}],
    "existing_documents": "现行文件中没有同类规定"})";
std::string const a_departments_proposal = with(a_proposal, R"({"level_is": "department"})");
std::string const plain_matter =
    R"({"touches_rights": true, "not_technical_reason": "只规定办理程序"})";
std::string const evaluation = R"({"necessity_and_feasibility": "必要可行",
    "expected_effects": "规范采砂秩序", "report": )" +
                               document('b') + "}";
std::string const comment_notice = R"({"draft": )" + document('a') + R"(,
    "published_on": "2026-03-02", "open_until": "2026-03-11", "channels": ["government_site"],
    "address": "http://www.example.gov.cn/1"})";
std::string const comments_end = R"({"comments_received": 3, "comments_adopted": 1,
    "summary": "主要涉及采砂期限", "not_adopted_reasons": "超出法定权限"})";
std::string const competition_review = R"({"analysis": "没有限制竞争的内容",
    "outcome": "no_restriction", "heard": [
      {"kind": "business_operator", "name": "某砂石公司", "words": "没有意见"},
      {"kind": "trade_association", "name": "某行业协会", "words": "没有意见"}],
    "document": )" + document('c') + "}";
std::string const review_file =
    R"({"request": )" + document('b') + R"(, "draft": )" + document('a') + R"(, "explanation": )" +
    document('b') + R"(, "evaluation_report": )" + document('b') +
    R"(, "basis_texts": ["《中华人民共和国水法》"], "opinions_and_adoption": "见附件",
    "own_review": )" +
    document('c') + R"(, "countersign": )" + document('c') + R"(, "own_discussion": )" +
    document('c') + "}";
std::string const lawful_opinion = R"({"outcome_is": "lawful", "opinion": )" + document('d') + "}";
std::string const executive_meeting = R"({"meeting_is": "executive",
    "meeting_name": "第30次常务会议", "met_on": "2026-03-20", "members_entitled": 9,
    "members_present": 7, "draft": )" +
                                      document('a') + R"(, "decision_is": "adopted", "minutes": )" +
                                      document('d') + "}";
std::string const office_meeting =
    with(executive_meeting, R"({"meeting_is": "office_meeting", "meeting_name": "局办公会议"})");
std::string const document_publication = R"({"published_on": "2026-03-23",
    "channels": ["government_site", "gazette"], "address": "http://www.example.gov.cn/2",
    "effective_on": "2026-05-01", "valid_until": "2029-04-30"})";
std::string const old_document = R"({"document_number": "高府〔2020〕8号",
    "published_on": "2020-06-01", "effective_on": "2020-07-01", "valid_until": "2026-06-30",
    "address": "http://www.example.gov.cn/3", "source": "2025年清理结果目录"})";

namespace {

constexpr char const* number = R"({"registration_number": "GYGF-2026-001",
    "document_number": "高府规〔2026〕1号", "printed_by": "政府办公室"})";

bool is_departments(std::string_view proposal)
{
    return proposal.find(R"("department")") != std::string_view::npos;
}

} // namespace

void is_refused_each(document_trial& m, std::vector<attempted_act> const& acts)
{
    for (auto const& one : acts)
        BOOST_TEST(m.refused(one.kind, one.body) == rules{one.rule}, one.kind);
}

std::string version(char letter, std::string const& change, std::string const& reason)
{
    auto const body = R"({"draft": )" + document(letter) + R"(, "explanation": )" + document('e') +
                      R"(, "change": ")" + change + R"(", "change_reason": ")" + reason + "\"}";
    return reason.empty() ? with(body, R"({"change_reason": null})") : body;
}

std::string step_of_decision(std::string const& step)
{
    return R"({"step": ")" + step + R"(", "draft": )" + document('a') +
           R"(, "act_ids": ["0b7e"], "done_on": "2026-03-01", "summary": "已在决策案卷完成"})";
}

document_trial::document_trial(std::string const& place)
    : case_trial(workflows::normative_document::shape(), place)
{
    on("2026-03-02").drafter();
}

document_trial& document_trial::on(std::string_view day)
{
    set_day(day);
    return *this;
}

document_trial& document_trial::by(std::string role, std::string unit, std::string name)
{
    set_actor(std::move(role), std::move(unit), std::move(name));
    return *this;
}

engine::offer document_trial::shown_to_drafter(std::string_view kind, std::string_view day) const
{
    engine::actor const drafter{{1}, "水务局经办", "sponsor_clerk", "water", {}, {}};
    for (auto& one : file().offers(
             drafter, {built_in_rules(), built_in_days(), engine::parse_day(day).value()}))
        if (one.kind == kind)
            return one;
    BOOST_REQUIRE_MESSAGE(false, "no offer of " << kind);
    return {};
}

document_trial& document_trial::approved(std::string_view proposal)
{
    drafter().enters("document_project.proposed", proposal);
    (is_departments(proposal) ? unit_head() : office()).enters("document_project.approved");
    return drafter();
}

document_trial& document_trial::drafted(std::string_view proposal, std::string_view touches)
{
    approved(proposal);
    enters("document_project.assessed", touches);
    enters("document_project.drafted", version('a', "first_draft", ""));
    enters("document_opinions.evaluated", evaluation);
    return *this;
}

document_trial& document_trial::commented(std::string_view proposal, std::string_view touches)
{
    drafted(proposal, touches);
    enters("document_opinions.comments_opened", comment_notice);
    on("2026-03-12").enters("document_opinions.comments_closed", comments_end);
    return *this;
}

document_trial& document_trial::under_review(std::string_view proposal)
{
    commented(proposal, plain_matter);
    enters("document_review.filed", review_file);
    justice().enters("document_review.accepted");
    return drafter();
}

document_trial& document_trial::reviewed(std::string_view proposal)
{
    under_review(proposal);
    on("2026-03-19").justice().enters("document_review.concluded", lawful_opinion);
    return drafter();
}

document_trial& document_trial::adopted(std::string_view proposal)
{
    reviewed(proposal).on("2026-03-20");
    bool const is_own = is_departments(proposal);
    (is_own ? drafter() : office())
        .enters("document_issue.deliberated", is_own ? office_meeting : executive_meeting);
    return drafter();
}

document_trial& document_trial::issued(std::string_view proposal, std::string_view how)
{
    adopted(proposal);
    bool const is_own = is_departments(proposal);
    (is_own ? unit_head() : mayor())
        .enters("document_issue.text_signed", R"({"final_text": )" + document('a') + "}");
    on("2026-03-23");
    (is_own ? justice() : office()).enters("document_issue.numbered", number);
    enters("document_issue.published", how);
    return drafter();
}

} // namespace tests
