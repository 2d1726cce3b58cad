#include "workflows/major_decision/fair_competition.hpp"

#include "workflows/major_decision/tables.hpp"
#include "workflows/shared_conditions.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace fair_competition {
namespace {

using drafting::repeatable_step;

// clang-format off
struct not_needed             : stage_of_chapter { static constexpr std::string_view name = "not_needed"; };
struct awaiting_first_review  : stage_of_chapter { static constexpr std::string_view name = "awaiting_first_review"; };
struct first_reviewed         : stage_of_chapter { static constexpr std::string_view name = "first_reviewed"; };
struct under_review           : stage_of_chapter { static constexpr std::string_view name = "under_review"; };
struct passed                 : stage_of_chapter { static constexpr std::string_view name = "passed"; };
struct failed                 : stage_of_chapter { static constexpr std::string_view name = "failed"; };
// clang-format on

/// A draft may be reviewed without need; whoever does it knows that. Remark only (R713-29.1).
struct need_of_review_is_known {
    static verdict check(asked const& q)
    {
        return advice{
            "R713-29.1",
            q.file.drafting.touches
                ? say("按已登记的事项影响，本事项不涉及经营者的经济活动，无须进行公平竞争审查；"
                      "承办单位可以自行审查")
                : say("尚未登记事项影响，是否必须进行公平竞争审查还不能确定")};
    }
};

/// An exception needs its ground (NORM-20).
template <class Body>
struct exception_has_ground {
    static verdict check(asked const&, Body const& body)
    {
        return workflows::exception_has_ground(body.outcome, body.exception_ground);
    }
};

/// Operators and associations are heard; the public too where its interest is touched (NORM-20).
/// Before the order of 2024 no rule on file demanded it.
struct operators_were_heard {
    static verdict check(asked const& q, drafter_reviewed const& body)
    {
        return workflows::operators_were_heard(body.heard, body.touches_public_interest,
                                               q.law.flag(fair_competition_conclusion_required));
    }
};

/// Compliance with trade policy is assessed too where the place says so (Shandong).
struct trade_compliance_is_assessed {
    static verdict check(asked const& q, drafter_reviewed const& body)
    {
        if (!q.law.flag(trade_compliance_required) || body.trade_compliance)
            return {};
        return refusal{.rule = q.law.rule_of(trade_compliance_required, "R713-29.1"),
                       .reason = say("没有进行贸易政策合规性评估"),
                       .remedy = say("请填写贸易政策合规性评估意见")};
    }
};

/// The market regulator's review exists in law (NORM-20, from 2024-08-01).
struct regulator_reviews {
    static verdict check(asked const& q)
    {
        if (q.law.flag(fair_competition_conclusion_required))
            return {};
        return refusal{.rule = "NORM-20",
                       .reason = say("在{1}，规则尚未要求市场监管部门会同审查", q.today),
                       .remedy = say("起草单位的审查材料随送审材料一并提交即可")};
    }
};

/// The drafter's own review of this text passed before the market regulator is asked.
struct first_review_holds {
    static verdict check(asked const& q)
    {
        auto const& own = q.file.fair_competition.first_review;
        if (own && own->body.outcome != competition_outcome::restricts_competition &&
            still_covers(q.file, own->draft, repeatable_step::fair_competition))
            return {};
        return refusal{.rule = "NORM-20",
                       .reason = say("起草单位对现行草案尚无通过的公平竞争初审"),
                       .remedy = say("请起草单位先行初审")};
    }
};

/// The file for the regulator holds the current draft and the drafter's review.
struct documents_are_complete {
    static verdict check(asked const& q, filed const& body)
    {
        auto const holds = [&](document_ref const& wanted) {
            return std::any_of(body.documents.begin(), body.documents.end(),
                               [&](auto const& one) { return one.hash == wanted.hash; });
        };
        verdict found;
        auto const version = current_draft(q.file);
        if (auto const* draft = draft_version(q.file, version); draft && !holds(draft->draft))
            found += refusal{.rule = "JC-2",
                             .reason = say("送审材料中没有现行草案（第{1}稿）", version),
                             .remedy = say("请附上现行草案")};
        auto const& own = q.file.fair_competition.first_review;
        if (own && !holds(own->body.document))
            found += refusal{.rule = "NORM-20",
                             .reason = say("送审材料中没有起草单位的初审意见"),
                             .remedy = say("请附上卷内登记的初审意见")};
        return found;
    }
};

// ---- which way it goes

template <class Body>
struct restricts {
    static bool holds(dossier const&, Body const& body)
    {
        return body.outcome == competition_outcome::restricts_competition;
    }
};
template <class Body>
struct restricts_nothing {
    static bool holds(dossier const&, Body const& body)
    {
        return body.outcome != competition_outcome::restricts_competition;
    }
};

struct operators_touched {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return operators_are_touched(file);
    }
};
struct operators_not_touched {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return !operators_are_touched(file);
    }
};

template <class Body>
bool holds_on_file(dossier const& file, std::optional<entered<Body>> const& one)
{
    return one && one->body.outcome != competition_outcome::restricts_competition &&
           still_covers(file, one->draft, repeatable_step::fair_competition) &&
           one->seq > asked_to_complete(file, legality_review::statutory_step::fair_competition);
}

struct first_review_overtaken {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return !holds_on_file(file, file.fair_competition.first_review);
    }
};
struct conclusion_overtaken {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return !holds_on_file(file, file.fair_competition.conclusion);
    }
};
struct conclusion_holds {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return holds_on_file(file, file.fair_competition.conclusion);
    }
};
/// The reviewer's word lets the drafter's review stand again, and no conclusion does.
struct only_first_review_holds {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return holds_on_file(file, file.fair_competition.first_review) &&
               !holds_on_file(file, file.fair_competition.conclusion);
    }
};
struct draft_was_changed {
    static bool holds(dossier const&, drafting::versioned const&) { return true; }
};

} // namespace

// ---- entering

void enter(dossier& file, drafter_reviewed const& body, engine::act const& what)
{
    file.fair_competition.first_review = on_file(file, body, what);
}
void enter(dossier& file, filed const& body, engine::act const& what)
{
    file.fair_competition.filing = on_file(file, body, what);
}
void enter(dossier& file, concluded const& body, engine::act const& what)
{
    file.fair_competition.conclusion = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "fair_competition";
    using opening = not_needed;

    // clang-format off
    using text = clauses<
    //      rule          at stage                 on act             then                    only if
    option<"R713-29.1",  not_needed,              drafter_reviewed,  first_reviewed,         given<restricts_nothing<drafter_reviewed>>, admit_if<by<sponsor>, draft_on_file, need_of_review_is_known, exception_has_ground<drafter_reviewed>, operators_were_heard, trade_compliance_is_assessed>>,
    option<"R713-29.1",  not_needed,              drafter_reviewed,  failed,                 given<restricts<drafter_reviewed>>,         admit_if<by<sponsor>, draft_on_file, need_of_review_is_known, operators_were_heard, trade_compliance_is_assessed>>,
    clause<"R713-29.1",  awaiting_first_review,   drafter_reviewed,  first_reviewed,         given<restricts_nothing<drafter_reviewed>>, admit_if<by<sponsor>, draft_on_file, exception_has_ground<drafter_reviewed>, operators_were_heard, trade_compliance_is_assessed>>,
    clause<"R713-29.1",  awaiting_first_review,   drafter_reviewed,  failed,                 given<restricts<drafter_reviewed>>,         admit_if<by<sponsor>, draft_on_file, operators_were_heard, trade_compliance_is_assessed>>,
    clause<"NORM-20",    first_reviewed,          filed,             under_review,           admit_if<by<sponsor>, regulator_reviews, first_review_holds, documents_are_complete>, due_if<regulator_reviews>>,
    clause<"NORM-20",    under_review,            concluded,         passed,                 given<restricts_nothing<concluded>>, admit_if<by<competition_reviewer>, judges_no_own_work<concluded>, exception_has_ground<concluded>>>,
    clause<"NORM-20",    under_review,            concluded,         failed,                 given<restricts<concluded>>,         admit_if<by<competition_reviewer>, judges_no_own_work<concluded>>>,

    follows<"R713-29.1", not_needed,              intake::start_decided,      awaiting_first_review,  given<operators_touched>>,
    follows<"R713-29.1", not_needed,              drafting::assessed,         awaiting_first_review,  given<operators_touched>>,
    follows<"R713-29.1", awaiting_first_review,   drafting::assessed,         not_needed,             given<operators_not_touched>>,
    follows<"R713-27.2", not_needed,              legality_review::concluded, awaiting_first_review,  given<operators_touched>>,
    follows<"R713-27.2", first_reviewed,          legality_review::concluded, awaiting_first_review,  given<first_review_overtaken>>,
    follows<"R713-27.2", passed,                  legality_review::concluded, awaiting_first_review,  given<conclusion_overtaken>>,
    follows<"NORM-20",   failed,                  drafting::versioned,        awaiting_first_review,  given<draft_was_changed>>,
    follows<"JC-2",      first_reviewed,          drafting::versioned,        awaiting_first_review,  given<first_review_overtaken>>,
    follows<"JC-2",      under_review,            drafting::versioned,        awaiting_first_review,  given<first_review_overtaken>>,
    follows<"JC-2",      passed,                  drafting::versioned,        awaiting_first_review,  given<conclusion_overtaken>>,
    follows<"JC-2",      first_reviewed,          drafting::change_confirmed, awaiting_first_review,  given<first_review_overtaken>>,
    follows<"JC-2",      under_review,            drafting::change_confirmed, awaiting_first_review,  given<first_review_overtaken>>,
    follows<"JC-2",      passed,                  drafting::change_confirmed, awaiting_first_review,  given<conclusion_overtaken>>,
    follows<"JC-2",      awaiting_first_review,   drafting::change_confirmed, passed,                 given<conclusion_holds>>,
    follows<"JC-2",      awaiting_first_review,   drafting::change_confirmed, first_reviewed,         given<only_first_review_holds>>
    >;
    // clang-format on
};

} // namespace
} // namespace fair_competition

std::unique_ptr<engine::chapter<dossier>> make_fair_competition()
{
    return std::make_unique<engine::msm_chapter<fair_competition::rules_of_chapter>>();
}

} // namespace workflows::major_decision
