#include "workflows/major_decision/risk.hpp"

#include "engine/case_procedure.hpp"
#include "workflows/major_decision/tables.hpp"
#include "workflows/major_decision/unmet.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace risk {
namespace {

using drafting::repeatable_step;

// clang-format off
struct not_needed      : stage_of_chapter { static constexpr std::string_view name = "not_needed"; };
struct awaiting_plan   : stage_of_chapter { static constexpr std::string_view name = "awaiting_plan"; };
struct hearing_parties : stage_of_chapter { static constexpr std::string_view name = "hearing_parties"; };
struct analysing       : stage_of_chapter { static constexpr std::string_view name = "analysing"; };
struct reporting       : stage_of_chapter { static constexpr std::string_view name = "reporting"; };
struct controllable    : stage_of_chapter { static constexpr std::string_view name = "controllable"; };
struct uncontrollable  : stage_of_chapter { static constexpr std::string_view name = "uncontrollable"; };
struct exempt          : stage_of_chapter { static constexpr std::string_view name = "exempt"; };
// clang-format on

bool contains(std::vector<std::string> const& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool step_is_demanded(engine::rules const& law, std::string_view step)
{
    return contains(law.list(risk_steps), step);
}

/// Of this round: on the draft as it stands, after any earlier report and any word of the reviewer.
template <class Body>
bool is_of_this_round(dossier const& file, entered<Body> const& one)
{
    return still_covers(file, one.draft, repeatable_step::risk) &&
           (!file.risk.report || one.seq > file.risk.report->seq) &&
           one.seq > asked_to_complete(file, legality_review::statutory_step::risk);
}

// ---- an earlier assessment

/// Assessed before under rules, and nothing material has changed since (R713-22.2, GD21-27.3).
struct earlier_assessment_serves {
    static verdict check(asked const& q, exempted const& body)
    {
        if (body.no_material_change)
            return {};
        auto rule = q.law.rule_of(risk_no_change_statement_required, "R713-22.2");
        if (!q.law.flag(risk_no_change_statement_required))
            return advice{std::move(rule), say("没有声明评估后情况未发生重大变化")};
        return refusal{.rule = std::move(rule),
                       .reason = say("没有声明评估后情况未发生重大变化"),
                       .remedy = say("情况没有重大变化的，请作出声明；有重大变化的，应当重新评估")};
    }
};

// ---- the plan

/// A third party has the qualification for it (GD21-27.2).
struct third_party_is_qualified {
    static verdict check(asked const& q, planned const& body)
    {
        if (!body.third_party || body.qualification)
            return {};
        auto rule = q.law.rule_of(risk_qualification_required, "R713-23.3");
        if (!q.law.flag(risk_qualification_required))
            return advice{std::move(rule), say("没有登记第三方机构{1}的资质", *body.third_party)};
        return refusal{.rule = std::move(rule),
                       .reason = say("没有登记第三方机构{1}的相应资质", *body.third_party),
                       .remedy = say("请填写其资质证书名称和编号，或改由有资质的机构评估")};
    }
};

/// Where the place asks for a plan there is one before anybody is heard (GD21-28.1).
struct plan_is_not_demanded {
    static verdict check(asked const& q)
    {
        if (!step_is_demanded(q.law, "work_plan"))
            return {};
        return refusal{.rule = q.law.rule_of(risk_steps, "GD21-28.1"),
                       .reason = say("尚未制定风险评估工作方案"),
                       .remedy = say("请先登记工作方案")};
    }
};
struct plan_is_demanded {
    static bool holds(asked const& q) { return step_is_demanded(q.law, "work_plan"); }
};

// ---- hearing and analysis

/// Somebody was heard.
struct somebody_was_heard {
    static verdict check(asked const&, opinions_heard const& body)
    {
        if (!body.opinions.empty())
            return {};
        return refusal{.rule = "R713-23.2",
                       .reason = say("没有登记任何意见"),
                       .remedy = say("请逐一登记听取的意见")};
    }
};

struct those_concerned_were_heard {
    static verdict check(asked const& q)
    {
        verdict found;
        for (auto const& one : risk_parties_to_hear(q.file, q.law))
            if (one.heard == 0)
                found += refusal{
                    .rule = one.rule,
                    .reason = say("风险评估尚未听取“{1}”的意见",
                                  say("choice.heard_party." + std::string(engine::name_of(one.of)))),
                    .remedy = say("请听取意见并登记")};
        return found;
    }
};

/// Each risk point has its measure (R713-23.2).
struct points_are_listed {
    static verdict check(asked const&, analysed const& body)
    {
        if (!body.points.empty())
            return {};
        return refusal{.rule = "R713-23.2",
                       .reason = say("没有列出风险点"),
                       .remedy = say("请逐一列出风险点、等级和防范措施")};
    }
};

struct analysis_is_not_demanded {
    static verdict check(asked const& q)
    {
        if (!step_is_demanded(q.law, "analyse"))
            return {};
        return refusal{.rule = q.law.rule_of(risk_steps, "GD21-28.1"),
                       .reason = say("尚未登记风险的分析研判"),
                       .remedy = say("请先登记风险点和分析研判")};
    }
};
struct analysis_is_demanded {
    static bool holds(asked const& q) { return step_is_demanded(q.law, "analyse"); }
};

// ---- the report

engine::text level_name(risk_level level)
{
    return say("choice.risk_level." + std::string(engine::name_of(level)));
}

/// The level is one the place knows; a level that blocks is not called controllable; a level that
/// needs a special statement has one.
struct level_fits {
    static verdict check(asked const& q, reported const& body)
    {
        verdict found;
        auto const level = engine::name_of(body.level);
        auto const known = q.law.list(risk_levels);
        if (!known.empty() && !contains(known, level))
            found += refusal{.rule = q.law.rule_of(risk_levels, "R713-23.2"),
                             .reason = say("本地规则没有“{1}”这一风险等级", level_name(body.level)),
                             .remedy = say("请按本地规则的等级填写")};
        if (body.controllable && contains(q.law.list(risk_blocking_levels), level))
            found += refusal{
                .rule = q.law.rule_of(risk_blocking_levels, "R713-24.3"),
                .reason = say("风险等级为“{1}”，按本地规则不属于可控", level_name(body.level)),
                .remedy = say("请更正可控性结论，并在调整草案后重新评估")};
        if (contains(q.law.list(risk_statement_levels), level) && !body.special_statement)
            found += refusal{.rule = q.law.rule_of(risk_statement_levels, "R713-24.1"),
                             .reason = say("风险等级为“{1}”，须作专门说明", level_name(body.level)),
                             .remedy = say("请填写专门说明")};
        return found;
    }
};

/// Who wrote the report does not examine it (编审分离, Heilongjiang).
struct examined_by_another {
    static verdict check(asked const& q, reported const& body)
    {
        if (!q.law.flag(risk_review_apart_required))
            return {};
        auto rule = q.law.rule_of(risk_review_apart_required, "JC-1");
        if (!body.written_by || !body.examined_by)
            return refusal{.rule = std::move(rule),
                           .reason = say("没有登记评估报告的编制人和审核人"),
                           .remedy = say("请填写编制人和审核人")};
        if (*body.written_by == *body.examined_by)
            return refusal{.rule = std::move(rule),
                           .reason = say("评估报告的编制人与审核人同为{1}", *body.written_by),
                           .remedy = say("请由编制人以外的人员审核")};
        return {};
    }
};

// ---- which way it goes

struct assessment_is_due {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return risk_required(file);
    }
};
struct assessment_is_not_due {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return !risk_required(file);
    }
};
struct found_controllable {
    static bool holds(dossier const&, reported const& body) { return body.controllable; }
};
struct found_uncontrollable {
    static bool holds(dossier const&, reported const& body) { return !body.controllable; }
};
struct risk_holds_no_more {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return !risk_done(file);
    }
};
/// The reviewer found the change small, or the step need not be repeated: the report holds again.
struct report_holds {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return file.risk.report && risk_controllable(file);
    }
};
struct exemption_holds {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return file.risk.exemption && risk_controllable(file);
    }
};
/// Nothing that was heard in this round is about the text that is now proposed (JC-2).
struct round_is_overtaken {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return std::none_of(file.risk.opinions.begin(), file.risk.opinions.end(),
                            [&](auto const& one) { return is_of_this_round(file, one); });
    }
};
/// The draft was adjusted after the risk was found uncontrollable (R713-24.3).
struct draft_was_adjusted {
    static bool holds(dossier const&, drafting::versioned const&) { return true; }
};

} // namespace

// ---- entering

void enter(dossier& file, exempted const& body, engine::act const& what)
{
    file.risk.exemption = on_file(file, body, what);
}
void enter(dossier& file, planned const& body, engine::act const& what)
{
    auto& facts = file.risk;
    if (facts.plan)
        facts.earlier_plans.push_back(std::move(*facts.plan));
    facts.plan = on_file(file, body, what);
}
void enter(dossier& file, opinions_heard const& body, engine::act const& what)
{
    file.risk.opinions.push_back(on_file(file, body, what));
}
void enter(dossier& file, analysed const& body, engine::act const& what)
{
    file.risk.analysis = on_file(file, body, what);
}
void enter(dossier& file, reported const& body, engine::act const& what)
{
    file.risk.report = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "risk";
    using opening = not_needed;

    // clang-format off
    using text = clauses<
    //      rule          at stage          on act            then              only if
    option<"R713-22.1",  not_needed,       planned,          hearing_parties,  admit_if<by<sponsor>, procedure_started, third_party_is_qualified>>,
    clause<"GD21-28.1",  awaiting_plan,    planned,          hearing_parties,  admit_if<by<sponsor>, procedure_started, third_party_is_qualified>, due_if<plan_is_demanded>>,
    option<"R713-22.2",  awaiting_plan,    exempted,         exempt,           admit_if<by<sponsor>, draft_on_file, has_happened<&exempted::assessed_on>, earlier_assessment_serves>>,
    clause<"R713-23.2",  awaiting_plan,    opinions_heard,   analysing,        admit_if<by<risk_assessor>, plan_is_not_demanded, draft_on_file, somebody_was_heard>, due_if<plan_is_not_demanded>>,

    clause<"R713-23.2",  hearing_parties,  opinions_heard,   analysing,        admit_if<by<risk_assessor>, draft_on_file, somebody_was_heard>>,
    option<"GD21-28.1",  hearing_parties,  planned,          hearing_parties,  admit_if<by<sponsor>, third_party_is_qualified>>,
    option<"R713-22.2",  hearing_parties,  exempted,         exempt,           admit_if<by<sponsor>, draft_on_file, has_happened<&exempted::assessed_on>, earlier_assessment_serves>>,

    clause<"R713-23.2",  analysing,        opinions_heard,   analysing,        admit_if<by<risk_assessor>, draft_on_file, somebody_was_heard>, due_if<unmet<those_concerned_were_heard>>>,
    clause<"GD21-28.1",  analysing,        analysed,         reporting,        admit_if<by<risk_assessor>, draft_on_file, those_concerned_were_heard, points_are_listed>, due_if<analysis_is_demanded>>,
    clause<"R713-24.2",  analysing,        reported,         controllable,     given<found_controllable>,   admit_if<by<risk_assessor>, draft_on_file, those_concerned_were_heard, analysis_is_not_demanded, level_fits, examined_by_another>, due_if<analysis_is_not_demanded>>,
    clause<"R713-24.3",  analysing,        reported,         uncontrollable,   given<found_uncontrollable>, admit_if<by<risk_assessor>, draft_on_file, those_concerned_were_heard, analysis_is_not_demanded, level_fits, examined_by_another>, due_if<analysis_is_not_demanded>>,

    clause<"R713-23.2",  reporting,        opinions_heard,   reporting,        admit_if<by<risk_assessor>, draft_on_file, somebody_was_heard>, due_if<unmet<those_concerned_were_heard>>>,
    option<"GD21-28.1",  reporting,        analysed,         reporting,        admit_if<by<risk_assessor>, draft_on_file, points_are_listed>>,
    clause<"R713-24.2",  reporting,        reported,         controllable,     given<found_controllable>,   admit_if<by<risk_assessor>, draft_on_file, those_concerned_were_heard, level_fits, examined_by_another>>,
    clause<"R713-24.3",  reporting,        reported,         uncontrollable,   given<found_uncontrollable>, admit_if<by<risk_assessor>, draft_on_file, those_concerned_were_heard, level_fits, examined_by_another>>,

    // Other measures than a new draft may bring the risk under control (R713-24.3).
    clause<"R713-24.3",  uncontrollable,   planned,          hearing_parties,  admit_if<by<sponsor>, third_party_is_qualified>>,

    follows<"R713-22.1", not_needed,       intake::start_decided,      awaiting_plan,   given<assessment_is_due>>,
    follows<"R713-22.1", not_needed,       drafting::assessed,         awaiting_plan,   given<assessment_is_due>>,
    follows<"R713-22.1", awaiting_plan,    drafting::assessed,         not_needed,      given<assessment_is_not_due>>,
    follows<"R713-27.2", not_needed,       legality_review::concluded, awaiting_plan,   given<assessment_is_due>>,
    follows<"R713-27.2", controllable,     legality_review::concluded, hearing_parties, given<risk_holds_no_more>>,
    follows<"R713-27.2", exempt,           legality_review::concluded, awaiting_plan,   given<risk_holds_no_more>>,
    follows<"R713-24.3", uncontrollable,   drafting::versioned,        hearing_parties, given<draft_was_adjusted>>,
    follows<"JC-2",      analysing,        drafting::versioned,        hearing_parties, given<round_is_overtaken>>,
    follows<"JC-2",      reporting,        drafting::versioned,        hearing_parties, given<round_is_overtaken>>,
    follows<"JC-2",      controllable,     drafting::versioned,        hearing_parties, given<risk_holds_no_more>>,
    follows<"JC-2",      exempt,           drafting::versioned,        awaiting_plan,   given<risk_holds_no_more>>,
    follows<"JC-2",      analysing,        drafting::change_confirmed, hearing_parties, given<round_is_overtaken>>,
    follows<"JC-2",      reporting,        drafting::change_confirmed, hearing_parties, given<round_is_overtaken>>,
    follows<"JC-2",      controllable,     drafting::change_confirmed, hearing_parties, given<risk_holds_no_more>>,
    follows<"JC-2",      exempt,           drafting::change_confirmed, awaiting_plan,   given<risk_holds_no_more>>,
    follows<"JC-2",      hearing_parties,  drafting::change_confirmed, controllable,    given<report_holds>>,
    follows<"JC-2",      awaiting_plan,    drafting::change_confirmed, exempt,          given<exemption_holds>>
    >;
    // clang-format on
};

} // namespace
} // namespace risk

std::vector<risk::party_to_hear> risk_parties_to_hear(dossier const& file, engine::rules const& law)
{
    using risk::heard_party;
    auto const count = [&](heard_party kind) {
        long long found = 0;
        for (auto const& one : file.risk.opinions)
            if (risk::is_of_this_round(file, one))
                found += std::count_if(one.body.opinions.begin(), one.body.opinions.end(),
                                       [&](auto const& opinion) { return opinion.kind == kind; });
        return found;
    };
    std::vector<risk::party_to_hear> all;
    all.push_back({heard_party::department, "R713-23.2", count(heard_party::department)});
    if (risk::step_is_demanded(law, "hear_parties"))
        for (auto const kind : {heard_party::interested_party, heard_party::public_at_large})
            all.push_back({kind, law.rule_of(risk_steps, "GD21-28.1"), count(kind)});
    return all;
}

std::vector<risk::party_to_hear> risk_parties_to_hear(engine::procedure const& of,
                                                      engine::circumstances const& now)
{
    auto const* known = dynamic_cast<engine::case_procedure<dossier> const*>(&of);
    return known ? risk_parties_to_hear(known->file(),
                                        now.book.in_force(of.summary().place, now.today))
                 : std::vector<risk::party_to_hear>();
}

std::unique_ptr<engine::chapter<dossier>> make_risk()
{
    return std::make_unique<engine::msm_chapter<risk::rules_of_chapter>>();
}

} // namespace workflows::major_decision
