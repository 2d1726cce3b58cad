#include "workflows/major_decision/circulation.hpp"

#include "workflows/major_decision/circulation_entries.hpp"
#include "workflows/major_decision/circulation_parties.hpp"
#include "workflows/major_decision/handed_work_conditions.hpp"
#include "workflows/major_decision/tables.hpp"
#include "workflows/separation.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace workflows::major_decision {
namespace circulation {
namespace {

struct at_desk : stage_of_chapter {
    static constexpr std::string_view name = "at_desk";
};

// ---- when somebody waits

struct somebody_is_to_sign {
    static bool holds(asked const& q) { return !awaited_signer::seats(q.file).empty(); }
};

bool waits_for_opener(dossier const& file, sheet const& one)
{
    return one.state == sheet_state::returned ||
           (one.state == sheet_state::open && sheet_is_overtaken(file, one));
}

struct a_sheet_waits_for_its_opener {
    static bool holds(asked const& q)
    {
        auto const& all = q.file.circulation.sheets;
        return std::any_of(all.begin(), all.end(),
                           [&](sheet const& one) { return waits_for_opener(q.file, one); });
    }
};

struct a_copy_is_unread {
    static bool holds(asked const& q) { return !copy_recipient::seats(q.file).empty(); }
};

struct an_answer_is_awaited {
    static bool holds(asked const& q) { return !delegate::seats(q.file).empty(); }
};

// ---- opening

engine::text words_of(engine::seat const& at)
{
    return say("{1}的{2}", engine::unit_by_code(at.unit), say("role." + at.role));
}

/// Every seat stands on the sheet once, the opener's does not, and the steps have no gap (JC-12).
struct signers_are_named {
    static verdict check(asked const& q, opened const& body)
    {
        constexpr std::size_t most = 50;
        verdict found;
        if (body.signers.empty() || body.signers.size() > most)
            found += refusal{.rule = "JC-12",
                             .reason = say("会签单须有1至{1}个签署人", most),
                             .remedy = say("请填写签署的岗位和单位")};
        std::set<engine::seat> seats{{q.by.role, q.by.unit}};
        std::set<long long> steps;
        for (auto const& one : body.signers) {
            steps.insert(one.turn);
            if (engine::seat at{role_of(one.seat), one.unit}; !seats.insert(at).second)
                found += refusal{.rule = "JC-12",
                                 .reason = say("{1}重复，或者就是发起人本人的岗位", words_of(at)),
                                 .remedy = say("每个岗位只填写一次，发起人不签自己发起的会签单")};
            if (one.person)
                found += may_be_named(q, {role_of(one.seat), one.unit, *one.person}, q.by.person);
        }
        if (!steps.empty() &&
            (*steps.begin() != 1 || *steps.rbegin() != static_cast<long long>(steps.size())))
            found += refusal{.rule = "JC-12",
                             .reason = say("签署次序须从1起连续编号"),
                             .remedy = say("同时签署的填同一个次序号，先后签署的依次编号")};
        return found;
    }
};

/// A number of votes belongs to a vote and can be reached at every step (JC-12).
struct votes_are_reachable {
    static verdict check(asked const&, opened const& body)
    {
        if (!body.votes_needed)
            return {};
        std::map<long long, long long> voices;
        for (auto const& one : body.signers)
            ++voices[one.turn];
        auto const too_many = [&](auto const& step) { return step.second < *body.votes_needed; };
        if (body.rule_of_signing == signing_rule::vote && *body.votes_needed > 0 &&
            std::none_of(voices.begin(), voices.end(), too_many))
            return {};
        return refusal{.rule = "JC-12",
                       .reason = say("票数只用于票签，且不得多于每一次序的签署人数"),
                       .remedy = say("请改为票签、减少票数，或者不填（以过半数为准）")};
    }
};

struct sign_day_is_ahead {
    static verdict check(asked const& q, opened const& body)
    {
        if (!body.sign_by || *body.sign_by >= q.today)
            return {};
        return refusal{.rule = "JC-12",
                       .reason = say("签署期限{1}已过", *body.sign_by),
                       .remedy = say("请填写今天或者以后的日期")};
    }
};

/// A unit asks once at a time for words on the same act (JC-12).
struct no_other_sheet_is_open {
    static verdict check(asked const& q, opened const& body)
    {
        auto const* other = sheet_in_the_way(q.file, q.by.unit, kind_prepared(body.prepares));
        if (!other || other->is_ended())
            return {};
        return refusal{.rule = "JC-12",
                       .reason = say("第{1}号会签单为同一事项，尚未办结", other->number),
                       .remedy = say("请待其办结，或者先撤回")};
    }
};

// ---- on an open sheet

refusal no_such_sheet(long long number)
{
    return {.rule = "JC-12",
            .reason = say("没有第{1}号会签单", number),
            .remedy = say("请核对会签单编号")};
}

/// The sheet is there, and it is this seat's turn on it (JC-12).
struct it_is_their_turn {
    template <class Body>
    static verdict check(asked const& q, Body const& body)
    {
        auto const* on = find_sheet(q.file, body.sheet);
        if (!on)
            return no_such_sheet(body.sheet);
        if (sheet_is_overtaken(q.file, *on))
            return refusal{.rule = "JC-2",
                           .reason = say("会签所依据的是第{1}稿，现为第{2}稿，其间有实质性修改",
                                         on->draft, current_draft(q.file)),
                           .remedy = say("请发起人就现行草案重新送签")};
        auto const* who = awaited_at(*on, q.by.role, q.by.unit);
        if (who && is_held_by(who->at, q.by))
            return {};
        if (who)
            return refusal{.rule = "JC-12",
                           .reason = say("第{1}号会签单指定由本岗位的另一人签署", body.sheet),
                           .remedy = say("请由指定的人或者其代理人签署")};
        return refusal{.rule = "JC-12",
                       .reason = say("第{1}号会签单现在不待本岗位签署", body.sheet),
                       .remedy = say("会签单按次序送到，办结、退回或者撤回后不再签署")};
    }
};

/// The person who asked does not answer, in whatever seat (JC-1).
struct did_not_open_it {
    static verdict check(asked const& q, given const& body)
    {
        auto const* on = find_sheet(q.file, body.sheet);
        if (!on || !is_one_of({on->opener, on->opened_for}, q.by))
            return {};
        return refusal{.rule = "JC-1",
                       .reason = say("会签单由本人发起，不得自己签署"),
                       .remedy = say("请由该岗位的其他人签署")};
    }
};

/// A sheet prepares an act of its unit, and bars it until it is agreed: nobody opens one, or signs
/// it for that unit, whose own work the act would judge (JC-1).
struct sheet_is_none_of_their_work {
    static verdict check(asked const& q, opened const& body)
    {
        return duties_stay_separate(q.file, kind_prepared(body.prepares), q.by);
    }
    static verdict check(asked const& q, given const& body)
    {
        auto const* on = find_sheet(q.file, body.sheet);
        if (!on || on->opened_at.unit != q.by.unit)
            return {};
        return duties_stay_separate(q.file, kind_prepared(on->prepares), q.by);
    }
};

struct says_what_is_wrong {
    static verdict check(asked const&, given const& body)
    {
        if (body.word == signature_word::agrees || (body.opinion && !body.opinion->empty()))
            return {};
        return refusal{.rule = "JC-12",
                       .reason = say("有意见或者不同意，但未写明意见"),
                       .remedy = say("请写明意见和理由")};
    }
};

/// The added seat is not on the sheet yet; "after me" is for those who must all agree (JC-12).
struct addition_fits {
    static verdict check(asked const& q, signer_added const& body)
    {
        verdict found;
        auto const* on = find_sheet(q.file, body.sheet);
        if (!on)
            return found;
        engine::seat const at{role_of(body.seat), body.unit};
        auto const is_there = [&](signer const& one) {
            return !one.is_removed && is_place_of(one.at, at);
        };
        if (on->opened_at == at || std::any_of(on->signers.begin(), on->signers.end(), is_there))
            found += refusal{.rule = "JC-12",
                             .reason = say("{1}已在会签单上", words_of(at)),
                             .remedy = say("请加签其他岗位")};
        if (body.where == added_where::after_me && on->rule != signing_rule::everybody)
            found += refusal{.rule = "JC-12",
                             .reason = say("或签、票签不能后加签：本人签署后即可能办结"),
                             .remedy = say("请在本人之前或者与本人同时加签")};
        if (body.person)
            found += may_be_named(q, {at.role, at.unit, *body.person}, on->opener);
        return found;
    }
};

/// One takes away only whom one added, as long as they have not signed (JC-12).
struct added_them {
    static verdict check(asked const& q, signer_removed const& body)
    {
        auto const* on = find_sheet(q.file, body.sheet);
        if (!on)
            return no_such_sheet(body.sheet);
        auto const* who = find_signer(*on, body.signer);
        auto const* adder = who && who->added_by ? find_signer(*on, who->added_by) : nullptr;
        if (!on->is_ended() && adder && !who->is_removed && !who->given &&
            is_held_by(adder->at, q.by))
            return {};
        return refusal{.rule = "JC-12",
                       .reason = say("只能减去本岗位加签且尚未签署的人"),
                       .remedy = say("发起时确定的签署人不能减；需要变更的，请撤回后重新发起")};
    }
};

/// Back means to a step before one's own (JC-13).
struct goes_back {
    static verdict check(asked const& q, returned const& body)
    {
        auto const* on = find_sheet(q.file, body.sheet);
        auto const* who = on ? awaited_at(*on, q.by.role, q.by.unit) : nullptr;
        if (!who || (body.to_turn >= 0 && body.to_turn < who->step))
            return {};
        return refusal{.rule = "JC-13",
                       .reason = say("只能退回本人之前的次序，本人在第{1}次序", who->step),
                       .remedy = say("请填写0（退回发起人）或者更早的次序号")};
    }
};

// ---- by the opener

/// The sheet was opened from this seat (JC-13).
verdict opened_from_here(asked const& q, sheet const& on)
{
    if (on.opened_at == engine::seat{q.by.role, q.by.unit})
        return {};
    return refusal{.rule = "JC-13",
                   .reason = say("第{1}号会签单不是本岗位发起的", on.number),
                   .remedy = say("请由发起人办理")};
}

struct waits_for_them {
    static verdict check(asked const& q, sent_again const& body)
    {
        auto const* on = find_sheet(q.file, body.sheet);
        if (!on)
            return no_such_sheet(body.sheet);
        auto found = opened_from_here(q, *on);
        if (!waits_for_opener(q.file, *on))
            found += refusal{.rule = "JC-13",
                             .reason = say("会签单没有退回发起人，草案也没有变化"),
                             .remedy = say("请等待签署")};
        return found;
    }
};

/// Only before the next person has acted (JC-13).
struct nobody_has_acted {
    static verdict check(asked const& q, withdrawn const& body)
    {
        auto const* on = find_sheet(q.file, body.sheet);
        if (!on)
            return no_such_sheet(body.sheet);
        auto found = opened_from_here(q, *on);
        if (on->is_ended() || (on->is_acted_on && on->state == sheet_state::open))
            found += refusal{.rule = "JC-13",
                             .reason = say("已有人签署、加签或者会签单已办结，不能撤回"),
                             .remedy = say("可以请签署人退回；确需终止的，写明理由后终止")};
        return found;
    }
};

struct can_be_stopped {
    static verdict check(asked const& q, stopped const& body)
    {
        auto const* on = find_sheet(q.file, body.sheet);
        if (!on)
            return no_such_sheet(body.sheet);
        auto found = opened_from_here(q, *on);
        if (on->is_ended() && on->state != sheet_state::refused)
            found += refusal{.rule = "JC-13",
                             .reason = say("第{1}号会签单已经办结", on->number),
                             .remedy = say("无须终止")};
        return found;
    }
};

// ---- a signature taken back

/// It was the last that happened to the sheet, the same person gave it, and the act that the sheet
/// prepares was not done since (JC-13).
struct signed_last {
    static verdict check(asked const& q, signature_withdrawn const& body)
    {
        auto const* on = find_sheet(q.file, body.sheet);
        if (!on)
            return no_such_sheet(body.sheet);
        auto const* who = on->last_signature ? find_signer(*on, on->last_signature) : nullptr;
        if (who && who->given->person == q.by.person && is_held_by(who->at, q.by) &&
            !is_used(q.file, *on, who->given->seq))
            return {};
        return refusal{.rule = "JC-13",
                       .reason = say("签署之后他人已经办理，或者不是本人签署的，不能撤回"),
                       .remedy = say("需要改变意见的，请与发起人联系")};
    }

private:
    static bool is_used(dossier const& file, sheet const& on, long long since)
    {
        auto const kind = kind_prepared(on.prepares);
        return !kind.empty() &&
               std::any_of(file.doings.begin(), file.doings.end(), [&](doing const& one) {
                   return one.seq > since && one.kind == kind && one.unit == on.opened_at.unit;
               });
    }
};

// ---- urging and copies

/// There is somebody to urge, and it was not done today (JC-14).
struct may_be_urged {
    static verdict check(asked const& q, urged const& body)
    {
        auto const* on = find_sheet(q.file, body.sheet);
        if (!on)
            return no_such_sheet(body.sheet);
        verdict found;
        if (q.by.role != "office_secretary")
            found += opened_from_here(q, *on);
        if (awaited(*on).empty() || sheet_is_overtaken(q.file, *on))
            found += refusal{.rule = "JC-14",
                             .reason = say("第{1}号会签单现在不待他人签署", body.sheet),
                             .remedy = say("无须催办")};
        if (!on->urged.empty() && on->urged.back().on >= q.today)
            found += refusal{.rule = "JC-14",
                             .reason = say("今天已经催办过"),
                             .remedy = say("每日最多催办一次，请明日再催"),
                             .opens_on = q.today + std::chrono::days(1)};
        return found;
    }
};

struct recipients_are_named {
    static verdict check(asked const&, copied const& body)
    {
        constexpr std::size_t most = 100;
        if (!body.to.empty() && body.to.size() <= most)
            return {};
        return refusal{.rule = "JC-14",
                       .reason = say("抄送须有1至{1}个岗位", most),
                       .remedy = say("请填写抄送的岗位和单位")};
    }
};

struct copy_is_theirs {
    static verdict check(asked const& q, read const& body)
    {
        for (auto const& one : q.file.circulation.copies)
            if (one.number == body.copy && !one.read_on && is_held_by(one.to, q.by))
                return {};
        return refusal{.rule = "JC-14",
                       .reason = say("没有第{1}号抄送给本岗位，或者已经阅知", body.copy),
                       .remedy = say("请核对抄送编号")};
    }
};

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "circulation";
    using opening = at_desk;

    // clang-format off
    using text = clauses<
    //      rule      at stage   on act               then      only if
    option<"JC-12",  at_desk,   opened,              at_desk,  admit_if<by<circulator>, sheet_is_none_of_their_work, signers_are_named, votes_are_reachable, sign_day_is_ahead, no_other_sheet_is_open>>,
    clause<"JC-12",  at_desk,   given,               at_desk,  admit_if<by<awaited_signer>, it_is_their_turn, did_not_open_it, sheet_is_none_of_their_work, says_what_is_wrong>, due_if<somebody_is_to_sign>>,
    option<"JC-12",  at_desk,   signer_added,        at_desk,  admit_if<by<awaited_signer>, it_is_their_turn, addition_fits>>,
    option<"JC-12",  at_desk,   signer_removed,      at_desk,  admit_if<by<signer_who_added>, added_them>>,
    option<"JC-13",  at_desk,   returned,            at_desk,  admit_if<by<awaited_signer>, it_is_their_turn, goes_back>>,
    clause<"JC-13",  at_desk,   sent_again,          at_desk,  admit_if<by<sheet_opener>, waits_for_them>, due_if<a_sheet_waits_for_its_opener>>,
    option<"JC-13",  at_desk,   withdrawn,           at_desk,  admit_if<by<sheet_opener>, nobody_has_acted>>,
    option<"JC-13",  at_desk,   stopped,             at_desk,  admit_if<by<sheet_opener>, can_be_stopped>>,
    option<"JC-13",  at_desk,   signature_withdrawn, at_desk,  admit_if<by<last_signer>, signed_last>>,
    option<"JC-14",  at_desk,   urged,               at_desk,  admit_if<by<sheet_opener, office>, may_be_urged>>,
    option<"JC-14",  at_desk,   copied,              at_desk,  admit_if<by<circulator>, recipients_are_named>>,
    clause<"JC-14",  at_desk,   read,                at_desk,  admit_if<by<copy_recipient>, copy_is_theirs>, due_if<a_copy_is_unread>>,
    option<"JC-15",  at_desk,   handed_over,         at_desk,  admit_if<by<task_holder>, task_may_be_handed_over, receiver_sits_there>>,
    option<"JC-15",  at_desk,   handing_taken_back,  at_desk,  admit_if<by<task_holder>, they_handed_it_over>>,
    option<"JC-16",  at_desk,   delegated,           at_desk,  admit_if<by<task_holder>, task_is_theirs, colleague_is_of_the_unit, answer_day_lies_ahead>>,
    clause<"JC-16",  at_desk,   delegation_answered, at_desk,  admit_if<by<delegate>, it_was_asked_of_them, their_part_is_free, something_is_answered>, due_if<an_answer_is_awaited>>,
    option<"JC-16",  at_desk,   delegation_declined, at_desk,  admit_if<by<delegate>, it_was_asked_of_them>>,
    option<"JC-16",  at_desk,   delegation_recalled, at_desk,  admit_if<by<delegator>, they_delegated_it>>
    >;
    // clang-format on
};

} // namespace
} // namespace circulation

std::unique_ptr<engine::chapter<dossier>> make_circulation()
{
    return std::make_unique<engine::msm_chapter<circulation::rules_of_chapter>>();
}

} // namespace workflows::major_decision
