#include "workflows/major_decision/drafting.hpp"

#include "workflows/major_decision/adopted_opinions.hpp"
#include "workflows/major_decision/opinion_was_followed.hpp"
#include "workflows/major_decision/ordered_changes.hpp"
#include "workflows/major_decision/tables.hpp"
#include "workflows/major_decision/unmet.hpp"
#include "workflows/major_decision/wording.hpp"

namespace workflows::major_decision {
namespace drafting {
namespace {

// clang-format off
struct preparing : stage_of_chapter { static constexpr std::string_view name = "preparing"; };
struct drafted   : stage_of_chapter { static constexpr std::string_view name = "drafted"; };
// clang-format on

// ---- research and assessment

/// What is on file may be told again when more is known, but nobody waits for it (R713-12.1).
struct research_is_missing {
    static bool holds(asked const& q) { return !q.file.drafting.research; }
};
struct assessment_is_missing {
    static bool holds(asked const& q) { return !q.file.drafting.touches; }
};

/// The laws, rules and policies that bear on the matter are collected (R713-12.2).
struct basis_is_collected {
    static verdict check(asked const&, researched const& body)
    {
        if (!body.legal_basis.empty())
            return {};
        return refusal{.rule = "R713-12.2",
                       .reason = say("未列出与决策事项有关的法律、法规、规章和政策"),
                       .remedy = say("请至少列出一项决策依据")};
    }
};

/// The review judges the file by the assessment, which therefore stands still while it runs (JC-2).
struct review_is_not_under_way {
    static verdict check(asked const& q)
    {
        auto const& review = q.file.legality_review;
        if (!review.filing || !review.returns.empty() || review.response)
            return {};
        bool const stands = review.conclusion ? still_covers(q.file, review.filing->draft)
                                              : review.filing->draft == current_draft(q.file);
        if (!stands)
            return {};
        return refusal{.rule = "JC-2",
                       .reason = say("现行草案已送合法性审查，事项影响的登记不能再改"),
                       .remedy = say("情况有变化的，请审查部门退回，或先登记修改后的草案")};
    }
};

/// No step falls away without a reason, and none that the catalogue demands (R713-19.1, R713-22.1,
/// R713-3.4).
struct no_step_is_dropped {
    static verdict check(asked const& q, assessed const& body)
    {
        verdict found;
        auto const need_reason = [&](bool is_no, std::optional<prose> const& reason,
                                     char const* rule, engine::text what) {
            if (is_no && !reason)
                found += refusal{.rule = rule,
                                 .reason = say("认为不需要{1}，但未写明理由", std::move(what)),
                                 .remedy = say("请写明理由，或更正登记")};
        };
        need_reason(!body.technical, body.not_technical_reason, "R713-19.1",
                    say("chapter.experts"));
        need_reason(body.risk_domains.empty(), body.no_risk_reason, "R713-22.1",
                    say("chapter.risk"));

        auto const contradicts = [&](catalogue_step step, bool is_no, engine::text what) {
            if (is_no && catalogue_demands(q.file, step))
                found += refusal{
                    .rule = "R713-3.4",
                    .reason = say("决策事项目录要求办理{1}，登记不能与之相反", std::move(what)),
                    .remedy = say("请更正登记；目录只能按程序调整")};
        };
        contradicts(catalogue_step::experts, !body.technical, say("chapter.experts"));
        contradicts(catalogue_step::risk, body.risk_domains.empty(), say("chapter.risk"));
        contradicts(catalogue_step::fair_competition, !body.operators_affected,
                    say("chapter.fair_competition"));
        contradicts(catalogue_step::participation, body.secret, say("chapter.participation"));
        contradicts(catalogue_step::hearing, body.secret, say("chapter.hearing"));
        return found;
    }
};

/// Not public only by law (R713-14.1), and no longer so only for a reason: nobody opens a secret
/// file by leaving a box empty (JC-4).
struct secrecy_has_its_basis {
    static verdict check(asked const& q, assessed const& body)
    {
        if (body.secret || !is_secret(q.file) || body.not_secret_reason)
            return secrecy_is_founded(body.secret, body.secret_basis);
        return refusal{.rule = "JC-4",
                       .reason = say("本案现为秘密，登记为可以公开但未写明理由"),
                       .remedy = say("请写明不再保密的理由，或者登记为依法不予公开")};
    }
};

// ---- versions

/// A draft rests on research (R713-12.1).
struct research_on_file {
    static verdict check(asked const& q)
    {
        if (q.file.drafting.research)
            return {};
        return refusal{.rule = "R713-12.1",
                       .reason = say("尚未登记调查研究情况"),
                       .remedy = say("请承办单位先登记调查研究情况和决策依据")};
    }
};

/// It is known what the matter touches before a text is laid down (R713-12.1).
struct assessment_on_file {
    static verdict check(asked const& q)
    {
        if (q.file.drafting.touches)
            return {};
        return refusal{.rule = "R713-12.1",
                       .reason = say("尚未登记事项影响（专业性、风险、利害关系等）"),
                       .remedy = say("请承办单位先登记事项影响")};
    }
};

/// What was decided is not rewritten (R713-37.1).
struct text_is_open {
    static verdict check(asked const& q)
    {
        if (!draft_is_settled(q.file))
            return {};
        return refusal{.rule = "R713-37.1",
                       .reason = say("本案已作出决定，草案不再变更"),
                       .remedy = say("需要调整的，请按决策调整程序办理")};
    }
};

/// The first version is the first draft; a later one says how far it departs, why, and is another
/// text (JC-2). An earlier text may come back, which is worth knowing.
struct version_is_in_sequence {
    static verdict check(asked const& q, versioned const& body)
    {
        auto const* current = draft_version(q.file, current_draft(q.file));
        bool const is_first = body.change == change_class::first_draft;
        verdict found;
        if (!current && !is_first)
            found += refusal{.rule = "JC-2",
                             .reason = say("第一稿不能登记为修改稿"),
                             .remedy = say("请将修改性质选为初稿")};
        if (!current)
            return found;
        if (is_first)
            found +=
                refusal{.rule = "JC-2",
                        .reason = say("已有第{1}稿，新版本不能登记为初稿", current_draft(q.file)),
                        .remedy = say("请选择文字性、非实质性或实质性修改")};
        if (!body.change_reason)
            found += refusal{.rule = "JC-2",
                             .reason = say("未说明修改了什么、为什么修改"),
                             .remedy = say("请填写修改说明")};
        if (current->draft.hash == body.draft.hash)
            found += refusal{.rule = "JC-2",
                             .reason = say("所附文件与第{1}稿完全相同", current_draft(q.file)),
                             .remedy = say("请附修改后的文本")};
        else if (auto const* earlier = version_of_text(q.file, body.draft.hash))
            found += advice{"JC-2", say("所附文件与第{1}稿完全相同", earlier->draft)};
        return found;
    }
};

/// A large dispute is laid open in two options or more, each with its merits (R713-12.4,
/// GD21-13.2).
struct options_are_weighed {
    static verdict check(asked const& q, versioned const& body)
    {
        verdict found;
        auto const rule = q.law.rule_of(two_options_on_dispute, "R713-12.4");
        auto const& touches = q.file.drafting.touches;
        if (q.law.flag(two_options_on_dispute) && touches && touches->body.large_disagreement &&
            body.options < 2)
            found += refusal{.rule = rule,
                             .reason = say("事项有较大意见分歧，草案只有{1}个方案", body.options),
                             .remedy = say("请拟订两个以上方案")};
        if (body.options >= 2 && !body.option_merits)
            found += refusal{.rule = rule,
                             .reason = say("有{1}个方案，但未说明各自利弊", body.options),
                             .remedy = say("请填写各方案利弊")};
        if (body.options < 0)
            found += refusal{
                .rule = rule, .reason = say("方案数不能为负数"), .remedy = say("请更正方案数")};
        return found;
    }
};

/// Where a draft has its time, a later one says why it took longer (HLJ-12.5).
struct draft_is_in_time {
    static verdict check(asked const& q, versioned const& body)
    {
        auto const terms = drafting_terms(q.file, q.law);
        if (!terms || terms->met_on)
            return {};
        auto const limit = engine::reckon(*terms, q.days, q.today);
        if (q.today <= limit.due)
            return {};
        if (body.late_reason)
            return advice{terms->rule, say("草案逾期拟定（期限{1}），理由已记录", limit.due)};
        return refusal{.rule = terms->rule,
                       .reason = say("草案应于{1}前拟定完成，现已逾期", limit.due),
                       .remedy = say("请填写逾期的理由")};
    }
};

// ---- when another version is waited for

/// The sponsor's own legal unit, where it has a say, asks for changes of this text (GD21-31.1).
bool own_legal_unit_asks_for_changes(asked const& q)
{
    auto const& opinion = q.file.sponsor_review.opinion;
    return (q.law.flag(sponsor_legal_review_required) || q.law.flag(sponsor_discussion_required)) &&
           opinion && opinion->draft == current_draft(q.file) &&
           opinion->body.outcome != sponsor_review::sponsor_outcome::lawful;
}

/// This text was found to restrict competition, and may not go on so (R713-29.1, NORM-20).
bool text_restricts_competition(asked const& q)
{
    auto const restricts = [&](auto const& review) {
        return review && review->draft == current_draft(q.file) &&
               review->body.outcome == fair_competition::competition_outcome::restricts_competition;
    };
    auto const& reviews = q.file.fair_competition;
    return competition_required(q.file, q.law) &&
           (restricts(reviews.first_review) || restricts(reviews.conclusion));
}

/// What was found on the text as it stands lets it go no further, or is to be written into it.
struct another_text_is_needed {
    static bool holds(asked const& q)
    {
        return own_legal_unit_asks_for_changes(q) || text_restricts_competition(q) ||
               unmet<opinion_was_followed>::holds(q) ||
               unmet<ordered_changes_are_written>::holds(q) || party_waits_for_text(q.file) ||
               adopted_opinions_wait::holds(q);
    }
};

// ---- the reviewer's word on a change

/// A change waits for it (JC-2).
struct change_is_unconfirmed {
    static bool holds(asked const& q) { return change_unconfirmed(q.file); }
};

/// The word is on a version that changed another (JC-2).
struct version_is_a_change {
    static verdict check(asked const& q, change_confirmed const& body)
    {
        verdict found;
        if (body.version < 2 || body.version > current_draft(q.file))
            found += refusal{.rule = "JC-2",
                             .reason = say("没有第{1}稿这一修改稿，现行草案为第{2}稿", body.version,
                                           current_draft(q.file)),
                             .remedy = say("请填写第二稿以后的版本号")};
        if (body.change == change_class::first_draft)
            found += refusal{.rule = "JC-2",
                             .reason = say("修改稿的性质不能确认为初稿"),
                             .remedy = say("请选择文字性、非实质性或实质性修改")};
        if (!body.waived.empty() && body.change != change_class::substantive)
            found += refusal{.rule = "JC-2",
                             .reason = say("非实质性修改不影响已办步骤，无须免予重做"),
                             .remedy = say("请删去免予重做的步骤，或确认为实质性修改")};
        return found;
    }
};

} // namespace

// ---- entering

void enter(dossier& file, researched const& body, engine::act const& what)
{
    file.drafting.research = on_file(file, body, what);
}
void enter(dossier& file, assessed const& body, engine::act const& what)
{
    file.drafting.touches = on_file(file, body, what);
}
void enter(dossier& file, versioned const& body, engine::act const& what)
{
    auto version = on_file(file, body, what);
    version.draft = current_draft(file) + 1;
    file.drafting.versions.push_back(std::move(version));
}
void enter(dossier& file, change_confirmed const& body, engine::act const& what)
{
    file.drafting.confirmations.push_back(on_file(file, body, what));
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "drafting";
    using opening = preparing;

    // clang-format off
    using text = clauses<
    //      rule          at stage    on act            then        only if
    clause<"R713-12.1",  preparing,  researched,       preparing,  admit_if<by<sponsor>, basis_is_collected>, due_if<research_is_missing>>,
    clause<"R713-12.1",  preparing,  assessed,         preparing,  admit_if<by<sponsor>, no_step_is_dropped, secrecy_has_its_basis>, due_if<assessment_is_missing>>,
    clause<"R713-12.1",  preparing,  versioned,        drafted,    admit_if<by<sponsor>, research_on_file, assessment_on_file, version_is_in_sequence, options_are_weighed, draft_is_in_time>>,

    option<"R713-12.1",  drafted,    researched,       drafted,    admit_if<by<sponsor>, text_is_open, basis_is_collected>>,
    option<"R713-12.1",  drafted,    assessed,         drafted,    admit_if<by<sponsor>, text_is_open, review_is_not_under_way, no_step_is_dropped, secrecy_has_its_basis>>,
    clause<"R713-12.1",  drafted,    versioned,        drafted,    admit_if<by<sponsor>, text_is_open, adopted_opinions_are_written, version_is_in_sequence, options_are_weighed>, due_if<text_is_open, another_text_is_needed>>,
    clause<"JC-2",       drafted,    change_confirmed, drafted,    admit_if<by<reviewer>, judges_no_own_work<change_confirmed>, text_is_open, version_is_a_change>, due_if<text_is_open, change_is_unconfirmed>>
    >;
    // clang-format on
};

} // namespace
} // namespace drafting

std::unique_ptr<engine::chapter<dossier>> make_drafting()
{
    return std::make_unique<engine::msm_chapter<drafting::rules_of_chapter>>();
}

} // namespace workflows::major_decision
