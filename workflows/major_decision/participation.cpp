#include "workflows/major_decision/participation.hpp"

#include "workflows/major_decision/adopted_opinions.hpp"
#include "workflows/major_decision/opinion_conditions.hpp"
#include "workflows/major_decision/sides_to_hear.hpp"
#include "workflows/major_decision/tables.hpp"
#include "workflows/major_decision/unmet.hpp"
#include "workflows/major_decision/wording.hpp"
#include "workflows/shared_opinions.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace participation {
namespace {

// clang-format off
struct gathering   : stage_of_chapter { static constexpr std::string_view name = "gathering"; };
struct window_open : stage_of_chapter { static constexpr std::string_view name = "window_open"; };
struct weighing    : stage_of_chapter { static constexpr std::string_view name = "weighing"; };
struct over        : stage_of_chapter { static constexpr std::string_view name = "concluded"; };
struct exempt      : stage_of_chapter { static constexpr std::string_view name = "exempted"; };
// clang-format on

bool covers(dossier const& file, long long version)
{
    return still_covers(file, version, drafting::repeatable_step::participation);
}

bool was_heard(asked const& q, side_to_hear::who side)
{
    auto const sides = sides_to_hear(q.file, q.law);
    return std::none_of(sides.begin(), sides.end(),
                        [&](side_to_hear const& one) { return one.of == side && one.heard == 0; });
}

// ---- public or not

/// Only what the assessment calls lawfully not public goes without the public (R713-14.1).
struct matter_is_secret {
    static verdict check(asked const& q)
    {
        if (is_secret(q.file))
            return {};
        return refusal{.rule = "R713-14.1",
                       .reason = say("本事项未登记为依法不予公开，须听取公众意见"),
                       .remedy = say("请开展公众参与；确属依法不予公开的，先登记及其法律依据")};
    }
};

/// What the law keeps from the public is not laid before it (R713-14.1).
struct matter_is_public {
    static verdict check(asked const& q)
    {
        if (!is_secret(q.file))
            return {};
        return refusal{.rule = "R713-14.1",
                       .reason = say("本事项登记为依法不予公开"),
                       .remedy = say("请登记不开展公众参与的依据；不再保密的，先更正事项影响")};
    }
};

// ---- publication for comments

/// Published somewhere (R713-15.1).
struct has_channels {
    static verdict check(asked const&, published const& body)
    {
        if (!body.channels.empty())
            return {};
        return refusal{.rule = "R713-15.1",
                       .reason = say("未填写公布渠道"),
                       .remedy = say("请至少选择一个便于公众知晓的渠道")};
    }
};

/// The public learns how to give its opinion (R713-15.1): a name alone reaches nobody.
struct contact_reaches_somebody {
    static verdict check(asked const&, published const& body)
    {
        static constexpr std::string_view ways[] = {"@", "号", "路", "街", "网址", "http"};
        auto const& words = body.contact;
        auto const digits = std::count_if(words.begin(), words.end(),
                                          [](char one) { return one >= '0' && one <= '9'; });
        bool const says_how =
            digits >= 5 || std::any_of(std::begin(ways), std::end(ways), [&](std::string_view way) {
                return words.find(way) != std::string::npos;
            });
        if (says_how)
            return {};
        return advice{"R713-15.1", say("联系方式中没有电话、地址或者邮箱，公众无从提出意见")};
    }
};

/// An act counts from its entry: a window does not open in the past (JC-3).
struct window_opens_ahead {
    static verdict check(asked const& q, published const& body)
    {
        if (body.opens_on >= q.today)
            return {};
        return refusal{.rule = "JC-3",
                       .reason = say("征求意见的起始日期{1}早于今天，不得倒填", body.opens_on),
                       .remedy = say("征求意见自登记公布之日起算，请填写今天或以后的日期")};
    }
};

/// The window is generally so many days; shorter only with the reason in the notice itself
/// (R713-15.2, R713-15.3). The day it opens is not counted (TIME-1), and a last day of rest keeps
/// it open until the next working day (TIME-3).
struct window_is_long_enough {
    static verdict check(asked const& q, published const& body)
    {
        if (body.closes_on <= body.opens_on)
            return refusal{.rule = "R713-15.1",
                           .reason =
                               say("截止日期{1}不晚于起始日期{2}", body.closes_on, body.opens_on),
                           .remedy = say("请更正起止日期")};
        verdict found;
        auto const shortest = shortest_window(body.opens_on, q.law, q.days);
        if (shortest.provisional)
            found += advice{"TIME-3", say("期限涉及尚未公布放假安排的年份，截止日期为暂定")};
        if (body.closes_on >= shortest.due)
            return found;
        if (body.shortened_reason) {
            found += advice{"R713-15.3",
                            say("征求意见期限缩短至{1}，理由随公告一并公布", body.closes_on)};
            return found;
        }
        auto const last = body.opens_on + std::chrono::days(shortest.days);
        if (body.closes_on >= last)
            found +=
                refusal{.rule = "TIME-3",
                        .reason = say("第{1}日{2}为休息日，征求意见期限顺延至{3}", shortest.days,
                                      last, shortest.due),
                        .remedy = say("请将截止日期改为{1}，或写明缩短期限的理由", shortest.due)};
        else
            found += refusal{.rule = shortest.rule,
                             .reason = say("征求意见期限一般不少于{1}日，自{2}起至少到{3}",
                                           shortest.days, body.opens_on, shortest.due),
                             .remedy = say("请延长期限；因情况紧急等缩短的，须在公告中写明理由")};
        return found;
    }
};

/// The window stays open to the end of its last day (TIME-3).
struct window_has_ended {
    static verdict check(asked const& q)
    {
        auto const end = window_end(q.file, q.law, q.days);
        if (!end || q.today > *end)
            return {};
        auto const next = *end + std::chrono::days{1};
        return refusal{.rule = q.law.rule_of(comment_window_days, "R713-15.2"),
                       .reason = say("征求意见期限到{1}为止，尚未届满", *end),
                       .remedy = say("{1}起可以截止", next),
                       .opens_on = next};
    }
};

// ---- activities

/// A symposium leaves minutes of who said what and why, and its papers came in time (GD21-19.1).
struct symposium_is_in_order {
    static verdict check(asked const& q, activity_held const& body)
    {
        verdict found;
        if (body.form != participation_form::symposium)
            return found;
        auto const said_all = [](attendee const& one) { return one.main_points && one.reasons; };
        if (q.law.flag(symposium_minutes_required) &&
            (body.attendees.empty() ||
             !std::all_of(body.attendees.begin(), body.attendees.end(), said_all)))
            found += refusal{.rule = q.law.rule_of(symposium_minutes_required, "GD21-19.1"),
                             .reason = say("座谈会记录须载明各与会代表的主要意见及理由"),
                             .remedy = say("请逐人补录主要意见和理由")};
        auto const before = q.law.number(symposium_materials_days);
        if (!before)
            return found;
        auto const rule = q.law.rule_of(symposium_materials_days, "R713-14.1");
        if (!body.materials_given_on || engine::stands(*body.materials_given_on, body.held_on,
                                                       *before) == engine::in_advance::too_late)
            found +=
                refusal{.rule = rule,
                        .reason = say("座谈会材料须在会前{1}日送达，最迟{2}", *before,
                                      engine::days_before(body.held_on, *before, q.days).latest),
                        .remedy = say("请填写送达日期；未及时送达的，须另行召开座谈会")};
        else if (engine::stands(*body.materials_given_on, body.held_on, *before) ==
                 engine::in_advance::exactly)
            found += advice{rule, say("材料恰在会前{1}日送达，是否须足{1}整日尚有争议", *before)};
        return found;
    }
};

/// A survey ends in a written report; a third party that makes it has no interest (GD21-19.2).
struct survey_is_in_order {
    static verdict check(asked const& q, activity_held const& body)
    {
        bool const is_survey = body.form == participation_form::questionnaire ||
                               body.form == participation_form::opinion_poll;
        verdict found;
        if (!is_survey || !q.law.flag(survey_report_required))
            return found;
        auto const rule = q.law.rule_of(survey_report_required, "GD21-19.2");
        if (body.documents.empty())
            found += refusal{.rule = rule,
                             .reason = say("社会调查须形成书面调查报告"),
                             .remedy = say("请附调查报告")};
        if (body.third_party && !body.third_party_has_no_interest)
            found +=
                refusal{.rule = rule,
                        .reason = say("受托开展调查的“{1}”未声明无利害关系", *body.third_party),
                        .remedy = say("请取得无利害关系声明，或另行委托")};
        return found;
    }
};

/// Online interaction states what it is about, until when and how (GD21-19.3).
struct online_terms_are_stated {
    static verdict check(asked const& q, activity_held const& body)
    {
        if (body.form != participation_form::online_interaction ||
            !q.law.flag(online_terms_required) || (body.open_until && body.how))
            return {};
        return refusal{.rule = q.law.rule_of(online_terms_required, "GD21-19.3"),
                       .reason = say("网络互动须明确主要内容、截止时间和参与方式"),
                       .remedy = say("请填写截止日期和参与方式")};
    }
};

/// Talks with groups are held with somebody (R713-14.3), and with one alone hardly are any.
struct groups_were_there {
    static verdict check(asked const&, activity_held const& body)
    {
        bool const is_meeting = body.form == participation_form::symposium ||
                                body.form == participation_form::group_consultation;
        if (body.form == participation_form::symposium && body.attendees.size() == 1)
            return advice{"R713-14.2", say("座谈会只登记了1名参加人，难以称为座谈会")};
        if (!is_meeting || !body.attendees.empty())
            return {};
        return refusal{.rule = "R713-14.2",
                       .reason = say("未登记参加人"),
                       .remedy = say("请登记参加人及其代表的群体或组织")};
    }
};

// ---- the end

/// The assessment says who must be heard.
struct assessment_on_file {
    static verdict check(asked const& q)
    {
        if (q.file.drafting.touches)
            return {};
        return refusal{.rule = "R713-14.3",
                       .reason = say("尚未登记事项影响，无法确定须听取哪些方面的意见"),
                       .remedy = say("请承办单位先登记事项影响")};
    }
};

/// The public was heard in at least one form on what still is the draft, and since the reviewer
/// last found it wanting (R713-14.1, GD21-14.1, R713-27.2, JC-2).
struct public_was_heard {
    static verdict check(asked const& q)
    {
        auto const& facts = q.file.participation;
        auto const asked_again =
            asked_to_complete(q.file, legality_review::statutory_step::participation);
        auto const on_this = [&](auto const& one) {
            return covers(q.file, one.draft) && one.seq > asked_again;
        };
        if (std::any_of(facts.notices.begin(), facts.notices.end(), on_this) ||
            std::any_of(facts.activities.begin(), facts.activities.end(), on_this) ||
            hearing_done(q.file, q.law))
            return {};
        return refusal{.rule = "R713-14.1",
                       .reason = say("尚未就现行草案以任何方式听取公众意见"),
                       .remedy = say("请公开征求意见，或举行座谈会、听证会等活动")};
    }
};

/// Special groups are heard through their organisations or representatives (R713-14.3, GD21-15.2).
struct special_groups_were_heard {
    static verdict check(asked const& q)
    {
        if (was_heard(q, side_to_hear::who::special_groups))
            return {};
        return refusal{.rule = "R713-14.3",
                       .reason = say("涉及特定群体（{1}）利益，尚未听取其组织或代表的意见",
                                     special_groups_of(q.file)),
                       .remedy = say("请听取相关人民团体、社会组织或群众代表的意见")};
    }
};

/// Enterprises and their associations are heard where business is closely touched (GD21-15.3).
struct business_was_heard {
    static verdict check(asked const& q)
    {
        if (was_heard(q, side_to_hear::who::enterprises) &&
            was_heard(q, side_to_hear::who::trade_associations))
            return {};
        return refusal{.rule = q.law.rule_of(business_hearing_required, "GD21-15.3"),
                       .reason = say("与企业生产经营密切相关，须听取企业和行业协会、商会的意见"),
                       .remedy = say("请分别听取至少一家企业和一家行业协会或商会的意见")};
    }
};

/// Those who must be heard beside the public have not been.
struct some_are_to_be_heard {
    static bool holds(asked const& q)
    {
        return unmet<special_groups_were_heard>::holds(q) || unmet<business_was_heard>::holds(q);
    }
};

/// A hearing that must be held, or was decided upon, was held (GDH303-14.1).
struct hearing_was_held {
    static verdict check(asked const& q)
    {
        auto const owed = hearing_owed(q.file, q.law);
        if (!owed || hearing_done(q.file, q.law))
            return {};
        return refusal{.rule = *owed,
                       .reason = say("本事项须举行听证，听证尚未完成"),
                       .remedy = say("请先办结听证")};
    }
};

/// No opinion is left undecided (R713-18.1).
struct opinions_are_decided {
    static verdict check(asked const& q)
    {
        return workflows::opinions_are_decided(undecided_opinions(q.file), "R713-18.1");
    }
};

/// The public was told why something was not adopted, after it was decided (GD21-20.1).
struct public_was_told {
    static verdict check(asked const& q)
    {
        auto const& facts = q.file.participation;
        if (!q.law.flag(feedback_to_public_required))
            return {};
        long long last_no = 0;
        for (auto const& decided : facts.decided)
            for (auto const& one : decided.body.decisions)
                if (one.outcome != adoption::adopted)
                    last_no = decided.seq;
        if (last_no == 0 || (!facts.feedback.empty() && facts.feedback.back().seq > last_no))
            return {};
        return refusal{.rule = q.law.rule_of(feedback_to_public_required, "GD21-20.1"),
                       .reason = say("有意见未采纳，尚未向公众反馈理由"),
                       .remedy = say("请以电话、书面或网上集中答复的方式反馈并登记")};
    }
};

/// Where the report on participation is published, it says where (HLJ-20.1).
struct report_can_be_found {
    static verdict check(asked const& q, concluded const& body)
    {
        if (!q.law.flag(participation_report_required) || body.report_address)
            return {};
        return refusal{.rule = q.law.rule_of(participation_report_required, "R713-18.1"),
                       .reason = say("公众参与报告须公布，未填写公布网址"),
                       .remedy = say("请公布报告并填写网址")};
    }
};

/// It is done again only when the draft changed in substance (JC-2).
struct must_be_repeated {
    static verdict check(asked const& q)
    {
        if (participation_is_stale(q.file))
            return {};
        return refusal{.rule = "JC-2",
                       .reason = say("公众参与已办结，结果对现行草案仍然有效"),
                       .remedy = say("草案有实质性修改时方须重新开展")};
    }
};

/// What was published is no longer what is proposed: what was said of it ends nothing (JC-2). If
/// the matter is secret by now, the new text is not laid before anybody (R713-14.1).
struct published_text_is_overtaken {
    static verdict check(asked const& q)
    {
        if (unmet<public_was_heard>::holds(q))
            return {};
        return refusal{.rule = "JC-2",
                       .reason = say("公众已就现行草案提出意见，不能改作不开展公众参与"),
                       .remedy = say("请研究处理已收到的意见后办结公众参与")};
    }
};

// ---- which way it goes

/// The matter turned out to be public after all.
struct is_public_now {
    static bool holds(dossier const&, drafting::assessed const& body) { return !body.secret; }
};

} // namespace

// ---- entering

void enter(dossier& file, exempted const& body, engine::act const& what)
{
    file.participation.exemption = on_file(file, body, what);
}
void enter(dossier& file, published const& body, engine::act const& what)
{
    auto& facts = file.participation;
    facts.notices.push_back(on_file(file, body, what));
    facts.closing.reset();
    facts.conclusion.reset();
}
void enter(dossier& file, activity_held const& body, engine::act const& what)
{
    auto& facts = file.participation;
    facts.activities.push_back(on_file(file, body, what));
    facts.conclusion.reset();
}
void enter(dossier& file, opinions_recorded const& body, engine::act const& what)
{
    file.participation.recorded.push_back(on_file(file, body, what));
}
void enter(dossier& file, window_closed const& body, engine::act const& what)
{
    file.participation.closing = on_file(file, body, what);
}
void enter(dossier& file, repeats_noted const& body, engine::act const& what)
{
    file.participation.repeats.push_back(on_file(file, body, what));
}
void enter(dossier&, words_masked const&, engine::act const&)
{
    // The pages of the public read it from the acts.
}
void enter(dossier& file, opinions_decided const& body, engine::act const& what)
{
    file.participation.decided.push_back(on_file(file, body, what));
}
void enter(dossier& file, feedback_given const& body, engine::act const& what)
{
    file.participation.feedback.push_back(on_file(file, body, what));
}
void enter(dossier& file, concluded const& body, engine::act const& what)
{
    file.participation.conclusion = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "participation";
    using opening = gathering;

    // clang-format off
    using text = clauses<
    //      rule          at stage      on act             then          only if
    clause<"R713-15.1",  gathering,    published,         window_open,  admit_if<by<sponsor>, matter_is_public, draft_on_file, on_current_draft<&published::draft>, adopted_opinions_are_written, has_channels, contact_reaches_somebody, window_opens_ahead, window_is_long_enough>, due_if<matter_is_public, unmet<public_was_heard>, text_is_not_overtaken>>,
    clause<"R713-14.2",  gathering,    activity_held,     gathering,    admit_if<by<sponsor>, matter_is_public, has_happened<&activity_held::held_on>, has_happened<&activity_held::materials_given_on>, symposium_is_in_order, survey_is_in_order, online_terms_are_stated, groups_were_there>, due_if<matter_is_public, draft_on_file, some_are_to_be_heard>>,
    option<"R713-18.1",  gathering,    opinions_recorded, gathering,    admit_if<by<sponsor>, matter_is_public, numbers_are_new>>,
    option<"R713-18.1",  gathering,    repeats_noted,     gathering,    admit_if<by<sponsor>, an_opinion_came, repeats_are_in_order>>,
    clause<"R713-18.1",  gathering,    opinions_decided,  gathering,    admit_if<by<sponsor>, an_opinion_came, decisions_are_reasoned>, due_if<matter_is_public, unmet<opinions_are_decided>>>,
    option<"JC-24",      gathering,    words_masked,      gathering,    admit_if<by<sponsor>, masked_words_can_be_found>>,
    clause<"GD21-20.1",  gathering,    feedback_given,    gathering,    admit_if<by<sponsor>, somebody_can_be_answered, has_happened<&feedback_given::given_on>, reply_can_be_found>, due_if<matter_is_public, opinions_are_decided, unmet<public_was_told>>>,
    clause<"R713-18.1",  gathering,    concluded,         over,         admit_if<by<sponsor>, matter_is_public, draft_on_file, assessment_on_file, public_was_heard, special_groups_were_heard, business_was_heard, hearing_was_held, what_came_in_is_on_file, what_was_said_is_on_file, opinions_are_decided, public_was_told, those_who_were_followed_were_told, report_can_be_found>, due_if<matter_is_public, public_was_heard>>,
    clause<"R713-14.1",  gathering,    exempted,          exempt,       admit_if<by<sponsor>, matter_is_secret>, due_if<matter_is_secret>>,

    clause<"R713-15.1",  window_open,  published,         window_open,  admit_if<by<sponsor>, matter_is_public, on_current_draft<&published::draft>, adopted_opinions_are_written, has_channels, contact_reaches_somebody, window_opens_ahead, window_is_long_enough>, due_if<matter_is_public, unmet<public_was_heard>, text_is_not_overtaken>>,
    clause<"R713-14.2",  window_open,  activity_held,     window_open,  admit_if<by<sponsor>, has_happened<&activity_held::held_on>, has_happened<&activity_held::materials_given_on>, symposium_is_in_order, survey_is_in_order, online_terms_are_stated, groups_were_there>, due_if<some_are_to_be_heard>>,
    option<"R713-18.1",  window_open,  opinions_recorded, window_open,  admit_if<by<sponsor>, numbers_are_new>>,
    option<"R713-18.1",  window_open,  repeats_noted,     window_open,  admit_if<by<sponsor>, an_opinion_came, repeats_are_in_order>>,
    option<"R713-18.1",  window_open,  opinions_decided,  window_open,  admit_if<by<sponsor>, an_opinion_came, decisions_are_reasoned>>,
    option<"JC-24",      window_open,  words_masked,      window_open,  admit_if<by<sponsor>, masked_words_can_be_found>>,
    clause<"R713-15.2",  window_open,  window_closed,     weighing,     admit_if<by<sponsor>, window_has_ended, received_are_recorded>>,

    clause<"R713-15.1",  weighing,     published,         window_open,  admit_if<by<sponsor>, matter_is_public, on_current_draft<&published::draft>, adopted_opinions_are_written, has_channels, contact_reaches_somebody, window_opens_ahead, window_is_long_enough>, due_if<matter_is_public, unmet<public_was_heard>, text_is_not_overtaken>>,
    clause<"R713-14.2",  weighing,     activity_held,     weighing,     admit_if<by<sponsor>, has_happened<&activity_held::held_on>, has_happened<&activity_held::materials_given_on>, symposium_is_in_order, survey_is_in_order, online_terms_are_stated, groups_were_there>, due_if<some_are_to_be_heard>>,
    clause<"R713-18.1",  weighing,     opinions_recorded, weighing,     admit_if<by<sponsor>, numbers_are_new>, due_if<some_wait_to_be_recorded>>,
    option<"R713-18.1",  weighing,     repeats_noted,     weighing,     admit_if<by<sponsor>, an_opinion_came, repeats_are_in_order>>,
    clause<"R713-18.1",  weighing,     opinions_decided,  weighing,     admit_if<by<sponsor>, an_opinion_came, decisions_are_reasoned>, due_if<unmet<opinions_are_decided>>>,
    option<"JC-24",      weighing,     words_masked,      weighing,     admit_if<by<sponsor>, masked_words_can_be_found>>,
    clause<"GD21-20.1",  weighing,     feedback_given,    weighing,     admit_if<by<sponsor>, somebody_can_be_answered, has_happened<&feedback_given::given_on>, reply_can_be_found>, due_if<opinions_are_decided, unmet<public_was_told>>>,
    clause<"R713-18.1",  weighing,     concluded,         over,         admit_if<by<sponsor>, assessment_on_file, public_was_heard, special_groups_were_heard, business_was_heard, hearing_was_held, what_came_in_is_on_file, what_was_said_is_on_file, opinions_are_decided, public_was_told, those_who_were_followed_were_told, report_can_be_found>>,
    clause<"R713-14.1",  weighing,     exempted,          exempt,       admit_if<by<sponsor>, matter_is_secret, published_text_is_overtaken, what_came_in_is_on_file, opinions_are_decided>, due_if<matter_is_secret, published_text_is_overtaken>>,

    clause<"JC-2",       over,         published,         window_open,  admit_if<by<sponsor>, matter_is_public, must_be_repeated, on_current_draft<&published::draft>, adopted_opinions_are_written, has_channels, contact_reaches_somebody, window_opens_ahead, window_is_long_enough>, due_if<matter_is_public, must_be_repeated, text_is_not_overtaken>>,
    option<"JC-2",       over,         activity_held,     gathering,    admit_if<by<sponsor>, matter_is_public, must_be_repeated, has_happened<&activity_held::held_on>, has_happened<&activity_held::materials_given_on>, symposium_is_in_order, survey_is_in_order, online_terms_are_stated, groups_were_there>>,
    clause<"R713-14.1",  over,         exempted,          exempt,       admit_if<by<sponsor>, matter_is_secret, must_be_repeated>, due_if<matter_is_secret, must_be_repeated>>,
    option<"GD21-20.1",  over,         feedback_given,    over,         admit_if<by<sponsor>, somebody_can_be_answered, has_happened<&feedback_given::given_on>, reply_can_be_found>>,
    option<"JC-24",      over,         words_masked,      over,         admit_if<by<sponsor>, masked_words_can_be_found>>,

    follows<"R713-14.1", exempt,       drafting::assessed, gathering,   given<is_public_now>>,
    follows<"R713-27.2", exempt,       legality_review::concluded, gathering, given<found_missing<statutory_step::participation>>>,
    follows<"R713-27.2", over,         legality_review::concluded, gathering, given<found_missing<statutory_step::participation>>>
    >;
    // clang-format on
};

} // namespace
} // namespace participation

std::unique_ptr<engine::chapter<dossier>> make_participation()
{
    return std::make_unique<engine::msm_chapter<participation::rules_of_chapter>>();
}

} // namespace workflows::major_decision
