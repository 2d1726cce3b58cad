#include "workflows/normative_document/issue.hpp"

#include "workflows/issued_paper.hpp"
#include "workflows/normative_document/tables.hpp"

namespace workflows::normative_document {
namespace issue {
namespace {

using project::document_nature;

// clang-format off
struct awaiting_meeting : stage_of_chapter { static constexpr std::string_view name = "awaiting_meeting"; };
struct is_adopted_text  : stage_of_chapter { static constexpr std::string_view name = "adopted"; };
struct to_be_changed    : stage_of_chapter { static constexpr std::string_view name = "to_be_changed"; };
struct signed_off       : stage_of_chapter { static constexpr std::string_view name = "signed_off"; };
struct registered       : stage_of_chapter { static constexpr std::string_view name = "registered"; };
struct issued           : stage_of_chapter { static constexpr std::string_view name = "issued"; };
struct refused_by_organ : stage_of_chapter { static constexpr std::string_view name = "refused"; };
// clang-format on

/// Nothing is decided or signed that was not found lawful as it stands (NORM-3, JC-2).
struct text_is_reviewed {
    static verdict check(asked const& q)
    {
        if (is_reviewed(q.file))
            return {};
        if (auto const waits = unconfirmed_version(q.file))
            return refusal{.rule = "JC-2",
                           .reason = say("审核意见之后的修改（第{1}稿）尚未经审核机构确认", *waits),
                           .remedy = say("请审核机构确认修改类型；实质性修改须重新审核")};
        return refusal{.rule = "NORM-3",
                       .reason = say("第{1}稿没有合法的审核意见", current_draft(q.file)),
                       .remedy = say("请先完成合法性审核")};
    }
};

/// What a substantive change took away is done again before the organ decides (JC-2).
struct steps_still_hold {
    static verdict check(asked const& q) { return missing_steps(q.file); }
};

/// The review came before the meeting (NORM-3).
struct was_reviewed_before {
    static verdict check(asked const& q, deliberated const& body)
    {
        auto const reviewed = reviewed_on(q.file);
        if (!reviewed)
            return {};
        return in_order(*reviewed, body.met_on, "NORM-3",
                        say("会议日期{1}早于审核意见（{2}）", body.met_on, *reviewed));
    }
};

/// The government's documents go to its plenary or executive meeting, a department's to its office
/// meeting (NORM-12).
struct meeting_may_decide {
    static verdict check(asked const& q, deliberated const& body)
    {
        bool const of_department = body.meeting_is == document_meeting::office_meeting;
        if (is_of_government(q.file) != of_department)
            return {};
        return refusal{.rule = "NORM-12",
                       .reason = of_department ? say("政府文件不能由部门办公会议审议决定")
                                               : say("部门文件应当由部门办公会议审议决定"),
                       .remedy = say("政府文件由全体会议或者常务会议审议，部门文件由办公会议审议")};
    }
};

struct attendance_makes_quorum {
    static verdict check(asked const& q, deliberated const& body)
    {
        if (body.members_entitled < 1 || body.members_present > body.members_entitled)
            return refusal{.rule = "JC-7",
                           .reason = say("应到{1}人、到会{2}人，人数不对", body.members_entitled,
                                         body.members_present),
                           .remedy = say("请核对应到和到会人数")};
        return quorum_is_met(q.law, body.members_entitled, body.members_present);
    }
};

struct ordered_changes_are_told {
    static verdict check(asked const&, deliberated const& body)
    {
        if (body.decision_is != document_decision::adopted_with_changes || body.changes_ordered)
            return {};
        return refusal{.rule = "NORM-12",
                       .reason = say("会议要求修改后通过，没有写明要求修改的内容"),
                       .remedy = say("请填写会议要求修改的内容")};
    }
};

bool is_ordered_changed(dossier const& file)
{
    auto const& meetings = file.issue.meetings;
    return !meetings.empty() &&
           meetings.back().body.decision_is == document_decision::adopted_with_changes;
}

/// What the meeting ordered stands in a later version (NORM-12).
struct changes_are_made {
    static verdict check(asked const& q)
    {
        if (!is_ordered_changed(q.file) ||
            current_draft(q.file) > q.file.issue.meetings.back().draft)
            return {};
        return refusal{.rule = "NORM-12",
                       .reason = say("会议要求修改，第{1}稿之后没有新的草案版本",
                                     q.file.issue.meetings.back().draft),
                       .remedy = say("请起草单位登记修改后的版本")};
    }
};

/// How it was done is told (NORM-12).
struct changes_are_told {
    static verdict check(asked const& q, text_signed const& body)
    {
        if (!is_ordered_changed(q.file) || body.changes_account)
            return {};
        return refusal{.rule = "NORM-12",
                       .reason = say("没有说明会议要求修改的内容如何落实"),
                       .remedy = say("请填写修改落实情况")};
    }
};

struct was_signed_before {
    static verdict check(asked const& q, published const& body)
    {
        auto const& text = q.file.issue.text;
        if (!text)
            return {};
        return in_order(text->on, body.published_on, "NORM-12",
                        say("公布日期{1}早于签署日期{2}", body.published_on, text->on));
    }
};

struct is_made_public {
    static verdict check(asked const&, published const& body)
    {
        if (!body.channels.empty())
            return {};
        return refusal{.rule = "NORM-13",
                       .reason = say("没有写明公布的渠道，未经公布的文件不得作为管理依据"),
                       .remedy = say("请选择公布的渠道")};
    }
};

/// No effect before publication, and generally some days after it (NORM-13).
struct effect_comes_after {
    static verdict check(asked const& q, published const& body)
    {
        auto found =
            in_order(body.published_on, body.effective_on, "NORM-13",
                     say("施行日期{1}早于公布日期{2}", body.effective_on, body.published_on));
        auto const least = q.law.number(effect_days);
        if (!found.admits() || !least ||
            body.effective_on >= body.published_on + std::chrono::days(*least))
            return found;
        auto rule = q.law.rule_of(effect_days, "NORM-13");
        if (body.prompt_effect_reason)
            found += advice{std::move(rule), say("公布后不满{1}日施行，理由已记录", *least)};
        else
            found += refusal{.rule = std::move(rule),
                             .reason = say("公布后不满{1}日施行，没有说明理由", *least),
                             .remedy = say("请推迟施行日期，或者说明不及时施行将影响实施的理由")};
        return found;
    }
};

/// As long as the law lets such a document hold (NORM-14, NORM-5).
struct validity_is_lawful {
    static verdict check(asked const& q, published const& body)
    {
        auto const nature = nature_of(q.file);
        if (!body.valid_until)
            return without_end(q, nature, body);
        auto found =
            in_order(body.effective_on, *body.valid_until, "NORM-14",
                     say("有效期届满日{1}早于施行日期{2}", *body.valid_until, body.effective_on));
        if (nature != document_nature::lasting)
            if (auto const least = last_day(q, body.effective_on, validity_min_months);
                least && *body.valid_until < *least)
                found += refusal{.rule = q.law.rule_of(validity_min_months, "NORM-14"),
                                 .reason = say("有效期过短，届满日不应早于{1}", *least),
                                 .remedy = say("请核对有效期")};
        auto const& key = longest_validity(q.file);
        auto const most = last_day(q, body.effective_on, key);
        if (!most || *body.valid_until <= *most)
            return found;
        if (nature == document_nature::lasting && body.long_validity_reason)
            found += advice{q.law.rule_of(key, "NORM-5"),
                            say("有效期届满日晚于一般的{1}，理由已记录", *most)};
        else
            found += refusal{.rule = q.law.rule_of(key, "NORM-14"),
                             .reason = say("有效期过长，届满日不应晚于{1}", *most),
                             .remedy = say("请缩短有效期；到期需要继续的，评估后延续")};
        return found;
    }

private:
    /// The last day of so many months from a day on.
    static std::optional<day> last_day(asked const& q, day from, engine::parameter_key const& key)
    {
        auto const months = q.law.number(key);
        if (!months)
            return {};
        return engine::add_months(from, static_cast<int>(*months)) - std::chrono::days(1);
    }
    static verdict without_end(asked const& q, document_nature nature, published const& body)
    {
        if (nature != document_nature::lasting)
            return refusal{.rule = "NORM-14",
                           .reason = say("分阶段、暂行或者试行的文件没有规定有效期"),
                           .remedy = say("请填写有效期届满日")};
        if (!q.law.flag(validity_required) || body.long_validity_reason)
            return {};
        return refusal{.rule = q.law.rule_of(validity_required, "NORM-5"),
                       .reason = say("没有规定有效期，也没有说明理由"),
                       .remedy = say("请填写有效期届满日，或者说明不设有效期的理由")};
    }
};

// ---- which way it goes

template <document_decision... Decisions>
struct ends_in {
    static bool holds(dossier const&, deliberated const& body)
    {
        return ((body.decision_is == Decisions) || ...);
    }
};
/// The new draft is no more what was adopted: substantively changed, or adopted in the decision's
/// case, which counts for its very text alone (JC-61).
struct adoption_is_overtaken {
    static bool holds(dossier const& file, project::drafted const&) { return !is_adopted(file); }
};
struct is_collective_decision {
    static bool holds(dossier const&, project::step_taken_over const& body)
    {
        return body.step == project::shared_step::collective_decision;
    }
};

} // namespace

// ---- entering

void enter(dossier& file, deliberated const& body, engine::act const& what)
{
    file.issue.meetings.push_back(on_file(file, body, what));
}
void enter(dossier& file, text_signed const& body, engine::act const& what)
{
    file.issue.text = on_file(file, body, what);
}
void enter(dossier& file, numbered const& body, engine::act const& what)
{
    file.issue.number = on_file(file, body, what);
}
void enter(dossier& file, published const& body, engine::act const& what)
{
    file.issue.publication = on_file(file, body, what);
    file.validity.effective_on = body.effective_on;
    file.validity.valid_until = body.valid_until;
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "document_issue";
    using opening = awaiting_meeting;

    using meeting = admit_if<by<meeting_recorder>, did_not_review, draft_on_file, text_is_reviewed,
                             steps_still_hold, on_current_draft<&deliberated::draft>,
                             has_happened<&deliberated::met_on>, was_reviewed_before,
                             meeting_may_decide, attendance_makes_quorum, ordered_changes_are_told>;
    using signature =
        admit_if<by<document_signer>, did_not_review, text_is_reviewed, steps_still_hold,
                 on_current_draft<&text_signed::final_text>, changes_are_made, changes_are_told>;

    // clang-format off
    using text = clauses<
    //      rule       at stage          on act       then              only if
    clause<"NORM-12", awaiting_meeting, deliberated, is_adopted_text,  given<ends_in<document_decision::adopted>>, meeting>,
    clause<"NORM-12", awaiting_meeting, deliberated, to_be_changed,    given<ends_in<document_decision::adopted_with_changes>>, meeting>,
    clause<"NORM-12", awaiting_meeting, deliberated, awaiting_meeting, given<ends_in<document_decision::postponed>>, meeting>,
    clause<"NORM-12", awaiting_meeting, deliberated, refused_by_organ, given<ends_in<document_decision::rejected>>, meeting>,
    follows<"JC-61",  awaiting_meeting, project::step_taken_over, is_adopted_text, given<is_collective_decision>>,
    follows<"JC-61",  to_be_changed,    project::step_taken_over, is_adopted_text, given<is_collective_decision>>,
    follows<"JC-60",  awaiting_meeting, project::told_afterwards, issued>,
    follows<"JC-2",   is_adopted_text,  project::drafted, awaiting_meeting, given<adoption_is_overtaken>>,
    clause<"NORM-12", is_adopted_text,  text_signed, signed_off,       signature>,
    clause<"NORM-12", to_be_changed,    text_signed, signed_off,       signature>,
    clause<"NORM-2",  signed_off,       numbered,    registered,       admit_if<by<document_registrar>, numbers_a_new_paper<&numbered::document_number>, paper_is_no_other_version>>,
    clause<"NORM-13", registered,       published,   issued,           admit_if<by<document_registrar>, has_happened<&published::published_on>, was_signed_before, is_made_public, effect_comes_after, validity_is_lawful>>
    >;
    // clang-format on
};

} // namespace
} // namespace issue

std::unique_ptr<engine::chapter<dossier>> make_issue()
{
    return std::make_unique<engine::msm_chapter<issue::rules_of_chapter>>();
}

} // namespace workflows::normative_document
