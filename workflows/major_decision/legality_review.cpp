#include "workflows/major_decision/legality_review.hpp"

#include "workflows/major_decision/review_clock.hpp"
#include "workflows/major_decision/tables.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace legality_review {
namespace {

// clang-format off
struct not_filed           : stage_of_chapter { static constexpr std::string_view name = "not_filed"; };
struct checking            : stage_of_chapter { static constexpr std::string_view name = "checking"; };
struct awaiting_supplement : stage_of_chapter { static constexpr std::string_view name = "awaiting_supplement"; };
struct under_review        : stage_of_chapter { static constexpr std::string_view name = "under_review"; };
struct clock_paused        : stage_of_chapter { static constexpr std::string_view name = "clock_paused"; };
struct passed              : stage_of_chapter { static constexpr std::string_view name = "passed"; };
struct to_be_changed       : stage_of_chapter { static constexpr std::string_view name = "to_be_changed"; };
struct negative            : stage_of_chapter { static constexpr std::string_view name = "negative"; };
// clang-format on

// ---- before the file

/// The sponsor's own legal unit has reviewed this draft and the sponsor's own meeting has passed it
/// (GD21-31.1, GD21-31.2), where the place's rules ask for it.
struct sponsor_has_passed {
    static verdict check(asked const& q)
    {
        verdict found;
        auto const& own = q.file.sponsor_review;
        if (q.law.flag(sponsor_legal_review_required) &&
            !(own.opinion &&
              own.opinion->body.outcome != sponsor_review::sponsor_outcome::unlawful &&
              still_covers(q.file, own.opinion->draft)))
            found += refusal{.rule = q.law.rule_of(sponsor_legal_review_required, "GD21-31.1"),
                             .reason = say("承办单位法制机构尚未对现行草案出具合法的审查意见"),
                             .remedy = say("请承办单位法制机构先行审查")};
        if (q.law.flag(sponsor_discussion_required) &&
            !(own.discussion && own.discussion->body.passed &&
              still_covers(q.file, own.discussion->draft)))
            found += refusal{.rule = q.law.rule_of(sponsor_discussion_required, "GD21-31.2"),
                             .reason = say("承办单位尚未集体讨论通过现行草案"),
                             .remedy = say("请承办单位负责人组织集体讨论并登记结果")};
        return found;
    }
};

/// The reviewer has confirmed how far each change of the draft went (JC-2).
struct changes_are_confirmed {
    static verdict check(asked const& q)
    {
        if (!change_unconfirmed(q.file))
            return {};
        return refusal{.rule = "JC-2",
                       .reason = say("草案修改的性质尚待合法性审查部门确认"),
                       .remedy = say("请审查部门先确认修改属于文字性、非实质性或实质性修改")};
    }
};

/// The account of procedures, the legal basis (R713-26.1).
struct file_is_complete {
    static verdict check(asked const&, filed const& body)
    {
        if (!body.legal_basis.empty())
            return {};
        return refusal{.rule = "R713-26.1",
                       .reason = say("送审材料未列明决策依据"),
                       .remedy = say("请列出所依据的法律、法规、规章和政策")};
    }
};

// ---- clock and advisers

/// The place's rules know this reason for stopping the clock (GD21-34.2); 713 alone knows none.
struct stop_is_known {
    static verdict check(asked const& q, clock_stopped const& body)
    {
        auto const known = q.law.list(review_clock_stops);
        if (std::find(known.begin(), known.end(), engine::name_of(body.reason)) != known.end())
            return {};
        return refusal{.rule = q.law.rule_of(review_clock_stops, "R713-26.3"),
                       .reason = say("本地规则未规定该事由可以扣除审查时间"),
                       .remedy = say("请继续审查，或选择规则列明的事由")};
    }
};

/// No adviser gives an opinion on a matter of their own (GD21-32.2).
struct adviser_has_no_interest {
    static verdict check(asked const&, adviser_opined const& body)
    {
        if (body.has_no_interest)
            return {};
        return refusal{.rule = "GD21-32.2",
                       .reason = say("与本事项有直接利害关系的法律顾问、公职律师须回避"),
                       .remedy = say("请办理回避，由其他法律顾问出具意见")};
    }
};

/// Legal advisers or public lawyers have opined on the file as it stands (R713-28.2).
struct adviser_has_opined {
    static verdict check(asked const& q)
    {
        auto const& file = q.file.legality_review;
        bool const opined =
            std::any_of(file.adviser_opinions.begin(), file.adviser_opinions.end(),
                        [&](auto const& one) { return still_covers(q.file, one.draft); });
        if (opined)
            return {};
        return refusal{.rule = "R713-28.2",
                       .reason = say("尚无法律顾问或公职律师对现行草案的法律意见"),
                       .remedy = say("请组织法律顾问、公职律师提出法律意见")};
    }
};

/// An advisers' opinion that an earlier act asked for is not thrown away unread: remark only.
struct asked_advisers_have_answered {
    static verdict check(asked const& q)
    {
        auto const& file = q.file.legality_review;
        std::size_t invited = 0;
        for (auto const& request : file.requests)
            invited += request.body.advisers.size();
        if (file.adviser_opinions.size() + file.withdrawals.size() >= invited)
            return {};
        return advice{"R713-28.2",
                      say("已邀请{1}人，收到意见{2}份", invited, file.adviser_opinions.size())};
    }
};

// ---- the opinion

/// The review had its necessary time: soft minimum of working days, less with a recorded reason
/// (R713-26.3, GD21-34.1), stops left out (GD21-34.2).
struct review_days_have_run {
    static verdict check(asked const& q, concluded const& body)
    {
        auto const least = q.law.number(review_min_working_days);
        auto const used = review_days_used(q.file, q.days, q.today);
        if (!least || used >= *least)
            return {};
        if (body.short_time_reason)
            return advice{
                "R713-26.3",
                say("审查用时{1}个工作日，少于一般要求的{2}个工作日，理由已记录", used, *least)};
        return refusal{.rule = q.law.rule_of(review_min_working_days, "R713-26.3"),
                       .reason = say("审查用时{1}个工作日，一般不少于{2}个工作日", used, *least),
                       .remedy = say("请继续审查，或填写缩短时间的理由")};
    }
};

/// The outcome follows from the three findings (R713-27.1 to 27.3).
struct outcome_fits_findings {
    static verdict check(asked const&, concluded const& body)
    {
        verdict found;
        bool const good = body.outcome == review_outcome::lawful ||
                          body.outcome == review_outcome::lawful_with_risk_notice;
        auto const contradiction = [&](char const* rule, bool holds, engine::text what) {
            if (good && !holds)
                found += refusal{.rule = rule,
                                 .reason = say("“{1}”一项不成立，结论却为合法", std::move(what)),
                                 .remedy = say("请更正审查项或审查结论")};
        };
        contradiction("R713-27.1", body.within_power, say("field.within_power"));
        contradiction("R713-27.2", body.procedure_followed, say("field.procedure_followed"));
        if (body.outcome == review_outcome::lawful)
            contradiction("R713-27.3", body.content_lawful, say("field.content_lawful"));
        return found;
    }
};

/// Only an exploratory reform that no state rule covers passes with a stated risk (R713-25.4).
struct risk_is_stated {
    static verdict check(asked const& q, concluded const& body)
    {
        if (body.outcome != review_outcome::lawful_with_risk_notice)
            return {};
        verdict found;
        if (!body.risk_notice)
            found += refusal{.rule = "R713-25.4",
                             .reason = say("结论为提示法律风险，但未写明风险"),
                             .remedy = say("请写明法律风险")};
        auto const& touches = q.file.drafting.touches;
        if (!touches || !touches->body.exploratory_reform)
            found += refusal{.rule = "R713-25.4",
                             .reason = say("本事项未登记为探索性改革，不能以提示风险的方式通过"),
                             .remedy = say("请承办单位更正事项登记，或改作其他结论")};
        return found;
    }
};

// ---- which way it goes

template <review_outcome... Outcomes>
struct found {
    static bool holds(dossier const&, concluded const& body)
    {
        return ((body.outcome == Outcomes) || ...);
    }
};

/// What was reviewed is no longer what is proposed (JC-2).
struct substance_changed {
    static bool holds(dossier const& file, drafting::versioned const&)
    {
        return change_of(file, current_draft(file)) == drafting::change_class::substantive;
    }
    static bool holds(dossier const&, drafting::change_confirmed const& body)
    {
        return body.change == drafting::change_class::substantive;
    }
};

/// A negative or conditional opinion is answered by a changed draft (R713-28.3).
struct any_new_draft {
    static bool holds(dossier const&, drafting::versioned const&) { return true; }
};

} // namespace

// ---- entering

void enter(dossier& file, filed const& body, engine::act const& what)
{
    auto& facts = file.legality_review;
    facts = {.filing = on_file(file, body, what),
             .instructions = std::move(facts.instructions),
             .rounds = facts.rounds};
}
void enter(dossier& file, accepted const& body, engine::act const& what)
{
    auto& facts = file.legality_review;
    facts.acceptance = on_file(file, body, what);
    ++facts.rounds;
}
void enter(dossier& file, supplement_requested const& body, engine::act const& what)
{
    file.legality_review.supplements_asked.push_back(on_file(file, body, what));
}
void enter(dossier& file, supplemented const& body, engine::act const& what)
{
    file.legality_review.supplements.push_back(on_file(file, body, what));
}
void enter(dossier& file, returned const& body, engine::act const& what)
{
    file.legality_review.returns.push_back(on_file(file, body, what));
}
void enter(dossier& file, clock_stopped const& body, engine::act const& what)
{
    file.legality_review.stops.push_back(on_file(file, body, what));
}
void enter(dossier& file, clock_resumed const& body, engine::act const& what)
{
    file.legality_review.resumptions.push_back(on_file(file, body, what));
}
void enter(dossier& file, advisers_asked const& body, engine::act const& what)
{
    file.legality_review.requests.push_back(on_file(file, body, what));
}
void enter(dossier& file, adviser_opined const& body, engine::act const& what)
{
    file.legality_review.adviser_opinions.push_back(on_file(file, body, what));
}
void enter(dossier& file, adviser_withdrew const& body, engine::act const& what)
{
    file.legality_review.withdrawals.push_back(on_file(file, body, what));
}
void enter(dossier& file, instruction_logged const& body, engine::act const& what)
{
    file.legality_review.instructions.push_back(on_file(file, body, what));
}
void enter(dossier& file, concluded const& body, engine::act const& what)
{
    file.legality_review.conclusion = on_file(file, body, what);
}
void enter(dossier& file, responded const& body, engine::act const& what)
{
    file.legality_review.response = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "legality_review";
    using opening = not_filed;

    // clang-format off
    using text = clauses<
    //      rule          at stage              on act                then                  only if
    clause<"R713-25.1",  not_filed,            filed,                checking,             admit_if<by<sponsor>, draft_on_file, changes_are_confirmed, sponsor_has_passed, on_current_draft<&filed::draft>, file_is_complete>>,
    clause<"R713-26.1",  checking,             accepted,             under_review,         admit_if<by<reviewer>, did_not_draft>>,
    option<"R713-26.2",  checking,             supplement_requested, awaiting_supplement,  admit_if<by<reviewer>>>,
    option<"R713-26.2",  checking,             returned,             not_filed,            admit_if<by<reviewer>>>,
    clause<"R713-26.2",  awaiting_supplement,  supplemented,         checking,             admit_if<by<sponsor>>>,
    option<"R713-26.2",  awaiting_supplement,  returned,             not_filed,            admit_if<by<reviewer>>>,

    clause<"R713-28.2",  under_review,         advisers_asked,       under_review,         admit_if<by<reviewer>>>,
    clause<"R713-28.2",  under_review,         adviser_opined,       under_review,         admit_if<by<legal_adviser>, did_not_draft, adviser_has_no_interest>>,
    option<"GD21-32.2",  under_review,         adviser_withdrew,     under_review,         admit_if<by<legal_adviser, reviewer>>>,
    option<"GD21-34.2",  under_review,         clock_stopped,        clock_paused,         admit_if<by<reviewer>, stop_is_known>>,
    clause<"GD21-34.2",  clock_paused,         clock_resumed,        under_review,         admit_if<by<reviewer>>>,
    option<"R713-28.2",  clock_paused,         adviser_opined,       clock_paused,         admit_if<by<legal_adviser>, did_not_draft, adviser_has_no_interest>>,
    option<"R713-26.2",  under_review,         returned,             not_filed,            admit_if<by<reviewer>>>,
    option<"GD21-31.3",  under_review,         instruction_logged,   under_review,         admit_if<by<reviewer>>>,
    option<"GD21-31.3",  clock_paused,         instruction_logged,   clock_paused,         admit_if<by<reviewer>>>,

    clause<"R713-28.1",  under_review,         concluded,            passed,               given<found<review_outcome::lawful, review_outcome::lawful_with_risk_notice>>, admit_if<by<reviewer>, did_not_draft, adviser_has_opined, asked_advisers_have_answered, review_days_have_run, outcome_fits_findings, risk_is_stated>>,
    clause<"R713-28.3",  under_review,         concluded,            to_be_changed,        given<found<review_outcome::lawful_after_changes, review_outcome::complete_procedure>>, admit_if<by<reviewer>, did_not_draft, adviser_has_opined, asked_advisers_have_answered, review_days_have_run, outcome_fits_findings>>,
    clause<"R713-25.3",  under_review,         concluded,            negative,             given<found<review_outcome::unlawful>>, admit_if<by<reviewer>, did_not_draft, adviser_has_opined, asked_advisers_have_answered, review_days_have_run, outcome_fits_findings>>,

    clause<"R713-28.3",  to_be_changed,        responded,            not_filed,            admit_if<by<sponsor>>>,
    option<"R713-28.3",  negative,             responded,            not_filed,            admit_if<by<sponsor>>>,
    option<"R713-28.3",  passed,               responded,            passed,               admit_if<by<sponsor>>>,

    follows<"JC-2",      checking,             drafting::versioned,        not_filed,      given<any_new_draft>>,
    follows<"JC-2",      awaiting_supplement,  drafting::versioned,        not_filed,      given<any_new_draft>>,
    follows<"JC-2",      under_review,         drafting::versioned,        not_filed,      given<any_new_draft>>,
    follows<"JC-2",      clock_paused,         drafting::versioned,        not_filed,      given<any_new_draft>>,
    follows<"R713-25.1", passed,               drafting::versioned,        not_filed,      given<substance_changed>>,
    follows<"R713-25.1", passed,               drafting::change_confirmed, not_filed,      given<substance_changed>>
    >;
    // clang-format on
};

} // namespace
} // namespace legality_review

std::unique_ptr<engine::chapter<dossier>> make_legality_review()
{
    return std::make_unique<engine::msm_chapter<legality_review::rules_of_chapter>>();
}

} // namespace workflows::major_decision
