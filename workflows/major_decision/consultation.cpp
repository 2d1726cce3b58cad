#include "workflows/major_decision/consultation.hpp"

#include "workflows/major_decision/sent_back.hpp"
#include "workflows/major_decision/tables.hpp"
#include "workflows/major_decision/unmet.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>
#include <set>

namespace workflows::major_decision {
namespace consultation {
namespace {

using question = engine::question<dossier>; // `asked` is an act here

// clang-format off
struct not_asked : stage_of_chapter { static constexpr std::string_view name = "not_asked"; };
struct in_talks  : stage_of_chapter { static constexpr std::string_view name = "in_talks"; };
struct over      : stage_of_chapter { static constexpr std::string_view name = "concluded"; };
// clang-format on

// ---- asking and answering

/// Somebody is asked, once each, and not the sponsor itself (R713-13.1).
struct units_are_named {
    static verdict check(question const& q, asked const& body)
    {
        verdict found;
        std::set<std::string> const different(body.units.begin(), body.units.end());
        if (different.empty())
            found += refusal{.rule = "R713-13.1",
                             .reason = say("未填写征求意见的单位"),
                             .remedy = say("请至少填写一个单位")};
        if (different.size() != body.units.size())
            found += refusal{.rule = "R713-13.1",
                             .reason = say("征求意见的单位重复填写"),
                             .remedy = say("每个单位只填写一次")};
        if (q.file.intake.started && different.contains(q.file.intake.started->body.lead))
            found += refusal{.rule = "R713-13.1",
                             .reason = say("牵头承办单位不能征求自己的意见"),
                             .remedy = say("请删去牵头承办单位")};
        return found;
    }
};

/// A day by which the answer is due lies ahead (JC-3).
struct answer_day_is_ahead {
    static verdict check(question const& q, asked const& body)
    {
        if (body.answer_by > q.today)
            return {};
        return refusal{.rule = "JC-3",
                       .reason = say("答复期限{1}不晚于今天", body.answer_by),
                       .remedy = say("请给被征求意见的单位留出答复时间")};
    }
};

/// Where the reviewer found the consultation wanting, units were asked since (R713-27.2).
struct asked_again_on_demand {
    static verdict check(question const& q)
    {
        auto const demanded =
            asked_to_complete(q.file, legality_review::statutory_step::consultation);
        auto const& requests = q.file.consultation.requests;
        if (demanded == 0 || (!requests.empty() && requests.back().seq > demanded))
            return {};
        return refusal{.rule = "R713-27.2",
                       .reason = say("合法性审查指出征求单位意见的程序不完整，此后尚未重新征求"),
                       .remedy = say("请向有关单位征求意见后再办结")};
    }
};

/// The assessment names units that nobody has asked, or the reviewer asks for more (R713-13.1).
struct units_are_to_be_asked {
    static bool holds(question const& q)
    {
        return !units_unasked(q.file).empty() || unmet<asked_again_on_demand>::holds(q);
    }
};

/// A unit answers each request once (R713-13.1). Nothing is missing to one that has answered: what
/// is owed still is for others to give.
struct has_not_answered {
    static verdict check(question const& q)
    {
        if (!answer_of(q.file, q.by.unit))
            return {};
        return refusal{.rule = "R713-13.1",
                       .reason = say("贵单位已答复本轮征求意见"),
                       .remedy = say("如意见有变，请承办单位重新征求意见"),
                       .about_role = true};
    }
};

/// Who does not simply agree says what is wrong (R713-13.1).
struct says_what_is_wrong {
    static verdict check(question const&, answered const& body)
    {
        if (body.stance == unit_stance::agrees || body.comments)
            return {};
        return refusal{.rule = "R713-13.1",
                       .reason = say("有修改意见或不同意，但未写明意见"),
                       .remedy = say("请填写具体意见和理由")};
    }
};

// ---- talks

/// The sponsor talks with a unit about what it answered (R713-13.1).
struct unit_has_answered {
    static verdict check(question const& q, settled const& body)
    {
        if (answer_of(q.file, body.with_unit))
            return {};
        return refusal{.rule = "R713-13.1",
                       .reason = say("单位“{1}”尚未答复，没有可协商的意见", body.with_unit),
                       .remedy = say("请先由该单位登记答复意见")};
    }
};

/// It is said who gave way: of what the sponsor takes up another draft is owed, which nobody would
/// be told of. Remark only (GD21-15.1).
struct says_who_gave_way {
    static verdict check(question const&, settled const& body)
    {
        if (body.adoption)
            return {};
        return advice{"GD21-15.1",
                      say("没有填写采纳情况：采纳或者部分采纳的，草案须作相应修改；不填写的，"
                          "系统不提示修改草案")};
    }
};

/// What came of talks is told to the organ before it decides: it may be added to a consultation
/// that is over until the matter is submitted, and again where it came back (R713-13.2).
struct matter_is_not_submitted {
    static verdict check(question const& q)
    {
        auto const& filing = q.file.submission.filing;
        if (!filing || submission_sent_back(q.file) || !still_covers(q.file, filing->draft))
            return {};
        return refusal{.rule = "R713-13.2",
                       .reason = say("本事项已提请决策机关讨论决定，不再补登协商情况"),
                       .remedy = say("退回承办单位后可以补登")};
    }
};

/// Some disagree, and agreement with them has not been sought; or what became of comments is not on
/// file (R713-13.1, GD21-15.1).
struct talks_are_owed {
    static bool holds(question const& q)
    {
        return !units_to_talk_with(q.file).empty() || !units_with_open_comments(q.file).empty();
    }
};

/// What the units said has its answer, so that nothing but the end is left (R713-13.1).
struct talks_are_over {
    static bool holds(question const& q) { return !talks_are_owed::holds(q); }
};

/// There is a disagreement, and the sponsor sought agreement before it reports it (R713-13.1,
/// GD21-15.1).
struct agreement_was_sought {
    static verdict check(question const& q)
    {
        auto const units = units_in_disagreement(q.file);
        if (units.empty())
            return refusal{.rule = "R713-13.2",
                           .reason = say("没有未协商一致的意见"),
                           .remedy = say("无须说明分歧，可直接办结征求意见")};
        auto const untried = units_to_talk_with(q.file);
        if (untried.empty())
            return {};
        return refusal{.rule = "GD21-15.1",
                       .reason = say("尚未与{1}协商", units_in_a_row(untried)),
                       .remedy = say("请先充分协商并登记协商结果")};
    }
};

// ---- the end

/// Everybody concerned has been asked and has answered; silence is no answer (R713-13.1, JC-4).
struct units_have_answered {
    static verdict check(question const& q)
    {
        if (!q.file.drafting.touches)
            return refusal{.rule = "R713-13.1",
                           .reason = say("尚未登记事项影响，无法确定哪些单位与本事项有关"),
                           .remedy = say("请承办单位先登记事项影响")};
        auto const units = units_unheard(q.file);
        if (units.empty())
            return {};
        return refusal{.rule = "R713-13.1",
                       .reason = say("尚未收到{1}的意见", units_in_a_row(units)),
                       .remedy = say("请征求其意见并催办；未答复不视为同意")};
    }
};

/// What stays open between units is told to the organ (R713-13.2, GD21-15.1).
struct disagreement_is_stated {
    static verdict check(question const& q)
    {
        auto const units = units_in_disagreement(q.file);
        if (units.empty() || q.file.consultation.disagreement)
            return {};
        return refusal{.rule = "R713-13.2",
                       .reason = say("与{1}未协商一致，且未向决策机关说明", units_in_a_row(units)),
                       .remedy = say("请说明争议的主要问题、各方意见、承办单位意见及理由和依据")};
    }
};

/// Remark only: those units agreed (GD21-15.1). Whoever concludes all the same is asked once more.
struct comments_are_settled {
    static verdict check(question const& q)
    {
        auto open = comments_unsettled(q.file);
        if (!open)
            return {};
        return advice{"GD21-15.1", std::move(*open)};
    }
    static verdict check(question const& q, concluded const&)
    {
        auto const units = units_with_open_comments(q.file);
        if (units.empty())
            return {};
        return advice{
            "GD21-15.1",
            say("办结时{1}的修改意见还没有处理结果；宜先办理“登记协商结果”，办结后仍可补登",
                units_in_a_row(units))};
    }
};

/// A concluded consultation is taken up again when there is something new to ask: another draft,
/// or units that turned out to be concerned.
struct there_is_news {
    static verdict check(question const& q)
    {
        auto const& conclusion = q.file.consultation.conclusion;
        if (!conclusion || conclusion->draft != current_draft(q.file) ||
            !units_unheard(q.file).empty())
            return {};
        return refusal{.rule = "R713-13.1",
                       .reason = say("征求意见已办结，草案和有关单位都没有变化"),
                       .remedy = say("草案修改或有新的有关单位时，可再次征求意见")};
    }
};

} // namespace

// ---- entering

void enter(dossier& file, asked const& body, engine::act const& what)
{
    auto& facts = file.consultation;
    facts.requests.push_back(on_file(file, body, what));
    facts.disagreement.reset();
    facts.conclusion.reset();
}
void enter(dossier& file, answered const& body, engine::act const& what)
{
    auto& facts = file.consultation;
    facts.answers.push_back(on_file(file, body, what));
    if (body.stance == unit_stance::disagrees)
        facts.disagreement.reset(); // it told of the views known before
}
void enter(dossier& file, settled const& body, engine::act const& what)
{
    auto& facts = file.consultation;
    facts.settlements.push_back(on_file(file, body, what));
    if (!body.agreed)
        facts.disagreement.reset();
}
void enter(dossier& file, disagreement_stated const& body, engine::act const& what)
{
    file.consultation.disagreement = on_file(file, body, what);
}
void enter(dossier& file, concluded const& body, engine::act const& what)
{
    file.consultation.conclusion = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "consultation";
    using opening = not_asked;

    // clang-format off
    using text = clauses<
    //      rule          at stage     on act               then         only if
    clause<"R713-13.1",  not_asked,   asked,               in_talks,    admit_if<by<sponsor>, draft_on_file, units_are_named, answer_day_is_ahead>, due_if<units_are_to_be_asked>>,
    option<"R713-13.1",  not_asked,   concluded,           over,  admit_if<by<sponsor>, units_have_answered, asked_again_on_demand>>,

    clause<"R713-13.1",  in_talks,    answered,            in_talks,    admit_if<by<consulted_unit>, has_not_answered, says_what_is_wrong>>,
    clause<"R713-13.1",  in_talks,    asked,               in_talks,    admit_if<by<sponsor>, draft_on_file, units_are_named, answer_day_is_ahead>, due_if<units_are_to_be_asked>>,
    clause<"R713-13.1",  in_talks,    settled,             in_talks,    admit_if<by<sponsor>, unit_has_answered, says_who_gave_way>, due_if<talks_are_owed>>,
    clause<"R713-13.2",  in_talks,    disagreement_stated, in_talks,    admit_if<by<sponsor>, agreement_was_sought>, due_if<units_have_answered, agreement_was_sought, unmet<disagreement_is_stated>>>,
    clause<"R713-13.1",  in_talks,    concluded,           over,  admit_if<by<sponsor>, units_have_answered, asked_again_on_demand, disagreement_is_stated, comments_are_settled>, due_if<disagreement_is_stated, talks_are_over>>,

    clause<"R713-13.1",  over,  asked,               in_talks,    admit_if<by<sponsor>, draft_on_file, there_is_news, units_are_named, answer_day_is_ahead>, due_if<units_are_to_be_asked>>,
    clause<"R713-13.1",  over,  settled,             over,        admit_if<by<sponsor>, matter_is_not_submitted, unit_has_answered, says_who_gave_way>, due_if<matter_is_not_submitted, talks_are_owed>>,
    clause<"R713-13.2",  over,  disagreement_stated, over,        admit_if<by<sponsor>, matter_is_not_submitted, agreement_was_sought>, due_if<matter_is_not_submitted, agreement_was_sought, unmet<disagreement_is_stated>>>,
    follows<"R713-27.2", over,  legality_review::concluded, in_talks, given<found_missing<statutory_step::consultation>>>
    >;
    // clang-format on
};

} // namespace
} // namespace consultation

std::unique_ptr<engine::chapter<dossier>> make_consultation()
{
    return std::make_unique<engine::msm_chapter<consultation::rules_of_chapter>>();
}

} // namespace workflows::major_decision
