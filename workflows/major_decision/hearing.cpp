#include "workflows/major_decision/hearing.hpp"

#include "workflows/major_decision/hearing_list.hpp"
#include "workflows/major_decision/tables.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>
#include <map>

namespace workflows::major_decision {
namespace hearing {
namespace {

// clang-format off
struct undecided : stage_of_chapter { static constexpr std::string_view name = "undecided"; };
struct not_held  : stage_of_chapter { static constexpr std::string_view name = "not_held"; };
struct preparing : stage_of_chapter { static constexpr std::string_view name = "preparing"; };
struct noticed   : stage_of_chapter { static constexpr std::string_view name = "announced"; };
struct convened  : stage_of_chapter { static constexpr std::string_view name = "convened"; };
struct heard     : stage_of_chapter { static constexpr std::string_view name = "heard"; };
struct to_argue  : stage_of_chapter { static constexpr std::string_view name = "to_argue"; };
struct to_answer : stage_of_chapter { static constexpr std::string_view name = "to_answer"; };
struct over      : stage_of_chapter { static constexpr std::string_view name = "concluded"; };
// clang-format on

bool covers(dossier const& file, long long version)
{
    return still_covers(file, version, drafting::repeatable_step::participation);
}

bool is_answered(dossier const& file, std::string const& number)
{
    auto const& answers = file.hearing.suggestion_answers;
    return std::any_of(answers.begin(), answers.end(),
                       [&](auto const& one) { return one.body.number == number; });
}

bool is_suggested(dossier const& file, std::string const& number)
{
    auto const& all = file.hearing.suggestions;
    return std::any_of(all.begin(), all.end(),
                       [&](auto const& one) { return one.body.number == number; });
}

/// A number stands for one suggestion, and it came while comments were open: one that came at
/// another time is kept too, but has no time of its own (GDH303-14.2).
struct suggestion_is_new {
    static verdict check(asked const& q, suggested const& body)
    {
        verdict found;
        auto const rule = q.law.rule_of(hearing_suggestion_answer_working_days, "R713-16.1");
        if (is_suggested(q.file, body.number))
            found += refusal{.rule = rule,
                             .reason = say("听证建议编号{1}已经使用", body.number),
                             .remedy = say("请使用不同的编号")};
        auto const window = window_terms(q.file, q.law);
        auto const end = window_end(q.file, q.law, q.days);
        if (!window || body.received_on < window->begins || body.received_on > *end)
            found += advice{rule, say("该建议不是在征求意见期间收到的，不适用法定答复期限")};
        return found;
    }
};

/// Somebody waits for an answer (GDH303-14.2).
struct suggestion_waits {
    static verdict check(asked const& q)
    {
        auto const& all = q.file.hearing.suggestions;
        if (std::any_of(all.begin(), all.end(),
                        [&](auto const& one) { return !is_answered(q.file, one.body.number); }))
            return {};
        return refusal{.rule = q.law.rule_of(hearing_suggestion_answer_working_days, "R713-16.1"),
                       .reason = say("没有待答复的听证建议"),
                       .remedy = say("收到听证建议后先登记")};
    }
};

/// A suggestion is answered once, refused only with the reason, and not where a hearing is due
/// anyway (GDH303-14.2). A late answer is entered and said to be late (JC-4).
struct suggestion_is_answered_well {
    static verdict check(asked const& q, suggestion_answered const& body)
    {
        verdict found;
        auto const rule = q.law.rule_of(hearing_suggestion_answer_working_days, "R713-16.1");
        if (!is_suggested(q.file, body.number) || is_answered(q.file, body.number))
            found += refusal{.rule = rule,
                             .reason = say("没有编号为{1}的待答复听证建议", body.number),
                             .remedy = say("请核对编号")};
        if (!body.accepted && !body.reason)
            found += refusal{.rule = rule,
                             .reason = say("不采纳听证建议须说明理由"),
                             .remedy = say("请填写理由")};
        if (auto const duty = hearing_duty(q.file, q.law); !body.accepted && duty)
            found += refusal{.rule = *duty,
                             .reason = say("本事项依规定须举行听证，不能答复为不举行"),
                             .remedy = say("请答复采纳")};
        for (auto const& terms : suggestion_terms(q.file, q.law, q.days)) {
            auto const due = engine::reckon(terms, q.days, q.today).due;
            if (terms.met_on || q.today <= due)
                continue;
            found += advice{terms.rule, say("听证建议应于{1}前答复，已经逾期", due)};
            break;
        }
        return found;
    }
};

// ---- whether, and by whom: one organiser, of several sponsors the lead (GDH303-5.1, GDH303-6.1)

/// The assessment says what speaks for a hearing.
struct assessment_on_file {
    static verdict check(asked const& q)
    {
        if (q.file.drafting.touches)
            return {};
        return refusal{.rule = "R713-16.1",
                       .reason = say("尚未登记事项影响，无法判断是否须举行听证"),
                       .remedy = say("请承办单位先登记事项影响")};
    }
};

/// What is lawfully not public is not heard in public (GDH303-2.1).
struct matter_is_public {
    static verdict check(asked const& q)
    {
        if (!is_secret(q.file))
            return {};
        return refusal{.rule = "GDH303-2.1",
                       .reason = say("本事项登记为依法不予公开，不举行听证"),
                       .remedy = say("不再保密的，请先更正事项影响")};
    }
};

/// No duty to hold one (GDH303-14.1).
struct no_hearing_is_due {
    static verdict check(asked const& q)
    {
        auto const duty = hearing_duty(q.file, q.law);
        if (!duty)
            return {};
        return refusal{.rule = *duty,
                       .reason = say("本事项须举行听证，不能决定不举行"),
                       .remedy = say("请决定举行听证")};
    }
};

/// A hearing that is a duty is decided upon at once. One by choice waits until the public has been
/// asked: what it says speaks for a hearing or against, and it may suggest one as long as it is
/// asked (R713-16.1, GDH303-14.2).
struct decision_on_hearing_is_due {
    static bool holds(asked const& q)
    {
        bool const public_was_asked = q.file.participation.closing || participation_done(q.file);
        return hearing_required(q.file, q.law) ||
               (public_was_asked && hearing_undecided(q.file, q.law));
    }
};
struct hearing_is_due {
    static bool holds(asked const& q) { return hearing_required(q.file, q.law); }
};
struct hearing_is_owed {
    static bool holds(asked const& q) { return hearing_owed(q.file, q.law).has_value(); }
};

/// A third party acts under a written agreement (GDH303-7.1).
struct third_party_has_agreement {
    static verdict check(asked const& q, decided const& body)
    {
        if (!body.third_party || body.agreement || !q.law.flag(hearing_agreement_required))
            return {};
        return refusal{.rule = q.law.rule_of(hearing_agreement_required, "GDH303-7.1"),
                       .reason = say("委托“{1}”组织听证，没有书面协议", *body.third_party),
                       .remedy = say("请附载明任务、质量、期限、费用和违约责任的委托协议")};
    }
};

// ---- notice, list, papers

/// The notice says it all, in time, where people find it (R713-16.2, GDH303-16.1, GDH303-17.1).
struct notice_is_in_order {
    static verdict check(asked const& q, announced const& body)
    {
        auto found =
            days_ahead(q, hearing_notice_days, "R713-16.2", body.published_on, body.hearing_on);
        auto const rule = q.law.rule_of(hearing_notice_parts, "R713-16.2");
        if (body.channels.empty())
            found += refusal{.rule = rule,
                             .reason = say("未填写听证公告的公布渠道"),
                             .remedy = say("请至少选择一个公布渠道")};
        auto const parts = q.law.list(hearing_notice_parts);
        if (std::find(parts.begin(), parts.end(), "quota") != parts.end() && body.quota < 1)
            found += refusal{.rule = "GDH303-17.1",
                             .reason = say("听证公告未载明参加人名额"),
                             .remedy = say("请填写参加人名额")};
        return found;
    }
};

/// The list is public in time (R713-16.4, GDH303-20.1).
struct list_is_in_time {
    static verdict check(asked const& q, listed const& body)
    {
        return days_ahead(q, hearing_list_days, "R713-16.4", body.published_on,
                          *hearing_day(q.file));
    }
};

/// Papers go to people on the list. What comes late is entered as it is, and said to be late; the
/// hearing cannot then be held on its day (R713-16.5).
struct papers_go_to_listed {
    static verdict check(asked const& q, delivered const& body)
    {
        verdict found;
        std::vector<std::string> strangers;
        for (auto const& one : body.deliveries) {
            if (!on_list(q.file, one.name))
                strangers.push_back(one.name);
            found += not_in_future(q.today, one.delivered_on);
            auto timing = days_ahead(q, hearing_materials_days, "R713-16.5", one.delivered_on,
                                     *hearing_day(q.file));
            for (auto& late : timing.refusals)
                timing.remarks.push_back({late.rule, std::move(late.reason)});
            timing.refusals.clear();
            found += std::move(timing);
        }
        if (body.deliveries.empty() || !strangers.empty())
            found += refusal{.rule = "R713-16.5",
                             .reason = strangers.empty()
                                           ? say("没有填写任何送达记录")
                                           : say("{1}不在公布的名单上", in_a_row(strangers)),
                             .remedy = say("请按名单逐人填写送达日期")};
        return found;
    }
};

/// Put off with reasons, notice and word to the participants, and not for too long (GDH303-19.2).
struct postponement_is_in_order {
    static verdict check(asked const& q, postponed const& body)
    {
        verdict found;
        auto const rule = q.law.rule_of(hearing_postpone_max_days, "R713-16.2");
        auto const before = *hearing_day(q.file);
        if (body.new_day <= before || body.new_day <= q.today)
            found += refusal{
                .rule = rule,
                .reason = say("新的听证日期{1}须晚于今天和原定日期{2}", body.new_day, before),
                .remedy = say("请更正新的听证日期")};
        auto const first = q.file.hearing.notice->body.hearing_on;
        auto const most = q.law.number(hearing_postpone_max_days);
        if (most) {
            auto const due =
                engine::reckon(
                    {.name = "hearing_postponement", .rule = rule, .begins = first, .days = *most},
                    q.days, q.today)
                    .due;
            if (body.new_day > due)
                found += refusal{
                    .rule = rule,
                    .reason = say("自原定日期{1}起延期最长{2}日，最迟{3}", first, *most, due),
                    .remedy = say("请选择较早的日期；不能如期举行的，请重新公告")};
        } else if (q.law.find(hearing_postpone_max_days)) {
            found += advice{rule, say("本地规则对此有数字要求，但未能查到具体数字，未作核对")};
        }
        return found;
    }
};

// ---- the session

/// Not before its day.
struct day_has_come {
    static verdict check(asked const& q)
    {
        auto const on = *hearing_day(q.file);
        if (q.today >= on)
            return {};
        return refusal{.rule = "R713-16.2",
                       .reason = say("听证会定于{1}举行", on),
                       .remedy = say("请在听证会举行后登记"),
                       .opens_on = on};
    }
};

/// It was held on the day announced (R713-16.2).
struct held_as_announced {
    static verdict check(asked const& q, held const& body)
    {
        auto const on = *hearing_day(q.file);
        if (body.held_on == on)
            return {};
        return refusal{.rule = "R713-16.2",
                       .reason = say("公告的听证日期为{1}，登记的日期为{2}", on, body.held_on),
                       .remedy = say("请更正日期；改期举行的，须先登记延期")};
    }
};

/// What was announced is still what is proposed (JC-2).
struct announced_draft_stands {
    static verdict check(asked const& q)
    {
        if (covers(q.file, q.file.hearing.notice->draft))
            return {};
        return refusal{.rule = "JC-2",
                       .reason = say("听证公告后草案有实质性修改"),
                       .remedy = say("请就现行草案重新公告")};
    }
};

/// The papers at hand are of another text: the hearing is announced anew (JC-2).
struct announced_draft_is_overtaken {
    static bool holds(asked const& q) { return !announced_draft_stands::check(q).admits(); }
};

/// Open to the public, or closed for a lawful reason (R713-17.1, GDH303-22.1).
struct hearing_was_open {
    static verdict check(asked const&, held const& body)
    {
        if (body.open_to_public || body.closed_reason)
            return {};
        return refusal{.rule = "R713-17.1",
                       .reason = say("听证会未公开举行，也未写明理由"),
                       .remedy = say("涉及秘密、隐私的，请写明不公开的理由")};
    }
};

/// Every step of the place's order was taken, in that order (R713-17.1, GDH303-4.1,
/// GDH303-23.1).
struct steps_were_taken {
    static verdict check(asked const& q, held const& body)
    {
        static std::map<std::string, hearing_step, std::less<>> const named{
            {"check_presence", hearing_step::presence_checked},
            {"opening", hearing_step::opened},
            {"presentation", hearing_step::presented},
            {"opinions_and_questions", hearing_step::opinions_and_questions},
            {"debate", hearing_step::debated},
            {"last_statements", hearing_step::last_statements},
            {"closing", hearing_step::closed}};
        std::vector<engine::text> missing;
        auto from = body.steps.begin();
        for (auto const& name : q.law.list(hearing_steps)) {
            auto const step = named.find(name);
            auto const at = step == named.end() ? body.steps.end()
                                                : std::find(from, body.steps.end(), step->second);
            if (at == body.steps.end())
                missing.push_back(
                    step == named.end()
                        ? engine::literal(name)
                        : say("choice.hearing_step." + std::string(engine::name_of(step->second))));
            else
                from = at + 1;
        }
        if (missing.empty())
            return {};
        return refusal{.rule = q.law.rule_of(hearing_steps, "R713-17.1"),
                       .reason = say("听证会缺少步骤或者次序不符：{1}", in_a_row(missing)),
                       .remedy = say("请按规定的步骤和次序登记；确未进行的，须重新举行")};
    }
};

// ---- after it

/// After the hearing; a late report is entered and said to be late (GDH303-26.1, JC-4).
struct report_is_dated {
    static verdict check(asked const& q, reported const& body)
    {
        auto const& session = q.file.hearing.session->body;
        if (body.reported_on < session.held_on)
            return refusal{
                .rule = q.law.rule_of(hearing_report_days, "R713-17.1"),
                .reason = say("听证报告日期{1}早于听证会{2}", body.reported_on, session.held_on),
                .remedy = say("请更正报告日期")};
        auto const terms = hearing_report_terms(q.file, q.law);
        if (!terms) {
            if (auto const* set = q.law.find(hearing_report_days))
                return advice{set->rule,
                              say("本地规则对此有数字要求，但未能查到具体数字，未作核对")};
            return {};
        }
        auto const due = engine::reckon(*terms, q.days, q.today).due;
        if (body.reported_on <= due)
            return {};
        return advice{terms->rule, say("听证报告应于{1}前完成，已经逾期", due)};
    }
};

/// Further argument comes after the hearing that asked for it (GDH303-28.1).
struct argued_after_hearing {
    static verdict check(asked const& q, argued_further const& body)
    {
        auto const held_on = q.file.hearing.session->body.held_on;
        if (body.held_on >= held_on)
            return {};
        return refusal{.rule = q.law.rule_of(hearing_further_argument_required, "GDH303-28.1"),
                       .reason = say("进一步论证的日期{1}早于听证会{2}", body.held_on, held_on),
                       .remedy = say("请在听证会后另行论证")};
    }
};

/// Most were against, but the place asks for no further argument.
struct no_further_argument_is_due {
    static verdict check(asked const& q)
    {
        if (!q.law.flag(hearing_further_argument_required))
            return {};
        return refusal{.rule = q.law.rule_of(hearing_further_argument_required, "GDH303-28.1"),
                       .reason = say("多数听证参加人反对，承办单位尚未进一步论证"),
                       .remedy = say("请进一步论证并登记结果")};
    }
};

struct further_argument_is_due {
    static bool holds(asked const& q) { return q.law.flag(hearing_further_argument_required); }
};

/// Each point has its answer, with the reason where it was not adopted (GDH303-28.2).
struct points_are_answered {
    static verdict check(asked const& q, answered const& body)
    {
        verdict found;
        auto const rule = q.law.rule_of(hearing_adoption_told_required, "R713-18.1");
        auto const& session = q.file.hearing.session->body;
        if (body.points.empty() && !session.statements.empty())
            found += refusal{.rule = rule,
                             .reason = say("听证会上有发言意见，答复未涉及任何意见"),
                             .remedy = say("请逐条说明采纳情况")};
        std::vector<std::string> bare;
        for (auto const& one : body.points)
            if (one.outcome != participation::adoption::adopted && !one.reason)
                bare.push_back(one.point);
        if (!bare.empty())
            found += refusal{.rule = rule,
                             .reason = say("“{1}”未完全采纳，但未说明理由", in_a_row(bare)),
                             .remedy = say("请填写不采纳的理由")};
        if (body.told_participants_on < session.held_on || body.published_on < session.held_on)
            found += refusal{.rule = rule,
                             .reason = say("答复日期早于听证会{1}", session.held_on),
                             .remedy = say("请更正书面告知和公布的日期")};
        return found;
    }
};

/// It is done again only when the draft changed in substance (JC-2).
struct must_be_repeated {
    static verdict check(asked const& q)
    {
        if (!covers(q.file, q.file.hearing.session->draft))
            return {};
        return refusal{.rule = "JC-2",
                       .reason = say("听证已办结，结果对现行草案仍然有效"),
                       .remedy = say("草案有实质性修改时方须重新听证")};
    }
};

// ---- which way it goes

struct is_to_be_held {
    static bool holds(dossier const&, decided const& body) { return body.hold; }
};
struct is_not_to_be_held {
    static bool holds(dossier const&, decided const& body) { return !body.hold; }
};
struct suggestion_accepted {
    static bool holds(dossier const&, suggestion_answered const& body) { return body.accepted; }
};
struct suggestion_refused {
    static bool holds(dossier const&, suggestion_answered const& body) { return !body.accepted; }
};
struct most_were_against {
    static bool holds(dossier const& file, reported const&) { return majority_was_against(file); }
};
struct most_were_not_against {
    static bool holds(dossier const& file, reported const&) { return !majority_was_against(file); }
};

} // namespace

// ---- entering

void enter(dossier& file, suggested const& body, engine::act const& what)
{
    file.hearing.suggestions.push_back(on_file(file, body, what));
}
void enter(dossier& file, suggestion_answered const& body, engine::act const& what)
{
    file.hearing.suggestion_answers.push_back(on_file(file, body, what));
}
void enter(dossier& file, decided const& body, engine::act const& what)
{
    file.hearing.decision = on_file(file, body, what);
}
void enter(dossier& file, announced const& body, engine::act const& what)
{
    auto& facts = file.hearing;
    facts = {.suggestions = std::move(facts.suggestions),
             .suggestion_answers = std::move(facts.suggestion_answers),
             .decision = std::move(facts.decision),
             .notice = on_file(file, body, what)};
}
void enter(dossier& file, listed const& body, engine::act const& what)
{
    file.hearing.list = on_file(file, body, what);
}
void enter(dossier& file, delivered const& body, engine::act const& what)
{
    file.hearing.deliveries.push_back(on_file(file, body, what));
}
void enter(dossier& file, postponed const& body, engine::act const& what)
{
    file.hearing.postponements.push_back(on_file(file, body, what));
}
void enter(dossier& file, held const& body, engine::act const& what)
{
    file.hearing.session = on_file(file, body, what);
}
void enter(dossier& file, reported const& body, engine::act const& what)
{
    file.hearing.report = on_file(file, body, what);
}
void enter(dossier& file, argued_further const& body, engine::act const& what)
{
    file.hearing.further_argument = on_file(file, body, what);
}
void enter(dossier& file, answered const& body, engine::act const& what)
{
    file.hearing.reply = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "hearing";
    using opening = undecided;

    // clang-format off
    using text = clauses<
    //      rule           at stage    on act               then        only if
    option<"GDH303-14.2", undecided,  suggested,           undecided,  admit_if<by<sponsor>, matter_is_public, has_happened<&suggested::received_on>, suggestion_is_new>>,
    option<"GDH303-14.2", not_held,   suggested,           not_held,   admit_if<by<sponsor>, matter_is_public, has_happened<&suggested::received_on>, suggestion_is_new>>,
    option<"GDH303-14.2", preparing,  suggested,           preparing,  admit_if<by<sponsor>, matter_is_public, has_happened<&suggested::received_on>, suggestion_is_new>>,
    clause<"GDH303-14.2", undecided,  suggestion_answered, undecided,  admit_if<by<sponsor>, suggestion_waits, suggestion_is_answered_well>, due_if<suggestion_waits>>,
    clause<"GDH303-14.2", not_held,   suggestion_answered, undecided,  given<suggestion_accepted>, admit_if<by<sponsor>, suggestion_waits, suggestion_is_answered_well>, due_if<suggestion_waits>>,
    clause<"GDH303-14.2", not_held,   suggestion_answered, not_held,   given<suggestion_refused>,  admit_if<by<sponsor>, suggestion_waits, suggestion_is_answered_well>, due_if<suggestion_waits>>,
    clause<"GDH303-14.2", preparing,  suggestion_answered, preparing,  admit_if<by<sponsor>, suggestion_waits, suggestion_is_answered_well>, due_if<suggestion_waits>>,

    clause<"R713-16.1",   undecided,  decided,             preparing,  given<is_to_be_held>,     admit_if<by<sponsor>, matter_is_public, assessment_on_file, third_party_has_agreement>, due_if<decision_on_hearing_is_due>>,
    clause<"R713-16.1",   undecided,  decided,             not_held,   given<is_not_to_be_held>, admit_if<by<sponsor>, matter_is_public, assessment_on_file, no_hearing_is_due>, due_if<decision_on_hearing_is_due>>,
    clause<"R713-16.1",   not_held,   decided,             preparing,  given<is_to_be_held>,     admit_if<by<sponsor>, matter_is_public, third_party_has_agreement>, due_if<matter_is_public, hearing_is_due>>,
    option<"R713-16.1",   not_held,   decided,             not_held,   given<is_not_to_be_held>, admit_if<by<sponsor>, matter_is_public, no_hearing_is_due>>,
    option<"R713-16.1",   preparing,  decided,             preparing,  given<is_to_be_held>,     admit_if<by<sponsor>, matter_is_public, third_party_has_agreement>>,
    option<"R713-16.1",   preparing,  decided,             not_held,   given<is_not_to_be_held>, admit_if<by<sponsor>, no_hearing_is_due>>,

    clause<"R713-16.2",   preparing,  announced,           noticed,    admit_if<by<hearing_organiser>, matter_is_public, draft_on_file, on_current_draft<&announced::draft>, has_happened<&announced::published_on>, notice_is_in_order>>,
    option<"R713-16.2",   noticed,    announced,           noticed,    admit_if<by<hearing_organiser>, matter_is_public, on_current_draft<&announced::draft>, has_happened<&announced::published_on>, notice_is_in_order>>,
    clause<"R713-16.2",   convened,   announced,           noticed,    admit_if<by<hearing_organiser>, matter_is_public, on_current_draft<&announced::draft>, has_happened<&announced::published_on>, notice_is_in_order>, due_if<announced_draft_is_overtaken>>,
    clause<"R713-16.4",   noticed,    listed,              convened,   admit_if<by<hearing_organiser>, has_happened<&listed::published_on>, list_is_in_time, roles_are_filled, people_are_described, host_is_independent, host_takes_no_side, participants_are_enough, sides_are_balanced>>,
    option<"R713-16.4",   convened,   listed,              convened,   admit_if<by<hearing_organiser>, has_happened<&listed::published_on>, list_is_in_time, roles_are_filled, people_are_described, host_is_independent, host_takes_no_side, participants_are_enough, sides_are_balanced>>,
    clause<"R713-16.5",   convened,   delivered,           convened,   admit_if<by<hearing_organiser>, papers_go_to_listed>, due_if<papers_are_awaited>>,
    option<"GDH303-19.2", noticed,    postponed,           noticed,    admit_if<by<hearing_organiser>, has_happened<&postponed::noticed_on>, has_happened<&postponed::participants_told_on>, postponement_is_in_order>>,
    clause<"GDH303-19.2", convened,   postponed,           convened,   admit_if<by<hearing_organiser>, has_happened<&postponed::noticed_on>, has_happened<&postponed::participants_told_on>, postponement_is_in_order>, due_if<papers_came_late>>,

    clause<"R713-17.1",   convened,   held,                heard,      admit_if<by<hearing_organiser>, day_has_come, announced_draft_stands, papers_came_in_time, has_happened<&held::held_on>, held_as_announced, present_are_listed, enough_came, hearing_was_open, steps_were_taken, record_is_signed, count_fits_statements>>,
    clause<"GDH303-26.1", heard,      reported,            to_argue,   given<most_were_against>,     admit_if<by<hearing_organiser>, has_happened<&reported::reported_on>, report_is_dated>>,
    clause<"GDH303-26.1", heard,      reported,            to_answer,  given<most_were_not_against>, admit_if<by<hearing_organiser>, has_happened<&reported::reported_on>, report_is_dated>>,
    clause<"GDH303-28.1", to_argue,   argued_further,      to_answer,  admit_if<by<sponsor>, has_happened<&argued_further::held_on>, argued_after_hearing>, due_if<further_argument_is_due>>,
    clause<"GDH303-28.1", to_argue,   answered,            over,       admit_if<by<sponsor>, no_further_argument_is_due, has_happened<&answered::told_participants_on>, has_happened<&answered::published_on>, points_are_answered>, due_if<no_further_argument_is_due>>,
    clause<"GDH303-28.2", to_answer,  answered,            over,       admit_if<by<sponsor>, has_happened<&answered::told_participants_on>, has_happened<&answered::published_on>, points_are_answered>>,

    clause<"JC-2",        over,       announced,           noticed,    admit_if<by<hearing_organiser>, matter_is_public, must_be_repeated, on_current_draft<&announced::draft>, has_happened<&announced::published_on>, notice_is_in_order>, due_if<matter_is_public, must_be_repeated, hearing_is_owed>>,
    follows<"R713-27.2",  not_held,   legality_review::concluded, undecided, given<found_missing<statutory_step::hearing>>>,
    follows<"R713-27.2",  over,       legality_review::concluded, preparing, given<found_missing<statutory_step::hearing>>>
    >;
    // clang-format on
};

} // namespace
} // namespace hearing

std::unique_ptr<engine::chapter<dossier>> make_hearing()
{
    return std::make_unique<engine::msm_chapter<hearing::rules_of_chapter>>();
}

} // namespace workflows::major_decision
