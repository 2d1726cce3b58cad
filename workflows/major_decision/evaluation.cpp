#include "workflows/major_decision/evaluation.hpp"

#include "workflows/major_decision/due_evaluation_is_made.hpp"
#include "workflows/major_decision/has_people.hpp"
#include "workflows/major_decision/tables.hpp"
#include "workflows/major_decision/unmet.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace evaluation {
namespace {

// clang-format off
struct none_ordered : stage_of_chapter { static constexpr std::string_view name = "none_ordered"; };
struct to_be_planned: stage_of_chapter { static constexpr std::string_view name = "to_be_planned"; };
struct under_way    : stage_of_chapter { static constexpr std::string_view name = "under_way"; };
struct surveyed_all : stage_of_chapter { static constexpr std::string_view name = "surveyed_all"; };
struct concluded    : stage_of_chapter { static constexpr std::string_view name = "concluded"; };
// clang-format on

/// What is not executed has no effect to evaluate (R713-36.1).
struct execution_has_begun {
    static verdict check(asked const& q)
    {
        if (q.file.execution.executor)
            return {};
        return refusal{.rule = "R713-36.1",
                       .reason = say("决策尚未交付执行，无从评估"),
                       .remedy = say("请先明确决策执行单位")};
    }
};

/// At least one reason that the place's rules know; the organ's own finding needs its words
/// (R713-36.1, GD21-46.1).
struct triggers_are_known {
    static verdict check(asked const& q, ordered const& body)
    {
        auto const rule = q.law.rule_of(evaluation_triggers, "R713-36.1");
        if (body.triggers.empty())
            return refusal{.rule = rule,
                           .reason = say("没有写明启动决策后评估的情形"),
                           .remedy = say("请选择至少一种情形")};
        verdict found;
        auto const known = q.law.list(evaluation_triggers);
        for (auto one : body.triggers) {
            auto const name = engine::name_of(one);
            if (!known.empty() && std::find(known.begin(), known.end(), name) == known.end())
                found +=
                    refusal{.rule = rule,
                            .reason = say("本地规则没有规定“{1}”为评估情形",
                                          say("choice.evaluation_trigger." + std::string(name))),
                            .remedy = say("可以选择“决策机关认为有必要”并写明理由")};
            if (one == evaluation_trigger::organ_decides && !body.reason)
                found += refusal{.rule = rule,
                                 .reason = say("决策机关认为有必要评估，但没有写明理由"),
                                 .remedy = say("请填写认为有必要评估的理由")};
        }
        return found;
    }
};

/// Names as people write them: blanks at the ends do not count.
std::string trimmed(std::string const& name)
{
    auto const from = name.find_first_not_of(" \t");
    if (from == std::string::npos)
        return {};
    return name.substr(from, name.find_last_not_of(" \t") - from + 1);
}

bool is_among(std::vector<std::string> const& names, std::string const& name)
{
    return std::any_of(names.begin(), names.end(),
                       [&](auto const& one) { return trimmed(one) == trimmed(name); });
}

/// Who did the main argument or assessment before the decision does not evaluate it (R713-36.2,
/// GD21-46.2).
struct evaluator_is_independent {
    static verdict check(asked const& q, ordered const& body)
    {
        verdict found;
        auto const refuse = [&](engine::text who) {
            found += refusal{.rule = "R713-36.2",
                             .reason = say("{1}在决策作出前承担过主要论证评估工作", std::move(who)),
                             .remedy = say("请委托未参与决策前论证、评估的机构")};
        };
        auto const before = earlier_assessors(q.file);
        if (body.third_party) {
            if (is_among(before, *body.third_party))
                refuse(engine::literal(*body.third_party));
            if (!body.did_not_argue_before)
                found +=
                    refusal{.rule = "R713-36.2",
                            .reason = say("没有确认受托第三方未承担过决策前的主要论证评估工作"),
                            .remedy = say("请核实后确认，或另行委托")};
        }
        if (is_among(before, body.evaluator))
            refuse(engine::as_text(body.evaluator));
        auto const& started = q.file.intake.started;
        if (started && started->body.lead == body.evaluator && !body.third_party)
            found += advice{"R713-36.2", say("评估单位就是决策承办单位，宜委托第三方以保证客观")};
        return found;
    }
};

/// Somebody of the unit holds a seat from which it evaluates (R713-36.1).
struct evaluator_has_people {
    static verdict check(asked const& q, ordered const& body)
    {
        if (has_people(q, evaluator::seats_in(body.evaluator)))
            return {};
        return refusal{.rule = "R713-36.1",
                       .reason = say("{1}现在没有可以办理评估的人员", body.evaluator),
                       .remedy = say("请确定有经办人员或者负责人的单位；确由该单位评估的，请先登记"
                                     "其人员任职")};
    }
};

/// The organ names the unit, and names another one while the first has not begun (R713-36.1):
/// people leave.
struct another_evaluates {
    static verdict check(asked const& q, ordered const& body)
    {
        auto const& before = q.file.evaluation.order->body;
        if (body.evaluator != before.evaluator || body.third_party != before.third_party)
            return {};
        return refusal{.rule = "R713-36.1",
                       .reason = say("决策后评估已经确定由{1}承担，尚未开始", before.evaluator),
                       .remedy = say("能够开展的无须重新决定；不能开展的，请另行确定评估单位或者"
                                     "受托第三方")};
    }
};

/// The law of the nation is silent about stages: where the place does not speak of them either, a
/// remark (R713-36.1, GD21-46.3).
struct stages_are_known {
    static verdict check(asked const& q, ordered const& body)
    {
        if (!body.staged || q.law.flag(staged_evaluation_allowed))
            return {};
        return advice{q.law.rule_of(staged_evaluation_allowed, "R713-36.1"),
                      say("本地规则没有规定分阶段评估")};
    }
};

/// Deputies, members of the consultative conference and organisations take part; scholars too where
/// the place asks for a group (R713-36.3, GD21-48.1).
struct group_is_mixed {
    static verdict check(asked const& q, planned const& body)
    {
        verdict found;
        auto const ask_for = [&](group_member_kind kind, engine::rule_id rule) {
            bool const has = std::any_of(body.members.begin(), body.members.end(),
                                         [&](auto const& one) { return one.kind == kind; });
            if (!has)
                found += refusal{
                    .rule = std::move(rule),
                    .reason = say("评估组中没有{1}", say("choice.group_member_kind." +
                                                         std::string(engine::name_of(kind)))),
                    .remedy = say("请吸收其参加评估")};
        };
        ask_for(group_member_kind::congress_deputy, "R713-36.3");
        ask_for(group_member_kind::consultative_member, "R713-36.3");
        ask_for(group_member_kind::organisation, "R713-36.3");
        auto const steps = q.law.list(evaluation_steps);
        if (std::find(steps.begin(), steps.end(), "group") != steps.end())
            ask_for(group_member_kind::scholar, q.law.rule_of(evaluation_steps, "GD21-48.1"));
        return found;
    }
};

/// No expert of the argument and nobody who entered it or the assessment is of the group
/// (R713-36.2).
struct members_did_not_assess {
    static verdict check(asked const& q, planned const& body)
    {
        verdict found;
        auto const before = people_who_assessed(q.file);
        for (auto const& one : body.members)
            if (is_among(before, one.name))
                found += refusal{.rule = "R713-36.2",
                                 .reason = say("{1}参加过决策作出前的论证或者评估", one.name),
                                 .remedy = say("请另选未参加过论证、评估的人员")};
        return found;
    }
};

/// Nor does anybody of them do the work of the evaluator, whatever unit they are of now (JC-1).
struct did_not_assess {
    static verdict check(asked const& q)
    {
        if (!had_part_in(q.file, q.by, assesses))
            return {};
        return refusal{.rule = "JC-1",
                       .reason =
                           say("{1}办理过决策作出前的论证或者评估，不得再作决策后评估", q.by.name),
                       .remedy = say("请由评估单位未参与论证、评估的人员办理"),
                       .about_role = true};
    }
};

// ---- data and follow-ups

bool was_asked(dossier const& file, std::string const& unit)
{
    auto const& all = file.evaluation.requests;
    return std::any_of(all.begin(), all.end(),
                       [&](auto const& one) { return one.body.from_unit == unit; });
}

/// The day by which a unit is to give its data lies ahead (GD21-50.1).
struct answer_day_lies_ahead {
    static verdict check(asked const& q, data_requested const& body)
    {
        if (!body.answer_by || *body.answer_by > q.today)
            return {};
        return refusal{.rule = "GD21-50.1",
                       .reason = say("提供资料的期限{1}不晚于今天", *body.answer_by),
                       .remedy = say("请填写将来的日期，或者不定期限")};
    }
};

/// Whoever reports without data that were asked for hears whose they are (GD21-50.1).
struct missing_data_are_shown {
    static verdict check(asked const& q)
    {
        verdict found;
        for (auto const& unit : units_owing_data(q.file))
            found +=
                advice{"GD21-50.1", say("{1}尚未提供评估资料；提交报告后不再等待其资料", unit)};
        return found;
    }
};

/// Some unit was asked for data and has not given them (GD21-50.1).
struct data_are_awaited {
    static verdict check(asked const& q)
    {
        if (!units_owing_data(q.file).empty())
            return {};
        return refusal{.rule = "GD21-50.1",
                       .reason = say("没有尚待提供的评估资料"),
                       .remedy = say("无须办理")};
    }
};

/// The unit was itself asked, and brings something (GD21-50.1).
struct unit_was_asked {
    static verdict check(asked const& q, data_supplied const& body)
    {
        verdict found;
        if (!was_asked(q.file, q.by.unit))
            found += refusal{.rule = "GD21-50.1",
                             .reason = say("评估单位没有向你单位调取资料"),
                             .remedy = say("请由被调取资料的单位提供")};
        if (body.documents.empty() && !body.remarks)
            found += refusal{.rule = "GD21-50.1",
                             .reason = say("没有附资料，也没有说明"),
                             .remedy = say("请附资料和数据；没有的，请说明原因")};
        return found;
    }
};

/// The report advises some unit that has not answered (GD21-52.1).
struct follow_up_is_awaited {
    static verdict check(asked const& q)
    {
        if (!units_owing_follow_up(q.file).empty())
            return {};
        return refusal{.rule = "GD21-52.1",
                       .reason = say("没有尚待研究处理的评估建议"),
                       .remedy = say("无须办理")};
    }
};

/// Only a unit that the report advised has something to deal with (GD21-52.1).
struct unit_was_advised {
    static verdict check(asked const& q)
    {
        auto const& report = q.file.evaluation.report;
        if (report && std::any_of(report->body.follow_ups.begin(), report->body.follow_ups.end(),
                                  [&](auto const& one) { return one.unit_concerned == q.by.unit; }))
            return {};
        return refusal{.rule = "GD21-52.1",
                       .reason = say("评估报告没有向你单位提出建议"),
                       .remedy = say("请由有关单位研究处理后自行登记"),
                       .about_role = true};
    }
};

/// A unit answers for itself (GD21-52.1).
struct unit_answers_for_itself {
    static verdict check(asked const& q, followed_up const& body)
    {
        if (body.by_unit == q.by.unit)
            return {};
        return refusal{.rule = "GD21-52.1",
                       .reason = say("所填单位不是你单位"),
                       .remedy = say("请填写你单位；其他单位的建议由其自行登记")};
    }
};

/// The report waits for the organ's word (R713-36.4).
struct answer_is_owed {
    static verdict check(asked const& q)
    {
        if (evaluation_unanswered(q.file))
            return {};
        return refusal{
            .rule = "R713-36.4", .reason = say("评估结果已经研究处理"), .remedy = say("无须办理")};
    }
};

// ---- the report

/// What the place's rules want evaluated and told (GD21-47.1, GD21-49.1); what has no field of its
/// own in them stands in the parts that every report has.
struct report_is_whole {
    static verdict check(asked const& q, reported const& body)
    {
        verdict found;
        auto const wants = [&](engine::parameter_key const& key, char const* what, bool given,
                               char const* field) {
            auto const list = q.law.list(key);
            if (!given && std::find(list.begin(), list.end(), what) != list.end())
                found += refusal{.rule = q.law.rule_of(key, "GD21-49.1"),
                                 .reason = say("评估报告缺少“{1}”", say(field)),
                                 .remedy = say("请评估单位补充该部分")};
        };
        wants(evaluation_report_parts, "work", body.work.has_value(), "field.work");
        wants(evaluation_report_parts, "process_and_methods", body.work.has_value(), "field.work");
        wants(evaluation_contents, "goal_reached", body.goal_reached.has_value(),
              "field.goal_reached");
        wants(evaluation_contents, "fit_with_development", body.fit_with_development.has_value(),
              "field.fit_with_development");
        return found;
    }
};

} // namespace

// ---- entering

void enter(dossier& file, ordered const& body, engine::act const& what)
{
    auto& facts = file.evaluation;
    auto earlier = std::move(facts.earlier_reports);
    if (facts.report)
        earlier.push_back(std::move(*facts.report));
    facts = {};
    facts.order = on_file(file, body, what);
    facts.earlier_reports = std::move(earlier);
}
void enter(dossier& file, planned const& body, engine::act const& what)
{
    file.evaluation.plan = on_file(file, body, what);
}
void enter(dossier& file, data_requested const& body, engine::act const& what)
{
    file.evaluation.requests.push_back(on_file(file, body, what));
}
void enter(dossier& file, data_supplied const& body, engine::act const& what)
{
    file.evaluation.supplies.push_back(on_file(file, body, what));
}
void enter(dossier& file, surveyed const& body, engine::act const& what)
{
    file.evaluation.survey = on_file(file, body, what);
}
void enter(dossier& file, reported const& body, engine::act const& what)
{
    file.evaluation.report = on_file(file, body, what);
}
void enter(dossier& file, followed_up const& body, engine::act const& what)
{
    file.evaluation.follow_ups.push_back(on_file(file, body, what));
}
void enter(dossier& file, result_answered const& body, engine::act const& what)
{
    file.evaluation.answer = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "evaluation";
    using opening = none_ordered;

    using may_order = admit_if<by<office, head>, execution_has_begun, triggers_are_known,
                               evaluator_is_independent, evaluator_has_people, stages_are_known>;

    // clang-format off
    using text = clauses<
    //      rule          at stage        on act           then            only if
    clause<"R713-36.1",  none_ordered,   ordered,         to_be_planned,  may_order, due_if<unmet<due_evaluation_is_made>>>,
    option<"R713-36.1",  to_be_planned,  ordered,         to_be_planned,  may_order, admit_if<another_evaluates>>,
    clause<"GD21-48.1",  to_be_planned,  planned,         under_way,      admit_if<by<evaluator>, did_not_assess, group_is_mixed, members_did_not_assess>>,
    option<"GD21-50.1",  under_way,      data_requested,  under_way,      admit_if<by<evaluator>, did_not_assess, answer_day_lies_ahead>>,
    clause<"GD21-50.1",  under_way,      data_supplied,   under_way,      admit_if<by<evaluated_unit>, data_are_awaited, unit_was_asked>, due_if<data_are_awaited>>,
    clause<"R713-36.3",  under_way,      surveyed,        surveyed_all,   admit_if<by<evaluator>, did_not_assess>>,
    option<"GD21-50.1",  surveyed_all,   data_requested,  surveyed_all,   admit_if<by<evaluator>, did_not_assess, answer_day_lies_ahead>>,
    clause<"GD21-50.1",  surveyed_all,   data_supplied,   surveyed_all,   admit_if<by<evaluated_unit>, data_are_awaited, unit_was_asked>, due_if<data_are_awaited>>,
    clause<"GD21-49.1",  surveyed_all,   reported,        concluded,      admit_if<by<evaluator>, did_not_assess, missing_data_are_shown, report_is_whole>>,
    clause<"R713-36.4",  concluded,      result_answered, concluded,      admit_if<by<office, head>, answer_is_owed>, due_if<answer_is_owed>>,
    clause<"GD21-52.1",  concluded,      followed_up,     concluded,      admit_if<by<evaluated_unit>, follow_up_is_awaited, unit_was_advised, unit_answers_for_itself>, due_if<follow_up_is_awaited>>,
    option<"R713-36.1",  concluded,      ordered,         to_be_planned,  may_order>
    >;
    // clang-format on
};

} // namespace
} // namespace evaluation

std::unique_ptr<engine::chapter<dossier>> make_evaluation()
{
    return std::make_unique<engine::msm_chapter<evaluation::rules_of_chapter>>();
}

} // namespace workflows::major_decision
