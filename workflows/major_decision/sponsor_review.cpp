#include "workflows/major_decision/sponsor_review.hpp"

#include "workflows/major_decision/adopted_opinions.hpp"
#include "workflows/major_decision/tables.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace sponsor_review {
namespace {

// clang-format off
struct not_started         : stage_of_chapter { static constexpr std::string_view name = "not_started"; };
struct awaiting_opinion    : stage_of_chapter { static constexpr std::string_view name = "awaiting_opinion"; };
struct awaiting_changes    : stage_of_chapter { static constexpr std::string_view name = "awaiting_changes"; };
struct awaiting_discussion : stage_of_chapter { static constexpr std::string_view name = "awaiting_discussion"; };
struct passed              : stage_of_chapter { static constexpr std::string_view name = "passed"; };
// clang-format on

/// The place's rules ask for the sponsor's own review, and for its own meeting; 713 alone does not.
struct own_review_is_demanded {
    static bool holds(asked const& q) { return q.law.flag(sponsor_legal_review_required); }
};
struct own_review_is_not_demanded {
    static bool holds(asked const& q) { return !own_review_is_demanded::holds(q); }
};
struct own_discussion_is_demanded {
    static bool holds(asked const& q) { return q.law.flag(sponsor_discussion_required); }
};

/// The sponsor's own review comes last before the organ's (GD21-31.2): until the units, the public
/// and the experts have been heard and the risks are known, the draft may still change, and nobody
/// waits for a word on it. While a change waits for its confirmation nobody knows which of these
/// steps it takes back (JC-2). Who wants to give it sooner may.
struct steps_before_are_done {
    static bool holds(asked const& q)
    {
        if (change_unconfirmed(q.file))
            return false;
        auto const steps = statutory_steps(q.file, q.law);
        return std::none_of(steps.begin(), steps.end(), [](auto const& one) {
            return one.step != legality_review::statutory_step::sponsor_review &&
                   (one.undecided || (one.required && !one.done));
        });
    }
};

/// Its own review is no breach before that; but what is found then may have to be found again.
struct draft_may_still_change {
    static verdict check(asked const& q)
    {
        if (!own_review_is_demanded::holds(q))
            return {};
        verdict found;
        if (change_unconfirmed(q.file))
            found += advice{"JC-2", say("第{1}稿的修改类别尚待审查部门确认，确认后可能须重新审查",
                                        current_draft(q.file))};
        std::vector<engine::text> open;
        for (auto const& one : statutory_steps(q.file, q.law))
            if (one.step != legality_review::statutory_step::sponsor_review &&
                (one.undecided || (one.required && !one.done)))
                open.push_back(one.name);
        if (!open.empty())
            found += advice{q.law.rule_of(sponsor_legal_review_required, "GD21-31.1"),
                            say("尚未完成：{1}；草案此后作实质修改的，须重新审查", in_a_row(open))};
        return found;
    }
};

/// Where the place asks for its review, the sponsor's legal unit says what must change (GD21-31.1).
struct points_are_listed {
    static verdict check(asked const& q, legal_opinion_given const& body)
    {
        if (body.outcome == sponsor_outcome::lawful || !body.points.empty() ||
            !q.law.flag(sponsor_legal_review_required))
            return {};
        return refusal{.rule = q.law.rule_of(sponsor_legal_review_required, "GD21-31.1"),
                       .reason = say("结论不是合法，但没有列出问题"),
                       .remedy = say("请逐条列出需要修改的内容")};
    }
};

/// Unreviewed or unlawful: no discussion (GD21-31.1).
struct own_legal_unit_agrees {
    static verdict check(asked const& q)
    {
        if (!q.law.flag(sponsor_legal_review_required) || sponsor_opinion_holds(q.file))
            return {};
        return refusal{.rule = q.law.rule_of(sponsor_legal_review_required, "GD21-31.1"),
                       .reason = say("承办单位法制机构未审查现行草案，或者审查未通过"),
                       .remedy = say("请承办单位法制机构先行审查；需要修改的，请先修改草案")};
    }
};

/// A collective discussion, where the place asks for one, has more than one person present
/// (GD21-31.2).
struct discussion_was_collective {
    static verdict check(asked const& q, discussed const& body)
    {
        if (body.present.size() > 1 || !q.law.flag(sponsor_discussion_required))
            return {};
        return refusal{.rule = q.law.rule_of(sponsor_discussion_required, "GD21-31.2"),
                       .reason = say("登记的到会人员不足二人，不是集体讨论"),
                       .remedy = say("请逐一登记到会人员")};
    }
};

// ---- which way it goes

template <sponsor_outcome Outcome>
struct found {
    static bool holds(dossier const&, legal_opinion_given const& body)
    {
        return body.outcome == Outcome;
    }
};
struct discussion_passed {
    static bool holds(dossier const&, discussed const& body) { return body.passed; }
};
struct discussion_did_not_pass {
    static bool holds(dossier const&, discussed const& body) { return !body.passed; }
};
struct opinion_holds {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return sponsor_opinion_holds(file);
    }
};
struct opinion_does_not_hold {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return !sponsor_opinion_holds(file);
    }
};
struct discussion_holds {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return sponsor_discussion_holds(file);
    }
};
/// The meeting's word is about a text that is no longer proposed (JC-2).
struct discussion_overtaken {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return !sponsor_discussion_holds(file);
    }
};
struct opinion_holds_and_discussion_does_not {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return sponsor_opinion_holds(file) && !sponsor_discussion_holds(file);
    }
};
struct first_draft_came {
    static bool holds(dossier const&, drafting::versioned const&) { return true; }
};

} // namespace

// ---- entering

void enter(dossier& file, legal_opinion_given const& body, engine::act const& what)
{
    file.sponsor_review.opinion = on_file(file, body, what);
}
void enter(dossier& file, discussed const& body, engine::act const& what)
{
    file.sponsor_review.discussion = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "sponsor_review";
    using opening = not_started;

    // clang-format off
    using text = clauses<
    //      rule          at stage             on act                then                 only if
    clause<"GD21-31.1",  awaiting_opinion,    legal_opinion_given,  awaiting_discussion, given<found<sponsor_outcome::lawful>>,               admit_if<by<sponsor_legal_officer>, draft_on_file, judges_no_own_work<legal_opinion_given>, draft_may_still_change, adopted_opinions_are_written>, due_if<own_review_is_demanded, steps_before_are_done, text_is_not_overtaken>>,
    clause<"GD21-31.1",  awaiting_opinion,    legal_opinion_given,  awaiting_changes,    given<found<sponsor_outcome::lawful_after_changes>>, admit_if<by<sponsor_legal_officer>, draft_on_file, judges_no_own_work<legal_opinion_given>, draft_may_still_change, adopted_opinions_are_written, points_are_listed>, due_if<own_review_is_demanded, steps_before_are_done, text_is_not_overtaken>>,
    clause<"GD21-31.1",  awaiting_opinion,    legal_opinion_given,  awaiting_changes,    given<found<sponsor_outcome::unlawful>>,             admit_if<by<sponsor_legal_officer>, draft_on_file, judges_no_own_work<legal_opinion_given>, draft_may_still_change, adopted_opinions_are_written, points_are_listed>, due_if<own_review_is_demanded, steps_before_are_done, text_is_not_overtaken>>,
    option<"GD21-31.1",  awaiting_discussion, legal_opinion_given,  awaiting_discussion, given<found<sponsor_outcome::lawful>>,               admit_if<by<sponsor_legal_officer>, draft_on_file, judges_no_own_work<legal_opinion_given>, draft_may_still_change, adopted_opinions_are_written>>,
    option<"GD21-31.1",  awaiting_discussion, legal_opinion_given,  awaiting_changes,    given<found<sponsor_outcome::lawful_after_changes>>, admit_if<by<sponsor_legal_officer>, draft_on_file, judges_no_own_work<legal_opinion_given>, draft_may_still_change, adopted_opinions_are_written, points_are_listed>>,
    option<"GD21-31.1",  awaiting_discussion, legal_opinion_given,  awaiting_changes,    given<found<sponsor_outcome::unlawful>>,             admit_if<by<sponsor_legal_officer>, draft_on_file, judges_no_own_work<legal_opinion_given>, draft_may_still_change, adopted_opinions_are_written, points_are_listed>>,

    clause<"GD21-31.2",  awaiting_opinion,    discussed,            passed,              given<discussion_passed>,       admit_if<by<sponsor_head>, draft_on_file, own_legal_unit_agrees, has_happened<&discussed::met_on>, discussion_was_collective>, due_if<own_review_is_not_demanded, own_discussion_is_demanded, steps_before_are_done, text_is_not_overtaken>>,
    clause<"GD21-31.2",  awaiting_opinion,    discussed,            awaiting_opinion,    given<discussion_did_not_pass>, admit_if<by<sponsor_head>, draft_on_file, own_legal_unit_agrees, has_happened<&discussed::met_on>, discussion_was_collective>, due_if<own_review_is_not_demanded, own_discussion_is_demanded, steps_before_are_done, text_is_not_overtaken>>,
    clause<"GD21-31.2",  awaiting_discussion, discussed,            passed,              given<discussion_passed>,       admit_if<by<sponsor_head>, draft_on_file, own_legal_unit_agrees, has_happened<&discussed::met_on>, discussion_was_collective>, due_if<own_discussion_is_demanded, steps_before_are_done, text_is_not_overtaken>>,
    clause<"GD21-31.2",  awaiting_discussion, discussed,            awaiting_discussion, given<discussion_did_not_pass>, admit_if<by<sponsor_head>, draft_on_file, own_legal_unit_agrees, has_happened<&discussed::met_on>, discussion_was_collective>, due_if<own_discussion_is_demanded, steps_before_are_done, text_is_not_overtaken>>,

    follows<"GD21-31.1", not_started,         drafting::versioned,        awaiting_opinion,    given<first_draft_came>>,
    follows<"GD21-31.1", awaiting_changes,    drafting::versioned,        awaiting_discussion, given<opinion_holds>>,
    follows<"GD21-31.1", awaiting_changes,    drafting::versioned,        awaiting_opinion,    given<opinion_does_not_hold>>,
    follows<"JC-2",      awaiting_discussion, drafting::versioned,        awaiting_opinion,    given<opinion_does_not_hold>>,
    follows<"JC-2",      passed,              drafting::versioned,        awaiting_opinion,    given<discussion_overtaken>>,
    follows<"JC-2",      awaiting_discussion, drafting::change_confirmed, awaiting_opinion,    given<opinion_does_not_hold>>,
    follows<"JC-2",      passed,              drafting::change_confirmed, awaiting_opinion,    given<discussion_overtaken>>,
    follows<"JC-2",      awaiting_opinion,    drafting::change_confirmed, passed,              given<discussion_holds>>,
    follows<"JC-2",      awaiting_opinion,    drafting::change_confirmed, awaiting_discussion, given<opinion_holds_and_discussion_does_not>>,
    follows<"R713-27.2", awaiting_discussion, legality_review::concluded, awaiting_opinion,    given<opinion_does_not_hold>>,
    follows<"R713-27.2", passed,              legality_review::concluded, awaiting_opinion,    given<discussion_overtaken>>
    >;
    // clang-format on
};

} // namespace
} // namespace sponsor_review

std::unique_ptr<engine::chapter<dossier>> make_sponsor_review()
{
    return std::make_unique<engine::msm_chapter<sponsor_review::rules_of_chapter>>();
}

} // namespace workflows::major_decision
