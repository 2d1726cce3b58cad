#include "workflows/catalogue/approval.hpp"

#include "workflows/catalogue/tables.hpp"
#include "workflows/major_decision/parameters.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>
#include <set>

namespace workflows::catalogue {
namespace approval {
namespace {

// clang-format off
struct not_yet              : stage_of_chapter { static constexpr std::string_view name = "not_yet"; };
struct awaiting_meeting     : stage_of_chapter { static constexpr std::string_view name = "awaiting_meeting"; };
struct awaiting_consent     : stage_of_chapter { static constexpr std::string_view name = "awaiting_consent"; };
struct awaiting_publication : stage_of_chapter { static constexpr std::string_view name = "awaiting_publication"; };
struct in_force             : stage_of_chapter { static constexpr std::string_view name = "published"; };
// clang-format on

/// Nothing is adopted that was not screened: what came in afterwards, and what was merged into a
/// proposal that is gone, is screened first (JC-53).
struct screening_covers_all {
    static verdict check(asked const& q)
    {
        std::vector<engine::text> missing;
        for (auto const& one : q.file.call.proposals) {
            if (!one.withdrawn_because.empty())
                continue;
            auto const* word = verdict_on(q.file, one.number);
            auto const* target =
                word && word->merged_into ? find_proposal(q.file, *word->merged_into) : nullptr;
            if (!word || (target && !target->withdrawn_because.empty()))
                missing.push_back(say("第{1}号“{2}”", one.number, one.body.item_name));
        }
        if (missing.empty())
            return {};
        return refusal{.rule = "JC-53",
                       .reason = say("尚未遴选：{1}", major_decision::in_a_row(missing)),
                       .remedy = say("请先会同有关部门遴选")};
    }
};

struct comes_after_the_screening {
    static verdict check(asked const& q, deliberated const& body)
    {
        auto const& last = q.file.screening.last;
        if (!last || last->body.held_on <= body.met_on)
            return {};
        return refusal{.rule = "R713-3.4",
                       .reason = say("会议日期{1}早于遴选日期{2}", body.met_on, last->body.held_on),
                       .remedy = say("请核对日期")};
    }
};

/// What the meeting takes out was to go in.
struct struck_was_in {
    static verdict check(asked const& q, deliberated const& body)
    {
        verdict found;
        for (auto const& one : body.struck) {
            auto const* word = verdict_on(q.file, one.proposal);
            if (!word || word->verdict != screening::screening_verdict::goes_in)
                found += refusal{.rule = "R713-3.4",
                                 .reason = say("第{1}号申报本来没有列入", one.proposal),
                                 .remedy = say("请核对会议删去的申报编号")};
        }
        return found;
    }
};

struct sending_back_is_reasoned {
    static verdict check(asked const&, deliberated const& body)
    {
        if (body.outcome == catalogue_outcome::adopted || body.remarks)
            return {};
        return refusal{.rule = "R713-3.4",
                       .reason = say("会议退回目录草案，没有写明意见"),
                       .remedy = say("请在备注中写明会议的意见")};
    }
};

struct has_entries {
    static verdict check(asked const& q, deliberated const& body)
    {
        if (body.outcome != catalogue_outcome::adopted || !q.file.screening.last)
            return {};
        auto const& verdicts = q.file.screening.last->body.verdicts;
        auto const in = std::count_if(verdicts.begin(), verdicts.end(), [](auto const& one) {
            return one.verdict == screening::screening_verdict::goes_in;
        });
        if (in > static_cast<long long>(body.struck.size()))
            return {};
        return advice{"R713-3.4", say("目录没有事项，请确认本年度确无重大行政决策事项")};
    }
};

/// The committee answers what the organ has adopted.
struct comes_after_the_meeting {
    static verdict check(asked const& q, consent_answered const& body)
    {
        auto const& meeting = q.file.approval.meeting;
        return meeting ? answered_after_meeting(meeting->body.met_on, body.answered_on) : verdict();
    }
};

struct is_agreed {
    static bool holds(yearly_catalogue const&, consent_answered const& body)
    {
        return is_consent(body.answer);
    }
};
struct is_not_agreed {
    static bool holds(yearly_catalogue const&, consent_answered const& body)
    {
        return !is_consent(body.answer);
    }
};

/// Published only with the committee's consent, and after it (R713-3.4).
struct consent_came_before {
    static verdict check(asked const& q, published const& body)
    {
        auto const& consent = q.file.approval.consent;
        if (consent && consent->body.answered_on <= body.published_on)
            return {};
        return published_before_consent(body.published_on);
    }
};

std::vector<engine::text> left_open(item_details const& details)
{
    std::vector<engine::text> open;
    if (!details.lead)
        open.push_back(say("field.lead"));
    if (!details.planned_meeting)
        open.push_back(say("field.planned_meeting"));
    if (details.steps.empty())
        open.push_back(say("field.required_steps"));
    return open;
}

/// What the public will look for in the catalogue and not find. Where the local rules ask for it,
/// a proposal without it was not taken.
struct entries_say_who_when_and_how {
    static verdict check(asked const& q)
    {
        std::vector<engine::text> open;
        for (auto const& one : q.file.items)
            if (auto const missing = left_open(one.details); !missing.empty())
                open.push_back(say("第{1}项“{2}”没有写明{3}", one.number, one.details.item_name,
                                   major_decision::in_a_row(missing)));
        if (open.empty())
            return {};
        return advice{
            q.law.rule_of(major_decision::catalogue_fields, "R713-3.4"),
            say("目录有空缺：{1}。公布以后只能经调整程序补充", major_decision::in_a_row(open))};
    }
};

struct explanations_come_later {
    static verdict check(asked const&, published const& body)
    {
        if (!body.explanations_due || *body.explanations_due > body.published_on)
            return {};
        return refusal{.rule = "JC-54",
                       .reason = say("说明期限{1}不晚于公布日期", *body.explanations_due),
                       .remedy = say("请核对未完成事项的说明期限")};
    }
};

std::vector<long long> merged_into(yearly_catalogue const& file, long long proposal)
{
    std::vector<long long> all{proposal};
    for (auto const& one : file.screening.last->body.verdicts)
        if (one.merged_into == proposal)
            all.push_back(one.proposal);
    return all;
}

/// The entries are numbered in the order in which they were proposed.
void draw_up(yearly_catalogue& file, deliberated const& body, engine::act const& what)
{
    std::set<long long> struck;
    for (auto const& one : body.struck)
        struck.insert(one.proposal);
    for (auto const& proposal : file.call.proposals) {
        auto const* word = verdict_on(file, proposal.number);
        if (!proposal.withdrawn_because.empty() || struck.contains(proposal.number) || !word ||
            word->verdict != screening::screening_verdict::goes_in)
            continue;
        item one;
        one.number = static_cast<long long>(file.items.size()) + 1;
        one.details = proposal.body;
        one.from_proposals = merged_into(file, proposal.number);
        one.carries_over = proposal.body.carries_over;
        one.history = {
            {proposal.seq,
             std::string(proposal.from_a_list ? call::list_entered::kind : call::proposed::kind),
             proposal.on},
            {file.screening.last->seq, std::string(screening::held::kind), file.screening.last->on},
            {what.seq, what.kind, what.counts_on()}};
        file.items.push_back(std::move(one));
    }
}

} // namespace

void enter(yearly_catalogue& file, deliberated const& body, engine::act const& what)
{
    if (body.outcome == catalogue_outcome::sent_back)
        return;
    file.approval.meeting = on_file(body, what);
    draw_up(file, body, what);
}
void enter(yearly_catalogue& file, consent_answered const& body, engine::act const& what)
{
    file.approval.consent = on_file(body, what);
    if (is_consent(body.answer))
        return;
    // The organ takes it up once more.
    file.approval.meeting.reset();
    file.items.clear();
}
void enter(yearly_catalogue& file, published const& body, engine::act const& what)
{
    file.approval.publication = on_file(body, what);
    for (auto& one : file.items)
        one.history.push_back({what.seq, what.kind, what.counts_on()});
}

namespace {

struct rules_of_chapter {
    using file = yearly_catalogue;
    static constexpr std::string_view name = "catalogue_approval";
    using opening = not_yet;

    // clang-format off
    using text = clauses<
    //       rule        at stage              on act            then                  only if
    follows<"JC-53",    not_yet,              screening::held,  awaiting_meeting>,
    follows<"GD21-10.1", awaiting_meeting,     call::extended,   not_yet>,
    clause<"R713-3.4",  awaiting_meeting,     deliberated,      awaiting_consent,     admit_if<by<office>, has_happened<&deliberated::met_on>, screening_covers_all, comes_after_the_screening, struck_was_in, has_entries>, given<was_adopted>>,
    clause<"R713-3.4",  awaiting_meeting,     deliberated,      not_yet,              admit_if<by<office>, has_happened<&deliberated::met_on>, screening_covers_all, comes_after_the_screening, sending_back_is_reasoned>, given<was_sent_back>>,
    clause<"R713-3.4",  awaiting_consent,     consent_answered, awaiting_publication, admit_if<by<office>, has_happened<&consent_answered::answered_on>, comes_after_the_meeting>, given<is_agreed>>,
    clause<"R713-3.4",  awaiting_consent,     consent_answered, not_yet,              admit_if<by<office>, has_happened<&consent_answered::answered_on>, comes_after_the_meeting>, given<is_not_agreed>>,
    clause<"R713-3.4",  awaiting_publication, published,        in_force,             admit_if<by<office>, numbers_a_new_paper<&published::document_number>, has_happened<&published::published_on>, consent_came_before, explanations_come_later, entries_say_who_when_and_how>>,
    follows<"JC-55",    not_yet,              call::taken_over, in_force>
    >;
    // clang-format on
};

} // namespace
} // namespace approval

std::unique_ptr<engine::chapter<yearly_catalogue>> make_approval()
{
    return std::make_unique<engine::msm_chapter<approval::rules_of_chapter>>();
}

} // namespace workflows::catalogue
