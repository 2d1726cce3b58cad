#include "workflows/major_decision/experts.hpp"

#include "workflows/major_decision/tables.hpp"
#include "workflows/major_decision/unmet.hpp"
#include "workflows/major_decision/wording.hpp"
#include "workflows/shared_conditions.hpp"

#include <algorithm>
#include <set>

namespace workflows::major_decision {
namespace experts {
namespace {

using drafting::repeatable_step;

// clang-format off
struct not_needed         : stage_of_chapter { static constexpr std::string_view name = "not_needed"; };
struct awaiting_selection : stage_of_chapter { static constexpr std::string_view name = "awaiting_selection"; };
struct preparing          : stage_of_chapter { static constexpr std::string_view name = "preparing"; };
struct arguing            : stage_of_chapter { static constexpr std::string_view name = "arguing"; };
struct reporting          : stage_of_chapter { static constexpr std::string_view name = "reporting"; };
struct done               : stage_of_chapter { static constexpr std::string_view name = "done"; };
// clang-format on

bool holds_still(dossier const& file, long long draft)
{
    return still_covers(file, draft, repeatable_step::experts);
}

// ---- selection

/// Experts may be asked without need; whoever does it knows that. Remark only (R713-19.1).
struct need_of_experts_is_known {
    static verdict check(asked const& q)
    {
        return advice{"R713-19.1",
                      q.file.drafting.touches
                          ? say("按已登记的事项影响，本事项无须组织专家论证；承办单位可以自行组织")
                          : say("尚未登记事项影响，是否必须组织专家论证还不能确定")};
    }
};

/// Whoever is chosen is named: experts, or the institution that is commissioned (R713-20.1).
struct somebody_is_chosen {
    static verdict check(asked const&, selected const& body)
    {
        verdict found;
        if (body.form == argument_form::commissioned && !body.institution)
            found += refusal{.rule = "R713-20.1",
                             .reason = say("委托论证没有写明受托的专业机构"),
                             .remedy = say("请填写受托机构名称")};
        if (body.form != argument_form::commissioned && body.experts.empty())
            found += refusal{.rule = "R713-20.1",
                             .reason = say("没有选定任何专家"),
                             .remedy = say("请逐一登记选定的专家")};
        std::set<std::string> names;
        for (auto const& one : body.experts)
            if (!names.insert(one.name).second)
                found += refusal{.rule = "R713-20.1",
                                 .reason = say("专家{1}重复登记", one.name),
                                 .remedy = say("同一专家只登记一次；同名的，请注明单位以示区别")};
        return found;
    }
};

/// Nobody with a direct interest (R713-20.2, GD21-22.1).
struct nobody_has_interest {
    static verdict check(asked const&, selected const& body)
    {
        verdict found;
        auto const refuse = [&](std::string const& name) {
            found += refusal{.rule = "R713-20.2",
                             .reason = say("{1}与决策事项有直接利害关系，不得选择", name),
                             .remedy = say("请另选与本事项没有直接利害关系的专家、专业机构")};
        };
        for (auto const& one : body.experts)
            if (one.has_interest)
                refuse(one.name);
        if (body.institution && body.institution_has_interest)
            refuse(*body.institution);
        return found;
    }
};

/// Experts keep the secrets they learn (R713-19.2).
struct everybody_undertook_secrecy {
    static verdict check(asked const&, selected const& body)
    {
        verdict found;
        for (auto const& one : body.experts)
            if (!one.undertook_secrecy)
                found += refusal{.rule = "R713-19.2",
                                 .reason = say("专家{1}尚未作出保密承诺", one.name),
                                 .remedy = say("请在选定前取得其保密承诺")};
        return found;
    }
};

std::optional<long long> least_experts(engine::rules const& law, bool complex)
{
    auto const least = law.number(expert_min);
    auto const least_complex = law.number(expert_min_complex);
    return complex && least_complex ? least_complex : least;
}

engine::rule_id rule_of_number(engine::rules const& law, bool complex)
{
    return law.rule_of(complex ? expert_min_complex : expert_min, "R713-20.2");
}

/// As many as the place generally asks; fewer with a recorded reason.
struct experts_are_enough {
    static verdict check(asked const& q, selected const& body)
    {
        if (body.form == argument_form::commissioned)
            return {};
        return workflows::experts_are_enough(static_cast<long long>(body.experts.size()),
                                             least_experts(q.law, body.complex),
                                             rule_of_number(q.law, body.complex), body.few_reason);
    }
};

/// Experts of the sector and of law, those of the sector in the majority.
struct mix_is_right {
    static verdict check(asked const& q, selected const& body)
    {
        if (!q.law.flag(expert_mix_required) || body.form == argument_form::commissioned)
            return {};
        auto const count = [&](expertise field) {
            return std::count_if(body.experts.begin(), body.experts.end(),
                                 [&](auto const& one) { return one.field == field; });
        };
        auto const sector = count(expertise::sector);
        if (count(expertise::law) > 0 &&
            2 * sector > static_cast<std::ptrdiff_t>(body.experts.size()))
            return {};
        return refusal{.rule = q.law.rule_of(expert_mix_required, "R713-20.2"),
                       .reason = say("{1}名专家中行业专家{2}名、法律专家{3}名", body.experts.size(),
                                     sector, count(expertise::law)),
                       .remedy = say("请调整专家组成：既有行业专家又有法律专家，行业专家过半数")};
    }
};

/// Views that differ are represented: remark only, nobody can be forced to differ (R713-20.2).
struct dissent_is_sought {
    static verdict check(asked const&, selected const& body)
    {
        if (body.experts.empty() ||
            std::any_of(body.experts.begin(), body.experts.end(),
                        [](auto const& one) { return one.dissenting_view; }))
            return {};
        return advice{"R713-20.2", say("选定的专家中没有持不同意见者，请注意专家的代表性和均衡性")};
    }
};

// ---- papers

/// The experts have the current draft, and its explanation where the place says so (GD21-22.2).
struct papers_are_complete {
    static verdict check(asked const& q, materials_given const& body)
    {
        auto const* draft = draft_version(q.file, current_draft(q.file));
        if (!draft)
            return {}; // draft_on_file has refused
        auto const holds = [&](document_ref const& wanted) {
            return std::any_of(body.documents.begin(), body.documents.end(),
                               [&](auto const& one) { return one.hash == wanted.hash; });
        };
        verdict found;
        if (!holds(draft->draft))
            found +=
                refusal{.rule = "JC-2",
                        .reason = say("论证材料中没有现行草案（第{1}稿）", current_draft(q.file)),
                        .remedy = say("请附上现行草案")};
        if (q.law.find(expert_materials_days) && !holds(draft->explanation))
            found += refusal{.rule = q.law.rule_of(expert_materials_days, "GD21-22.2"),
                             .reason = say("论证材料中没有现行草案的起草说明"),
                             .remedy = say("请附上起草说明")};
        return found;
    }
};

bool papers_are_demanded(asked const& q)
{
    bool const meets =
        q.file.experts.selection && q.file.experts.selection->body.form == argument_form::meeting;
    return (meets && q.law.number(expert_materials_days)) ||
           q.law.number(expert_study_working_days);
}

/// The papers came before the argument (GD21-22.2).
struct papers_were_given {
    static verdict check(asked const& q)
    {
        auto const& papers = q.file.experts.materials;
        if (!papers_are_demanded(q) || (papers && holds_still(q.file, papers->draft)))
            return {};
        return refusal{.rule = q.law.number(expert_study_working_days)
                                   ? q.law.rule_of(expert_study_working_days, "R713-19.1")
                                   : q.law.rule_of(expert_materials_days, "GD21-22.2"),
                       .reason = say("尚未登记向专家提供现行草案和论证材料"),
                       .remedy = say("请先提供材料并登记提供的日期")};
    }
};

/// Days before a meeting, and working days to study, between papers and argument (GD21-22.2). Asked
/// of today too: the argument cannot be entered before the first lawful day of holding it.
verdict time_to_study(asked const& q, day held_on)
{
    auto const& papers = q.file.experts.materials;
    if (!papers)
        return {};
    auto const given_on = papers->body.given_on;
    verdict found;
    auto const before = q.law.number(expert_materials_days);
    if (before && q.file.experts.selection->body.form == argument_form::meeting) {
        auto const rule = q.law.rule_of(expert_materials_days, "GD21-22.2");
        auto const undisputed = given_on + std::chrono::days(*before + 1);
        switch (engine::stands(given_on, held_on, *before)) {
        case engine::in_advance::too_late:
            found +=
                refusal{.rule = rule,
                        .reason = say("材料于{1}提供，论证会应在{2}日之后召开；{3}起召开的，按足日"
                                      "计算也没有争议",
                                      given_on, *before, undisputed),
                        .remedy = say("论证会最早于{1}召开", given_on + std::chrono::days(*before)),
                        .opens_on = given_on + std::chrono::days(*before)};
            break;
        case engine::in_advance::exactly:
            found += advice{rule, say("材料恰在论证会{1}日前提供；如按足日计算可能有争议，{2}起"
                                      "召开的没有争议",
                                      *before, undisputed)};
            break;
        case engine::in_advance::in_time:
            break;
        }
    }
    auto const study = q.law.number(expert_study_working_days);
    if (study && q.days.between(given_on, held_on) < *study)
        found += refusal{
            .rule = q.law.rule_of(expert_study_working_days, "R713-19.1"),
            .reason = say("材料于{1}提供，专家研究材料的时间不足{2}个工作日", given_on, *study),
            .remedy = say("论证最早于{1}进行", q.days.after(given_on, *study)),
            .opens_on = q.days.after(given_on, *study)};
    return found;
}

struct papers_can_have_been_studied {
    static verdict check(asked const& q)
    {
        auto found = time_to_study(q, q.today);
        found.remarks.clear(); // about a day that the body will name
        return found;
    }
};

struct papers_came_in_time {
    static verdict check(asked const& q, opined const& body)
    {
        return body.held_on < q.today ? time_to_study(q, body.held_on) : exact_only(q, body);
    }

private:
    /// Held today: what is too late was refused by the standing condition.
    static verdict exact_only(asked const& q, opined const& body)
    {
        auto found = time_to_study(q, body.held_on);
        found.refusals.clear();
        return found;
    }
};

// ---- opinions

/// Only those selected, and not those excluded, give opinions that count (R713-20.2).
struct opinions_of_the_selected {
    static verdict check(asked const& q, opined const& body)
    {
        verdict found;
        if (body.opinions.empty())
            found += refusal{.rule = "R713-19.3",
                             .reason = say("没有登记任何专家意见"),
                             .remedy = say("请逐一登记专家的书面意见")};
        for (auto const& one : body.opinions)
            if (!is_selected(q.file, one.name))
                found += refusal{.rule = "R713-20.2",
                                 .reason = say("{1}不在选定的专家、专业机构之内", one.name),
                                 .remedy = say("请更正姓名，或重新选定专家")};
            else if (is_excluded(q.file, one.name))
                found += refusal{.rule = "R713-20.2",
                                 .reason = say("{1}已退出论证，其意见不得计入", one.name),
                                 .remedy = say("请删去该意见")};
        return found;
    }
};

/// Written opinions are signed, those of institutions sealed (R713-19.3, GD21-23.1).
struct opinions_are_signed {
    static verdict check(asked const& q, opined const& body)
    {
        verdict found;
        for (auto const& one : body.opinions) {
            bool const institution = is_institution(q.file, one.name);
            if (institution && !one.has_sealed)
                found += refusal{.rule = "R713-19.3",
                                 .reason = say("专业机构{1}的意见没有盖章", one.name),
                                 .remedy = say("请由其盖章后再登记")};
            if (!institution && !one.has_signed)
                found += refusal{.rule = "R713-19.3",
                                 .reason = say("专家{1}的意见没有签名", one.name),
                                 .remedy = say("请由其签名后再登记")};
        }
        return found;
    }
};

/// Whoever does not simply support says what to change, so that it can be answered (R713-29.3).
struct advice_is_itemised {
    static verdict check(asked const&, opined const& body)
    {
        verdict found;
        for (auto const& one : body.opinions)
            if (one.stance != expert_stance::supports && one.points.empty())
                found += refusal{.rule = "R713-29.3",
                                 .reason = say("{1}提出了不同意见，但没有逐条列出", one.name),
                                 .remedy = say("请逐条列出其意见，以便说明采纳情况")};
        return found;
    }
};

/// Who is excluded had been selected.
struct excluded_was_selected {
    static verdict check(asked const& q, expert_excluded const& body)
    {
        if (is_selected(q.file, body.name))
            return {};
        return refusal{.rule = "R713-20.2",
                       .reason = say("{1}不在选定的专家、专业机构之内", body.name),
                       .remedy = say("请更正姓名")};
    }
};

// ---- report

/// How many valid opinions the argument takes at least, as it was set up.
long long opinions_needed(asked const& q)
{
    auto const& chosen = q.file.experts.selection->body;
    auto const least = least_experts(q.law, chosen.complex);
    bool const counted = chosen.form != argument_form::commissioned && least && !chosen.few_reason;
    return counted ? *least : 1;
}

/// Enough signed opinions on the draft as it stands (R713-19.3).
struct opinions_are_enough {
    static verdict check(asked const& q)
    {
        auto const& chosen = q.file.experts.selection->body;
        std::set<std::string> heard;
        for (auto const* one : opinions_that_count(q.file))
            heard.insert(one->name);
        auto const number = static_cast<long long>(heard.size());
        if (number == 0)
            return refusal{.rule = "R713-19.3",
                           .reason = say("尚无对现行草案有效的专家意见"),
                           .remedy = say("请组织论证并登记经签名、盖章的书面意见")};
        if (auto const least = opinions_needed(q); number < least)
            return refusal{.rule = rule_of_number(q.law, chosen.complex),
                           .reason = say("有效的专家意见{1}份，一般不少于{2}份", number, least),
                           .remedy = say("请补充专家意见，或重新选定专家并填写人数较少的理由")};
        auto const invited = static_cast<long long>(chosen.experts.size());
        if (number < invited)
            return advice{"R713-19.3", say("选定专家{1}人，有效意见{2}份", invited, number)};
        return {};
    }
};

/// Those selected and not excluded can still give the opinions that are needed (R713-20.2).
struct enough_are_left {
    static bool holds(asked const& q)
    {
        auto const& chosen = q.file.experts.selection->body;
        auto left = std::count_if(chosen.experts.begin(), chosen.experts.end(),
                                  [&](auto const& one) { return !is_excluded(q.file, one.name); });
        left += chosen.institution && !is_excluded(q.file, *chosen.institution);
        return left >= opinions_needed(q);
    }
};
struct too_few_are_left {
    static bool holds(asked const& q) { return !enough_are_left::holds(q); }
};

/// Each point of advice gets a response, and a reason where it is not followed (GD21-24.2).
struct advice_is_answered {
    static verdict check(asked const& q, reported const& body)
    {
        verdict found;
        for (auto const& made : advice_to_answer(q.file))
            if (std::none_of(body.responses.begin(), body.responses.end(),
                             [&](auto const& one) { return one.point == made.point; }))
                found += refusal{.rule = "R713-29.3",
                                 .reason = say("{1}的意见“{2}”没有说明采纳情况",
                                               in_a_row(made.experts), made.point),
                                 .remedy = say("请逐条说明是否采纳")};
        for (auto const& one : body.responses) {
            if (one.outcome == participation::adoption::adopted || one.reason)
                continue;
            auto reason = say("未采纳专家意见“{1}”，但没有说明理由", one.point);
            auto rule = q.law.rule_of(expert_reasons_required, "R713-29.3");
            if (q.law.flag(expert_reasons_required))
                found += refusal{.rule = std::move(rule),
                                 .reason = std::move(reason),
                                 .remedy = say("请填写不采纳或部分采纳的理由")};
            else
                found += advice{std::move(rule), std::move(reason)};
        }
        return found;
    }
};

/// The report itself, and the answer to the experts, where the place asks for them (GD21-24.1).
struct report_is_complete {
    static verdict check(asked const& q, reported const& body)
    {
        verdict found;
        if (q.law.flag(expert_report_required) && !body.report)
            found += refusal{.rule = q.law.rule_of(expert_report_required, "GD21-24.1"),
                             .reason = say("没有附上专家论证报告"),
                             .remedy = say("请起草并附上专家论证报告")};
        if (q.law.flag(expert_feedback_required) && !body.told_experts_on)
            found += refusal{.rule = q.law.rule_of(expert_feedback_required, "R713-29.3"),
                             .reason = say("没有登记向专家反馈采纳情况的日期"),
                             .remedy = say("请先向专家反馈意见采纳情况")};
        return found;
    }
};

// ---- which way it goes

struct argument_is_due {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return experts_required(file);
    }
};
struct argument_is_not_due {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return !experts_required(file);
    }
};
/// The report covers the draft, because the reviewer found the change small or the step waived.
struct argument_holds {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return experts_done(file);
    }
};
struct argument_holds_no_more {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return !experts_done(file);
    }
};
/// Papers or opinions on file are about a text that is no longer proposed (JC-2).
struct argument_is_overtaken {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        auto const& facts = file.experts;
        auto draft = facts.materials ? facts.materials->draft : 0;
        if (!facts.opinions.empty())
            draft = std::max(draft, facts.opinions.back().draft);
        return draft > 0 && !holds_still(file, draft) && !experts_done(file);
    }
};

} // namespace

// ---- entering

void enter(dossier& file, selected const& body, engine::act const& what)
{
    auto& facts = file.experts;
    if (facts.selection)
        facts.earlier_selections.push_back(std::move(*facts.selection));
    facts.selection = on_file(file, body, what);
}
void enter(dossier& file, materials_given const& body, engine::act const& what)
{
    file.experts.materials = on_file(file, body, what);
}
void enter(dossier& file, opined const& body, engine::act const& what)
{
    file.experts.opinions.push_back(on_file(file, body, what));
}
void enter(dossier& file, expert_excluded const& body, engine::act const& what)
{
    file.experts.excluded.push_back(on_file(file, body, what));
}
void enter(dossier& file, reported const& body, engine::act const& what)
{
    file.experts.report = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "experts";
    using opening = not_needed;

    // clang-format off
    using text = clauses<
    //      rule          at stage             on act            then               only if
    option<"R713-19.1",  not_needed,          selected,         preparing,         admit_if<by<sponsor>, procedure_started, need_of_experts_is_known, somebody_is_chosen, nobody_has_interest, everybody_undertook_secrecy, experts_are_enough, mix_is_right, dissent_is_sought>>,
    clause<"R713-19.1",  awaiting_selection,  selected,         preparing,         admit_if<by<sponsor>, procedure_started, somebody_is_chosen, nobody_has_interest, everybody_undertook_secrecy, experts_are_enough, mix_is_right, dissent_is_sought>>,
    clause<"R713-20.2",  preparing,           selected,         preparing,         admit_if<by<sponsor>, somebody_is_chosen, nobody_has_interest, everybody_undertook_secrecy, experts_are_enough, mix_is_right, dissent_is_sought>, due_if<too_few_are_left>>,
    clause<"R713-20.2",  arguing,             selected,         preparing,         admit_if<by<sponsor>, somebody_is_chosen, nobody_has_interest, everybody_undertook_secrecy, experts_are_enough, mix_is_right, dissent_is_sought>, due_if<too_few_are_left>>,
    clause<"R713-20.2",  reporting,           selected,         preparing,         admit_if<by<sponsor>, somebody_is_chosen, nobody_has_interest, everybody_undertook_secrecy, experts_are_enough, mix_is_right, dissent_is_sought>, due_if<too_few_are_left>>,

    clause<"GD21-22.2",  preparing,           materials_given,  arguing,           admit_if<by<sponsor>, draft_on_file, has_happened<&materials_given::given_on>, papers_are_complete>>,
    option<"GD21-22.2",  arguing,             materials_given,  arguing,           admit_if<by<sponsor>, draft_on_file, has_happened<&materials_given::given_on>, papers_are_complete>>,

    option<"R713-19.3",  preparing,           opined,           reporting,         admit_if<by<sponsor>, draft_on_file, papers_were_given, papers_can_have_been_studied, has_happened<&opined::held_on>, papers_came_in_time, opinions_of_the_selected, opinions_are_signed, advice_is_itemised>>,
    clause<"R713-19.3",  arguing,             opined,           reporting,         admit_if<by<sponsor>, draft_on_file, papers_were_given, papers_can_have_been_studied, has_happened<&opined::held_on>, papers_came_in_time, opinions_of_the_selected, opinions_are_signed, advice_is_itemised>>,
    clause<"R713-19.3",  reporting,           opined,           reporting,         admit_if<by<sponsor>, draft_on_file, papers_were_given, papers_can_have_been_studied, has_happened<&opined::held_on>, papers_came_in_time, opinions_of_the_selected, opinions_are_signed, advice_is_itemised>, due_if<enough_are_left, unmet<opinions_are_enough>>>,

    option<"R713-20.2",  preparing,           expert_excluded,  preparing,         admit_if<by<sponsor>, excluded_was_selected>>,
    option<"R713-20.2",  arguing,             expert_excluded,  arguing,           admit_if<by<sponsor>, excluded_was_selected>>,
    option<"R713-20.2",  reporting,           expert_excluded,  reporting,         admit_if<by<sponsor>, excluded_was_selected>>,
    option<"R713-20.2",  done,                expert_excluded,  reporting,         admit_if<by<sponsor>, excluded_was_selected>>,

    clause<"GD21-24.1",  reporting,           reported,         done,              admit_if<by<sponsor>, opinions_are_enough, advice_is_answered, report_is_complete, has_happened<&reported::told_experts_on>>>,

    follows<"R713-19.1", not_needed,          intake::start_decided,      awaiting_selection, given<argument_is_due>>,
    follows<"R713-19.1", not_needed,          drafting::assessed,         awaiting_selection, given<argument_is_due>>,
    follows<"R713-19.1", awaiting_selection,  drafting::assessed,         not_needed,         given<argument_is_not_due>>,
    follows<"R713-27.2", not_needed,          legality_review::concluded, awaiting_selection, given<argument_is_due>>,
    follows<"R713-27.2", reporting,           legality_review::concluded, preparing,          given<argument_is_overtaken>>,
    follows<"R713-27.2", done,                legality_review::concluded, preparing,          given<argument_holds_no_more>>,
    follows<"JC-2",      arguing,             drafting::versioned,        preparing,          given<argument_is_overtaken>>,
    follows<"JC-2",      reporting,           drafting::versioned,        preparing,          given<argument_is_overtaken>>,
    follows<"JC-2",      done,                drafting::versioned,        preparing,          given<argument_holds_no_more>>,
    follows<"JC-2",      arguing,             drafting::change_confirmed, preparing,          given<argument_is_overtaken>>,
    follows<"JC-2",      reporting,           drafting::change_confirmed, preparing,          given<argument_is_overtaken>>,
    follows<"JC-2",      done,                drafting::change_confirmed, preparing,          given<argument_holds_no_more>>,
    follows<"JC-2",      preparing,           drafting::change_confirmed, done,               given<argument_holds>>
    >;
    // clang-format on
};

} // namespace
} // namespace experts

std::unique_ptr<engine::chapter<dossier>> make_experts()
{
    return std::make_unique<engine::msm_chapter<experts::rules_of_chapter>>();
}

} // namespace workflows::major_decision
