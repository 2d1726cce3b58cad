#include "workflows/normative_document/project.hpp"

#include "workflows/normative_document/tables.hpp"

namespace workflows::normative_document {
namespace project {
namespace {

// clang-format off
struct unopened     : stage_of_chapter { static constexpr std::string_view name = "unopened"; };
struct waiting      : stage_of_chapter { static constexpr std::string_view name = "waiting"; };
struct under_way    : stage_that_goes_on { static constexpr std::string_view name = "under_way"; };
struct settled      : stage_of_chapter { static constexpr std::string_view name = "settled"; };
struct given_up     : stage_of_chapter { static constexpr std::string_view name = "given_up"; };
struct was_in_force : stage_of_chapter { static constexpr std::string_view name = "was_in_force"; };
// clang-format on

/// A unit proposes what it drafts itself; the office may enter for it (JC-60).
struct drafts_itself {
    static verdict check(asked const& q, proposed const& body)
    {
        if (q.by.unit == body.drafting_unit || q.by.role == "office_secretary")
            return {};
        return refusal{.rule = "JC-60",
                       .reason = say("起草单位“{1}”不是本单位", body.drafting_unit),
                       .remedy = say("请由起草单位或者政府办公室登记")};
    }
};

/// No document without a basis in law; numbers and contents are kept down (NORM-2).
struct basis_is_named {
    static verdict check(asked const&, proposed const& body)
    {
        if (!body.legal_basis.empty())
            return {};
        return refusal{.rule = "NORM-2",
                       .reason = say("没有写明制定依据"),
                       .remedy = say("请列明所依据的法律、法规、规章或者上级文件")};
    }
};

/// The document whose place another takes is one that the register knows (JC-60).
struct replaced_is_known {
    static verdict check(asked const& q, proposed const& body)
    {
        if (!body.replaces_number || !q.is_given || (*q.is_given)(*body.replaces_number))
            return {};
        return advice{"JC-60",
                      say("登记簿中没有文号为“{1}”的文件；请核对文号，确未登记的，请先补录",
                          *body.replaces_number)};
    }
};

/// Whoever proposed a project does not decide on it (JC-1).
struct did_not_propose {
    static verdict check(asked const& q)
    {
        if (!is_one_of(q.file.proposers, q.by))
            return {};
        return refusal{.rule = "JC-1",
                       .reason = say("{1}提出了本项目，不得再决定是否立项", q.by.name),
                       .remedy = say("请由未提出本项目的人员办理"),
                       .about_role = true};
    }
};

/// What is internal is no normative document (NORM-4).
struct is_no_internal_matter {
    static verdict check(asked const&, assessed const& body)
    {
        if (body.touches_rights)
            return {};
        return refusal{.rule = "NORM-4",
                       .reason = say("不涉及公民、法人和其他组织的权利义务，不是行政规范性文件"),
                       .remedy = say("内部管理文件按公文程序办理，本项目请撤回")};
    }
};

/// "Not technical" drops the experts, so it is explained (NORM-8).
struct no_experts_is_explained {
    static verdict check(asked const&, assessed const& body)
    {
        if (body.technical || body.not_technical_reason)
            return {};
        return refusal{.rule = "NORM-8",
                       .reason = say("认为专业性、技术性不强，没有说明理由"),
                       .remedy = say("请说明理由；专业性、技术性较强的，须经专家论证")};
    }
};

/// The first version is the first, and every later one says how far it goes and why (JC-2).
struct change_is_told {
    static verdict check(asked const& q, drafted const& body)
    {
        bool const is_first = current_draft(q.file) == 0;
        if (is_first != (body.change == change_class::first_draft))
            return refusal{.rule = "JC-2",
                           .reason = is_first ? say("这是第一稿，修改类型应为“初稿”")
                                              : say("已有第{1}稿，修改类型不能为“初稿”",
                                                    current_draft(q.file)),
                           .remedy = say("请改选修改类型")};
        if (is_first || body.change_reason)
            return {};
        return refusal{.rule = "JC-2",
                       .reason = say("没有说明修改的内容和理由"),
                       .remedy = say("请填写修改说明")};
    }
};

struct text_is_new {
    static verdict check(asked const& q, drafted const& body)
    {
        auto const version = current_draft(q.file);
        auto const* current = draft_version(q.file, version);
        if (!current || current->draft.hash != body.draft.hash)
            return {};
        return refusal{.rule = "JC-2",
                       .reason = say("所附文本与第{1}稿完全相同", version),
                       .remedy = say("请附修改后的文本")};
    }
};

/// A signed text is changed no more (NORM-12).
struct is_not_signed {
    static verdict check(asked const& q)
    {
        if (!q.file.issue.text)
            return {};
        return refusal{.rule = "NORM-12",
                       .reason = say("文本已于{1}签署", q.file.issue.text->on),
                       .remedy = say("需要修改的，公布后另行立项")};
    }
};

/// A number is given once: what has one is published, and repealed if it is not wanted (NORM-2).
struct has_no_number {
    static verdict check(asked const& q)
    {
        auto const& number = q.file.issue.number;
        if (!number)
            return {};
        return refusal{.rule = "NORM-2",
                       .reason =
                           say("文件已编文号{1}，不能再撤回立项", number->body.document_number),
                       .remedy = say("请公布文件；不再需要的，公布后废止")};
    }
};

/// Steps are taken over from the decision that the document was linked with (JC-61).
struct is_linked {
    static verdict check(asked const& q)
    {
        if (q.file.project.link)
            return {};
        return refusal{.rule = "JC-61",
                       .reason = say("尚未登记本文件与哪一项重大行政决策是同一事项"),
                       .remedy = say("请先登记决策案卷编号")};
    }
};

struct acts_are_named {
    static verdict check(asked const&, step_taken_over const& body)
    {
        if (!body.act_ids.empty())
            return {};
        return refusal{.rule = "JC-61",
                       .reason = say("没有写明决策案卷中哪些行为完成了该环节"),
                       .remedy = say("请填写这些行为的编号，可在决策案卷的办理记录中查到")};
    }
};

struct step_is_not_there_yet {
    static verdict check(asked const& q, step_taken_over const& body)
    {
        auto const* before = taken_over(q.file, body.step);
        if (!before)
            return {};
        return refusal{.rule = "JC-61",
                       .reason = say("该环节已于{1}就现行草案从决策案卷转用", before->on),
                       .remedy = say("同一稿不需要重复登记")};
    }
};

/// What is told afterwards was in force before it was registered here (JC-60).
struct was_published_before {
    static verdict check(asked const& q, told_afterwards const& body)
    {
        auto found =
            in_order(body.published_on, body.effective_on, "JC-60",
                     say("施行日期{1}早于公布日期{2}", body.effective_on, body.published_on));
        auto const& proposal = q.file.project.proposal;
        if (!proposal || body.published_on >= proposal->on)
            found += refusal{.rule = "JC-60",
                             .reason = say("公布日期{1}不早于登记之日", body.published_on),
                             .remedy = say("登记之后公布的文件，请按程序办理")};
        if (body.valid_until)
            found += in_order(
                body.effective_on, *body.valid_until, "JC-60",
                say("有效期届满日{1}早于施行日期{2}", *body.valid_until, body.effective_on));
        return found;
    }
};

struct is_not_assessed {
    static bool holds(asked const& q) { return q.file.project.assessments.empty(); }
};

/// A draft is waited for at the beginning, after an opinion that wants another text, after a review
/// that found it to restrict competition, and after a meeting that ordered changes.
struct awaits_draft {
    static bool holds(asked const& q)
    {
        auto const version = current_draft(q.file);
        if (version == 0)
            return true;
        auto const& conclusions = q.file.review.conclusions;
        bool const is_wanted_changed =
            !conclusions.empty() && conclusions.back().draft == version &&
            conclusions.back().body.outcome_is != review::document_review_outcome::lawful;
        auto const& meetings = q.file.issue.meetings;
        bool const is_ordered_changed =
            !meetings.empty() && meetings.back().draft == version &&
            meetings.back().body.decision_is == issue::document_decision::adopted_with_changes;
        return is_wanted_changed || is_ordered_changed || restricts_competition(q.file);
    }
};

} // namespace

// ---- entering

void enter(dossier& file, proposed const& body, engine::act const& what)
{
    file.project.proposal = on_file(file, body, what);
}
void enter(dossier& file, approved const& body, engine::act const& what)
{
    file.project.approval = on_file(file, body, what);
}
void enter(dossier& file, declined const& body, engine::act const& what)
{
    file.project.refusal = on_file(file, body, what);
}
void enter(dossier& file, assessed const& body, engine::act const& what)
{
    file.project.assessments.push_back(on_file(file, body, what));
}
void enter(dossier& file, drafted const& body, engine::act const& what)
{
    auto one = on_file(file, body, what);
    ++one.draft; // it is the version that it makes
    file.project.versions.push_back(std::move(one));
}
void enter(dossier& file, linked const& body, engine::act const& what)
{
    file.project.link = on_file(file, body, what);
}
void enter(dossier& file, step_taken_over const& body, engine::act const& what)
{
    file.project.taken_over.push_back(on_file(file, body, what));
}
void enter(dossier& file, withdrawn const& body, engine::act const& what)
{
    file.project.withdrawal = on_file(file, body, what);
}
void enter(dossier& file, told_afterwards const& body, engine::act const& what)
{
    file.project.told = on_file(file, body, what);
    file.validity.effective_on = body.effective_on;
    file.validity.valid_until = body.valid_until;
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "document_project";
    using opening = unopened;

    // clang-format off
    using text = clauses<
    //      rule      at stage   on act            then          only if
    clause<"NORM-2", unopened,  proposed,         waiting,      admit_if<by<proposing_unit>, drafts_itself, basis_is_named, replaced_is_known>>,
    clause<"NORM-2", waiting,   approved,         under_way,    admit_if<by<project_approver>, did_not_propose>>,
    option<"NORM-2", waiting,   declined,         given_up,     admit_if<by<project_approver>, did_not_propose>>,
    option<"JC-60",  waiting,   told_afterwards,  was_in_force, admit_if<by<document_keeper>, numbers_a_new_paper<&told_afterwards::document_number>, has_happened<&told_afterwards::published_on>, was_published_before>>,
    option<"JC-60",  waiting,   withdrawn,        given_up,     admit_if<by<drafting_unit>>>,
    clause<"NORM-4", under_way, assessed,         under_way,    admit_if<by<drafting_unit>, is_not_signed, is_no_internal_matter, no_experts_is_explained>, due_if<is_not_assessed>>,
    clause<"NORM-1", under_way, drafted,          under_way,    admit_if<by<drafting_unit>, is_not_signed, change_is_told, text_is_new>, due_if<awaits_draft>>,
    option<"JC-61",  under_way, linked,           under_way,    admit_if<by<drafting_unit>, is_not_signed>>,
    option<"JC-61",  under_way, step_taken_over,  under_way,    admit_if<by<drafting_unit>, is_linked, draft_on_file, is_not_signed, on_current_draft<&step_taken_over::draft>, acts_are_named, step_is_not_there_yet, has_happened<&step_taken_over::done_on>>>,
    option<"JC-60",  under_way, withdrawn,        given_up,     admit_if<by<drafting_unit>, has_no_number>>,
    follows<"NORM-12", under_way, issue::deliberated, given_up, given<rejects>>,
    follows<"NORM-13", under_way, issue::published,   settled>
    >;
    // clang-format on
};

} // namespace
} // namespace project

std::unique_ptr<engine::chapter<dossier>> make_project()
{
    return std::make_unique<engine::msm_chapter<project::rules_of_chapter>>();
}

} // namespace workflows::normative_document
